"""Endpoints of the figures: open to anyone, with the lists behind them for the office."""

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Query, Response

from services.issuance.access import AtDesk, AuthorityReader
from services.issuance.figures.queries import as_csv, entries, figures, period_of
from shared.contracts.figures import FigureEntry, Figures
from shared.contracts.pages import Page
from shared.platform.auth import Anyone
from shared.platform.paging import Cursor, Limit
from shared.platform.transaction import Read

router = APIRouter(tags=["figures"])
First = Annotated[date, Query(description="First Shanghai day")]
Last = Annotated[date, Query(description="Last Shanghai day, included")]


@router.get("/public/figures")
async def get_figures(first: First, last: Last, _: Anyone, desk: AtDesk, read: Read) -> Figures:
    """The figures of the permit, with both denominators of every average and rate."""
    return await figures(read, period_of(desk.adcode, first, last))


@router.get("/public/figures.csv", response_class=Response, responses={200: {"content": {"text/csv": {}}}})
async def get_figures_csv(first: First, last: Last, _: Anyone, desk: AtDesk, read: Read) -> Response:
    """The same as CSV."""
    whole = await figures(read, period_of(desk.adcode, first, last))
    name = f"permits-{first}-{last}.csv"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(as_csv(whole), media_type="text/csv; charset=utf-8", headers=headers)


@router.get("/figures/{code}/entries")
async def list_entries(
    code: str,
    first: First,
    last: Last,
    caller: AuthorityReader,
    desk: AtDesk,
    read: Read,
    cursor: Cursor = None,
    limit: Limit = 50,
) -> Page[FigureEntry]:
    """What a count counts."""
    return await entries(read, period_of(desk.authority_of(caller), first, last), code, cursor=cursor, limit=limit)
