"""The signed PDF of a permit: made from its row in the CPU pool when it is missing, stored by its hash, made once.

A signature differs each time it is made, so the first document that is stored is the permit's; whoever made a second
one at the same time hands out the first.
"""

from uuid import UUID

from sqlalchemy import update

from services.issuance.desk import desk_of
from services.issuance.rendering.signature import render_and_sign
from services.issuance.terms import document_of
from shared.domain.errors import NotFound, not_found
from shared.platform.runtime import Runtime
from shared.platform.transaction import reading, transaction
from shared.schema.issuance import Permit


async def document_bytes(runtime: Runtime, permit: Permit) -> bytes:
    """The signed document of a permit, made if there is none. No session is open while it is made.

    Args:
        runtime: the running service.
        permit: a row that was read and whose session is closed.
    """
    if permit.document_sha256 is not None:
        try:
            return await runtime.files.get(permit.document_sha256)
        except NotFound:
            # The store lost it: the row still says everything, so it is made again.
            pass
    document = document_of(permit)
    pdf = await runtime.cpu.run(render_and_sign, document, permit.token, desk_of(runtime).keys.document_key)
    digest = await runtime.files.put(pdf)
    stored = await _keep(runtime, permit.id, before=permit.document_sha256, digest=digest)
    return pdf if stored == digest else await runtime.files.get(stored)


async def _keep(runtime: Runtime, permit_id: UUID, *, before: str | None, digest: str) -> str:
    """Write the hash on the row unless another was written since; gives the one that stands.

    The version is left alone: the permit has not changed.
    """
    async with transaction(runtime.database) as session:
        await session.execute(
            update(Permit)
            .where(Permit.id == permit_id, Permit.document_sha256.is_not_distinct_from(before))
            .values(document_sha256=digest)
            .execution_options(synchronize_session=False)
        )
    async with reading(runtime.database) as session:
        row = await session.get(Permit, permit_id)
        if row is None or row.document_sha256 is None:
            raise not_found("通行证", "permit")
        return row.document_sha256


async def render(runtime: Runtime, permit_id: UUID) -> None:
    """Make the document of a permit unless it is there (the job after a decision)."""
    async with reading(runtime.database) as session:
        row = await session.get(Permit, permit_id)
    if row is None:
        raise not_found("通行证", "permit")
    await document_bytes(runtime, row)
