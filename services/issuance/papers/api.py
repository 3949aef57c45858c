"""The internal endpoint by which another service has an official paper printed, sealed and signed."""

from fastapi import APIRouter

from services.issuance.access import Running
from services.issuance.papers.printing import printed
from shared.contracts.official import OfficialPaper, PrintedPaper
from shared.platform.auth import ServiceCall

router = APIRouter(prefix="/internal", tags=["internal"])


@router.post("/papers")
async def print_paper(body: OfficialPaper, _: ServiceCall, runtime: Running) -> PrintedPaper:
    """The signed PDF of a paper; nothing is kept here: it belongs to whoever gives it."""
    return await printed(runtime, body)
