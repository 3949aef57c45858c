"""The living office (DAJIAN_DEMO=full): made through the API in the background of the first start, and gone on with by the next."""

import asyncio

import httpx

from demo.living.making import Wanted, everybody, make
from services.registry.demonstration import commands
from shared.platform.door import Door
from shared.platform.host import Host
from shared.platform.logging import get_log
from shared.platform.transaction import transaction

SEED = 150600
_ORIGIN = "http://dajian.internal"
_QUIET_S, _WAIT_S = 0.05, 0.3
"""Between acts it waits until nobody has asked anything for so long, but never longer than the second."""
_TOLD_EVERY = 50
log = get_log("demonstration")


async def keep_office(host: Host, door: Door, *, planned: int) -> None:
    """Make what is missing of the living office and come back; a fault ends it, never the system.

    Args:
        host: every service, in this process: the clock is set back for what happened before.
        door: tells when nobody else asks anything.
        planned: how many applications a new office has.
    """
    try:
        wanted = await _begin(host, planned)
        if wanted is not None:
            await _make(host, door, wanted)
    except Exception:
        log.exception("the demonstration office is not whole; the next start goes on with it")


async def _begin(host: Host, planned: int) -> Wanted | None:
    """What is to be made; None: it is there, or would stand among real people."""
    async with transaction(host.runtimes["registry"].database) as session:
        row = await commands.begin(session, seed=SEED, planned=planned)
        if row is None:
            log.info("no demonstration office: there are real accounts or carriers")
        if row is None or row.finished_at is not None:
            return None
        return Wanted(row.seed, row.began_at, row.planned, frozenset(row.done))


async def _make(host: Host, door: Door, wanted: Wanted) -> None:
    database = host.runtimes["registry"].database
    done, began = len(wanted.done), asyncio.get_running_loop().time()

    async def turn() -> bool:
        await door.quiet(_QUIET_S, at_most_s=_WAIT_S)
        return not host.stopping.is_set()

    async def told(case: int) -> None:
        nonlocal done
        async with transaction(database) as session:
            await commands.write_down(session, case)
        done += 1
        if done % _TOLD_EVERY == 0:
            log.info("demonstration office", done=done, planned=wanted.planned)

    def client() -> httpx.AsyncClient:
        transport = httpx.ASGITransport(app=host.asgi, raise_app_exceptions=False)
        return httpx.AsyncClient(transport=transport, base_url=_ORIGIN, timeout=30)

    async with everybody(client) as clients:
        await make(clients, wanted, turn=turn, told=told)
    if host.stopping.is_set():
        return
    async with transaction(database) as session:
        await commands.finish(session)
    seconds = round(asyncio.get_running_loop().time() - began, 1)
    log.info("demonstration office is whole", applications=wanted.planned, seconds=seconds)
