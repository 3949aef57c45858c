"""Processes killed while applications of all lanes run in the separate shape; afterwards everything is there, once."""

import asyncio
import os
import signal
import time
from collections import Counter
from collections.abc import Awaitable, Callable, Iterator
from itertools import cycle
from pathlib import Path

import pytest

from demo.carry import carried_on
from demo.office import Answer, Office
from shared.domain.lifecycle.application import APPLICATION
from shared.platform.embedded.server import attach
from shared.testing.loads import Slots
from shared.testing.process import Process
from tests.faults.apart import apart, database, left, members
from tests.faults.auditor import examine, waiting_jobs
from tests.faults.patient import Memory, patient_office

pytestmark = pytest.mark.embedded
PEOPLE = ("carrier", "clerk", "inspector", "escort", "reviewer", "reviewer2", "supervisor", "approver")
INSTANT = "class1_generator_set"
STAFFED = ("class2_excavator", "class3_transformer", "refused_axle_load")
PATIENCE_S = 90
AT_ONCE = 6
SETTLED_WITHIN_S = 90
Kill = Callable[[Process, Path], None]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def system(folder: Path) -> Iterator[Process]:
    with apart(folder) as process:
        yield process


def of_name(name: str) -> Kill:
    """kill -9 of a process of the shape."""

    def kill(process: Process, _: Path) -> None:
        if pid := members(process).get(name):
            os.kill(pid, signal.SIGKILL)

    return kill


def postgres(_: Process, folder: Path) -> None:
    """kill -9 of the database's main process."""
    if server := attach(folder / "postgres"):
        os.kill(server.pid, signal.SIGKILL)


KILLS: tuple[tuple[str, Kill], ...] = (
    ("intake-worker", of_name("intake-worker")),
    ("issuance-api", of_name("issuance-api")),
    ("postgres", postgres),
    ("issuance-worker", of_name("issuance-worker")),
)


class Load:
    """Applications of all lanes, carried to their end by patient people, and what became of them.

    Args:
        people: everybody.
        number: how many applications.
        staffed_every: one in so many needs people.
    """

    def __init__(self, people: Office, number: int, staffed_every: int) -> None:
        self._people = people
        slots = {name: Slots(name=name) for name in (INSTANT, *STAFFED)}
        staffed = cycle(STAFFED)
        names = (next(staffed) if index % staffed_every == 0 else INSTANT for index in range(1, number + 1))
        self._waiting = iter([slots[name].take() for name in names])
        self.drafts: list[str] = []
        self.ended: list[Answer] = []
        self._progress = asyncio.Condition()

    async def reached(self, number: int) -> None:
        """Wait until so many have ended."""
        async with self._progress:
            await self._progress.wait_for(lambda: len(self.ended) >= number)

    async def run(self) -> None:
        """Carry all of them, several at once."""
        async with asyncio.TaskGroup() as group:
            for _ in range(AT_ONCE):
                group.create_task(self._work())

    async def _work(self) -> None:
        for facts in self._waiting:
            application = await self._people.apply(facts)
            self.drafts.append(application["id"])
            if application["lane"] == "instant":
                application = await self._people.until(
                    application["id"], lambda a: a["status"] not in {"submitted", "accepted", "routed"}
                )
            application = await carried_on(self._people, application)
            async with self._progress:
                self.ended.append(application)
                self._progress.notify_all()


async def _killer(load: Load, number: int, rounds: int, kill: Callable[[str, Kill], Awaitable[None]]) -> None:
    """One kill after each further part of the applications has ended."""
    steps = len(KILLS) * rounds
    for index in range(steps):
        await load.reached(number * (index + 1) // (steps + 2))
        await kill(*KILLS[index % len(KILLS)])


async def _settled(folder: Path) -> None:
    """Wait until no job is left to do."""
    until = time.monotonic() + SETTLED_WITHIN_S
    while (jobs := await waiting_jobs(database(folder))) and time.monotonic() < until:  # noqa: ASYNC110 - another process works
        await asyncio.sleep(0.2)
    assert jobs == 0


@pytest.mark.timeout(900)
@pytest.mark.parametrize(
    ("number", "rounds"),
    [pytest.param(40, 1, id="40"), pytest.param(300, 3, id="300", marks=pytest.mark.slow)],
)
async def test_nothing_is_lost_stuck_or_doubled(system: Process, folder: Path, number: int, rounds: int) -> None:
    memory, killed, began = Memory(), Counter[str](), time.perf_counter()

    async def kill(name: str, how: Kill) -> None:
        await asyncio.to_thread(how, system, folder)
        killed[name] += 1

    async with patient_office(system, memory, *PEOPLE, patience_s=PATIENCE_S) as people:
        load = Load(people, number, staffed_every=5)
        killing = asyncio.create_task(_killer(load, number, rounds, kill))
        try:
            await load.run()
        finally:
            killing.cancel()
    await _settled(folder)
    statuses = Counter(application["status"] for application in load.ended)
    print(
        f"\n{number} applications in {time.perf_counter() - began:.0f} s: {dict(statuses)};"
        f" killed: {dict(killed)}; acknowledged writes: {len(memory.acknowledged)}; tried again: {dict(memory.tries)}"
    )
    assert sum(killed.values()) == len(KILLS) * rounds
    assert len(load.ended) == number
    assert set(statuses) <= APPLICATION.terminal
    wrong = await examine(database(folder), folder / "keys", load.drafts, load.drafts)
    assert wrong == {}

    # A supervisor that is killed takes everything with it: nothing is left that would hold the folder or the ports.
    family = system.family()
    system.popen.send_signal(signal.SIGKILL)
    await asyncio.to_thread(system.popen.wait, 5)
    assert await asyncio.to_thread(left, family, within_s=10) == []
