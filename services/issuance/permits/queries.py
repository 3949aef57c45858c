"""Reading permits as their holders and the office may: the newest revision of a number, and lists."""

from uuid import UUID

from sqlalchemy import ColumnElement, and_, false, or_, select, true
from sqlalchemy.ext.asyncio import AsyncSession

from services.issuance.decisions.queries import shown_state
from services.issuance.desk import Desk
from services.issuance.holds import hold_of
from services.issuance.terms import conditions_of, document_of
from shared.contracts.facts import TransportFacts
from shared.contracts.issuance import Hold, PermitRow, Reading
from shared.contracts.issuance import Permit as PermitModel
from shared.contracts.pages import Page
from shared.domain.errors import not_found
from shared.domain.roles import STAFF, Role
from shared.platform.database import ReadSession, WriteSession
from shared.platform.tokens import Caller
from shared.schema.issuance import Permit


def may_read(caller: Caller, desk: Desk) -> ColumnElement[bool]:
    """Which permits a caller sees: a carrier's agent its own (roles.md 3.1), officers those of their authority."""
    allowed: list[ColumnElement[bool]] = []
    if caller.has(Role.COMPANY_AGENT) and caller.carrier_id is not None:
        allowed.append(Permit.carrier_id == caller.carrier_id)
    if caller.has(Role.ROAD_OFFICER, *STAFF):
        allowed.append(Permit.authority_adcode == desk.authority_of(caller))
    return or_(false(), *allowed)


async def get_permit(session: AsyncSession, number: str, seen: ColumnElement[bool]) -> Permit:
    """The newest revision of a number.

    Args:
        session: where to read.
        number: the permit's.
        seen: which permits the caller sees, from `may_read`.

    Raises:
        NotFound: none, or not the caller's.
    """
    row = await session.scalar(
        select(Permit).where(Permit.number == number, seen).order_by(Permit.revision.desc()).limit(1)
    )
    if row is None:
        raise not_found("通行证", "permit")
    return row


async def lock_permit(session: WriteSession, number: str, seen: ColumnElement[bool]) -> Permit:
    """The same, its row locked until the transaction ends.

    Raises:
        NotFound: none, or not the caller's.
    """
    row = await session.scalar(
        select(Permit)
        .where(Permit.number == number, Permit.state != "superseded", seen)
        .with_for_update(key_share=True)
        .execution_options(populate_existing=True)
    )
    if row is None:
        raise not_found("通行证", "permit")
    return row


async def hold_on(session: AsyncSession, permit: Permit) -> Hold | None:
    """The travel hold on a permit, if one lasts."""
    on_hold = hold_of()
    found = (
        await session.execute(
            select(on_hold.c.reason, on_hold.c.since)
            .select_from(Permit)
            .join(on_hold, true())
            .where(Permit.id == permit.id)
        )
    ).one_or_none()
    return Hold(reason=found.reason, since=found.since) if found else None


def permit_model(row: Permit, hold: Hold | None) -> PermitModel:
    """A permit as its holder and staff read it."""
    return PermitModel(
        number=row.number,
        state=shown_state(row.state, row.valid_from, row.valid_to),
        hold=hold,
        revision=row.revision,
        token=row.token,
        valid_from=row.valid_from,
        valid_to=row.valid_to,
        facts=TransportFacts.model_validate(row.facts),
        set_index=row.set_index,
        conditions=conditions_of(document_of(row)),
        route_plan_id=row.route_plan_id,
        application_id=row.application_id,
        carrier_name=row.carrier_name,
        demonstration=row.demonstration,
        trips_allowed=row.trips_allowed,
        trips_used=row.trips_used,
        change=row.change,
        legal_reading=None if row.legal_reading is None else Reading.model_validate(row.legal_reading),
        end_state=row.end_state,
        end_reason=row.end_reason,
        end_clause=row.end_clause,
        ended_at=row.ended_at,
        version=row.version,
    )


async def list_permits(
    session: ReadSession,
    seen: ColumnElement[bool],
    *,
    application_id: UUID | None,
    plate: str | None,
    cursor: UUID | None,
    limit: int,
) -> Page[PermitRow]:
    """Permits a caller sees, newest first; superseded revisions are left out."""
    on_hold = hold_of()
    columns = (
        Permit.id,
        Permit.number,
        Permit.revision,
        Permit.set_index,
        Permit.state,
        Permit.class_.label("class_"),
        Permit.carrier_name,
        Permit.application_id,
        Permit.application_number,
        Permit.plates,
        Permit.valid_from,
        Permit.valid_to,
        Permit.version,
    )
    query = (
        select(*columns, on_hold.c.since.is_not(None).label("hold"))
        .select_from(Permit)
        .join(on_hold, true(), isouter=True)
        .where(and_(seen, Permit.state != "superseded"))
        .order_by(Permit.id.desc())
        .limit(limit + 1)
    )
    if application_id is not None:
        query = query.where(Permit.application_id == application_id)
    if plate is not None:
        query = query.where(Permit.plates.contains([plate]))
    if cursor is not None:
        query = query.where(Permit.id < cursor)
    found = (await session.execute(query)).mappings().all()
    items = [
        PermitRow.model_validate(
            {**row, "state": shown_state(row["state"], row["valid_from"], row["valid_to"])}, by_name=True
        )
        for row in found[:limit]
    ]
    return Page(items=items, next_cursor=str(items[-1].id) if len(found) > limit else None)
