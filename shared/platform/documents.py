"""The signed document of a row: made when it is missing, stored by its hash, made once.

A signature differs each time it is made, so the first document that is stored is the row's; whoever made a second one
at the same time hands out the first.
"""

from collections.abc import Awaitable, Callable

from sqlalchemy import select, update

from shared.domain.errors import NotFound, not_found
from shared.platform.runtime import Runtime
from shared.platform.transaction import transaction
from shared.schema.base import Documented


async def stored_document(runtime: Runtime, row: Documented, make: Callable[[], Awaitable[bytes]]) -> bytes:
    """The document of a row that was read and whose session is closed; no session is open while it is made.

    Args:
        runtime: the running service.
        row: of a permit, a paper, a receipt.
        make: makes the document anew.

    Raises:
        NotFound: the row is gone.
    """
    before = row.document_sha256
    if before is not None:
        try:
            return await runtime.files.get(before)
        except NotFound:
            # The store lost it: the row still says everything, so it is made again.
            pass
    made = await make()
    digest = await runtime.files.put(made)
    stands = await _keep(runtime, row, before=before, digest=digest)
    return made if stands == digest else await runtime.files.get(stands)


async def _keep(runtime: Runtime, row: Documented, *, before: str | None, digest: str) -> str:
    """Write the hash on the row unless another was written since; gives the one that stands.

    The version is left alone: what the row says has not changed.
    """
    model, own = type(row), row.id
    unchanged = model.document_sha256.is_not_distinct_from(before)
    async with transaction(runtime.database) as session:
        await session.execute(
            update(model)
            .where(model.id == own, unchanged)
            .values(document_sha256=digest)
            .execution_options(synchronize_session=False)
        )
        stands = await session.scalar(select(model.document_sha256).where(model.id == own))
    if stands is None:
        raise not_found("文书", "document")
    return stands
