"""Makes the living office case by case, a few at a time, and goes on where an earlier run was cut off."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Collection, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import datetime, timedelta
from typing import Final, NamedTuple

import httpx

from demo.living.leading import lead
from demo.living.plan import Case, cases
from demo.office import expect
from shared.contracts.demo import DEMO_ACCOUNTS, DEMO_PASSWORD
from shared.contracts.demo_office import FURTHER_ACCOUNTS
from shared.domain.clock import set_back
from shared.domain.roles import Role

HANDS: Final = 2
"""Cases led at once."""
_A_MOMENT: Final = timedelta(microseconds=1)
"""What is done on the demonstration's clock is not logged request by request."""
Clients = Mapping[str, httpx.AsyncClient]
Mark = tuple[str, str, datetime]
"""A tractor, a cargo, a start: no two cases share all three."""


class Wanted(NamedTuple):
    """What office is to be made, and which of its cases are there already."""

    seed: int
    began_at: datetime
    planned: int
    done: Collection[int]


@asynccontextmanager
async def everybody(new_client: Callable[[], httpx.AsyncClient]) -> AsyncIterator[Clients]:
    """A client for everyone, signed in with the demonstration's password."""
    async with AsyncExitStack() as stack:
        clients: dict[str, httpx.AsyncClient] = {}
        for account in (*DEMO_ACCOUNTS, *FURTHER_ACCOUNTS):
            client = await stack.enter_async_context(new_client())
            form = {"username": account.username, "password": DEMO_PASSWORD}
            with set_back(_A_MOMENT):
                token = expect(await client.post("/api/registry/v1/tokens", data=form))["access_token"]
            client.headers["Authorization"] = f"Bearer {token}"
            clients[account.username] = client
        yield clients


async def make(
    clients: Clients,
    wanted: Wanted,
    *,
    turn: Callable[[], Awaitable[bool]],
    told: Callable[[int], Awaitable[None]],
) -> None:
    """Make the cases that are not there yet, in the order they were filed.

    Args:
        clients: everybody's.
        wanted: which office.
        turn: waited for before each act, so that others go first; False: stop, the rest is made another time.
        told: called with each case that is as it shall be.
    """
    left = iter([case for case in cases(*wanted[:3]) if case.number not in wanted.done])
    with set_back(_A_MOMENT):
        begun = await _begun(clients)

    async def work() -> None:
        for case in left:
            if not await lead(clients, case, begun.get(_mark(case)), turn):
                return
            await told(case.number)

    async with asyncio.TaskGroup() as group:
        for _ in range(HANDS):
            group.create_task(work())


def _mark(case: Case) -> Mark:
    return case.plate, str(case.facts["cargo"]["name"]), case.start


async def _begun(clients: Clients) -> dict[Mark, str]:
    """Applications that are there already."""
    found: dict[Mark, str] = {}
    agents = [one.username for one in (*DEMO_ACCOUNTS, *FURTHER_ACCOUNTS) if one.role is Role.COMPANY_AGENT]
    for agent in agents:
        cursor: str | None = None
        while True:
            path = "/api/intake/v1/applications?limit=100" + (f"&cursor={cursor}" if cursor else "")
            page = expect(await clients[agent].get(path))
            for row in page["items"]:
                found[row["plates"][0], row["cargo_name"], datetime.fromisoformat(row["planned_start"])] = row["id"]
            cursor = page["next_cursor"]
            if cursor is None:
                break
    return found
