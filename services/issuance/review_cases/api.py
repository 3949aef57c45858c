"""Endpoints of review cases: intake's, and the officers'."""

from typing import Annotated, Literal
from uuid import UUID

from fastapi import APIRouter, Query, Response

from services.issuance.access import Approver, AtDesk, CaseReader, LegalReader, Reviewer
from services.issuance.review_cases import commands
from services.issuance.review_cases.queries import case_model, get_case, list_cases
from services.issuance.review_cases.reclassifying import count_due, reclassify
from shared.contracts.issuance import (
    Conclusion,
    LegalReading,
    ReturnOrder,
    ReviewCase,
    ReviewCaseOrder,
    ReviewCaseRow,
    SecondReading,
)
from shared.contracts.overrides import CaseDue, CaseReclassification
from shared.contracts.pages import Page
from shared.platform.auth import ServiceCall
from shared.platform.etag import IfMatch, etag
from shared.platform.idempotency import OnceOnly
from shared.platform.transaction import Read, Tx

router = APIRouter(tags=["review cases"])
Limit = Annotated[int, Query(ge=1, le=200)]


@router.post("/internal/review-cases")
async def open_review_case(order: ReviewCaseOrder, _: ServiceCall, tx: Tx) -> ReviewCase:
    """Intake opens the review of an accepted application; asked again, the same case is the answer."""
    return case_model(await commands.open_case(tx, order))


@router.post("/internal/review-cases/{application_id}/closure")
async def close_review_case(application_id: UUID, _: ServiceCall, tx: Tx) -> ReviewCase:
    """Intake closes the case of a withdrawn application."""
    return case_model(await commands.close_case(tx, application_id))


@router.post("/internal/review-cases/{application_id}/reclassification")
async def reclassify_review_case(
    application_id: UUID, order: CaseReclassification, _: ServiceCall, tx: Tx
) -> ReviewCase:
    """Intake takes class and lane of an officer over; a case that waits for approval goes back to review."""
    return case_model(await reclassify(tx, application_id, order))


@router.post("/internal/review-cases/{application_id}/due-date")
async def count_due_date(application_id: UUID, due: CaseDue, _: ServiceCall, tx: Tx) -> ReviewCase:
    """Intake tells a due date that was counted again."""
    return case_model(await count_due(tx, application_id, due))


@router.get("/review-cases")
async def list_review_cases(
    caller: CaseReader,
    desk: AtDesk,
    read: Read,
    state: Literal["open", "sent_for_approval", "decided", "closed"] | None = None,
    lane: Literal["instant", "fast", "survey"] | None = None,
    mine: bool = False,
    cursor: UUID | None = None,
    limit: Limit = 50,
) -> Page[ReviewCaseRow]:
    """Cases of the authority, oldest first; `mine`: those the caller reviews."""
    reviewer = caller.id if mine else None
    authority = desk.authority_of(caller)
    return await list_cases(read, authority, state=state, lane=lane, reviewer_id=reviewer, cursor=cursor, limit=limit)


@router.get("/review-cases/{case_id}")
async def get_review_case(
    case_id: UUID, caller: CaseReader, desk: AtDesk, read: Read, response: Response
) -> ReviewCase:
    """One case with everything it rests on."""
    case = await get_case(read, case_id, desk.authority_of(caller))
    response.headers["ETag"] = etag(case.version)
    return case_model(case)


@router.post("/review-cases/{case_id}/claim", response_model=ReviewCase)
async def claim_review_case(
    case_id: UUID, caller: Reviewer, desk: AtDesk, if_match: IfMatch, once: OnceOnly, tx: Tx
) -> Response:
    """A reviewer takes the case."""
    authority = desk.authority_of(caller)
    case = await commands.claim(tx, caller, case_id=case_id, authority=authority, version=if_match)
    return once.answer(case_model(case), version=case.version)


@router.post("/review-cases/{case_id}/conclusion", response_model=ReviewCase)
async def conclude_review_case(
    case_id: UUID, body: Conclusion, caller: Reviewer, desk: AtDesk, if_match: IfMatch, once: OnceOnly, tx: Tx
) -> Response:
    """A reviewer concludes; the case goes to approval."""
    authority = desk.authority_of(caller)
    case = await commands.conclude(tx, caller, case_id=case_id, authority=authority, version=if_match, conclusion=body)
    return once.answer(case_model(case), version=case.version)


@router.post("/review-cases/{case_id}/second-reading", response_model=ReviewCase)
async def read_review_case_again(
    case_id: UUID, body: SecondReading, caller: Reviewer, desk: AtDesk, if_match: IfMatch, once: OnceOnly, tx: Tx
) -> Response:
    """A second reviewer stands by the conclusion."""
    authority = desk.authority_of(caller)
    case = await commands.read_again(
        tx, caller, case_id=case_id, authority=authority, version=if_match, text=body.text, event="second_reading"
    )
    return once.answer(case_model(case), version=case.version)


@router.post("/review-cases/{case_id}/legal-reading", response_model=ReviewCase)
async def read_review_case_legally(
    case_id: UUID, body: LegalReading, caller: LegalReader, desk: AtDesk, if_match: IfMatch, once: OnceOnly, tx: Tx
) -> Response:
    """The legal reader agrees to a refusal."""
    authority = desk.authority_of(caller)
    case = await commands.read_again(
        tx, caller, case_id=case_id, authority=authority, version=if_match, text=body.text, event="legal_reading"
    )
    return once.answer(case_model(case), version=case.version)


@router.post("/review-cases/{case_id}/return", response_model=ReviewCase)
async def return_review_case(
    case_id: UUID, body: ReturnOrder, caller: Approver, desk: AtDesk, if_match: IfMatch, once: OnceOnly, tx: Tx
) -> Response:
    """An approver sends the case back to review."""
    authority = desk.authority_of(caller)
    case = await commands.send_back(tx, caller, case_id=case_id, authority=authority, version=if_match, order=body)
    return once.answer(case_model(case), version=case.version)
