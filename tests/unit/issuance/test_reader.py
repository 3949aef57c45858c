"""Permits by number are read together under load; every answer is of a read that began after its question."""

import asyncio
from datetime import UTC, datetime
from typing import cast

import pytest

from services.issuance.verification import reader
from services.issuance.verification.reader import NumberReader
from services.issuance.verification.seen import SeenPermit
from shared.platform.database import Database

NOW = datetime(2026, 11, 22, tzinfo=UTC)


def permit(number: str, revision: int) -> SeenPermit:
    return SeenPermit(number, revision, "issued", [], 1, 1, 1, 1, NOW, NOW, demonstration=True, hold=False)


class Reads:
    """Stands in for the database: each read waits until it is let through, then gives its own number as the revision."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.asked: list[list[str]] = []
        self.let = asyncio.Semaphore(0)
        self.fault: Exception | None = None
        monkeypatch.setattr(reader, "seen_permits", self.read)

    async def read(self, _: Database, numbers: list[str]) -> dict[str, SeenPermit]:
        self.asked.append(numbers)
        read = len(self.asked)
        await self.let.acquire()
        if self.fault is not None:
            raise self.fault
        return {one: permit(one, read) for one in numbers if one != "none"}


async def settle() -> None:
    for _ in range(5):
        await asyncio.sleep(0)


async def asked(numbers: NumberReader, *names: str) -> list["asyncio.Task[SeenPermit | None]"]:
    tasks = [asyncio.create_task(numbers.seen(name)) for name in names]
    await settle()
    return tasks


async def test_the_first_is_read_at_once_the_others_together(monkeypatch: pytest.MonkeyPatch) -> None:
    reads, numbers = Reads(monkeypatch), NumberReader(cast("Database", None))
    first = await asked(numbers, "a")
    others = await asked(numbers, "a", "b", "b", "none")
    reads.let.release()
    reads.let.release()
    assert await asyncio.gather(*first, *others) == [
        permit("a", 1),
        permit("a", 2),
        permit("b", 2),
        permit("b", 2),
        None,
    ]
    assert reads.asked == [["a"], ["a", "b", "none"]]


async def test_no_read_is_larger_than_its_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "TOGETHER_AT_MOST", 2)
    reads, numbers = Reads(monkeypatch), NumberReader(cast("Database", None))
    tasks = await asked(numbers, "a", "b", "c", "d", "e", "f")
    for _ in range(4):
        reads.let.release()
    await asyncio.gather(*tasks)
    assert max(len(one) for one in reads.asked) == 2
    assert sorted(name for one in reads.asked for name in one) == ["a", "b", "c", "d", "e", "f"]


async def test_a_fault_is_told_to_all_who_asked_and_the_next_are_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    reads, numbers = Reads(monkeypatch), NumberReader(cast("Database", None))
    reads.fault = ConnectionError("gone")
    tasks = await asked(numbers, "a", "b")
    reads.let.release()
    reads.let.release()
    answers = await asyncio.gather(*tasks, return_exceptions=True)
    assert [type(one) for one in answers] == [ConnectionError, ConnectionError]
    reads.fault = None
    again = await asked(numbers, "a")
    reads.let.release()
    assert (await again[0]) == permit("a", len(reads.asked))


async def test_who_goes_away_takes_nobody_along(monkeypatch: pytest.MonkeyPatch) -> None:
    reads, numbers = Reads(monkeypatch), NumberReader(cast("Database", None))
    gone, stays = await asked(numbers, "a", "a")
    gone.cancel()
    await settle()
    reads.let.release()
    reads.let.release()
    assert (await stays) is not None
    with pytest.raises(asyncio.CancelledError):
        await gone
