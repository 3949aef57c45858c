"""Endpoints of changes and renewals."""

from fastapi import APIRouter, Response, status

from services.issuance.access import Approver, AtDesk, Holder, PermitReader, Running
from services.issuance.changes import commands
from services.issuance.changes.queries import revisions_of
from services.issuance.permits.api import Number
from services.issuance.permits.queries import may_read
from shared.contracts.changes import ChangeCase
from shared.contracts.issuance import Permit
from shared.contracts.pages import Page
from shared.contracts.permit_life import PermitChange, PermitRevision, Renewal
from shared.platform.idempotency import Keyed
from shared.platform.transaction import Read

router = APIRouter(tags=["changes of permits"])


@router.post(
    "/permits/{number}/changes",
    status_code=status.HTTP_201_CREATED,
    response_model=Permit,
    responses={status.HTTP_202_ACCEPTED: {"model": ChangeCase}},
)
async def change_permit(number: Number, body: PermitChange, caller: Holder, keyed: Keyed, runtime: Running) -> Response:
    """The holder changes plates or dates at once (201); what a person must decide becomes a case (202)."""
    made = await commands.change(runtime, caller, number=number, keyed=keyed, order=body)
    code = status.HTTP_202_ACCEPTED if isinstance(made, ChangeCase) else status.HTTP_201_CREATED
    return Response(made.model_dump_json(by_alias=True), status_code=code, media_type="application/json")


@router.post("/permits/{number}/renewals", status_code=status.HTTP_201_CREATED)
async def renew_permit(number: Number, body: Renewal, caller: Approver, keyed: Keyed, runtime: Running) -> Permit:
    """An approver extends the validity, within the longest one."""
    return await commands.renew(runtime, caller, number=number, keyed=keyed, order=body)


@router.get("/permits/{number}/revisions")
async def list_revisions(number: Number, caller: PermitReader, desk: AtDesk, read: Read) -> Page[PermitRevision]:
    """Every revision of a number, the newest first."""
    return Page(items=await revisions_of(read, number, may_read(caller, desk)), next_cursor=None)
