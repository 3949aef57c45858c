"""`permit.verify_http_per_s`: the public check of a permit among a million, beside a bare read and the bare platform.

One server process on a socket; the callers speak plain HTTP/1.1 over kept connections, so that they are not what is
measured. The three are measured by turns.
"""

import asyncio
import multiprocessing
import os
import random
import shutil
import time
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from multiprocessing.connection import Connection
from pathlib import Path
from statistics import median

import asyncpg
import uvicorn
from fastapi import APIRouter, FastAPI, Response
from pydantic import BaseModel

from services.serve import bind
from services.together import running
from shared.contracts.issuance import PublicPermit
from shared.domain.clock import utc_now
from shared.platform.app import create_app
from shared.platform.auth import Anyone
from shared.platform.embedded.server import attach
from shared.platform.logging import configure
from shared.platform.runtime import ServiceDefinition
from shared.platform.settings import PlatformSettings, plain_url
from tests.bench.big_database import KEPT
from tests.bench.entries import Measured

PERMITS = 1_000_000
ROUNDS, ROUND_S, CONNECTIONS = 5, 3.0, 16
FLOOR_NAME = "bare FastAPI + asyncpg read"
OF_BARE, OF_PLATFORM = 0.60, 0.85
"""What of its two floors it is to reach."""
BARE_POOL = 8
_READ = "SELECT number, state, revision, plates, valid_from, valid_to FROM permit WHERE number = $1"
_FILL = """
    INSERT INTO permit (
        id, version, number, revision, authority_adcode, application_id, application_number, set_index, decision_id,
        carrier_id, carrier_name, plates, state, "class", facts, length_mm, width_mm, height_mm, gross_mass_kg, terms,
        route_plan_id, valid_from, valid_to, trips_allowed, trips_used, signer_name, token, key_id, demonstration, issued_at)
    SELECT gen_random_uuid(), 1, 'BENCH-' || lpad(n::text, 9, '0'), 1, '150600', gen_random_uuid(),
           'A' || lpad(n::text, 19, '0'), 0, gen_random_uuid(), gen_random_uuid(), 'x',
           ARRAY['蒙K' || lpad((n % 100000)::text, 5, '0'), '蒙K' || lpad((n % 10000)::text, 4, '0') || '挂'], 'issued', 'I',
           '{}', 18000, 3000, 4200, 49000, '{}', gen_random_uuid(), now() - interval '1 day', now() + interval '9 days',
           1, 0, 'x', 'x', 'x', true, now()
    FROM generate_series($1::bigint, $2::bigint) AS n
"""
_STEP = 100_000
router = APIRouter()


def number(index: int) -> str:
    """The number of a made-up permit."""
    return f"BENCH-{index:09}"


@router.get("/public/permits/{name}", response_model=PublicPermit)
async def constant(name: str, _: Anyone) -> Response:
    """The platform without the query: the same model, no database."""
    now = utc_now()
    made = PublicPermit(
        number=name,
        state="active",
        hold=False,
        revision=1,
        plates=["蒙K12345", "蒙K1234挂"],
        length_mm=18_000,
        width_mm=3000,
        height_mm=4200,
        gross_mass_kg=49_000,
        valid_from=now,
        valid_to=now,
        demonstration=True,
    )
    return Response(made.model_dump_json(), media_type="application/json")


class Bare(BaseModel):
    """The bare read's answer."""

    number: str
    state: str
    revision: int
    plates: list[str]


def _bare(url: Callable[[], str], pools: list[asyncpg.Pool]) -> FastAPI:
    """FastAPI and asyncpg, nothing else; its pool is opened with the first request."""
    app, opening = FastAPI(), asyncio.Lock()

    @app.get("/public/permits/{name}")
    async def read(name: str) -> Bare:
        if not pools:
            async with opening:
                if not pools:
                    pools.append(await asyncpg.create_pool(url(), min_size=BARE_POOL, max_size=BARE_POOL))
        row = await pools[0].fetchrow(_READ, name)
        if row is None:
            raise LookupError(name)
        return Bare(number=row["number"], state=row["state"], revision=row["revision"], plates=row["plates"])

    return app


async def _serve(folder: Path, ready: Connection) -> None:
    """The system, and the two floors beside its services, until the parent says so."""
    settings = PlatformSettings(data_dir=folder, demo="accounts", log_level="warning", pool_size=BARE_POOL)
    listener = bind("127.0.0.1", 0)
    async with running(settings) as host:
        platform = create_app(ServiceDefinition(name="floor", title=("基准", "Floor"), routers=(router,)), settings)
        platform.state.runtime = host.runtimes["issuance"]
        host.apps["floor"] = platform
        outer, pools = FastAPI(), list[asyncpg.Pool]()
        outer.mount("/bare", _bare(lambda: _database(folder), pools))
        outer.mount("/", host.asgi)
        config = uvicorn.Config(outer, lifespan="off", log_config=None, access_log=False, server_header=False)
        server = uvicorn.Server(config)
        serving = asyncio.create_task(server.serve(sockets=[listener]))
        while not server.started:  # noqa: ASYNC110 - the server tells it no other way
            await asyncio.sleep(0.01)
        ready.send(listener.getsockname()[1])
        await asyncio.to_thread(ready.poll, None)
        server.should_exit = True
        await serving
        for pool in pools:
            await pool.close()


