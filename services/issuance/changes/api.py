"""Endpoints of changes and renewals."""

from fastapi import APIRouter, status

from services.issuance.access import Approver, AtDesk, Holder, PermitReader, Running
from services.issuance.changes import commands
from services.issuance.changes.queries import revisions_of
from services.issuance.permits.api import Number
from services.issuance.permits.queries import may_read
from shared.contracts.issuance import Permit
from shared.contracts.pages import Page
from shared.contracts.permit_life import PermitChange, PermitRevision, Renewal
from shared.platform.idempotency import Keyed
from shared.platform.transaction import Read

router = APIRouter(tags=["changes of permits"])


@router.post("/permits/{number}/changes", status_code=status.HTTP_201_CREATED)
async def change_permit(number: Number, body: PermitChange, caller: Holder, keyed: Keyed, runtime: Running) -> Permit:
    """The holder changes plates or dates at once; what a person must decide is refused with the reason."""
    return await commands.change(runtime, caller, number=number, keyed=keyed, order=body)


@router.post("/permits/{number}/renewals", status_code=status.HTTP_201_CREATED)
async def renew_permit(number: Number, body: Renewal, caller: Approver, keyed: Keyed, runtime: Running) -> Permit:
    """An approver extends the validity, within the longest one."""
    return await commands.renew(runtime, caller, number=number, keyed=keyed, order=body)


@router.get("/permits/{number}/revisions")
async def list_revisions(number: Number, caller: PermitReader, desk: AtDesk, read: Read) -> Page[PermitRevision]:
    """Every revision of a number, the newest first."""
    return Page(items=await revisions_of(read, number, may_read(caller, desk)), next_cursor=None)
