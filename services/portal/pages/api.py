"""The portal's addresses: the start page and its files."""

from typing import Annotated, Literal

from fastapi import APIRouter, Query, Request, Response

from services.portal.pages.queries import checked, service_states
from services.portal.pages.render import start_page
from services.portal.pages.static import static_file
from shared.platform.auth import Anyone
from shared.platform.problems import language_of
from shared.platform.runtime import runtime_of

router = APIRouter(tags=["pages"])
CONTENT_POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)


@router.get("/", response_class=Response, responses={200: {"content": {"text/html": {}}}})
async def start(
    _: Anyone,
    request: Request,
    lang: Literal["zh", "en"] | None = None,
    number: Annotated[str | None, Query(max_length=40)] = None,
) -> Response:
    """What runs, each service's document, and a permit by its number, in Chinese or English."""
    runtime = runtime_of(request)
    check = await checked(runtime, number) if number else None
    page = start_page(lang or language_of(request), await service_states(runtime), check)
    return Response(page, media_type="text/html; charset=utf-8", headers={"Content-Security-Policy": CONTENT_POLICY})


@router.get("/static/{name}", response_class=Response, responses={200: {"content": {"text/css": {}}}})
async def static(name: str, _: Anyone) -> Response:
    """A file of the pages."""
    return static_file(name)
