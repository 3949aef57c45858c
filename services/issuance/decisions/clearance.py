"""What must stand before a grant: survey and escort as fieldwork has them, and every plan locked on the road as it is."""

from sqlalchemy import Boolean, DateTime, Integer, String, Uuid, column, func, select, table
from sqlalchemy.dialects.postgresql import JSONB

from services.issuance.decisions.issuing import plan_of
from services.issuance.terms import NOTHING_FOUND, FieldFindings
from shared.clients.route_advisory import RouteAdvisoryClient
from shared.contracts.fieldwork import clearance_lock
from shared.contracts.issuance import ReviewCaseOrder
from shared.domain.errors import Conflict
from shared.platform.database import WriteSession
from shared.platform.runtime import Runtime
from shared.schema.issuance import ReviewCase

_CLEARANCE = table(
    "v_field_clearance",
    column("application_id", Uuid),
    column("facts_version", Integer),
    column("survey_passed", Boolean),
    column("escort_accepted", Boolean),
    column("surveyed_at", DateTime(timezone=True)),
    column("survey_conditions", JSONB),
    column("escort_agency", String),
)


async def field_clearance(session: WriteSession, case: ReviewCase) -> FieldFindings:
    """Survey and escort as fieldwork has them at this moment, for the very facts and the very way that are decided.

    The shared lock is held until the decision commits: who takes a report or an escort back waits for it and then sees
    the decision, or came first and is seen here.

    Raises:
        Conflict: `survey_missing`, none passed, or not since the way was planned anew; `escort_missing`.
    """
    if case.lane != "survey":
        return NOTHING_FOUND
    name = func.hashtextextended(clearance_lock(case.application_id), 0)
    await session.execute(select(func.pg_advisory_xact_lock_shared(name)))
    query = select(_CLEARANCE).where(
        _CLEARANCE.c.application_id == case.application_id, _CLEARANCE.c.facts_version == case.facts_version
    )
    found = (await session.execute(query)).one_or_none()
    if found is None or not found.survey_passed:
        raise Conflict("survey_missing", "尚无通过的现场勘验报告", "no survey report with a pass is there yet")
    if case.rerouted_at is not None and found.surveyed_at < case.rerouted_at:
        raise Conflict(
            "survey_missing",
            "路线已重新规划，原勘验报告针对旧路线，须重新勘验",
            "the way was planned anew; the survey was of the old one and must be done again",
        )
    if not found.escort_accepted:
        raise Conflict("escort_missing", "护送机构尚未接受护送任务", "no escort agency has accepted yet")
    return FieldFindings(tuple(str(text) for text in found.survey_conditions), found.escort_agency)


async def lock_plans(runtime: Runtime, order: ReviewCaseOrder) -> None:
    """Lock every set's plan; a road closed since it was checked answers 409 `road_changed`."""
    client = RouteAdvisoryClient.of(runtime)
    for one in order.sets:
        await client.lock(plan_of(one), f"{order.application_id}:{order.facts_version}:lock:{one.set_index}")
