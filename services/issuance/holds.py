"""Travel holds beside a permit's state: of notices on its plan (`v_plan_hold` of route_advisory), and officers' own."""

from sqlalchemy import ColumnElement, DateTime, String, Uuid, and_, column, exists, func, or_, select, table, union_all
from sqlalchemy.sql.selectable import LateralFromClause

from shared.schema.issuance import Permit, PermitHold

PLAN_HOLD = table(
    "v_plan_hold", column("plan_id", Uuid), column("reason", String), column("since", DateTime(timezone=True))
)


def hold_of() -> LateralFromClause:
    """The hold on a permit, for a LEFT JOIN on true: lateral, so that both are asked for this permit alone."""
    of_plan = select(PLAN_HOLD.c.reason, PLAN_HOLD.c.since).where(PLAN_HOLD.c.plan_id == Permit.route_plan_id)
    of_officer = select(PermitHold.reason, PermitHold.since).where(
        PermitHold.permit_number == Permit.number, lasting_hold()
    )
    both = union_all(of_plan.correlate(Permit), of_officer.correlate(Permit)).subquery("holds")
    return select(both.c.reason, both.c.since).limit(1).lateral("on_hold")


def is_held() -> ColumnElement[bool]:
    """Whether a permit is on hold, where no reason is asked for: two looks by key, the cheapest form."""
    of_plan = exists().where(PLAN_HOLD.c.plan_id == Permit.route_plan_id).correlate(Permit)
    of_officer = exists().where(PermitHold.permit_number == Permit.number, lasting_hold()).correlate(Permit)
    return or_(of_plan, of_officer)


def lasting_hold() -> ColumnElement[bool]:
    """Whether an officer's hold lasts at this moment."""
    return and_(PermitHold.lifted_at.is_(None), or_(PermitHold.until.is_(None), PermitHold.until > func.now()))
