"""Reading escort assignments. An offer nobody answered in time is expired from that moment, told or not."""

from datetime import datetime
from typing import Literal
from uuid import UUID

from sqlalchemy import ColumnElement, and_, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from services.fieldwork.access import assignment_rows
from services.fieldwork.agencies.queries import agency_names
from shared.contracts import fieldwork as wire
from shared.contracts.pages import Page
from shared.domain.clock import utc_now
from shared.domain.errors import not_found
from shared.domain.roles import Role
from shared.platform.database import ReadSession, WriteSession
from shared.platform.paging import cut
from shared.platform.tokens import Caller
from shared.schema.fieldwork import EscortAssignment as Row

AssignmentState = Literal["offered", "accepted", "declined", "expired", "cancelled"]


def state_at(row: Row, now: datetime) -> str:
    """The state of an assignment at a moment."""
    return "expired" if row.state == "offered" and row.respond_due <= now else row.state


def _in_state(state: AssignmentState, now: datetime) -> ColumnElement[bool]:
    """The same in SQL."""
    match state:
        case "offered":
            return and_(Row.state == state, Row.respond_due > now)
        case "expired":
            return or_(Row.state == state, and_(Row.state == "offered", Row.respond_due <= now))
        case _:
            return Row.state == state


def _answer(row: Row, agency_name: str, now: datetime) -> wire.Assignment:
    return wire.Assignment(
        id=row.id,
        application_id=row.application_id,
        application_number=row.application_number,
        carrier_name=row.carrier_name,
        agency_id=row.agency_id,
        agency_name=agency_name,
        state=state_at(row, now),
        spec=row.spec,
        summary=row.summary,
        decline_reason=row.decline_reason,
        respond_due=row.respond_due,
        answered_at=row.answered_at,
        version=row.version,
    )


async def assignment_answer(session: AsyncSession, row: Row) -> wire.Assignment:
    """An assignment as it is answered."""
    names = await agency_names(session, [row.agency_id])
    return _answer(row, names[row.agency_id], utc_now())


async def list_assignments(
    session: ReadSession,
    caller: Caller,
    *,
    mine: bool,
    state: AssignmentState | None,
    application_id: UUID | None,
    cursor: UUID | None,
    limit: int,
) -> Page[wire.Assignment]:
    """Assignments the caller may see, newest first. `mine` leaves an officer nothing: assignments are never his."""
    now = utc_now()
    query = select(Row).where(assignment_rows(caller)).order_by(Row.id.desc()).limit(limit + 1)
    if mine and not caller.has(Role.COMPANY_AGENT, Role.ESCORT_DISPATCHER, Role.ESCORT_STAFF):
        return Page(items=[], next_cursor=None)
    if state is not None:
        query = query.where(_in_state(state, now))
    if application_id is not None:
        query = query.where(Row.application_id == application_id)
    if cursor is not None:
        query = query.where(Row.id < cursor)
    rows, following = cut((await session.scalars(query)).all(), limit, lambda row: row.id)
    names = await agency_names(session, [row.agency_id for row in rows])
    return Page(items=[_answer(row, names[row.agency_id], now) for row in rows], next_cursor=following)


async def visible_assignment(session: AsyncSession, caller: Caller, assignment_id: UUID) -> Row:
    """An assignment the caller may see.

    Raises:
        NotFound: there is none, or it is another's.
    """
    row = await session.scalar(select(Row).where(Row.id == assignment_id, assignment_rows(caller)))
    if row is None:
        raise not_found("护送任务", "assignment")
    return row


async def locked_assignment(session: WriteSession, caller: Caller, assignment_id: UUID) -> Row:
    """An assignment the caller may see, locked until the transaction ends.

    Raises:
        NotFound: there is none, or it is another's.
    """
    query = select(Row).where(Row.id == assignment_id, assignment_rows(caller))
    row = await session.scalar(query.with_for_update(key_share=True))
    if row is None:
        raise not_found("护送任务", "assignment")
    return row
