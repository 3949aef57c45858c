"""The queue: which cases stand in which of its lists, what is due first; a count is made of the list's own condition."""

import base64
import binascii
from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import ColumnElement, DateTime, and_, case, func, literal, select, text, tuple_, type_coerce
from sqlalchemy.ext.asyncio import AsyncSession

from services.intake.applications.deemed import not_deemed_accepted
from services.intake.applications.queries import LIST_COLUMNS
from services.intake.queue.schemas import QueueQuery
from services.intake.settings import LIMITS
from shared.contracts.intake import ClerkLoad, QueueCount, QueuePage, QueueRow, QueueStage
from shared.contracts.registry import Officer
from shared.domain.clock import end_of_day, shanghai_day, utc_now
from shared.domain.errors import field_problem
from shared.platform.tokens import Caller
from shared.schema.intake import HELD, QUEUE_ORDER, UNCLAIMED, Application

WAITS_UNTIL = type_coerce(QUEUE_ORDER, DateTime(timezone=True))
"""What the queue is ordered by."""
_COLUMNS = (*LIST_COLUMNS, Application.notice_due_at, WAITS_UNTIL.label("waits_until"))


def of_authority(caller: Caller) -> ColumnElement[bool]:
    """The cases of the caller's authority."""
    return Application.authority_adcode == (caller.authority or "")


def unclaimed(now: datetime) -> ColumnElement[bool]:
    """Nobody has it, and a clerk may still do something about it."""
    return and_(text(UNCLAIMED), not_deemed_accepted(now))


def _stage(caller: Caller, now: datetime) -> dict[QueueStage, ColumnElement[bool]]:
    """The lists; a case stands in one of them at most."""
    held = and_(text(HELD), Application.status == "precheck", not_deemed_accepted(now))
    return {
        "unclaimed": unclaimed(now),
        "mine": and_(held, Application.claimed_by == caller.id),
        "others": and_(held, Application.claimed_by != caller.id),
        "correction": and_(text(HELD), Application.status == "correction"),
    }


def _band(now: datetime) -> ColumnElement[str]:
    today = shanghai_day(now)
    soon = end_of_day(today + timedelta(days=LIMITS.due_soon.days))
    return case(
        (now > WAITS_UNTIL, "overdue"),
        (end_of_day(today) >= WAITS_UNTIL, "today"),
        (soon >= WAITS_UNTIL, "soon"),
        else_="later",
    )


async def page(session: AsyncSession, caller: Caller, wanted: QueueQuery) -> QueuePage:
    """One list of the queue, what is due first at the top, and the length of every list."""
    now = utc_now()
    stages, band = _stage(caller, now), _band(now)
    query = select(*_COLUMNS).where(of_authority(caller), stages[wanted.stage])
    if wanted.band is not None:
        query = query.where(band == wanted.band)
    if wanted.cursor is not None:
        query = query.where(tuple_(WAITS_UNTIL, Application.id) > tuple_(*map(literal, _place_of(wanted.cursor))))
    query = query.order_by(WAITS_UNTIL, Application.id).limit(wanted.limit + 1)
    found = (await session.execute(query)).mappings().all()
    rows = [QueueRow.model_validate(dict(row)) for row in found[: wanted.limit]]
    more = len(found) > wanted.limit
    return QueuePage(
        items=rows,
        next_cursor=_cursor_of(rows[-1]) if more else None,
        counts=await _counts(session, caller, stages, band),
    )


async def _counts(
    session: AsyncSession, caller: Caller, stages: dict[QueueStage, ColumnElement[bool]], band: ColumnElement[str]
) -> list[QueueCount]:
    """How many stand in each list, due when; lists without any are left out."""
    stage = case(*((condition, name) for name, condition in stages.items())).label("stage")
    at_all = Application.status.in_(["submitted", "precheck", "correction"])
    listed = select(stage, band.label("band")).where(of_authority(caller), at_all).subquery()
    counted = select(listed.c.stage, listed.c.band, func.count()).where(listed.c.stage.is_not(None))
    rows = await session.execute(counted.group_by(listed.c.stage, listed.c.band).order_by(listed.c.stage))
    return [QueueCount(stage=name, band=due, count=count) for name, due, count in rows]


def _cursor_of(row: QueueRow) -> str:
    place = f"{row.waits_until.isoformat()}|{row.id}"
    return base64.urlsafe_b64encode(place.encode()).decode().rstrip("=")


def _place_of(cursor: str) -> tuple[datetime, UUID]:
    try:
        moment, identity = base64.urlsafe_b64decode(cursor + "==").decode().split("|")
        return datetime.fromisoformat(moment), UUID(identity)
    except (ValueError, binascii.Error) as error:
        raise field_problem("query/cursor", "cursor", "游标无效", "not a cursor of this list") from error


async def loads(session: AsyncSession, officers: Sequence[Officer]) -> list[ClerkLoad]:
    """How many cases each officer has in hand, the one with least first."""
    held = (
        select(Application.claimed_by, func.count().label("held"))
        .where(text(HELD), Application.claimed_by.in_([officer.id for officer in officers]))
        .group_by(Application.claimed_by)
    )
    count = {row.claimed_by: row.held for row in await session.execute(held)}
    found = [ClerkLoad(id=officer.id, name=officer.name, held=count.get(officer.id, 0)) for officer in officers]
    return sorted(found, key=lambda clerk: (clerk.held, clerk.id))
