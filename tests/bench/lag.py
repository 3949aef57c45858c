"""How late the event loop comes back to a task that is ready, while ways are looked for, people sign in, permits are made."""

import asyncio
import sys
import tempfile
from pathlib import Path
from statistics import quantiles

import httpx

from services.serve import serve
from services.together import running
from shared.contracts.demo import DEMO_PASSWORD
from shared.platform.host import Host
from shared.platform.settings import PlatformSettings
from shared.testing.loads import Slots
from shared.testing.process import free_port
from tests.bench.entries import Measured
from tests.bench.submit import drafts, submissions, warm_up

LOAD_S = 15
LOOK_EVERY_S = 0.005
AT_ONCE = 20


async def _sign_in(client: httpx.AsyncClient) -> dict[str, str]:
    form = {"username": "carrier", "password": DEMO_PASSWORD}
    answer = (await client.post("/api/registry/v1/tokens", data=form)).raise_for_status()
    return {"Authorization": f"Bearer {answer.json()['access_token']}"}


async def _load(address: str) -> None:
    """Submit applications (each looks for a way and makes a permit) and sign in, both without a pause."""
    async with httpx.AsyncClient(base_url=address, trust_env=False, timeout=30) as client:
        headers, slots = await _sign_in(client), Slots()
        await warm_up(address, headers, slots)

        async def permits() -> None:
            while True:
                await submissions(address, headers, await drafts(address, headers, slots, number=AT_ONCE))

        async def sign_ins() -> None:
            while True:
                await _sign_in(client)

        both = [asyncio.create_task(permits()), asyncio.create_task(sign_ins())]
        await asyncio.wait(both, timeout=LOAD_S, return_when=asyncio.FIRST_EXCEPTION)
        for one in both:
            if one.done():
                one.result()
            one.cancel()


async def _lags(host: Host, address: str) -> list[float]:
    """Milliseconds, one a look, while another process is the load.

    Raises:
        RuntimeError: the load failed.
    """
    loop, found = asyncio.get_running_loop(), list[float]()
    load = await asyncio.create_subprocess_exec(sys.executable, "-m", "tests.bench.lag", address)
    while load.returncode is None:
        due = loop.time() + LOOK_EVERY_S
        await asyncio.sleep(LOOK_EVERY_S)
        found.append(max(loop.time() - due, 0.0) * 1000)
    host.stopping.set()
    if load.returncode:
        raise RuntimeError("the load of the benchmark failed; its lines stand above")
    return found


async def _measure(folder: Path) -> list[float]:
    port = free_port()
    settings = PlatformSettings(data_dir=folder, port=port, demo="accounts", log_level="warning", database_url=None)

    async def greet(host: Host) -> None:
        watching.append(asyncio.create_task(_lags(host, f"http://127.0.0.1:{port}")))

    watching: list[asyncio.Task[list[float]]] = []
    await serve(running(settings), settings, role="both", port=port, greet=greet)
    return await watching[0]


def p99() -> list[Measured]:
    """`loop.lag_p99_ms` of one process with all services."""
    with tempfile.TemporaryDirectory(prefix="dajian-bench-") as place:
        found = asyncio.run(_measure(Path(place, "data")))
    return [Measured("loop.lag_p99_ms", quantiles(found, n=100)[-1], len(found))]


if __name__ == "__main__":
    asyncio.run(_load(sys.argv[1]))
