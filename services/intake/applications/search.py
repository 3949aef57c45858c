"""Rows that hold what was typed, newest first, in a bounded time however often it occurs.

What is common is found among the newest rows at once; only what is not common enough to fill a page there is looked up
in the index of terms, whose answer is then short. One of the two alone is slow at a million rows: the index for a
common word (every hit is fetched and sorted), the walk for a rare one (every row is looked at).
"""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, RowMapping, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import InstrumentedAttribute

from shared.domain.errors import field_problem
from shared.domain.search import wanted
from shared.schema.intake import Application

LOOKED_THROUGH = 8_000
"""Newest rows that are walked through before the index is asked."""


async def search(
    session: AsyncSession,
    columns: Sequence[InstrumentedAttribute[object]],
    conditions: Sequence[ColumnElement[bool]],
    typed: str,
    *,
    limit: int,
) -> Sequence[RowMapping]:
    """The newest rows that meet the conditions and hold all of a name's part, or end a plate, as typed.

    Raises:
        Invalid: less than two characters were typed.
    """
    try:
        name, tail = wanted(typed)
    except ValueError as error:
        raise field_problem("query/q", "too_short", "请至少输入两个字", "type two characters at least") from error
    newest = (
        select(*columns, Application.terms)
        .where(*conditions)
        .order_by(Application.id.desc())
        .limit(LOOKED_THROUGH)
        .subquery()
    )
    shown = [newest.c[column.key] for column in columns]
    holds = newest.c.terms.contains(name) | newest.c.terms.contains(tail)
    among = select(*shown).where(holds).order_by(newest.c.id.desc()).limit(limit)
    found = (await session.execute(among)).mappings().all()
    if len(found) == limit:
        return found
    held = Application.terms.contains(name) | Application.terms.contains(tail)
    hits = select(Application.id).where(held, *conditions).cte("hits").prefix_with("MATERIALIZED", dialect="postgresql")
    top = select(hits.c.id).order_by(hits.c.id.desc()).limit(limit).subquery()
    rare = select(*columns).join(top, top.c.id == Application.id).order_by(Application.id.desc())
    return (await session.execute(rare)).mappings().all()
