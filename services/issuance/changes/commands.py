"""Changing a permit (变更, Licensing Law art. 49) and renewing it (延续, art. 50): the next revision of the same number.

A holder's change of plates or dates is decided at once under the standing authority if nothing gets harder: the same
class and loads, register green, the same way or a clear one. Anything else is a case: an application in intake that names
the permit; what is granted on it becomes the next revision, and until then the present one lives on.
"""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from services.issuance.changes.checks import (
    CaseNeeded,
    changed_facts,
    require_free_way,
    require_instant_dates,
    require_longest_validity,
    require_register_green,
    require_standing_authority,
)
from services.issuance.changes.queries import change_case, change_case_by_id, require_no_open_case, revision_by_id
from services.issuance.changes.revising import NewWay, Revision, revise, revised
from services.issuance.decisions.queries import shown_state
from services.issuance.desk import desk_of
from services.issuance.permits.queries import get_permit, hold_on, lock_permit, may_read, permit_model
from services.issuance.rendering.document import PermitDocument
from services.issuance.terms import document_of
from shared.clients.intake import IntakeClient
from shared.clients.registry import RegistryClient
from shared.clients.route_advisory import RouteAdvisoryClient
from shared.contracts.changes import ChangeBasis, ChangeCase, ChangeCaseOrder
from shared.contracts.facts import TransportFacts
from shared.contracts.issuance import CaseRoute
from shared.contracts.issuance import Permit as PermitModel
from shared.contracts.permit_life import PermitChange, Renewal
from shared.contracts.registry import StandingOrder
from shared.contracts.route_advisory import PlanOrder
from shared.domain.clock import shanghai_day, utc_now
from shared.domain.errors import Conflict
from shared.domain.identifiers import uuid7
from shared.domain.lifecycle.permit import PERMIT
from shared.domain.roles import Role
from shared.platform.audit import acting
from shared.platform.database import WriteSession
from shared.platform.idempotency import KeyedRequest
from shared.platform.runtime import Runtime
from shared.platform.tokens import Caller
from shared.platform.transaction import reading, transaction
from shared.schema.issuance import Permit


@dataclass(frozen=True, slots=True)
class _Begun:
    """A change that may be made: the id of its revision or application, the row it starts from, the facts it leads to."""

    id: UUID
    row: Permit
    facts: TransportFacts


async def change(
    runtime: Runtime, caller: Caller, *, number: str, keyed: KeyedRequest, order: PermitChange
) -> PermitModel | ChangeCase:
    """Change a permit in force: plates or dates at once where nothing gets harder, anything else as a case.

    The same key again is the same revision, or the same case. While a case is open the present revision stays in force
    and cannot be changed otherwise.

    Raises:
        NotFound, Invalid: not the caller's company's; fields that do not fit the vehicle set.
        Conflict: `permit_ended`, `trip_running`, `road_changed`, `route_blocked`, `permit_changed`,
            `change_case_open`; of the application `duplicate`.
    """
    begun = await _begin(runtime, caller, number, keyed, order)
    if not isinstance(begun, _Begun):
        return begun
    try:
        return await _at_once(runtime, caller, begun, order)
    except CaseNeeded as needed:
        return await _as_case(runtime, caller, begun, needed)


async def _begin(
    runtime: Runtime, caller: Caller, number: str, keyed: KeyedRequest, order: PermitChange
) -> _Begun | PermitModel | ChangeCase:
    """What the change starts from; a repeated request's revision or case, if it was made."""
    async with transaction(runtime.database) as session:
        record = await keyed.seen(session)
        id_ = record.resource_id if record is not None else None
        done = id_ and (await _revision(session, id_) or await change_case_by_id(session, id_))
        if done:
            return done
        row = await get_permit(session, number, Permit.carrier_id == caller.carrier_id)
        _require_in_force(row, "change", caller)
        await require_no_open_case(session, number)
        begun = _Begun(id_ or uuid7(), row, changed_facts(row, order))
        await keyed.begin_driven(session, begun.id)
        return begun


async def _at_once(runtime: Runtime, caller: Caller, begun: _Begun, order: PermitChange) -> PermitModel:
    if order.facts is not None:
        raise CaseNeeded("other_transport")
    if order.dates is not None:
        async with reading(runtime.database) as session:
            await require_instant_dates(session, begun.row, order.dates)
    plates = list(begun.facts.vehicle_set.plates)
    on = shanghai_day(begun.facts.trip.planned_start)
    standing = StandingOrder(carrier_id=begun.row.carrier_id, plates=plates, on=on)
    require_register_green(await RegistryClient.of(runtime).standing(standing), begun.row, begun.facts)
    way = await _way(runtime, begun, strict=True) if order.dates is not None else None
    async with transaction(runtime.database) as session:
        return await _made(session, runtime, caller, begun, way, order)


async def _as_case(runtime: Runtime, caller: Caller, begun: _Begun, needed: CaseNeeded) -> ChangeCase:
    """Have intake open the application of the change for the holder."""
    row = begun.row
    basis = ChangeBasis(number=row.number, revision=row.revision, reason=needed.reason, detail=needed.detail)
    case = ChangeCaseOrder(
        id=begun.id,
        authority_adcode=row.authority_adcode,
        carrier_id=row.carrier_id,
        carrier_name=row.carrier_name,
        asked_by=caller.id,
        asked_by_name=caller.name,
        facts=begun.facts,
        basis=basis,
    )
    opened = await IntakeClient.of(runtime).open_change(case)
    return change_case(
        reason=needed.reason,
        permit_number=row.number,
        revision=row.revision,
        application_id=opened.id,
        application_number=opened.number,
        status=opened.status,
    )


