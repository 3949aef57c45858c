"""Endpoints of the organisation: its tree, and what cannot be staffed."""

from fastapi import APIRouter

from services.registry.access import OfficeHead
from services.registry.organisation import queries
from shared.contracts.organisation import Organisation, Staffing
from shared.platform.auth import SignedIn
from shared.platform.transaction import Read

router = APIRouter(tags=["organisation"])


@router.get("/organisation")
async def organisation(_: SignedIn, session: Read) -> Organisation:
    """Authorities, brigades and stations, parents before their children."""
    return await queries.tree(session)


@router.get("/staffing")
async def staffing(caller: OfficeHead, session: Read) -> Staffing:
    """The classes of case the caller's authority cannot staff today."""
    return await queries.staffing(session, caller.authority or "")
