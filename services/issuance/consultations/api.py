"""Endpoints of consultations: the reviewer's, and the party's behind its link."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Path, Response, status

from services.issuance.access import AtDesk, CaseReader, Reviewer, Running
from services.issuance.consultations import commands
from services.issuance.consultations.needed import consents_needed
from services.issuance.consultations.queries import behind_link, consultation_model, consultations_of, question_of
from services.issuance.review_cases.queries import get_case, order_of
from shared.contracts.consultations import (
    ConsentNeeded,
    Consultation,
    ConsultationAnswer,
    ConsultationAsked,
    ConsultationOrder,
    ConsultationQuestion,
    ConsultationWithdrawal,
)
from shared.contracts.pages import Page
from shared.domain.clock import utc_now
from shared.platform.auth import Anyone
from shared.platform.etag import IfMatch
from shared.platform.idempotency import Keyed, OnceOnly
from shared.platform.transaction import Read, Tx

router = APIRouter(tags=["consultations"])
Secret = Annotated[str, Path(pattern=r"^[A-Za-z0-9_-]{43}$")]


@router.get("/review-cases/{case_id}/consultations")
async def list_consultations(case_id: UUID, caller: CaseReader, desk: AtDesk, read: Read) -> Page[Consultation]:
    """Who was asked, and what they said."""
    case = await get_case(read, case_id, desk.authority_of(caller))
    rows = await consultations_of(read, case.id)
    return Page(items=[consultation_model(row) for row in rows], next_cursor=None)


@router.get("/review-cases/{case_id}/consents")
async def list_consents(case_id: UUID, caller: CaseReader, desk: AtDesk, read: Read) -> Page[ConsentNeeded]:
    """Every consent the ways of a case ask for, with its holder and how far it is."""
    case = await get_case(read, case_id, desk.authority_of(caller))
    needed = consents_needed(order_of(case).sets, await consultations_of(read, case.id), utc_now())
    return Page(items=needed, next_cursor=None)


@router.post("/review-cases/{case_id}/consultations", status_code=status.HTTP_201_CREATED)
async def ask_party(
    case_id: UUID, body: ConsultationOrder, caller: Reviewer, keyed: Keyed, runtime: Running
) -> ConsultationAsked:
    """A reviewer asks a party; its link is shown here alone."""
    return await commands.ask(runtime, caller, case_id=case_id, keyed=keyed, order=body)


@router.post("/consultations/{consultation_id}/withdrawal", response_model=Consultation)
async def withdraw_consultation(
    consultation_id: UUID,
    body: ConsultationWithdrawal,
    caller: Reviewer,
    desk: AtDesk,
    if_match: IfMatch,
    once: OnceOnly,
    tx: Tx,
) -> Response:
    """A reviewer takes a question back."""
    authority = desk.authority_of(caller)
    row = await commands.withdraw(
        tx, caller, consultation_id=consultation_id, authority=authority, version=if_match, reason=body.reason
    )
    return once.answer(consultation_model(row), version=row.version)


@router.get("/public/consultations/{secret}")
async def read_question(secret: Secret, _: Anyone, read: Read) -> ConsultationQuestion:
    """What a party is asked."""
    return await question_of(read, await behind_link(read, secret))


@router.post("/public/consultations/{secret}/answer", response_model=ConsultationQuestion)
async def answer_question(secret: Secret, body: ConsultationAnswer, _: Anyone, once: OnceOnly, tx: Tx) -> Response:
    """A party gives its opinion, once."""
    row = await commands.answer(tx, secret=secret, given=body)
    return once.answer(await question_of(tx, row))
