"""Endpoints of the standing authority and its switch."""

from uuid import UUID

from fastapi import APIRouter, Response, status

from services.issuance.access import Approver, AtDesk, AuthorityReader, Switch
from services.issuance.standing import commands
from services.issuance.standing.queries import authority_model, in_force
from shared.contracts.standing import (
    AuthorityRevocation,
    Resumption,
    StandingAuthority,
    StandingAuthorityDraft,
    Suspension,
)
from shared.platform.etag import IfMatch, etag
from shared.platform.idempotency import OnceOnly
from shared.platform.transaction import Read, Tx

router = APIRouter(tags=["standing authority"])


@router.post("/standing-authorities", response_model=StandingAuthority, status_code=status.HTTP_201_CREATED)
async def grant_standing_authority(
    body: StandingAuthorityDraft, caller: Approver, desk: AtDesk, once: OnceOnly, tx: Tx
) -> Response:
    """An approver grants automatic decisions within limits; one is in force at a time."""
    row = await commands.grant(tx, caller, authority=desk.authority_of(caller), draft=body)
    return once.answer(authority_model(row), status_code=201, version=row.version)


@router.get("/standing-authorities/current")
async def get_standing_authority(
    caller: AuthorityReader, desk: AtDesk, read: Read, response: Response
) -> StandingAuthority:
    """The one in force, suspended or not."""
    row = await in_force(read, desk.authority_of(caller))
    response.headers["ETag"] = etag(row.version)
    return authority_model(row)


@router.post("/standing-authorities/{authority_id}/suspension", response_model=StandingAuthority)
async def suspend_standing_authority(
    authority_id: UUID, body: Suspension, caller: Switch, desk: AtDesk, if_match: IfMatch, once: OnceOnly, tx: Tx
) -> Response:
    """Switch it off, for all, a carrier or a road: no decision falls under it after the answer."""
    authority = desk.authority_of(caller)
    row = await commands.suspend(
        tx, caller, authority_id=authority_id, authority=authority, version=if_match, order=body
    )
    return once.answer(authority_model(row), version=row.version)


@router.post("/standing-authorities/{authority_id}/resumption", response_model=StandingAuthority)
async def resume_standing_authority(
    authority_id: UUID, body: Resumption, caller: Switch, desk: AtDesk, if_match: IfMatch, once: OnceOnly, tx: Tx
) -> Response:
    """Switch it on again in one scope."""
    authority = desk.authority_of(caller)
    row = await commands.resume(
        tx, caller, authority_id=authority_id, authority=authority, version=if_match, order=body
    )
    return once.answer(authority_model(row), version=row.version)


@router.post("/standing-authorities/{authority_id}/revocation", response_model=StandingAuthority)
async def revoke_standing_authority(
    authority_id: UUID,
    body: AuthorityRevocation,
    caller: Approver,
    desk: AtDesk,
    if_match: IfMatch,
    once: OnceOnly,
    tx: Tx,
) -> Response:
    """End it for good."""
    authority = desk.authority_of(caller)
    row = await commands.revoke(
        tx, caller, authority_id=authority_id, authority=authority, version=if_match, reason=body.reason
    )
    return once.answer(authority_model(row), version=row.version)
