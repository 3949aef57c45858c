"""Endpoints of surveys: issuance asks, inspectors report, a reviewer may send back."""

from uuid import UUID

from fastapi import APIRouter, Response

from services.fieldwork.access import Inspector, Reviewer, SurveyReader
from services.fieldwork.assignments.commands import cancel_assignments
from services.fieldwork.surveys import commands, queries
from services.fieldwork.surveys.queries import SurveyState, survey_answer
from shared.contracts import fieldwork as wire
from shared.contracts.pages import Page
from shared.platform.auth import ServiceCall
from shared.platform.etag import IfMatch, etag
from shared.platform.idempotency import OnceOnly
from shared.platform.paging import Cursor, Limit
from shared.platform.transaction import Read, Tx

router = APIRouter(tags=["surveys"])


@router.get("/surveys")
async def list_surveys(
    caller: SurveyReader,
    session: Read,
    state: SurveyState | None = None,
    application_id: UUID | None = None,
    cursor: Cursor = None,
    limit: Limit = 50,
) -> Page[wire.Survey]:
    """Surveys, newest first; an agent sees his company's alone."""
    return await queries.list_surveys(
        session, caller, state=state, application_id=application_id, cursor=cursor, limit=limit
    )


@router.get("/surveys/{survey_id}")
async def read_survey(survey_id: UUID, caller: SurveyReader, session: Read, response: Response) -> wire.Survey:
    """One survey."""
    row = await queries.visible_survey(session, caller, survey_id)
    response.headers["ETag"] = etag(row.version)
    return survey_answer(row)


@router.post("/surveys/{survey_id}/report", response_model=wire.Survey)
async def report_survey(
    survey_id: UUID, found: wire.SurveyReport, caller: Inspector, version: IfMatch, once: OnceOnly, session: Tx
) -> Response:
    """Record what two inspectors found."""
    row = await commands.report(session, caller, survey_id=survey_id, version=version, found=found)
    return once.answer(survey_answer(row), version=row.version)


@router.post("/surveys/{survey_id}/redo", response_model=wire.Survey)
async def redo_survey(
    survey_id: UUID, order: wire.SurveyRedo, caller: Reviewer, version: IfMatch, once: OnceOnly, session: Tx
) -> Response:
    """Send a survey back with a reason."""
    row = await commands.redo(session, caller, survey_id=survey_id, version=version, reason=order.reason)
    return once.answer(survey_answer(row), version=row.version)


@router.post("/internal/surveys", tags=["internal"])
async def request_survey(order: wire.SurveyOrder, caller: ServiceCall, session: Tx) -> wire.Survey:
    """The survey of an application's facts; the same facts have one."""
    return survey_answer(await commands.request_survey(session, caller, order=order))


@router.post("/internal/applications/{application_id}/closure", tags=["internal"])
async def close_application(application_id: UUID, caller: ServiceCall, session: Tx) -> wire.FieldworkClosure:
    """Cancel what is under way for an application that ended without a permit; again: nothing is left to cancel."""
    surveys = await commands.cancel_surveys(session, caller, application_id=application_id)
    assignments = await cancel_assignments(session, caller, application_id=application_id)
    return wire.FieldworkClosure(surveys=surveys, assignments=assignments)
