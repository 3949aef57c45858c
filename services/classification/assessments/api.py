"""Internal endpoints: stored assessments, and due dates counted from an acceptance."""

from fastapi import APIRouter, Request

from services.classification.assessments.commands import assess_once
from services.classification.engine import Engine
from shared.contracts.classification import AssessmentOrder, DueDate, DueOrder, StoredAssessment
from shared.domain.clock import end_of_day
from shared.platform.auth import ServiceCall
from shared.platform.runtime import runtime_of
from shared.platform.transaction import Tx

router = APIRouter(prefix="/internal", tags=["internal"])


@router.post("/assessments")
async def assess(order: AssessmentOrder, _: ServiceCall, request: Request, tx: Tx) -> StoredAssessment:
    """Assess one vehicle set of an application; the same step gives the same assessment."""
    engine = runtime_of(request).own(Engine)
    edition = await engine.at(order.context.submitted_at)
    return await assess_once(tx, engine, edition, order)


@router.post("/due-dates")
async def due(order: DueOrder, _: ServiceCall, request: Request) -> DueDate:
    """The end of a limit in working days that starts with an acceptance."""
    engine = runtime_of(request).own(Engine)
    await engine.fresh()
    found = engine.calendar.add_working_days(order.accepted_on, order.working_days)
    return DueDate(due_at=end_of_day(found.day), provisional=found.provisional)
