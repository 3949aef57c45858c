"""The signed PDF of a receipt: printed by issuance from its row when it is missing."""

from sqlalchemy import select

from services.intake.receipts.wording import paper_of
from shared.clients.issuance import IssuanceClient
from shared.domain.errors import Unavailable
from shared.platform.documents import stored_document
from shared.platform.logging import get_log
from shared.platform.runtime import Runtime
from shared.platform.transaction import reading
from shared.schema.intake import Receipt

BATCH = 20
log = get_log("receipts")


async def document_bytes(runtime: Runtime, receipt: Receipt) -> bytes:
    """The signed document of a receipt that was read and whose session is closed; made if there is none.

    Raises:
        Unavailable: issuance, which holds the authority's key, is silent.
    """

    async def make() -> bytes:
        return (await IssuanceClient(runtime).print_paper(paper_of(receipt))).pdf

    return await stored_document(runtime, receipt, make)


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
