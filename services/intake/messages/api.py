"""Endpoints of the thread between applicant and office about one application."""

from uuid import UUID

from fastapi import APIRouter, Response

from services.intake.access import Reader
from services.intake.applications.queries import read
from services.intake.messages import commands, queries
from shared.contracts.case_messages import CaseMessage, CaseMessageDraft, CaseMessages
from shared.platform.idempotency import OnceOnly
from shared.platform.transaction import Read, Tx

router = APIRouter(prefix="/applications/{application_id}/messages", tags=["messages"])


@router.get("")
async def messages(application_id: UUID, caller: Reader, session: Read) -> CaseMessages:
    """The thread, oldest first."""
    return await queries.thread(session, caller, await read(session, caller, application_id))


@router.post("", status_code=201, response_model=CaseMessage)
async def write(application_id: UUID, body: CaseMessageDraft, caller: Reader, once: OnceOnly, tx: Tx) -> Response:
    """Write to the other side; it is told in its inbox."""
    row, message = await commands.write(tx, caller, application_id, text=body.text)
    return once.answer(queries.shown(row, message, caller), status_code=201)
