"""Endpoints of who has a case, and of the history that forecasts rest on."""

from uuid import UUID

from fastapi import APIRouter

from services.intake.access import OfficeReader, Reader
from services.intake.applications.queries import read
from services.intake.holders import queries
from shared.contracts.holders import CaseHolder, StageHistories
from shared.platform.transaction import Read

router = APIRouter(tags=["holders"])


@router.get("/applications/{application_id}/holder")
async def holder(application_id: UUID, caller: Reader, session: Read) -> CaseHolder:
    """Who has the case, what it waits for, until when by law, and when it may be expected to end."""
    return await queries.holder(session, caller, await read(session, caller, application_id))


@router.get("/stage-histories")
async def stage_histories(caller: OfficeReader, session: Read) -> StageHistories:
    """How long cases took from each stage to their end, and how well that foretold the latest ones."""
    return await queries.histories(session, caller)
