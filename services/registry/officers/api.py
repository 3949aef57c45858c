"""Internal endpoint: who may be given a case."""

from fastapi import APIRouter

from services.registry.officers import queries
from shared.contracts.facts import Adcode
from shared.contracts.registry import Officers
from shared.domain.roles import Role
from shared.platform.auth import ServiceCall
from shared.platform.transaction import Read

router = APIRouter(tags=["internal"])


@router.get("/internal/officers")
async def list_officers(authority: Adcode, role: Role, _: ServiceCall, session: Read) -> Officers:
    """The officers of an authority who hold a role."""
    return await queries.officers(session, authority, role)
