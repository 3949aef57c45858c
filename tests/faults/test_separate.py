"""The separate shape: a journey over sockets, each on its own role, nothing left when it ends; one service alone."""

import asyncio
import contextlib
import shutil
from collections.abc import Iterator
from pathlib import Path

import asyncpg
import httpx
import pytest

from services import shape
from services.catalog import present
from shared.platform import database_roles
from shared.platform.secrets import read_or_make_secret, service_secret
from shared.platform.settings import SERVICES
from shared.testing.loads import Slots
from shared.testing.process import Command, Process
from shared.testing.stack import Stack
from tests.faults.apart import APART, apart, database, left, members, office

pytestmark = pytest.mark.embedded
COMMON = ("__init__", "__main__", "catalog", "command", "serve", "alone")
"""Modules of `services` that every installation has."""


QUICK = ("intake", "registry")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("apart") / "data"


@pytest.fixture(scope="module")
def system(folder: Path) -> Iterator[Process]:
    with apart(folder) as process:
        yield process


async def test_an_instant_application_is_permitted_and_verified(system: Process) -> None:
    async with office(system, "carrier") as people:
        issued = await people.apply(Slots().take())
        assert issued["status"] == "issued"
        number = issued["permits"][0]["number"]
        permit = await people.permit(number)
        assert await people.verified(number, permit["token"])


async def test_each_process_has_its_own_role_and_keeps_to_its_connections(system: Process, folder: Path) -> None:
    assert set(members(system)) == {process.name for process in shape.processes(1)}
    connection = await asyncpg.connect(database(folder))
    rows = await connection.fetch(
        "SELECT usename, application_name FROM pg_stat_activity WHERE application_name ~ '^dajian-'"
    )
    await connection.close()
    assert {row["usename"] for row in rows} == {database_roles.role_name(name) for name in database_roles.CONNECTED}
    for row in rows:
        if row["application_name"] != "dajian-worker":
            assert row["application_name"] == f"dajian-{row['usename'].removeprefix('dajian_')}"


@contextlib.contextmanager
def live_queue(system: Process) -> Iterator[Iterator[str]]:
    """The queue's stream of events through the portal, once it hears."""
    headers = system.signed_in("clerk")
    with (
        httpx.Client(base_url=system.address, headers=headers, timeout=20, trust_env=False) as client,
        client.stream("GET", "/api/intake/v1/queue/events") as answer,
    ):
        lines = answer.iter_lines()
        assert "event: open" in lines
        yield lines


def test_the_live_queue_comes_through_the_portal_as_it_happens(system: Process) -> None:
    async def apply() -> None:
        async with office(system, "carrier") as people:
            await people.apply(Slots().take())

    with live_queue(system) as lines:
        asyncio.run(apply())
        assert "event: changed" in lines


@pytest.mark.timeout(60)
def test_nothing_is_left_when_it_ends(system: Process, folder: Path) -> None:
    """Last of this file: Ctrl-C ends everything within 5 s, pages that listen or not."""
    family = system.family()
    assert len(family) > APART.ports
    with live_queue(system):
        code, seconds = system.interrupt()
    print(f"ended {len(family)} processes in {seconds:.2f} s")
    assert code == 0, system.said()
    assert seconds < 5
    assert left(family, within_s=0) == []


def deploy(target: Path, service: str) -> None:
    """`shared/` and one service, nothing else."""
    unneeded = shutil.ignore_patterns("__pycache__", "testing", "node_modules")
    shutil.copytree("shared", target / "shared", ignore=unneeded)
    shutil.copytree(f"services/{service}", target / "services" / service, ignore=unneeded)
    for module in COMMON:
        shutil.copy(f"services/{module}.py", target / "services")


@pytest.mark.parametrize(
    "service", [name if name in QUICK else pytest.param(name, marks=pytest.mark.slow) for name in sorted(present())]
)
def test_a_service_is_deployable_alone(stack: Stack, tmp_path: Path, service: str) -> None:
    deploy(tmp_path / "code", service)
    master = read_or_make_secret(stack.runtime("registry").settings.keys_dir / "service-master")
    settings = {
        "DATABASE_URL": stack.runtime(service).database.url,
        "DAJIAN_SERVICE_SECRET": service_secret(master, service),
        "DAJIAN_DEMO": "none",
        **{f"DAJIAN_SERVICE_URLS__{name.upper()}": "http://127.0.0.1:9" for name in SERVICES},
    }
    command = Command(("--target", service, "--role", "api"), where=tmp_path / "code")
    process = Process(tmp_path / "data", command, **settings)
    try:
        print(f"{service} alone: ready after {process.ready():.1f} s")
        code, _ = process.interrupt()
        assert code == 0, process.said()
    finally:
        process.end()
