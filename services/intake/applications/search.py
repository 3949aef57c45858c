"""Rows that hold what was typed, newest first, in a bounded time however often it occurs.

What is common is found among the newest rows at once. For the rest the index of terms is asked, and since fetching what
it finds is what takes time, it is asked for the newest stretch of time first and then for longer ones: each holds only
a few hits more than the one before, which did not fill the page.
"""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import ColumnElement, RowMapping, Text, literal_column, or_, select
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import InstrumentedAttribute

from shared.domain.errors import field_problem
from shared.domain.search import wanted
from shared.schema.intake import FOUND_BY, Application

LOOKED_THROUGH = 1_000
"""Newest rows that are walked through before the index is asked."""
STRETCHES = ((5, 1), (5, 4), (5, 16), (4, 4))
"""How far back the index is asked for, one after the other: digits of an id that name a stretch, and how many of them."""
_ID_DIGITS = 32
_found_by = literal_column(FOUND_BY, ARRAY(Text))


async def search(
    session: AsyncSession,
    columns: Sequence[InstrumentedAttribute[object]],
    conditions: Sequence[ColumnElement[bool]],
    typed: str,
    *,
    before: UUID | None,
    limit: int,
) -> Sequence[RowMapping]:
    """The newest rows that meet the conditions and hold all of a name's part, or end a plate, as typed.

    Args:
        session: to read with.
        columns: what is read of a row.
        conditions: what rows must meet besides.
        typed: by a person.
        before: the last id of the page before; None: the first page.
        limit: most rows.

    Raises:
        Invalid: less than two characters were typed.
    """
    try:
        either = wanted(typed)
    except ValueError as error:
        raise field_problem("query/q", "too_short", "请至少输入两个字", "type two characters at least") from error
    held = or_(*(Application.terms.contains(terms) for terms in either)).label("held")
    newest = select(Application.id, held).where(*conditions).order_by(Application.id.desc()).limit(LOOKED_THROUGH)
    walked = (await session.execute(newest if before is None else newest.where(Application.id < before))).all()
    ids = [row.id for row in walked if row.held][:limit]
    if len(ids) < limit and len(walked) == LOOKED_THROUGH:
        ids += await _older(session, conditions, either, before=walked[-1].id, limit=limit - len(ids))
    rows = select(*columns).where(Application.id.in_(ids)).order_by(Application.id.desc())
    return (await session.execute(rows)).mappings().all()


async def _older(
    session: AsyncSession,
    conditions: Sequence[ColumnElement[bool]],
    either: tuple[list[str], list[str]],
    *,
    before: UUID,
    limit: int,
) -> Sequence[UUID]:
    """Ids by the index, from an id backwards: the shortest stretch that fills the page, else all there are."""
    for digits, number in STRETCHES:
        within = _found_by.overlap(_stretches(before, digits, number))
        found = await _hits(
            session, conditions, [_found_by.contains(terms) & within for terms in either], before, limit
        )
        if len(found) == limit:
            return found
    return await _hits(session, conditions, [_found_by.contains(terms) for terms in either], before, limit)


async def _hits(
    session: AsyncSession,
    conditions: Sequence[ColumnElement[bool]],
    either: Sequence[ColumnElement[bool]],
    before: UUID,
    limit: int,
) -> Sequence[UUID]:
    # The bound of the id stands outside: beside the conditions it makes Postgres walk an index of ids instead.
    within = select(Application.id).where(or_(*either), Application.number.is_not(None), *conditions)
    hits = within.cte("hits").prefix_with("MATERIALIZED", dialect="postgresql")
    older = select(hits.c.id).where(hits.c.id < before).order_by(hits.c.id.desc()).limit(limit)
    return (await session.scalars(older)).all()


def _stretches(before: UUID, digits: int, number: int) -> list[str]:
    """The stretch an id lies in and those before it, as the index names them."""
    last = before.int >> 4 * (_ID_DIGITS - digits)
    return [f"@{last - back:0{digits}x}" for back in range(min(number, last + 1))]
