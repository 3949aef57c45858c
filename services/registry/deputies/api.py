"""Endpoints of deputies: the administrator appoints who stands in for whom."""

from uuid import UUID

from fastapi import APIRouter, Response

from services.registry.access import Administrator, OfficeHead
from services.registry.deputies import commands, queries
from shared.contracts.organisation import Deputies, DeputyOrder
from shared.platform.idempotency import OnceOnly
from shared.platform.transaction import Read, Tx

router = APIRouter(prefix="/deputies", tags=["deputies"])


@router.post("", status_code=201, response_model=Deputies)
async def appoint(body: DeputyOrder, caller: Administrator, once: OnceOnly, tx: Tx) -> Response:
    """Let somebody stand in for a colleague for a period; he signs in again to act."""
    await commands.appoint(tx, caller, order=body)
    return once.answer(await queries.deputies(tx, caller), status_code=201)


@router.get("")
async def deputies(caller: OfficeHead, session: Read) -> Deputies:
    """Deputies whose time is not over, the next to end first."""
    return await queries.deputies(session, caller)


@router.post("/{deputy_id}/closure", response_model=Deputies)
async def close(deputy_id: UUID, caller: Administrator, once: OnceOnly, tx: Tx) -> Response:
    """End a deputy's time now; his sign-ins end with it."""
    await commands.close(tx, caller, deputy_id)
    return once.answer(await queries.deputies(tx, caller))
