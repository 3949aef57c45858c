"""Importing the network: once, quickly, ratings kept fresh, what an authority imported left alone."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass
from time import perf_counter

import pytest
import pytest_asyncio
from sqlalchemy import text

from services.route_advisory.engine import Engine, prepare, read_network
from services.route_advisory.install import install
from services.route_advisory.main import SERVICE
from services.route_advisory.network.arrays import Network
from services.route_advisory.network.build import build
from shared.domain.clock import shanghai_day, utc_now
from shared.domain.identifiers import uuid7
from shared.platform import migrate
from shared.platform.host import build_host
from shared.platform.runtime import Runtime
from shared.platform.settings import PlatformSettings
from shared.platform.transaction import reading
from shared.testing.plugin import server_url
from shared.testing.stack import Json, admin

IMPORT_WITHIN_S = 3.0


@dataclass(frozen=True)
class Alone:
    """Route advisory on an empty database of its own, without any other service."""

    runtime: Runtime
    url: str

    async def rows(self, query: str) -> list[Json]:
        async with admin(self.url) as connection:
            return [dict(row) for row in (await connection.execute(text(query))).mappings()]

    async def run(self, statement: str) -> None:
        async with admin(self.url) as connection:
            await connection.execute(text(statement))


@pytest_asyncio.fixture
async def alone(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Alone]:
    base, name = await server_url(), f"alone_{uuid7().hex}"
    async with admin(f"{base}/postgres") as connection:
        await connection.execute(text(f'CREATE DATABASE "{name}"'))
    url = f"{base}/{name}"
    await migrate.upgrade(url)
    host = build_host((SERVICE,), PlatformSettings(data_dir=tmp_path_factory.mktemp("data"), log_level="error"), url)
    yield Alone(host.runtimes["route_advisory"], url)
    await host.close()
    async with admin(f"{base}/postgres") as connection:
        await connection.execute(text(f'DROP DATABASE "{name}" WITH (FORCE)'))


_COUNTS = """SELECT (SELECT count(*) FROM road_node) AS nodes, (SELECT count(*) FROM road_segment) AS segments,
    (SELECT count(*) FROM structure) AS structures, (SELECT count(*) FROM network_state) AS states"""


async def test_two_processes_that_start_together_import_once_and_quickly(alone: Alone) -> None:
    began = perf_counter()
    await asyncio.gather(install(alone.runtime), install(alone.runtime))
    assert perf_counter() - began < IMPORT_WITHIN_S
    counts = (await alone.rows(_COUNTS))[0]
    assert (counts["segments"], counts["states"]) == (3999, 1)
    before = await alone.rows("SELECT * FROM structure ORDER BY id")
    assert all(row["sample"] for row in before)
    await install(alone.runtime)
    assert (await alone.rows(_COUNTS))[0] == counts
    assert await alone.rows("SELECT * FROM structure ORDER BY id") == before


async def test_old_sample_ratings_are_dated_anew_and_others_are_not(alone: Alone) -> None:
    await install(alone.runtime)
    dated = "SELECT id, rated_on FROM structure WHERE sample ORDER BY id"
    fresh = await alone.rows(dated)
    await alone.run("UPDATE structure SET rated_on = rated_on - 6")
    await alone.run("UPDATE network_state SET dated_on = dated_on - 6")
    six_days_old = await alone.rows(dated)
    await install(alone.runtime)
    assert await alone.rows(dated) == six_days_old, "a week has not gone by"
    await alone.run("UPDATE structure SET rated_on = rated_on - 1")
    await alone.run("UPDATE network_state SET dated_on = dated_on - 1")
    await alone.run("""INSERT INTO structure SELECT 900001, segment_id, kind, 'surveyed', stake_m, limits, bridge,
        condition_class, rated_on, false FROM structure WHERE rated_on IS NOT NULL LIMIT 1""")
    surveyed = await alone.rows("SELECT * FROM structure WHERE NOT sample")
    await install(alone.runtime)
    assert await alone.rows(dated) == fresh
    assert await alone.rows("SELECT * FROM structure WHERE NOT sample") == surveyed
    state = (await alone.rows("SELECT * FROM network_state"))[0]
    assert state["dated_on"] == shanghai_day(utc_now())


async def test_the_arrays_are_those_of_the_rows(alone: Alone) -> None:
    await install(alone.runtime)
    await prepare(alone.runtime)
    folder = alone.runtime.own(Engine).folder
    assert folder is not None
    async with reading(alone.runtime.database) as session:
        nodes, segments, structures = await read_network(session)
    assert Network.load(folder).version == build(nodes, segments, structures).version
    assert folder.parent == alone.runtime.settings.data_dir / "network"
    await prepare(alone.runtime)
    assert [path for path in folder.parent.iterdir() if not path.name.startswith(".")] == [folder]
