"""The signed PDF of a permit: made from its row in the CPU pool when it is missing."""

from uuid import UUID

from services.issuance.desk import desk_of
from services.issuance.rendering.signature import render_and_sign
from services.issuance.terms import document_of
from shared.domain.errors import not_found
from shared.platform.documents import stored_document
from shared.platform.runtime import Runtime
from shared.platform.transaction import reading
from shared.schema.issuance import Permit


async def document_bytes(runtime: Runtime, permit: Permit) -> bytes:
    """The signed document of a permit, made if there is none. No session is open while it is made.

    Args:
        runtime: the running service.
        permit: a row that was read and whose session is closed.
    """

    async def make() -> bytes:
        key = desk_of(runtime).keys.document_key
        return await runtime.cpu.run(render_and_sign, document_of(permit), permit.token, key)

    return await stored_document(runtime, permit, make)


async def render(runtime: Runtime, permit_id: UUID) -> None:
    """Make the document of a permit unless it is there (the job after a decision)."""
    async with reading(runtime.database) as session:
        row = await session.get(Permit, permit_id)
    if row is None:
        raise not_found("通行证", "permit")
    await document_bytes(runtime, row)
