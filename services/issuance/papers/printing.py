"""Printing official papers in the CPU pool, under the authority's name and document key; issuance's own are kept."""

import base64

from services.issuance.desk import desk_of
from services.issuance.papers.giving import PaperRef
from services.issuance.papers.wording import paper_of
from services.issuance.rendering.document import IssuingAuthority
from services.issuance.rendering.paper import render_and_sign_paper
from shared.contracts.official import OfficialPaper, PrintedPaper
from shared.domain.errors import not_found
from shared.platform.documents import stored_document
from shared.platform.runtime import Runtime
from shared.platform.transaction import reading
from shared.schema.issuance import ActPaper


async def printed(runtime: Runtime, paper: OfficialPaper) -> PrintedPaper:
    """The signed PDF of a paper."""
    return PrintedPaper(pdf=base64.b64encode(await _pdf(runtime, paper)))


async def _pdf(runtime: Runtime, paper: OfficialPaper) -> bytes:
    desk = desk_of(runtime)
    authority = IssuingAuthority(name=desk.settings.authority_name, adcode=desk.adcode, scope=desk.settings.scope)
    return await runtime.cpu.run(render_and_sign_paper, paper, authority, desk.demonstration, desk.keys.document_key)


async def document_bytes(runtime: Runtime, row: ActPaper) -> bytes:
    """The signed document of a paper that was read and whose session is closed; made if there is none."""
    return await stored_document(runtime, row, lambda: _pdf(runtime, paper_of(row)))


async def print_given(runtime: Runtime, payload: bytes) -> None:
    """The job: make the document of a paper unless it is there."""
    reference = PaperRef.model_validate_json(payload)
    async with reading(runtime.database) as session:
        row = await session.get(ActPaper, reference.paper_id)
    if row is None:
        raise not_found("文书", "paper")
    await document_bytes(runtime, row)
