"""Endpoints open to anyone, and the match of a vehicle for officers on the road."""

from fastapi import APIRouter, Request, Response, status

from services.issuance.access import AtDesk, RoadOfficer, Running
from services.issuance.desk import desk_of
from services.issuance.permits.api import Number
from services.issuance.rendering.token import check_token
from services.issuance.settings import IssuanceSettings
from services.issuance.verification.lists import Handed, current_list
from services.issuance.verification.queries import permits_of_plates, public_permit
from services.issuance.verification.reader import NumberReader
from services.issuance.verification.tally import Tally
from services.issuance.verification.verdicts import best_match, verdict_on
from shared.contracts.issuance import PublicPermit
from shared.contracts.verification import (
    ActiveExtract,
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
from shared.platform.database import ReadSession
from shared.platform.runtime import Runtime
from shared.platform.transaction import Read

router = APIRouter(tags=["verification"])


@router.get("/public/permits/{number}", response_model=PublicPermit)
async def get_public_permit(number: Number, _: Anyone, runtime: Running) -> Response:
    """State, plates, sizes and dates of a permit."""
    row = await runtime.own(NumberReader).seen(number)
    shown = None if row is None else public_permit(row, utc_now())
    runtime.own(Tally).count("number", "unknown" if shown is None else shown.state)
    if shown is None:
        raise not_found("通行证", "permit")
    return Response(shown.model_dump_json(), media_type="application/json")


@router.post("/public/verifications")
async def verify_token(order: TokenOrder, _: Anyone, runtime: Running) -> Verification:
    """The verdict on a scanned token: the signature first, then the permit as it stands."""
    told = await _verdict(runtime, order)
    runtime.own(Tally).count("token", told.verdict)
    return told


async def _verdict(runtime: Runtime, order: TokenOrder) -> Verification:
    moment, check = utc_now(), check_token(order.token, desk_of(runtime).keys.verifying)
    if check.verdict != "ok" or check.claims is None:
        refused = "forged" if check.verdict == "ok" else check.verdict
        return Verification(verdict=refused, number=None, permit=None, checked_at=moment)
    row = await runtime.own(NumberReader).seen(check.claims.number)
    verdict = verdict_on(check.claims, row, moment)
    shown = None if row is None or verdict in {"forged", "altered"} else public_permit(row, moment)
    return Verification(verdict=verdict, number=check.claims.number, permit=shown, checked_at=moment)


@router.get("/public/revocations", response_model=RevocationList)
async def get_revocations(_: Anyone, runtime: Running, request: Request) -> Response:
    """Permits that may not be used although their dates have not passed, signed; at most a minute behind."""
    return _handed(await current_list(runtime, "revocations"), request, runtime)


@router.get("/public/extract", response_model=ActiveExtract)
async def get_extract(_: Anyone, runtime: Running, request: Request) -> Response:
    """Permits in force, signed once a day, for checks by plate without a network."""
    return _handed(await current_list(runtime, "extract"), request, runtime)


def _handed(handed: Handed, request: Request, runtime: Runtime) -> Response:
    """A list, or 304 when the caller has it."""
    tag = f'"{int(handed.issued_at.timestamp() * 1000)}"'
    age = desk_of(runtime).settings.revocations_every_s
    headers = {"ETag": tag, "Cache-Control": f"public, max-age={age}"}
    if request.headers.get("if-none-match") == tag:
        return Response(status_code=status.HTTP_304_NOT_MODIFIED, headers=headers)
    return Response(handed.body, media_type="application/json", headers=headers)


@router.get("/public/keys")
async def get_public_keys(_: Anyone, desk: AtDesk) -> PublicKeys:
    """Keys to check tokens, lists and documents with."""
    return PublicKeys.model_validate(desk.keys.public)


@router.post("/permit-matches")
async def match_permit(order: MatchOrder, _: RoadOfficer, runtime: Running, read: Read) -> PermitMatch:
    """Whether a vehicle met on the road keeps within a permit, and what it breaks."""
    told = await _match(order, read, desk_of(runtime).settings)
    runtime.own(Tally).count("match", told.verdict)
    return told


async def _match(order: MatchOrder, read: ReadSession, settings: IssuanceSettings) -> PermitMatch:
    best = best_match(order, await permits_of_plates(read, order.plates), settings)
    if best is None:
        none = Mismatch(code="permit_none", have=None, allowed=None)
        return PermitMatch(verdict="no_permit", mismatches=[none], permit=None)
    row, broken = best
    return PermitMatch(
        verdict="mismatch" if broken else "permitted", mismatches=broken, permit=public_permit(row, order.at)
    )
