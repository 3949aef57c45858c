"""Route plans: made once for a vehicle set, locked before a decision under the road lock."""

import json
from uuid import UUID

from sqlalchemy import Boolean, literal_column, select, update
from sqlalchemy.dialects.postgresql import insert

from services.route_advisory.checks.queries import checked_route
from services.route_advisory.checks.work import CheckedRoute
from services.route_advisory.conflict import least_limits
from services.route_advisory.network.check import window_of
from services.route_advisory.plans.queries import (
    first_hold,
    may_renew,
    newest_notice_on,
    plan_of_step,
    step_of,
    wire_plan,
)
from services.route_advisory.road_lock import share_road
from shared.contracts.route_advisory import PlanOrder, RouteCheckRequest, RoutePlan
from shared.domain.clock import utc_now
from shared.domain.errors import Conflict, not_found
from shared.domain.identifiers import uuid7
from shared.domain.lifecycle.route import ROUTE_PLAN
from shared.platform import audit
from shared.platform.database import ReadSession, WriteSession
from shared.platform.runtime import Runtime
from shared.platform.tokens import Caller
from shared.platform.transaction import reading, transaction
from shared.schema.route_advisory import PlanHoldRow, RoutePlanRow

_KEPT = {"id", "application_id", "facts_version", "set_index", "created_at"}
"""What a plan that is searched again keeps."""


async def make_plan(runtime: Runtime, caller: Caller, order: PlanOrder) -> RoutePlan:
    """The plan of an order: searched and stored once. No connection is held while the worker searches.

    A repeated order gives the stored plan. One that no permit stands on (not locked, or locked and held since) and that
    a newer notice touches is searched again and keeps its id, so that a caller who was refused the lock may go on by
    ordering once more.
    """
    async with reading(runtime.database) as session:
        stored = await plan_of_step(session, order)
        if stored is not None and not await _outdated(session, stored):
            return await wire_plan(session, stored)
    request = RouteCheckRequest(facts=order.facts)
    found = await checked_route(runtime, request)
    async with transaction(runtime.database) as session:
        await _store(session, caller, order, _values(order, request, found))
        await _supersede_older(session, caller, order)
        plan = await plan_of_step(session, order)
        if plan is None:
            raise LookupError(f"the plan of application {order.application_id} is gone while it is being stored")
        return await wire_plan(session, plan)


async def _outdated(session: ReadSession, stored: RoutePlanRow) -> bool:
    newest = await newest_notice_on(session, stored.id)
    if newest is None or newest.seq <= stored.restriction_seq:
        return False
    renewable = select(RoutePlanRow.id).where(RoutePlanRow.id == stored.id, may_renew())
    return await session.scalar(renewable) is not None


def _values(order: PlanOrder, request: RouteCheckRequest, found: CheckedRoute) -> dict[str, object]:
    start, end = window_of(request)
    return {
        "id": uuid7(),
        "application_id": order.application_id,
        "facts_version": order.facts_version,
        "set_index": order.set_index,
        "state": "checked",
        "locked_at": None,
        "segment_ids": list(found.segment_ids),
        "restriction_seq": found.restriction_seq,
        "network_version": found.network_version,
        "valid_from": start,
        "valid_to": end,
        "measures": least_limits(order.facts),
        "check": json.loads(found.body),
        "route_hash": found.route_hash,
        "created_at": utc_now(),
    }


