"""Offering an escort and answering the offer."""

from datetime import UTC, datetime
from typing import Literal
from uuid import UUID

from sqlalchemy import select

from services.fieldwork.agencies.queries import is_qualified
from services.fieldwork.assignments.queries import locked_assignment, state_at
from services.fieldwork.guard import refuse_decided
from services.fieldwork.office_time import after_office_hours
from services.fieldwork.settings import LIMITS
from services.fieldwork.surveys.content import SurveyContent
from services.fieldwork.surveys.queries import newest_survey
from shared.contracts import fieldwork as wire
from shared.contracts.facts import TransportFacts
from shared.domain.clock import utc_now
from shared.domain.errors import Conflict, field_problem
from shared.domain.lifecycle.fieldwork import ASSIGNMENT
from shared.domain.roles import Role
from shared.platform import audit
from shared.platform.database import WriteSession
from shared.platform.etag import require_version
from shared.platform.runtime import Runtime
from shared.platform.tokens import Caller
from shared.platform.transaction import transaction
from shared.schema.base import JsonObject
from shared.schema.fieldwork import EscortAssignment

_LIVE = ("offered", "accepted")
_BATCH = 200


async def _record(
    session: WriteSession,
    row: EscortAssignment,
    action: str,
    actor: audit.Actor,
    data: dict[str, object] | None = None,
) -> None:
    await audit.record(
        session,
        service="fieldwork",
        aggregate="escort_assignment",
        aggregate_id=row.id,
        action=action,
        actor=actor,
        data=data,
    )


async def _expire(session: WriteSession, row: EscortAssignment) -> None:
    row.state = ASSIGNMENT.step(row.state, "expiry", {Role.SERVICE})
    await _record(session, row, "expiry", audit.SYSTEM, {"respond_due": row.respond_due})


def _summary(facts: list[TransportFacts]) -> JsonObject:
    """What an agency has to know before it answers: the load and its size, the vehicles, where and when."""
    trip = facts[0].trip
    return {
        "origin": trip.origin.model_dump(mode="json"),
        "destination": trip.destination.model_dump(mode="json"),
        "planned_start": trip.planned_start.isoformat(),
        "planned_end": trip.planned_end.isoformat(),
        "sets": [
            {
                "cargo": each.cargo.name,
                "plates": list(each.vehicle_set.plates),
                "loaded": each.loaded.model_dump(mode="json"),
            }
            for each in facts
        ],
    }


async def offer(session: WriteSession, caller: Caller, *, order: wire.AssignmentOffer) -> EscortAssignment:
    """Offer an escort to the agency the carrier chose; an offer that ran out makes room for another.

    Raises:
        NotFound: no own application that waits for an escort.
        Invalid: no qualified agency has this id.
        Conflict: `assignment_live`, an agency has the escort or the offer; the application ended or is decided.
    """
    survey = await newest_survey(session, caller, order.application_id)
    if survey.state == "cancelled":
        raise Conflict("application_ended", "该申请已终结", "the application has ended")
    if not await is_qualified(session, order.agency_id):
        raise field_problem("/agency_id", "unknown", "没有这个合格的护送机构", "no qualified agency has this id")
    now = utc_now()
    await _make_room(session, order.application_id, now)
    await refuse_decided(session, survey.application_id)
    content = SurveyContent.of(survey)
    row = EscortAssignment(
        application_id=survey.application_id,
        application_number=survey.application_number,
        facts_version=survey.facts_version,
        authority_adcode=survey.authority_adcode,
        carrier_id=survey.carrier_id,
        carrier_name=content.carrier_name,
        agency_id=order.agency_id,
        spec=content.escort_spec,
        summary=_summary(content.facts),
        state="offered",
        offered_by=caller.id,
        respond_due=after_office_hours(now, LIMITS.respond.office_hours, LIMITS.office).astimezone(UTC),
    )
    session.add(row)
    await session.flush()
    await _record(session, row, "offer", audit.acting(caller, Role.COMPANY_AGENT), {"agency_id": row.agency_id})
    return row