def _database(folder: Path) -> str:
    server = attach(folder / "postgres")
    if server is None:
        raise RuntimeError("the system's database does not run")
    return plain_url(server.url)


def _child(folder: Path, ready: Connection) -> None:
    configure("warning")
    asyncio.run(_serve(folder, ready))


@contextmanager
def _served(permits: int) -> Iterator[int]:
    """The port of a running system with so many permits; its folder is made once and kept."""
    context = multiprocessing.get_context("spawn")
    mine, theirs = context.Pipe()
    kept = KEPT / f"permits-{permits}"
    made, folder = kept / "made", kept.resolve() / "data"
    if not made.exists():
        shutil.rmtree(kept, ignore_errors=True)
    folder.mkdir(parents=True, exist_ok=True)
    process = context.Process(target=_child, args=(folder, theirs))
    process.start()
    try:
        if not mine.poll(120):
            raise RuntimeError("the system did not start")
        port = mine.recv()
        if not made.exists():
            asyncio.run(_fill(folder, permits))
            made.touch()
        yield port
    finally:
        mine.send("end")
        process.join(30)


async def _fill(folder: Path, permits: int) -> None:
    connection = await asyncpg.connect(_database(folder))
    try:
        await connection.execute("SET synchronous_commit = off")
        for begin in range(1, permits + 1, _STEP):
            await connection.execute(_FILL, begin, min(begin + _STEP - 1, permits), timeout=600)
        await connection.execute("VACUUM (ANALYZE) permit", timeout=600)
    finally:
        await connection.close()


@asynccontextmanager
async def _connection(port: int) -> AsyncIterator[tuple[asyncio.StreamReader, asyncio.StreamWriter]]:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    try:
        yield reader, writer
    finally:
        writer.close()


async def _call(port: int, path: str, permits: int, until: float, seed: int) -> int:
    """How many answers one connection got until a moment; any but 200 stops the measurement."""
    done, chance = 0, random.Random(int(until * 1000) + seed)
    async with _connection(port) as (reader, writer):
        while time.perf_counter() < until:
            name = number(chance.randint(1, permits))
            writer.write(f"GET {path}/{name} HTTP/1.1\r\nHost: x\r\n\r\n".encode())
            head = (await reader.readuntil(b"\r\n\r\n")).lower()
            if not head.startswith(b"http/1.1 200"):
                raise RuntimeError(head.decode())
            await reader.readexactly(int(head.split(b"content-length: ")[1].split(b"\r\n")[0]))
            done += 1
    return done


async def _rate(port: int, path: str, permits: int) -> float:
    """Answers a second over all connections."""
    until = time.perf_counter() + ROUND_S
    return (
        sum(await asyncio.gather(*(_call(port, path, permits, until, seed) for seed in range(CONNECTIONS)))) / ROUND_S
    )


def verify_http(permits: int = PERMITS) -> list[Measured]:
    """`permit.verify_http_per_s`: checks a second; its floor is the bare read, the bare platform stands in its name."""
    paths = {name: f"{prefix}/public/permits" for name, prefix in _PREFIXES.items()}
    with _served(permits) as port:
        for path in paths.values():
            asyncio.run(_rate(port, path, permits))
        rounds = [
            {name: asyncio.run(_rate(port, path, permits)) for name, path in paths.items()} for _ in range(ROUNDS)
        ]
    ours, bare, platform = (median(one[name] for one in rounds) for name in paths)
    of_bare = median(one["ours"] / one["bare"] for one in rounds)
    of_platform = median(one["ours"] / one["platform"] for one in rounds)
    name = f"{FLOOR_NAME} ({of_bare:.0%}); the platform without the query: {platform:.0f}/s ({of_platform:.0%})"
    target = ours * max(OF_BARE / of_bare, OF_PLATFORM / of_platform)
    return [Measured("permit.verify_http_per_s", ours, ROUNDS, bare, name, target)]


_PREFIXES = {"ours": "/api/issuance/v1", "bare": "/bare", "platform": "/api/floor/v1"}

if __name__ == "__main__":
    for measured in verify_http(int(os.environ.get("BENCH_PERMITS", PERMITS))):
        print(f"{measured.name} {measured.value:.0f}/s, floor {measured.floor:.0f}/s: {measured.floor_name}")
