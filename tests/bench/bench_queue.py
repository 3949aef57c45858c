"""`queue.claims_per_s`: two hundred clerks ask for the next case at once, again and again; none is given to two.

Each claim is the command with its audit event and one commit. The floor is the bare UPDATE ... SKIP LOCKED and its
commit over asyncpg, on as many connections.
"""

import asyncio
import time
from uuid import UUID, uuid4

import asyncpg

from services.intake.queue.giving import take_next
from shared.domain.roles import Role
from shared.platform.database import Database
from shared.platform.settings import plain_url
from shared.platform.tokens import Caller
from shared.platform.transaction import transaction
from tests.bench.big_database import AUTHORITY, fill, own_database
from tests.bench.entries import Measured

CLERKS, CASES, CONNECTIONS = 200, 2_000, 8
_BARE = """
    UPDATE application SET status = 'precheck', claimed_by = $2, claimed_at = now(), version = version + 1
    WHERE id = (SELECT id FROM application WHERE authority_adcode = $1 AND status = 'submitted' AND outcome IS NOT NULL
                ORDER BY coalesce(due_at, notice_due_at, received_at), id LIMIT 1 FOR NO KEY UPDATE SKIP LOCKED)
    RETURNING id
"""


async def _claims(database: Database) -> tuple[float, list[UUID]]:
    """Claims a second until the queue is empty, and what was given."""
    given: list[UUID] = []
    # The pool gives a connection to whoever asks at that moment; clerks take turns, as their requests would.
    turns = asyncio.Semaphore(CONNECTIONS)

    async def work(clerk: Caller) -> None:
        while True:
            async with turns, transaction(database) as session:
                row = await take_next(session, clerk)
            if row is None:
                return
            given.append(row.id)

    clerks = [Caller(uuid4(), f"受理员 {n}", frozenset({Role.CLERK}), AUTHORITY) for n in range(CLERKS)]
    start = time.perf_counter()
    await asyncio.gather(*(work(clerk) for clerk in clerks))
    return len(given) / (time.perf_counter() - start), given


async def _bare(url: str) -> float:
    pool = await asyncpg.create_pool(plain_url(url), min_size=CONNECTIONS, max_size=CONNECTIONS)
    claimed = 0

    async def work() -> None:
        nonlocal claimed
        while await pool.fetchval(_BARE, AUTHORITY, uuid4()) is not None:
            claimed += 1

    start = time.perf_counter()
    await asyncio.gather(*(work() for _ in range(CLERKS)))
    took = time.perf_counter() - start
    await pool.close()
    return claimed / took


async def _measure() -> list[Measured]:
    async with own_database() as url:
        await fill(url, CASES * 5, waiting=CASES)
        connection = await asyncpg.connect(plain_url(url))
        database = Database(url, application_name="bench", pool_size=CONNECTIONS, max_overflow=0)
        try:
            rate, given = await _claims(database)
            if len(given) != len(set(given)) or len(given) != CASES:
                raise RuntimeError(f"{len(given)} claims of {CASES} cases, {len(set(given))} different ones")
            await connection.execute("UPDATE application SET status = 'submitted' WHERE status = 'precheck'")
            floor = await _bare(url)
        finally:
            await database.close()
            await connection.close()
    name = "the bare UPDATE ... SKIP LOCKED, committed, over asyncpg"
    return [Measured("queue.claims_per_s", rate, CASES, floor, name)]


def claims() -> list[Measured]:
    """`queue.claims_per_s` on a database of its own."""
    return asyncio.run(_measure())
