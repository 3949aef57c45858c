"""Endpoint of what a case differs in."""

from uuid import UUID

from fastapi import APIRouter

from services.issuance.access import AtDesk, CaseReader
from services.issuance.comparison.queries import compare
from shared.contracts.comparison import Comparison
from shared.platform.transaction import Read

router = APIRouter(prefix="/review-cases/{case_id}", tags=["review cases"])


@router.get("/comparison")
async def compare_case(case_id: UUID, caller: CaseReader, desk: AtDesk, read: Read) -> Comparison:
    """What a case differs in: from the last version of what was asked, and from similar cases decided before."""
    return await compare(read, case_id, desk.authority_of(caller))
