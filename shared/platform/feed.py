"""Reading a table as a feed without losing rows.

A row of a transaction that began early but commits late gets a small id and shows up behind a reader's cursor: reading
by `id > cursor` loses it. A feed table carries the transaction's own number (`xact`), and a reader takes only rows of
transactions before the oldest one still running, in the order (xact, id): nothing can show up before them any more.
"""

from collections.abc import Sequence
from typing import NamedTuple, TypeVar
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, func, select, text, tuple_, update
from sqlalchemy.ext.asyncio import AsyncSession, create_async_engine
from sqlalchemy.pool import NullPool

from shared.platform.settings import async_url
from shared.schema.base import Base, FeedRow


class Position(NamedTuple):
    """Where a reader is: after this row."""

    xact: int
    id: UUID


START = Position(-(1 << 63), UUID(int=0))


Row = TypeVar("Row", bound=FeedRow)
_OLDEST_RUNNING: ColumnElement[int] = text("pg_snapshot_xmin(pg_current_snapshot())::text::bigint")  # type: ignore[assignment]


def settled(model: type[FeedRow]) -> ColumnElement[bool]:
    """Rows before which nothing can show up any more."""
    return model.xact < _OLDEST_RUNNING


def after(model: type[FeedRow], position: Position) -> ColumnElement[bool]:
    """Rows behind a position."""
    return tuple_(model.xact, model.id) > tuple_(position.xact, position.id)


async def next_rows(
    session: AsyncSession, model: type[Row], position: Position, *conditions: ColumnElement[bool], limit: int
) -> Sequence[Row]:
    """The next settled rows behind a position, oldest first.

    Args:
        session: to read with.
        model: the feed table.
        position: where the reader is; `START` at first.
        conditions: which rows are of interest.
        limit: how many at most.
    """
    found = select(model).where(settled(model), after(model, position), *conditions)
    return (await session.scalars(found.order_by(model.xact, model.id).limit(limit))).all()


async def rebase(url: str) -> None:
    """After a restore: the rows come from another server, whose transaction numbers mean nothing on this one.

    Their numbers are moved below zero, in their order, and the cursors kept in tables with them: so they are settled,
    and every transaction to come is behind them.
    """
    engine = create_async_engine(async_url(url), poolclass=NullPool)
    try:
        async with engine.begin() as connection:
            await connection.run_sync(_rebase)
    finally:
        await engine.dispose()


def _rebase(connection: Connection) -> None:
    feeds = [table for table in Base.metadata.sorted_tables if "xact" in table.c]
    columns = [(table, table.c.xact) for table in feeds]
    columns.append((Base.metadata.tables["audit_seal"], Base.metadata.tables["audit_seal"].c.last_xact))
    newest = max(connection.scalar(select(func.max(column))) or -1 for _, column in columns)
    if newest < 0:
        return
    for table, column in columns:
        connection.execute(update(table).values({column.name: column - (newest + 1)}))
