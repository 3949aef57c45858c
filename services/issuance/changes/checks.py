"""What a change at once must keep: who may be changed to what, on which days and which way; raises what stands against it."""

from collections.abc import Collection
from datetime import date, datetime
from typing import Final

from sqlalchemy.ext.asyncio import AsyncSession

from services.issuance.changes.queries import case_of_permit, trip_running
from services.issuance.conditions import CONDITIONS
from services.issuance.standing.queries import limits_of, shared_authority, take_one
from services.issuance.terms import document_of, route_terms
from shared.contracts.changes import NeedsCase
from shared.contracts.facts import Tractor, Trailer, TransportFacts
from shared.contracts.issuance import CaseRoute
from shared.contracts.permit_life import DateChange, PermitChange
from shared.contracts.registry import CarrierStanding
from shared.domain.calendar import add_months
from shared.domain.clock import shanghai_day, utc_now
from shared.domain.errors import Conflict, field_problem
from shared.platform.database import WriteSession
from shared.schema.issuance import Permit, StandingAuthority

_TRAILERS: Final = {"flatbed", "hydraulic"}


class CaseNeeded(Exception):  # noqa: N818 - no error: another way to the same end
    """A change that a person must decide: why, and what was at fault."""

    def __init__(self, reason: NeedsCase, detail: str = "") -> None:
        super().__init__(reason)
        self.reason = reason
        self.detail = detail


def changed_facts(row: Permit, order: PermitChange) -> TransportFacts:
    """The facts of a permit with other plates or dates; everything else stays.

    Raises:
        Invalid: the number of plates is not that of the vehicles, one stands twice, or a trailer's stands for another.
    """
    facts = TransportFacts.model_validate(row.facts)
    if order.facts is not None:
        return _other_than(facts, order.facts)
    vehicles, trip = facts.vehicle_set, facts.trip
    if order.plates is not None:
        if len(order.plates) != len(vehicles.plates):
            count = len(vehicles.plates)
            raise field_problem(
                "/plates", "count", f"应按原车组顺序给出 {count} 个号牌", f"give {count} plates in order"
            )
        if len(set(order.plates)) != len(order.plates):
            raise field_problem("/plates", "doubled", "号牌重复", "a plate stands twice")
        tractors = [
            one.model_copy(update={"plate": plate}) for one, plate in zip(vehicles.tractors, order.plates, strict=False)
        ]
        trailer = vehicles.trailer and vehicles.trailer.model_copy(update={"plate": order.plates[-1]})
        vehicles = vehicles.model_copy(update={"tractors": tractors, "trailer": trailer})
    if order.dates is not None:
        dates = {"planned_start": order.dates.valid_from, "planned_end": order.dates.valid_to}
        trip = trip.model_copy(update=dates)
    changed = facts.model_copy(update={"vehicle_set": vehicles, "trip": trip})
    return TransportFacts.model_validate(_other_than(facts, changed).model_dump(mode="json"))


def _other_than(present: TransportFacts, changed: TransportFacts) -> TransportFacts:
    if changed == present:
        raise field_problem("/", "nothing_changed", "内容与现证相同", "nothing differs from the permit")
    return changed


async def require_instant_dates(session: AsyncSession, row: Permit, dates: DateChange) -> None:
    """Raise unless other days can be set at once: no longer than before, nothing agreed for the old ones.

    Raises:
        Invalid: they are impossible.
        Conflict: `trip_running`.
        CaseNeeded: `longer_validity`, `escort_or_survey`.
    """
    if dates.valid_from < utc_now() and dates.valid_from != row.valid_from:
        raise field_problem("/dates/valid_from", "in_the_past", "开始时间已过", "it begins in the past")
    if dates.valid_to <= dates.valid_from:
        raise field_problem(
            "/dates/valid_to", "end_before_start", "结束时间应晚于开始时间", "the end is not after the start"
        )
    if await trip_running(session, row.number):
        raise Conflict("trip_running", "有运输正在进行，不能变更日期", "a run is under way; its dates stay")
    require_longest_validity(row, dates.valid_from, dates.valid_to)
    if dates.valid_to - dates.valid_from > row.valid_to - row.valid_from:
        raise CaseNeeded("longer_validity")
    case = await case_of_permit(session, row)
    if case is None or case.lane == "survey" or _escorted(row):
        raise CaseNeeded("escort_or_survey")


