"""Travel holds of route plans, as route_advisory publishes them in `v_plan_hold`."""

from sqlalchemy import DateTime, String, Uuid, column, select, table
from sqlalchemy.orm import InstrumentedAttribute
from sqlalchemy.sql.selectable import LateralFromClause

from shared.schema.issuance import Permit

PLAN_HOLD = table(
    "v_plan_hold", column("plan_id", Uuid), column("reason", String), column("since", DateTime(timezone=True))
)


def hold_of(plan_id: InstrumentedAttribute[object] = Permit.route_plan_id) -> LateralFromClause:
    """The hold on a permit's plan, for a LEFT JOIN on true: lateral, so that the view is asked for this plan alone."""
    return (
        select(PLAN_HOLD.c.reason, PLAN_HOLD.c.since)
        .where(PLAN_HOLD.c.plan_id == plan_id)
        .limit(1)
        .lateral("plan_on_hold")
    )