async def _make_room(session: WriteSession, application_id: UUID, now: datetime) -> None:
    # Locked until the offer is made, so that the old one is not answered meanwhile.
    live = select(EscortAssignment).where(
        EscortAssignment.application_id == application_id, EscortAssignment.state.in_(_LIVE)
    )
    row = await session.scalar(live.with_for_update(key_share=True))
    if row is None:
        return
    if state_at(row, now) != "expired":
        raise Conflict(
            "assignment_live",
            "该申请已有护送任务，如需更换请先取消",
            "an agency has this escort or its offer; cancel that first",
        )
    await _expire(session, row)
    await session.flush()  # the row leaves the index of live ones before the new one enters


async def answer(
    session: WriteSession,
    caller: Caller,
    *,
    assignment_id: UUID,
    version: int,
    event: Literal["acceptance", "decline"],
    reason: str | None = None,
) -> EscortAssignment:
    """Accept or decline an offer to one's own agency.

    Raises:
        NotFound: no such assignment, or another agency's.
        Stale: it changed meanwhile.
        Conflict: it is not on offer, `offer_expired`, or `agency_not_qualified` any more.
    """
    row = await locked_assignment(session, caller, assignment_id)
    require_version(row.version, version)
    now = utc_now()
    if state_at(row, now) == "expired":
        raise Conflict("offer_expired", "应答期限已过", "the time to answer is over")
    state = ASSIGNMENT.step(row.state, event, caller.roles)
    if event == "acceptance" and not await is_qualified(session, row.agency_id):
        raise Conflict("agency_not_qualified", "该护送机构已不合格", "the agency is not qualified any more")
    row.state, row.decline_reason, row.answered_by, row.answered_at = state, reason, caller.id, now
    data: dict[str, object] = {"reason": reason} if reason else {}
    await _record(session, row, event, audit.acting(caller, Role.ESCORT_DISPATCHER), data)
    await session.flush()
    return row


async def cancel(session: WriteSession, caller: Caller, *, assignment_id: UUID, version: int) -> EscortAssignment:
    """Take back an offer, or end an escort that was accepted, before the application is decided.

    Raises:
        NotFound: no such assignment, or another carrier's.
        Stale: it changed meanwhile.
        Conflict: it is over already, or `case_decided`.
    """
    row = await locked_assignment(session, caller, assignment_id)
    require_version(row.version, version)
    state = ASSIGNMENT.step(state_at(row, utc_now()), "cancellation", caller.roles)
    await refuse_decided(session, row.application_id)
    row.state = state
    await _record(session, row, "cancellation", audit.acting(caller, Role.COMPANY_AGENT))
    await session.flush()
    return row


async def cancel_assignments(session: WriteSession, caller: Caller, *, application_id: UUID) -> int:
    """Cancel the escort of an application that ended without a permit; how many there were."""
    live = select(EscortAssignment).where(
        EscortAssignment.application_id == application_id, EscortAssignment.state.in_(_LIVE)
    )
    rows = (await session.scalars(live.with_for_update(key_share=True))).all()
    for row in rows:
        row.state = ASSIGNMENT.step(row.state, "cancellation", caller.roles)
        await _record(session, row, "cancellation", audit.acting(caller))
    return len(rows)


async def expire_offers(runtime: Runtime) -> None:
    """Write down which offers ran out: they count as expired from their last moment, this makes the chain say so."""
    overdue = select(EscortAssignment).where(
        EscortAssignment.state == "offered", EscortAssignment.respond_due <= utc_now()
    )
    async with transaction(runtime.database) as session:
        rows = await session.scalars(
            overdue.order_by(EscortAssignment.id).limit(_BATCH).with_for_update(key_share=True, skip_locked=True)
        )
        for row in rows.all():
            await _expire(session, row)
