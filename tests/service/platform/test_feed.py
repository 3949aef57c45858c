"""A feed loses nothing: the race that `id > cursor` loses, and many writers against one reader."""

import asyncio
import random
from uuid import UUID

from shared.domain.identifiers import uuid7
from shared.platform.audit import SYSTEM, record
from shared.platform.database import Database, WriteSession
from shared.platform.feed import START, Position, next_rows
from shared.platform.transaction import reading, transaction
from shared.schema.library import AuditEvent
from shared.testing.stack import Stack

WRITERS, EACH = 6, 25


async def write(session: WriteSession, marker: str) -> UUID:
    identity = uuid7()
    await record(
        session, service="intake", aggregate="feed", aggregate_id=identity, action=marker, actor=SYSTEM, data={}
    )
    await session.flush()
    return identity


async def read(database: Database, marker: str, position: Position) -> tuple[list[UUID], Position]:
    async with reading(database) as session:
        rows = await next_rows(session, AuditEvent, position, AuditEvent.action == marker, limit=7)
    last = Position(rows[-1].xact, rows[-1].id) if rows else position
    return [row.aggregate_id for row in rows], last


async def test_a_row_that_commits_late_is_read_after_all(stack: Stack) -> None:
    """The early transaction commits last: a reader in between must see neither row, or it would lose the early one."""
    database, marker = stack.runtime("intake").database, f"late{uuid7().hex[-8:]}"
    async with transaction(database) as early:
        first = await write(early, marker)
        async with transaction(database) as late:
            second = await write(late, marker)
        seen, position = await read(database, marker, START)
        assert seen == []
    await settle(database)
    seen, _ = await read(database, marker, position)
    assert seen == [first, second]


async def test_many_writers_and_a_reader_that_never_rests(stack: Stack) -> None:
    database, marker = stack.runtime("intake").database, f"many{uuid7().hex[-8:]}"
    written: list[UUID] = []

    async def work(number: int) -> None:
        pause = random.Random(number)
        for _ in range(EACH):
            async with transaction(database) as session:
                identity = await write(session, marker)
                await asyncio.sleep(pause.random() / 200)
            written.append(identity)

    async def follow(writers: "asyncio.Future[list[None]]") -> list[UUID]:
        seen: list[UUID] = []
        position = START
        while not writers.done() or len(seen) < WRITERS * EACH:
            more, position = await read(database, marker, position)
            seen += more
        return seen

    writers = asyncio.gather(*(work(number) for number in range(WRITERS)))
    async with asyncio.timeout(60):
        seen = await follow(writers)
    assert sorted(seen) == sorted(written)
    assert len(set(seen)) == WRITERS * EACH


async def settle(database: Database) -> None:
    """Wait until no transaction of before runs any more (other tests' workers share the server)."""
    async with transaction(database) as session:
        mine = await write(session, "settle")
    async with asyncio.timeout(20):
        while True:
            async with reading(database) as session:
                rows = await next_rows(session, AuditEvent, START, AuditEvent.aggregate_id == mine, limit=1)
            if rows:
                return