async def _revision(session: WriteSession, revision_id: UUID) -> PermitModel | None:
    """The revision a repeated request made."""
    made = await revision_by_id(session, revision_id)
    return None if made is None else permit_model(made, await hold_on(session, made))


def _require_in_force(row: Permit, event: str, caller: Caller) -> None:
    PERMIT.step(row.state, event, caller.roles)
    if shown_state(row.state, row.valid_from, row.valid_to) == "expired":
        raise Conflict("permit_ended", "通行证已过期，请重新申请", "the permit has expired; apply anew")


async def _way(runtime: Runtime, begun: _Begun, *, strict: bool) -> NewWay:
    """Plan and lock a way for the new dates under the revision's own id; no session is open."""
    client, step = RouteAdvisoryClient.of(runtime), begun.id
    order = PlanOrder(application_id=step, facts_version=1, set_index=begun.row.set_index, facts=begun.facts)
    plan = await client.plan(order, f"{step}:plan")
    route = CaseRoute.of(plan.check, plan.route_hash)
    require_free_way(begun.row, route, strict=strict)
    await client.lock(plan.id, f"{step}:lock")
    return NewWay(plan.id, route)


async def _made(
    session: WriteSession, runtime: Runtime, caller: Caller, begun: _Begun, way: NewWay | None, order: PermitChange
) -> PermitModel:
    """Write the revision: the permit's row first, then the standing authority and its day's counter."""
    desk, now = desk_of(runtime), utc_now()
    row = await _same(session, begun, caller, "change")
    await require_no_open_case(session, row.number)
    roads = {leg.road for leg in document_of(row).route.legs} | {one.road for one in (way.route.roads if way else [])}
    authority = await require_standing_authority(session, row, roads, shanghai_day(now))
    said: dict[str, object] = {
        "kind": "change",
        "automatic": True,
        "standing_authority_id": str(authority.id),
        **order.model_dump(mode="json", exclude_none=True),
    }
    document = revised(row, begun.facts, way, signer_name=authority.granted_by_name, moment=now)
    revision = _revision_of(begun, row, document, way, said)
    fresh = await revise(session, desk, row, revision, acting(caller, Role.COMPANY_AGENT))
    return permit_model(fresh, await hold_on(session, fresh))


def _revision_of(
    begun: _Begun, row: Permit, document: PermitDocument, way: NewWay | None, said: dict[str, object]
) -> Revision:
    """A revision that rests on the decision of the one before."""
    return Revision(
        id=begun.id,
        document=document,
        plan_id=row.route_plan_id if way is None else way.plan_id,
        class_=row.class_,
        decision_id=row.decision_id,
        change=said,
    )


async def _same(session: WriteSession, begun: _Begun, caller: Caller, event: str) -> Permit:
    """The row the change began from, locked.

    Raises:
        Conflict: `permit_changed`, another change came first.
    """
    row = await lock_permit(session, begun.row.number, Permit.id == begun.row.id)
    if row.version != begun.row.version:
        raise Conflict(
            "permit_changed", "通行证刚被变更，请刷新后再试", "the permit was changed meanwhile; read it again"
        )
    _require_in_force(row, event, caller)
    return row


async def renew(runtime: Runtime, caller: Caller, *, number: str, keyed: KeyedRequest, order: Renewal) -> PermitModel:
    """An approver extends a permit in force, on a way that is planned for the longer time.

    Raises:
        NotFound, Invalid: not of the caller's authority; the new end is not later, or beyond the longest validity.
        Conflict: `permit_ended`, `route_blocked`, `road_changed`, `permit_changed`.
    """
    desk = desk_of(runtime)
    async with transaction(runtime.database) as session:
        record = await keyed.seen(session)
        done = await _revision(session, record.resource_id) if record is not None and record.resource_id else None
        if done is not None:
            return done
        row = await get_permit(session, number, may_read(caller, desk))
        _require_in_force(row, "renewal", caller)
        begun = _Begun(uuid7(), row, _renewed_facts(row, order.valid_to))
        await keyed.begin_driven(session, begun.id)
    way = await _way(runtime, begun, strict=False)
    async with transaction(runtime.database) as session:
        row = await _same(session, begun, caller, "renewal")
        said = {"kind": "renewal", "automatic": False, **order.model_dump(mode="json")}
        document = revised(row, begun.facts, way, signer_name=caller.name, moment=utc_now())
        revision = _revision_of(begun, row, document, way, said)
        fresh = await revise(session, desk, row, revision, acting(caller, Role.APPROVER))
        return permit_model(fresh, await hold_on(session, fresh))


def _renewed_facts(row: Permit, valid_to: datetime) -> TransportFacts:
    require_longest_validity(row, row.valid_from, valid_to)
    facts = TransportFacts.model_validate(row.facts)
    return facts.model_copy(update={"trip": facts.trip.model_copy(update={"planned_end": valid_to})})
