"""The signed PDF of a receipt: printed by issuance from its row, stored by its hash, made once.

A signature differs each time it is made, so the first document that is stored is the receipt's.
"""

from uuid import UUID

from sqlalchemy import select, update

from services.intake.receipts.wording import paper_of
from shared.clients.issuance import IssuanceClient
from shared.domain.errors import NotFound, Unavailable
from shared.platform.logging import get_log
from shared.platform.runtime import Runtime
from shared.platform.transaction import reading, transaction
from shared.schema.intake import Receipt

BATCH = 20
log = get_log("receipts")


async def document_bytes(runtime: Runtime, receipt: Receipt) -> bytes:
    """The signed document of a receipt that was read and whose session is closed; made if there is none.

    Raises:
        Unavailable: issuance, which holds the authority's key, is silent.
    """
    before = receipt.document_sha256
    if before is not None:
        try:
            return await runtime.files.get(before)
        except NotFound:
            # The store lost it: the row still says everything, so it is made again.
            pass
    printed = await IssuanceClient(runtime).print_paper(paper_of(receipt))
    digest = await _keep(runtime, receipt.id, before=before, digest=await runtime.files.put(printed.pdf))
    return await runtime.files.get(digest)


async def _keep(runtime: Runtime, receipt_id: UUID, *, before: str | None, digest: str) -> str:
    """Write the hash on the row unless another was written since; gives the one that stands."""
    own = (Receipt.id == receipt_id, Receipt.document_sha256.is_not_distinct_from(before))
    async with transaction(runtime.database) as session:
        await session.execute(update(Receipt).where(*own).values(document_sha256=digest))
        stands = await session.scalar(select(Receipt.document_sha256).where(Receipt.id == receipt_id))
    return stands or digest


async def print_missing(runtime: Runtime) -> None:
    """Print what has no document yet, oldest first; one at a time, so that permits do not wait behind receipts."""
    query = select(Receipt).where(Receipt.document_sha256.is_(None)).order_by(Receipt.id).limit(BATCH)
    async with reading(runtime.database) as session:
        waiting = (await session.scalars(query)).all()
    for receipt in waiting:
        if runtime.stopping.is_set():
            return
        try:
            await document_bytes(runtime, receipt)
        except Unavailable as error:
            log.warning("receipts wait", error=str(error))
            return
        except Exception:
            log.exception("receipt not printed", receipt=receipt.number)
