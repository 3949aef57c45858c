"""Endpoints of a carrier's users: an agent with the power to manage makes and closes those of his company."""

from uuid import UUID

from fastapi import APIRouter, Response

from services.registry.access import Agent
from services.registry.carrier_users import commands, queries
from shared.contracts.carrier_staff import CarrierInvitation, CarrierUser, CarrierUserDraft, CarrierUsers, Powers
from shared.platform.etag import IfMatch
from shared.platform.idempotency import Keyed, OnceOnly
from shared.platform.transaction import Read, Tx

router = APIRouter(prefix="/carrier-users", tags=["carrier-users"])


@router.get("")
async def users(caller: Agent, session: Read) -> CarrierUsers:
    """Who acts for one's carrier, and what each may do."""
    return await queries.users(session, caller)


@router.post("", status_code=201)
async def invite(body: CarrierUserDraft, caller: Agent, keyed: Keyed, session: Tx) -> CarrierInvitation:
    """Make an account for a colleague; answers the one-time token he sets his password with."""
    row, link = await commands.invite(session, caller, draft=body, keyed=keyed)
    return CarrierInvitation(user=queries.shown(row), token=link.token)


@router.post("/{account_id}/powers", response_model=CarrierUser)
async def set_powers(
    account_id: UUID, body: Powers, caller: Agent, version: IfMatch, once: OnceOnly, session: Tx
) -> Response:
    """Set what a colleague may do; he signs in again."""
    row = await commands.set_powers(session, caller, account_id, version=version, powers=body.powers)
    return once.answer(queries.shown(row), version=row.version)


@router.post("/{account_id}/deactivation", response_model=CarrierUser)
async def close_user(account_id: UUID, caller: Agent, version: IfMatch, once: OnceOnly, session: Tx) -> Response:
    """Close a colleague's account; his sign-ins end."""
    row = await commands.deactivate(session, caller, account_id, version=version)
    return once.answer(queries.shown(row), version=row.version)
