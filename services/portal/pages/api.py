"""The portal's addresses: the application, its files, and the plain page for browsers without script."""

from typing import Annotated, Literal

from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import RedirectResponse

from services.portal.pages.bundle import application_answer, application_page, asset
from services.portal.pages.offline import offline_file
from services.portal.pages.queries import checked, demonstration, service_states
from services.portal.pages.render import System, start_page
from services.portal.pages.static import static_file
from shared.domain.errors import not_found
from shared.platform.auth import Anyone
from shared.platform.problems import language_of
from shared.platform.runtime import runtime_of

router = APIRouter(tags=["pages"])
CONTENT_POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
AREAS = (
    "sign-in",
    "check",
    "try",
    "notices",
    "carrier",
    "desk",
    "review",
    "surveys",
    "escort",
    "road",
    "office",
    "inbox",
    "driver",
    "consultation",
)
"""First parts of the web application's addresses, as `web/src/router.ts` has them."""
Lang = Literal["zh", "en"] | None
Number = Annotated[str | None, Query(max_length=40)]


@router.get("/", response_class=Response, responses={200: {"content": {"text/html": {}}}})
async def start(_: Anyone, request: Request, lang: Lang = None, number: Number = None) -> Response:
    """The web application; the plain page when a number is asked for or the application was not built."""
    page = application_page()
    if page is not None and lang is None and number is None:
        return application_answer(page)
    return await _plain(request, lang, number)


@router.get("/plain", response_class=Response, responses={200: {"content": {"text/html": {}}}})
async def plain(_: Anyone, request: Request, lang: Lang = None, number: Number = None) -> Response:
    """Without script: what runs, each service's document, a permit by its number, in Chinese or English."""
    return await _plain(request, lang, number)


async def _plain(request: Request, lang: Lang, number: str | None) -> Response:
    runtime = runtime_of(request)
    check = await checked(runtime, number) if number else None
    system = System(await service_states(runtime), await demonstration(runtime), built=application_page() is not None)
    page = start_page(lang or language_of(request), system, check)
    return Response(page, media_type="text/html; charset=utf-8", headers={"Content-Security-Policy": CONTENT_POLICY})


@router.get("/static/{name}", response_class=Response, responses={200: {"content": {"text/css": {}}}})
async def static(name: str, _: Anyone) -> Response:
    """A file of the plain page."""
    return static_file(name)


@router.get("/assets/{name}", response_class=Response, responses={200: {"content": {"text/javascript": {}}}})
async def application_file(name: str, _: Anyone, request: Request) -> Response:
    """A file of the web application."""
    return asset(name, request)


@router.get("/offline", response_class=RedirectResponse, status_code=307, include_in_schema=False)
async def offline_address(_: Anyone) -> str:
    """The offline check stands in a folder of its own, which its service worker answers for."""
    return "/offline/"


@router.get("/offline/", response_class=Response, responses={200: {"content": {"text/html": {}}}})
async def offline(_: Anyone) -> Response:
    """Checks permits on a phone without a network, once it was opened with one."""
    return offline_file("index.html")


@router.get("/offline/{name}", response_class=Response, responses={200: {"content": {"text/javascript": {}}}})
async def offline_script(name: str, _: Anyone) -> Response:
    """A script of the offline check."""
    return offline_file(name)


async def application(_: Anyone) -> Response:
    """An address of the web application itself: the same page for all, which finds its way by the address."""
    page = application_page()
    if page is None:
        raise not_found("页面", "page")
    return application_answer(page)


for _area in AREAS:
    router.add_api_route(f"/{_area}{{rest:path}}", application, response_class=Response, include_in_schema=False)
