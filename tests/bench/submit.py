"""How long an instant application takes from its submission to its permit: one real process, by HTTP on a socket."""

import asyncio
import tempfile
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from statistics import median, quantiles
from uuid import uuid4

import asyncpg
import httpx

from services.issuance.keys import load_keys
from services.issuance.rendering.signature import render_and_sign
from services.issuance.rendering.token import make_token
from shared.platform.embedded.server import attach
from shared.platform.settings import plain_url
from shared.testing.loads import Slots
from shared.testing.process import Process, running
from tests.bench.entries import Measured
from tests.faults.apart import apart
from tests.unit.issuance.permits import permit

APPLICATIONS = 200
WARM_UP = 10
FLOORS = 60
MOVING = frozenset({"submitted", "accepted", "routed", "approved"})
MOVING_PAUSE_S = 0.005
PATIENCE_S = 20
FLOOR_NAME = "QR + typst + signature + as many bare commits"
APPLICATIONS_PATH = "/api/intake/v1/applications"
Draft = tuple[str, int]


def _key() -> dict[str, str]:
    return {"Idempotency-Key": str(uuid4())}


async def draft(client: httpx.AsyncClient, slots: Slots) -> Draft:
    """File a draft; its address and version."""
    answer = await client.post(APPLICATIONS_PATH, json={"facts": slots.take()}, headers=_key())
    body = answer.raise_for_status().json()
    return f"{APPLICATIONS_PATH}/{body['id']}", body["version"]


def _moving(body: dict[str, object]) -> bool:
    """Whether the system itself has something left to do; assessed and still submitted, it waits for a clerk."""
    return body["status"] in MOVING and not (body["status"] == "submitted" and body["lane"])


async def submit(client: httpx.AsyncClient, filed: Draft) -> float:
    """Submit it and wait for its permit; milliseconds. An answer 202 is waited out, that time counts.

    Raises:
        RuntimeError: it ended otherwise, or not in time.
    """
    path, version = filed
    began = time.perf_counter()
    answer = await client.post(f"{path}/submission", headers={**_key(), "If-Match": f'"{version}"'})
    while _moving(body := answer.raise_for_status().json()) and time.perf_counter() - began < PATIENCE_S:
        await asyncio.sleep(MOVING_PAUSE_S)
        answer = await client.get(path)
    if body["status"] != "issued":
        raise RuntimeError(f"an instant application is {body['status']} ({body['lane']}): {body['open_items']}")
    return (time.perf_counter() - began) * 1000


def _client(address: str, headers: dict[str, str]) -> httpx.AsyncClient:
    return httpx.AsyncClient(base_url=address, headers=headers, trust_env=False, timeout=30)


async def drafts(address: str, headers: dict[str, str], slots: Slots, *, number: int) -> list[Draft]:
    """So many drafts, ready to be submitted."""
    async with _client(address, headers) as client:
        return [await draft(client, slots) for _ in range(number)]


async def submissions(
    address: str, headers: dict[str, str], filed: Iterable[Draft], *, clients: int = 1
) -> list[float]:
    """Milliseconds of each application, by so many clients at once."""
    waiting = iter(filed)

    async def work() -> list[float]:
        async with _client(address, headers) as client:
            return [await submit(client, one) for one in waiting]

    return [took for each in await asyncio.gather(*(work() for _ in range(clients))) for took in each]


async def warm_up(address: str, headers: dict[str, str], slots: Slots, *, number: int = 1) -> None:
    """So many applications before anything is measured; the first one's document makes the renderer ready."""
    first, *more = await drafts(address, headers, slots, number=number)
    async with _client(address, headers) as client:
        await submit(client, first)
        permit = (await client.get(first[0])).json()["permits"][0]["number"]
        (await client.get(f"/api/issuance/v1/permits/{permit}/document")).raise_for_status()
    await submissions(address, headers, more)


def database(process_folder: Path) -> str:
    """The address of a running system's embedded database."""
    server = attach(process_folder / "postgres")
    if server is None:
        raise RuntimeError("the system's database does not run")
    return plain_url(server.url)


async def _transactions(url: str) -> int:
    """How many transactions wrote something so far."""
    connection = await asyncpg.connect(url)
    try:
        return int(await connection.fetchval("SELECT pg_current_xact_id()::text::bigint"))
    finally:
        await connection.close()


async def _bare(url: str, folder: Path, *, commits: int, clients: int) -> list[float]:
    """Milliseconds of laying out and signing a permit with its QR code, and so many commits of one row."""
    ring = load_keys(folder / "floor-keys", authority_name="鄂尔多斯市交通运输局")
    documents: Iterator[int] = iter(range(FLOORS))

    async def work() -> list[float]:
        connection = await asyncpg.connect(url)
        took = []
        for index in documents:
            document = permit(number=f"150600-2031-{index:06}")
            began = time.perf_counter()
            await asyncio.to_thread(render_and_sign, document, make_token(document, ring.signing), ring.document_key)
            for _ in range(commits):
                await connection.execute("INSERT INTO bench_floor VALUES (1)")
            took.append((time.perf_counter() - began) * 1000)
        await connection.close()
        return took

    return [one for each in await asyncio.gather(*(work() for _ in range(clients))) for one in each]


async def _measure(process: Process, folder: Path) -> list[Measured]:
    url, address, headers, slots = database(folder), process.address, process.signed_in("carrier"), Slots()
    await warm_up(address, headers, slots, number=WARM_UP)
    filed = await drafts(address, headers, slots, number=APPLICATIONS)
    before = await _transactions(url)
    alone = await submissions(address, headers, filed)
    commits = round((await _transactions(url) - before) / APPLICATIONS)
    filed = await drafts(address, headers, slots, number=APPLICATIONS)
    together = await submissions(address, headers, filed, clients=4)
    connection = await asyncpg.connect(url)
    await connection.execute("CREATE TABLE bench_floor (n int)")
    await connection.close()
    floor_name = f"{FLOOR_NAME} ({commits})"
    floor = median((await _bare(url, folder, commits=commits, clients=1))[3:])
    floor_together = _p99(await _bare(url, folder, commits=commits, clients=4))
    return [
        Measured("submit.instant_1c_p50_ms", median(alone), APPLICATIONS, floor, floor_name),
        Measured("submit.instant_4c_p99_ms", _p99(together), APPLICATIONS, floor_together, f"{floor_name}, 4 at once"),
    ]


async def _rate(process: Process) -> float:
    address, headers, slots = process.address, process.signed_in("carrier"), Slots()
    await warm_up(address, headers, slots, number=WARM_UP)
    filed = await drafts(address, headers, slots, number=APPLICATIONS)
    began = time.perf_counter()
    await submissions(address, headers, filed, clients=4)
    return APPLICATIONS / (time.perf_counter() - began)


def apart_rate() -> list[Measured]:
    """`submit.instant_per_s`: applications permitted in a second, each service a process of its own, by four clients."""
    with tempfile.TemporaryDirectory(prefix="dajian-bench-") as place, apart(Path(place, "data")) as process:
        return [Measured("submit.instant_per_s", asyncio.run(_rate(process)), APPLICATIONS)]


def _p99(values: Iterable[float]) -> float:
    return quantiles(values, n=100)[-1]


def instant() -> list[Measured]:
    """`submit.instant_1c_p50_ms` and `submit.instant_4c_p99_ms` on a system of their own."""
    with tempfile.TemporaryDirectory(prefix="dajian-bench-") as place:
        folder = Path(place, "data")
        with running(folder) as process:
            return asyncio.run(_measure(process, folder))
