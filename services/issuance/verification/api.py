"""Endpoints open to anyone, and the match of a vehicle for officers on the road."""

import asyncio

from fastapi import APIRouter, Response

from services.issuance.access import AtDesk, RoadOfficer
from services.issuance.permits.api import Number
from services.issuance.rendering.token import check_token
from services.issuance.verification.queries import permits_of_plates, public_permit, revoked_permits, seen_permit
from services.issuance.verification.revocations import signed_list
from services.issuance.verification.verdicts import best_match, verdict_on
from shared.contracts.issuance import PublicPermit
from shared.contracts.verification import (
    MatchOrder,
    Mismatch,
    PermitMatch,
    PublicKeys,
    RevocationList,
    TokenOrder,
    Verification,
)
from shared.domain.clock import utc_now
from shared.domain.errors import not_found
from shared.platform.auth import Anyone
from shared.platform.transaction import Read

router = APIRouter(tags=["verification"])


@router.get("/public/permits/{number}")
async def get_public_permit(number: Number, _: Anyone, read: Read) -> PublicPermit:
    """State, plates, sizes and dates of a permit."""
    row = await seen_permit(read, number)
    if row is None:
        raise not_found("通行证", "permit")
    return public_permit(row, utc_now())


@router.post("/public/verifications")
async def verify_token(order: TokenOrder, _: Anyone, desk: AtDesk, read: Read) -> Verification:
    """The verdict on a scanned token: the signature first, then the permit as it stands."""
    moment, check = utc_now(), check_token(order.token, desk.keys.verifying)
    if check.verdict != "ok" or check.claims is None:
        refused = "forged" if check.verdict == "ok" else check.verdict
        return Verification(verdict=refused, number=None, permit=None, checked_at=moment)
    row = await seen_permit(read, check.claims.number)
    verdict = verdict_on(check.claims, row, moment)
    shown = None if row is None or verdict in {"forged", "altered"} else public_permit(row, moment)
    return Verification(verdict=verdict, number=check.claims.number, permit=shown, checked_at=moment)


@router.get("/public/revocations", response_model=RevocationList)
async def get_revocations(_: Anyone, desk: AtDesk, read: Read) -> Response:
    """Permits that may not be used although their dates have not passed, signed."""
    moment = utc_now()
    rows = await revoked_permits(read, moment)
    # In a thread: 10,000 entries take 35 ms, and the key that signs does not cross to another process.
    body = await asyncio.to_thread(signed_list, rows, desk, moment)
    return Response(body, media_type="application/json")


@router.get("/public/keys")
async def get_public_keys(_: Anyone, desk: AtDesk) -> PublicKeys:
    """Keys to check tokens, lists and documents with."""
    return PublicKeys.model_validate(desk.keys.public)


@router.post("/permit-matches")
async def match_permit(order: MatchOrder, _: RoadOfficer, desk: AtDesk, read: Read) -> PermitMatch:
    """Whether a vehicle met on the road keeps within a permit, and what it breaks."""
    best = best_match(order, await permits_of_plates(read, order.plates), desk.settings)
    if best is None:
        none = Mismatch(code="permit_none", have=None, allowed=None)
        return PermitMatch(verdict="no_permit", mismatches=[none], permit=None)
    row, broken = best
    return PermitMatch(
        verdict="mismatch" if broken else "permitted", mismatches=broken, permit=public_permit(row, order.at)
    )
