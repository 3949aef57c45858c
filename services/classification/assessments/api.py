"""Stored assessments: made and read by intake, read by staff, overridden by reviewers and approvers; due dates."""

from uuid import UUID

from fastapi import APIRouter, Request, Response

from services.classification.access import AssessmentReader, LaneSetter
from services.classification.assessments.commands import assess_once
from services.classification.assessments.overrides import override
from services.classification.assessments.queries import assessment_row, view_of
from services.classification.calendar.clock import due_date
from services.classification.engine import Engine
from shared.contracts.classification import (
    AssessmentOrder,
    AssessmentView,
    DueDate,
    DueOrder,
    OverrideOrder,
    StoredAssessment,
)
from shared.domain.clock import end_of_day
from shared.platform.auth import ServiceCall
from shared.platform.etag import IfMatch, etag
from shared.platform.idempotency import OnceOnly
from shared.platform.runtime import runtime_of
from shared.platform.transaction import Read, Tx

router = APIRouter()


@router.post("/internal/assessments", tags=["internal"])
async def assess(order: AssessmentOrder, _: ServiceCall, request: Request, tx: Tx) -> StoredAssessment:
    """Assess one vehicle set of an application; the same step gives the same assessment."""
    engine = runtime_of(request).own(Engine)
    edition = await engine.at(order.context.submitted_at)
    return await assess_once(tx, engine, edition, order)


@router.get("/internal/assessments/{assessment_id}", tags=["internal"])
async def read_for_service(assessment_id: UUID, _: ServiceCall, session: Read, request: Request) -> AssessmentView:
    """A stored assessment as it holds now, an officer's override included."""
    return await view_of(session, runtime_of(request).own(Engine), await assessment_row(session, assessment_id))


@router.post("/internal/due-dates", tags=["internal"])
async def due(order: DueOrder, _: ServiceCall, request: Request) -> DueDate:
    """The end of a limit in working days that starts with an acceptance: what stood still does not count."""
    engine = runtime_of(request).own(Engine)
    edition = await engine.at(end_of_day(order.accepted_on))
    return due_date(order, edition.rules, engine.calendar)


@router.get("/assessments/{assessment_id}", tags=["assessments"])
async def read_assessment(
    assessment_id: UUID, _: AssessmentReader, session: Read, request: Request, response: Response
) -> AssessmentView:
    """A stored assessment as it holds now, made again with the rule set it was made with."""
    found = await view_of(session, runtime_of(request).own(Engine), await assessment_row(session, assessment_id))
    response.headers["ETag"] = etag(found.version)
    return found


@router.post("/assessments/{assessment_id}/override", response_model=AssessmentView, tags=["assessments"])
async def override_assessment(
    assessment_id: UUID,
    order: OverrideOrder,
    caller: LaneSetter,
    version: IfMatch,
    once: OnceOnly,
    tx: Tx,
    request: Request,
) -> Response:
    """Set class or lane with a reason: a reviewer upwards, an approver either way; never faster than the class may go."""
    engine = runtime_of(request).own(Engine)
    row = await override(tx, caller, order, engine, assessment_id=assessment_id, version=version)
    return once.answer(await view_of(tx, engine, row), version=row.version)
