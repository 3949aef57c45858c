"""How far the living office of the demonstration is."""

from fastapi import APIRouter

from services.registry.demonstration.queries import office_answer, the_office
from shared.contracts import registry as wire
from shared.domain.errors import not_found
from shared.platform.auth import Anyone
from shared.platform.transaction import Read

router = APIRouter(tags=["demonstration"])


@router.get("/demonstration")
async def read_demonstration(_: Anyone, session: Read) -> wire.DemonstrationOffice:
    """The living office and how many of its applications are there; 404 where none is made."""
    row = await the_office(session)
    if row is None:
        raise not_found("示范办件", "demonstration office")
    return office_answer(row)
