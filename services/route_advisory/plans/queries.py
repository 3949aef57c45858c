"""Reading route plans: by id, by the step they belong to, and the notices that touch or hold them."""

from uuid import UUID

from sqlalchemy import ColumnElement, Row, Uuid, and_, column, exists, not_, or_, select, table
from sqlalchemy.ext.asyncio import AsyncSession

from services.route_advisory.conflict import touches
from shared.contracts.route_advisory import PlanHold, PlanOrder, RouteCheck, RoutePlan
from shared.domain.errors import not_found
from shared.schema.route_advisory import PlanHoldRow, Restriction, RoutePlanRow, TrafficNotice

_PERMIT_PLANS = table("v_permit_plan", column("route_plan_id", Uuid))


def step_of(order: PlanOrder) -> tuple[ColumnElement[bool], ...]:
    """The step an order is of, as conditions."""
    return (
        RoutePlanRow.application_id == order.application_id,
        RoutePlanRow.facts_version == order.facts_version,
        RoutePlanRow.set_index == order.set_index,
    )


async def plan_of_step(session: AsyncSession, order: PlanOrder) -> RoutePlanRow | None:
    """The plan stored for the step of an order, or None."""
    return await session.scalar(select(RoutePlanRow).where(*step_of(order)))


async def plan_by_id(session: AsyncSession, plan_id: UUID) -> RoutePlanRow:
    """A plan.

    Raises:
        NotFound: there is none.
    """
    plan = await session.get(RoutePlanRow, plan_id)
    if plan is None:
        raise not_found("路线方案", "route plan")
    return plan


async def newest_notice_on(session: AsyncSession, plan_id: UUID) -> Row[int, UUID, str] | None:
    """Number, id and title of the newest published notice that touches a plan, or None."""
    query = (
        select(Restriction.seq, TrafficNotice.id, TrafficNotice.title)
        .join(TrafficNotice, TrafficNotice.id == Restriction.notice_id)
        .join(RoutePlanRow, touches())
        .where(RoutePlanRow.id == plan_id)
        .order_by(Restriction.seq.desc())
    )
    return (await session.execute(query.limit(1))).one_or_none()


def may_renew() -> ColumnElement[bool]:
    """Whether a plan may be searched again: not locked, or stopped by a notice before a permit was issued on it."""
    stopped = exists().where(PlanHoldRow.plan_id == RoutePlanRow.id, PlanHoldRow.lifted_at.is_(None))
    issued = exists().where(_PERMIT_PLANS.c.route_plan_id == RoutePlanRow.id)
    return or_(RoutePlanRow.state == "checked", and_(RoutePlanRow.state == "locked", stopped, not_(issued)))


async def first_hold(session: AsyncSession, plan_id: UUID) -> PlanHoldRow | None:
    """The oldest hold on a plan that is not lifted, or None."""
    live = (PlanHoldRow.plan_id == plan_id, PlanHoldRow.lifted_at.is_(None))
    return await session.scalar(select(PlanHoldRow).where(*live).order_by(PlanHoldRow.since).limit(1))


async def wire_plan(session: AsyncSession, plan: RoutePlanRow) -> RoutePlan:
    """A plan as it is told, with the hold on it."""
    hold = await first_hold(session, plan.id)
    return RoutePlan.model_validate(
        {
            "id": plan.id,
            "application_id": plan.application_id,
            "facts_version": plan.facts_version,
            "set_index": plan.set_index,
            "state": plan.state,
            "check": RouteCheck.model_validate(plan.check),
            "route_hash": plan.route_hash.hex(),
            "hold": PlanHold(notice_id=hold.notice_id, reason=hold.reason, since=hold.since) if hold else None,
        }
    )
