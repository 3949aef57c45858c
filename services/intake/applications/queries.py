"""Reading applications: who sees which, one of them whole, lists as cheap rows, the timeline."""

import base64
import binascii
from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import ColumnElement, and_, func, or_, select, text
from sqlalchemy.ext.asyncio import AsyncSession

from services.intake.applications.case import case_of, stored_assessments
from services.intake.applications.deemed import is_deemed_accepted
from services.intake.applications.open_items import shown
from services.intake.applications.progress import next_actor
from services.intake.applications.schemas import ListQuery
from services.intake.applications.search import search
from shared.contracts import intake as wire
from shared.contracts.application_permits import ApplicationPermit
from shared.contracts.pages import Page
from shared.domain.clock import utc_now
from shared.domain.errors import NotFound, field_problem, not_found
from shared.domain.roles import STAFF, Role
from shared.platform.audit import events_of
from shared.platform.tokens import Caller
from shared.schema.intake import ASSISTED, UNDRIVEN, Application

_MADE = frozenset(
    [
        "assessment",
        "assessments",
        "assessment_ids",
        "overrides",
        "route_plan_id",
        "route_plan_ids",
        "permits",
        "open_items",
        "next",
    ]
)
"""Members of an application that are no columns of its row."""
_STAFF_ONLY = frozenset({"note", "office_defect"})
"""Members of an event's data that stay inside the authority."""


def no_application() -> NotFound:
    """The answer for an application that does not exist or is not the caller's to see."""
    return not_found("申请", "application")


def is_staff(row: Application, caller: Caller) -> bool:
    """Whether the caller reads this application as staff of its authority; a draft has not been handed in yet."""
    return caller.has(*STAFF) and caller.authority == row.authority_adcode and row.number is not None


def is_own(row: Application, caller: Caller) -> bool:
    """Whether it is an application of the caller's own carrier."""
    return caller.has(Role.COMPANY_AGENT) and caller.carrier_id == row.carrier_id


def is_filer(row: Application, caller: Caller) -> bool:
    """Whether the caller is the clerk who filed this application for its carrier at the window."""
    return row.channel == ASSISTED and row.created_by == caller.id and caller.has(Role.CLERK)


def filing_role(caller: Caller) -> Role:
    """The role in which somebody hands an application in: the carrier's agent, or a clerk for him."""
    return Role.COMPANY_AGENT if caller.has(Role.COMPANY_AGENT) else Role.CLERK


def _visible(caller: Caller) -> ColumnElement[bool]:
    own = Application.carrier_id == caller.carrier_id
    staff = and_(Application.authority_adcode == caller.authority, Application.number.is_not(None))
    if not caller.has(*STAFF):
        return own
    return or_(own, staff) if caller.has(Role.COMPANY_AGENT) else staff


async def read(session: AsyncSession, caller: Caller, application_id: UUID) -> Application:
    """An application the caller may see.

    Raises:
        NotFound: it does not exist, or is not his to see.
    """
    row = await session.get(Application, application_id, populate_existing=True)
    if row is None or not (is_own(row, caller) or is_staff(row, caller) or is_filer(row, caller)):
        raise no_application()
    return row


def shown_application(row: Application, permits: Sequence[ApplicationPermit] = ()) -> wire.Application:
    """An application as its owner and staff read it; `assessment` is that of the strictest set.

    `permits` as they stand now, from `permits_now`; before a decision there are none.
    """
    stored, deemed = stored_assessments(row), is_deemed_accepted(row, utc_now())
    assessments = [one.assessment for one in stored]
    plan_ids = [plan["plan_id"] for plan in row.plans if isinstance(plan, dict) and plan["plan_id"]]
    fields = {name: getattr(row, name) for name in wire.Application.model_fields if name not in _MADE}
    return wire.Application.model_validate(
        {
            **fields,
            "status": "accepted" if deemed else row.status,
            "assessment": assessments[case_of(assessments).strictest] if assessments else None,
            "due_provisional": row.due_at is not None and (row.due_provisional or row.accepted_at is None),
            "assessments": assessments,
            "assessment_ids": [one.id for one in stored],
            "overrides": [
                {"set_index": one.set_index, **one.override.model_dump(exclude={"by", "by_name"})}
                for one in stored
                if one.override
            ],
            "route_plan_id": plan_ids[0] if plan_ids else None,
            "route_plan_ids": plan_ids,
            "permits": permits,
            "open_items": shown(row.open_items),
            "next": wire.NextStep(actor="system", action="routing") if deemed else next_actor(row),
        }
    )


