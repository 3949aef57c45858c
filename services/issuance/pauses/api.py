"""Endpoints of the clock of a case."""

from uuid import UUID

from fastapi import APIRouter, Response, status

from services.issuance.access import CaseReader, ClockKeeper, Running
from services.issuance.pauses import commands
from shared.contracts.pauses import CaseClock, PauseOrder
from shared.platform.etag import IfMatch, etag
from shared.platform.idempotency import Keyed

router = APIRouter(prefix="/review-cases/{case_id}", tags=["clock"])


@router.get("/clock")
async def read_clock(case_id: UUID, caller: CaseReader, runtime: Running, response: Response) -> CaseClock:
    """The due date of a case and all it follows from: which times do not count, and what counts all the same."""
    clock = await commands.read_clock(runtime, caller, case_id)
    response.headers["ETag"] = etag(clock.version)
    return clock


@router.post("/pauses", status_code=status.HTTP_201_CREATED)
async def pause_clock(
    case_id: UUID,
    body: PauseOrder,
    caller: ClockKeeper,
    if_match: IfMatch,
    keyed: Keyed,
    runtime: Running,
    response: Response,
) -> CaseClock:
    """Let the clock stand still from today on; the applicant is told in writing."""
    clock = await commands.pause(runtime, caller, case_id=case_id, version=if_match, keyed=keyed, order=body)
    response.headers["ETag"] = etag(clock.version)
    return clock


@router.post("/pauses/{pause_id}/end")
async def end_pause(
    case_id: UUID,
    pause_id: UUID,
    caller: ClockKeeper,
    if_match: IfMatch,
    keyed: Keyed,
    runtime: Running,
    response: Response,
) -> CaseClock:
    """Let the clock run again from tomorrow; the applicant is told in writing."""
    clock = await commands.end(runtime, caller, case_id=case_id, pause_id=pause_id, version=if_match, keyed=keyed)
    response.headers["ETag"] = etag(clock.version)
    return clock