async def _store(session: WriteSession, caller: Caller, order: PlanOrder, values: dict[str, object]) -> None:
    """Insert the plan, or renew the one stored meanwhile if that may be renewed and knew older restrictions only.

    What held the old way is done with: the new one was searched on newer restrictions, and the lock looks once more.
    """
    released = update(RoutePlanRow).where(*step_of(order), RoutePlanRow.state == "locked", may_renew())
    await session.execute(released.values(state="checked", locked_at=None).execution_options(synchronize_session=False))
    fresh = insert(RoutePlanRow).values(values)
    renewed = fresh.on_conflict_do_update(
        constraint="uq_route_plan_step",
        set_={name: fresh.excluded[name] for name in values if name not in _KEPT},
        where=(RoutePlanRow.state == "checked") & (RoutePlanRow.restriction_seq < fresh.excluded.restriction_seq),
    )
    # xmax is 0 on a row that was inserted, not updated.
    made = (
        await session.execute(renewed.returning(RoutePlanRow.id, literal_column("xmax = 0", Boolean)))
    ).one_or_none()
    if made is not None:
        live = (PlanHoldRow.plan_id == made[0], PlanHoldRow.lifted_at.is_(None))
        await session.execute(update(PlanHoldRow).where(*live).values(lifted_at=utc_now()))
        check = values["check"]
        await _record(
            session,
            caller,
            made[0],
            "creation" if made[1] else "renewal",
            application_id=order.application_id,
            restriction_seq=values["restriction_seq"],
            verdict=check["verdict"] if isinstance(check, dict) else None,
        )


async def _supersede_older(session: WriteSession, caller: Caller, order: PlanOrder) -> None:
    """Plans of earlier facts that were never locked are done with; a locked one stays with its permit."""
    older = (
        select(RoutePlanRow)
        .where(
            RoutePlanRow.application_id == order.application_id,
            RoutePlanRow.set_index == order.set_index,
            RoutePlanRow.facts_version < order.facts_version,
            RoutePlanRow.state == "checked",
        )
        .order_by(RoutePlanRow.facts_version)
        .with_for_update(key_share=True)
    )
    for plan in (await session.scalars(older)).all():
        plan.state = ROUTE_PLAN.step(plan.state, "supersession", caller.roles)
        await _record(session, caller, plan.id, "supersession", facts_version=order.facts_version)


async def lock_plan(session: WriteSession, caller: Caller, plan_id: UUID) -> RoutePlan:
    """Lock a plan before a decision; a locked one answers the same again.

    Only what is published decides here. A way that a bridge or a low structure blocks can be locked: whether that is
    overcome is for the survey and the approver.

    Raises:
        Conflict: `road_changed`, a notice published since touches the plan or holds it; `route_blocked`, it leads over
            a closure that was known when it was made, or leads nowhere.
    """
    await share_road(session)
    plan = await session.scalar(select(RoutePlanRow).where(RoutePlanRow.id == plan_id).with_for_update(key_share=True))
    if plan is None:
        raise not_found("路线方案", "route plan")
    if plan.state == "locked":
        if (hold := await first_hold(session, plan_id)) is not None:
            raise _road_changed(hold.notice_id, hold.reason)
        return await wire_plan(session, plan)
    newest = await newest_notice_on(session, plan_id)
    if newest is not None and newest.seq > plan.restriction_seq:
        raise _road_changed(newest.id, newest.title)
    if newest is not None or not plan.segment_ids:
        raise Conflict(
            "route_blocked",
            "路线不可通行，不能锁定：请改变路线或时间",
            "the route is closed or leads nowhere and cannot be locked: change route or time",
        )
    plan.state = ROUTE_PLAN.step(plan.state, "lock", caller.roles)
    plan.locked_at = utc_now()
    await _record(session, caller, plan_id, "lock", restriction_seq=plan.restriction_seq)
    return await wire_plan(session, plan)


def _road_changed(notice_id: UUID, title: str) -> Conflict:
    return Conflict(
        "road_changed",
        f"路况已变化，请重新选择路线:{title}",
        f"the road has changed, plan the route anew: {title}",
        context={"notice_id": str(notice_id)},
    )


async def _record(session: WriteSession, caller: Caller, plan_id: UUID, action: str, **data: object) -> None:
    await audit.record(
        session,
        service="route_advisory",
        aggregate="route_plan",
        aggregate_id=plan_id,
        action=action,
        actor=audit.acting(caller),
        data=data,
    )
