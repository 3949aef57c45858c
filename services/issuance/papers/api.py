"""Endpoints of papers (文书): those of issuance's own acts, and the printing of what another service gives."""

from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Path, Query, Response

from services.issuance.access import AtDesk, PermitReader, Running
from services.issuance.desk import desk_of
from services.issuance.papers.printing import document_bytes, printed
from services.issuance.papers.queries import list_papers, paper_by_number, papers_seen
from shared.contracts.official import OfficialPaper, PrintedPaper
from shared.contracts.pages import Page
from shared.contracts.papers import ActPaper
from shared.domain.errors import field_problem
from shared.platform.auth import ServiceCall
from shared.platform.transaction import Read, reading

router = APIRouter(tags=["papers"])
Number = Annotated[str, Path(pattern=r"^[A-Z0-9-]{1,40}$")]
PDF: dict[int | str, dict[str, Any]] = {
    200: {"content": {"application/pdf": {"schema": {"type": "string", "format": "binary"}}}}
}


@router.post("/internal/papers")
async def print_paper(body: OfficialPaper, _: ServiceCall, runtime: Running) -> PrintedPaper:
    """The signed PDF of a paper; nothing is kept here: it belongs to whoever gives it."""
    return await printed(runtime, body)


@router.get("/papers")
async def read_papers(
    caller: PermitReader,
    desk: AtDesk,
    read: Read,
    application_id: UUID | None = None,
    permit_number: Annotated[str | None, Query(pattern=r"^[A-Z0-9-]{1,20}$")] = None,
) -> Page[ActPaper]:
    """The papers of an application and its permits, or of one permit, oldest first."""
    if application_id is None and permit_number is None:
        raise field_problem(
            "query/application_id", "missing", "请给出申请或通行证编号", "name an application or a permit"
        )
    seen = papers_seen(caller, desk)
    papers = await list_papers(read, seen, application_id=application_id, permit_number=permit_number)
    return Page(items=papers, next_cursor=None)


@router.get("/papers/{number}/document", response_class=Response, responses=PDF)
async def read_paper_document(number: Number, caller: PermitReader, runtime: Running) -> Response:
    """A paper as a signed PDF."""
    async with reading(runtime.database) as session:
        row = await paper_by_number(session, number, papers_seen(caller, desk_of(runtime)))
    headers = {"Content-Disposition": f'inline; filename="{row.number}.pdf"'}
    return Response(await document_bytes(runtime, row), media_type="application/pdf", headers=headers)
