"""Starting and ending runs: never more than the permit allows; the last one's end uses the permit up."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import select

from services.issuance.desk import Desk
from services.issuance.life.commands import note, tell_of_permit
from services.issuance.permits.queries import hold_on, lock_permit, may_read
from shared.contracts.permit_life import TripReport
from shared.domain.clock import utc_now
from shared.domain.errors import Conflict, field_problem, not_found
from shared.domain.identifiers import uuid7
from shared.domain.lifecycle.permit import PERMIT
from shared.domain.roles import Role
from shared.platform.audit import acting
from shared.platform.database import WriteSession
from shared.platform.tokens import Caller
from shared.schema.issuance import PermitTrip

_WHO = (Role.COMPANY_AGENT, Role.ROAD_OFFICER)


async def start_trip(
    session: WriteSession, caller: Caller, *, desk: Desk, number: str, order: TripReport
) -> PermitTrip:
    """Count one more run.

    Raises:
        NotFound, Invalid: not the caller's; a moment in the future.
        Conflict: `permit_ended`, `permit_on_hold`, `permit_not_in_force` at that moment, `trip_running`, `trips_used`.
    """
    row = await lock_permit(session, number, may_read(caller, desk))
    at = _moment(order.at)
    if row.state != "issued":
        raise Conflict("permit_ended", "通行证已终止", "the permit has ended")
    if await hold_on(session, row) is not None:
        raise Conflict("permit_on_hold", "通行证中止通行中，不得起运", "the permit is on hold; do not set out")
    if not row.valid_from <= at <= row.valid_to:
        raise Conflict("permit_not_in_force", "不在通行证有效期内", "the permit is not in force at that moment")
    if await _running(session, number) is not None:
        raise Conflict("trip_running", "上一次运输尚未结束", "the run before is not ended yet")
    if row.trips_used >= row.trips_allowed:
        raise Conflict("trips_used", "许可的通行次数已用完", "every run this permit allows was made")
    row.trips_used += 1
    role = acting(caller, *_WHO)
    trip = PermitTrip(
        id=uuid7(),
        permit_number=number,
        seq=row.trips_used,
        started_at=at,
        recorded_by=caller.id,
        recorded_role=role.role,
    )
    session.add(trip)
    await note(session, row, "trip_start", role, {"seq": trip.seq, "at": at})
    await session.flush()
    return trip


async def end_trip(
    session: WriteSession, caller: Caller, *, desk: Desk, number: str, trip_id: UUID, order: TripReport
) -> PermitTrip:
    """End a run; asked again, the same answer.

    Raises:
        NotFound, Invalid: no such run of a permit of the caller's; a moment before its start or in the future.
    """
    row = await lock_permit(session, number, may_read(caller, desk))
    trip = await session.get(PermitTrip, trip_id)
    if trip is None or trip.permit_number != number:
        raise not_found("运输记录", "trip")
    if trip.ended_at is not None:
        return trip
    at = _moment(order.at)
    if at < trip.started_at:
        raise field_problem("/at", "end_before_start", "结束早于开始", "the end is before the start")
    trip.ended_at = at
    actor = acting(caller, *_WHO)
    await note(session, row, "trip_end", actor, {"seq": trip.seq, "at": at})
    if row.state == "issued" and row.trips_used >= row.trips_allowed:
        row.state = PERMIT.step(row.state, "last_trip", caller.roles)
        row.end_state, row.ended_at = row.state, at
        await note(session, row, "last_trip", actor, {"trips": row.trips_used})
        await tell_of_permit(session, row)
    await session.flush()
    return trip


def _moment(at: datetime | None) -> datetime:
    now = utc_now()
    if at is not None and at > now:
        raise field_problem("/at", "in_the_future", "时间不能晚于现在", "it lies in the future")
    return at or now


async def _running(session: WriteSession, number: str) -> PermitTrip | None:
    found: PermitTrip | None = await session.scalar(
        select(PermitTrip).where(PermitTrip.permit_number == number, PermitTrip.ended_at.is_(None))
    )
    return found