def _escorted(row: Permit) -> bool:
    escort = row.terms["escort"]
    return isinstance(escort, dict) and bool(escort["required"])


def require_longest_validity(row: Permit, valid_from: datetime, valid_to: datetime) -> None:
    """Raise when a validity is not longer than nothing or beyond the longest one (Order 62 art. 19).

    Raises:
        Invalid: at `/valid_to`.
    """
    months = CONDITIONS.longest_validity.months
    if shanghai_day(valid_to) > add_months(shanghai_day(valid_from), months):
        raise field_problem(
            "/valid_to", "too_long", f"有效期最长 {months} 个月", f"a permit is valid for at most {months} months"
        )
    if valid_to <= max(valid_from, row.issued_at):
        raise field_problem("/valid_to", "end_before_start", "结束时间应晚于开始时间", "the end is not after the start")


def require_register_green(standing: CarrierStanding, row: Permit, facts: TransportFacts) -> None:
    """Raise unless carrier and vehicles stand as an application in the instant lane needs them, and load the road no more.

    Raises:
        CaseNeeded: `register_not_green`, with the papers at fault; `other_vehicle`, one that is heavier or has other
            axles than the one it stands for.
    """
    gaps = sorted({f"{gap.subject}:{gap.fault}" for gap in standing.gaps})
    if standing.credit != "green" or standing.restricted or standing.banned_until or not standing.papers_verified:
        raise CaseNeeded("register_not_green", ", ".join([f"credit:{standing.credit}", *gaps]))
    old = TransportFacts.model_validate(row.facts).vehicle_set
    registered = {vehicle.plate: vehicle for vehicle in standing.vehicles}
    pairs: list[tuple[Tractor | Trailer, Tractor | Trailer]] = [
        *zip(facts.vehicle_set.tractors, old.tractors, strict=True)
    ]
    if facts.vehicle_set.trailer is not None and old.trailer is not None:
        pairs.append((facts.vehicle_set.trailer, old.trailer))
    for new, before in pairs:
        if new.plate == before.plate:
            continue
        known = registered[new.plate]
        fits = (known.kind in _TRAILERS) == (before is old.trailer) and (
            before is not old.trailer or known.kind == old.kind
        )
        if not fits or known.axles != before.axles or known.curb_mass_kg > before.curb_mass_kg:
            raise CaseNeeded("other_vehicle", new.plate)


def require_free_way(row: Permit, route: CaseRoute, *, strict: bool) -> None:
    """Raise unless the way for the new days is open; `strict`: also unless it is the printed one, or simply clear.

    Raises:
        Conflict: `route_blocked`.
        CaseNeeded: `other_way`.
    """
    if route.verdict == "blocked" or not route.roads:
        raise Conflict("route_blocked", "新日期内路线不可通行", "there is no open way on the new days")
    printed = document_of(row)
    fresh = printed.model_copy(update=route_terms(route))
    same = (fresh.route, fresh.bridge_orders) == (printed.route, printed.bridge_orders)
    if strict and not same and (route.needs_survey or route.verdict != "clear" or row.class_ != "I"):
        raise CaseNeeded("other_way")


async def require_standing_authority(
    session: WriteSession, row: Permit, roads: Collection[str], day: date
) -> StandingAuthority:
    """The standing authority a change at once rests on, read FOR SHARE and counted.

    Raises:
        CaseNeeded: `no_standing_authority`: there is none, it is off, does not cover changes, or its day is full.
    """
    authority = await shared_authority(session, row.authority_adcode)
    covered = (
        authority is not None
        and limits_of(authority).changes
        and authority.suspended_at is None
        and str(row.carrier_id) not in authority.suspended_for_carriers
        and set(roads).isdisjoint(authority.suspended_for_roads)
    )
    if authority is None or not covered or not await take_one(session, authority, day):
        raise CaseNeeded("no_standing_authority")
    return authority