LIST_COLUMNS = (
    Application.id,
    Application.number,
    Application.kind,
    Application.carrier_name,
    Application.cargo_name,
    Application.plates,
    Application.status,
    Application.class_,
    Application.lane,
    Application.planned_start,
    Application.submitted_at,
    Application.due_at,
    Application.claimed_by,
    Application.version,
)


async def page(session: AsyncSession, caller: Caller, wanted: ListQuery) -> Page[wire.ApplicationRow]:
    """Newest first; the cursor is the last id of the page before."""
    limit, conditions = wanted.limit, [_visible(caller), *_narrowed(wanted)]
    before = None if wanted.cursor is None else _id_of(wanted.cursor)
    if wanted.q is not None:
        found = await search(session, LIST_COLUMNS, conditions, wanted.q, before=before, limit=limit + 1)
    else:
        query = select(*LIST_COLUMNS).where(*conditions)
        query = query if before is None else query.where(Application.id < before)
        found = (await session.execute(query.order_by(Application.id.desc()).limit(limit + 1))).mappings().all()
    rows = [wire.ApplicationRow.model_validate(dict(row)) for row in found[:limit]]
    more = len(found) > limit
    return Page[wire.ApplicationRow](items=rows, next_cursor=_cursor_of(rows[-1].id) if more else None)


def _narrowed(wanted: ListQuery) -> list[ColumnElement[bool]]:
    named = (
        (Application.status, wanted.status),
        (Application.class_, wanted.class_),
        (Application.lane, wanted.lane),
        (Application.carrier_id, wanted.carrier_id),
        (Application.number, wanted.number),
    )
    conditions: list[ColumnElement[bool]] = [column == value for column, value in named if value is not None]
    if wanted.plate is not None:
        conditions.append(Application.plates.contains([wanted.plate]))
    return conditions


def _cursor_of(last: UUID) -> str:
    return base64.urlsafe_b64encode(last.bytes).decode().rstrip("=")


def _id_of(cursor: str) -> UUID:
    try:
        return UUID(bytes=base64.urlsafe_b64decode(cursor + "=="))
    except (ValueError, binascii.Error) as error:
        raise field_problem("query/cursor", "cursor", "游标无效", "not a cursor of this list") from error


async def timeline(session: AsyncSession, caller: Caller, application_id: UUID) -> list[wire.TimelineEvent]:
    """Every act on an application, oldest first; names of officers and inner notes are shown to staff alone.

    Raises:
        NotFound: the application does not exist, or is not the caller's to see.
    """
    row = await read(session, caller, application_id)
    staff = is_staff(row, caller)
    return [
        wire.TimelineEvent(
            seq=event.seq,
            action=event.action,
            at=event.at,
            role=event.actor_role,
            actor=event.actor_name if staff or event.actor_role == Role.COMPANY_AGENT else None,
            data={key: value for key, value in event.data.items() if staff or key not in _STAFF_ONLY},
        )
        for event in await events_of(session, application_id)
    ]


async def undriven(session: AsyncSession, *, idle_s: int, limit: int) -> list[UUID]:
    """Applications with something left for the system to do that nobody has been at for a while, oldest first."""
    before = func.now() - func.make_interval(0, 0, 0, 0, 0, 0, idle_s)
    last_sign = func.greatest(Application.driver_lease, Application.received_at, Application.active_at)
    query = select(Application.id).where(text(UNDRIVEN), last_sign < before)
    return list((await session.scalars(query.order_by(Application.received_at).limit(limit))).all())
