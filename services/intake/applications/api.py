"""Endpoints of applications, for agents and for whoever reads them."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Request, Response

from services.intake.access import Agent, Filer, Reader
from services.intake.applications import again, commands, queries
from services.intake.applications.answers import present
from services.intake.applications.drive import drive_inline
from services.intake.applications.permits import permits_now
from services.intake.applications.schemas import ListQuery
from services.intake.applications.withdrawal import withdraw
from shared.contracts.intake import (
    Application,
    ApplicationDraft,
    ApplicationEdit,
    ApplicationRow,
    CopyOrder,
    Resubmission,
    TimelineEvent,
)
from shared.contracts.pages import Page
from shared.platform.etag import IfMatch, etag
from shared.platform.idempotency import Keyed, OnceOnly
from shared.platform.runtime import runtime_of
from shared.platform.transaction import Read, Tx, transaction

router = APIRouter(prefix="/applications", tags=["applications"])


@router.post("", status_code=201, response_model=Application)
async def draft(body: ApplicationDraft, caller: Agent, once: OnceOnly, tx: Tx, request: Request) -> Response:
    """File a draft for the caller's own carrier."""
    authority = runtime_of(request).settings.authority_adcode
    row = await commands.draft(tx, caller, body=body, authority=authority)
    place = {"Location": f"{request.url.path}/{row.id}"}
    return once.answer(queries.shown_application(row), status_code=201, version=row.version, headers=place)


@router.get("")
async def applications(caller: Reader, session: Read, wanted: Annotated[ListQuery, Query()]) -> Page[ApplicationRow]:
    """Applications, newest first: an agent's own carrier's, or those handed in to the authority."""
    return await queries.page(session, caller, wanted)


@router.get("/{application_id}")
async def application(application_id: UUID, caller: Reader, session: Read, response: Response) -> Application:
    """One application."""
    row = await queries.read(session, caller, application_id)
    response.headers["ETag"] = etag(row.version)
    return queries.shown_application(row, await permits_now(session, row))


@router.patch("/{application_id}", response_model=Application)
async def edit(
    application_id: UUID, body: ApplicationEdit, caller: Filer, if_match: IfMatch, once: OnceOnly, tx: Tx
) -> Response:
    """Replace the facts of a draft."""
    row = await commands.edit(tx, caller, application_id, version=if_match, body=body)
    return once.answer(queries.shown_application(row), version=row.version)


@router.get("/{application_id}/timeline")
async def timeline(application_id: UUID, caller: Reader, session: Read) -> list[TimelineEvent]:
    """Every act on an application, oldest first."""
    return await queries.timeline(session, caller, application_id)


@router.post("/{application_id}/submission", response_model=Application, responses={202: {"model": Application}})
async def submission(
    application_id: UUID, caller: Filer, if_match: IfMatch, keyed: Keyed, request: Request
) -> Response:
    """Hand a draft in: decided so far as the system decides (200), or committed and still being worked on (202)."""
    runtime = runtime_of(request)
    async with transaction(runtime.database) as session:
        fresh = await commands.submit(
            session, caller, application_id, version=if_match, keyed=keyed, settings=runtime.settings
        )
    if fresh:
        await drive_inline(runtime, application_id)
    return await present(runtime, caller, application_id)


@router.post("/{application_id}/resubmission", response_model=Application, responses={202: {"model": Application}})
async def resubmission(
    application_id: UUID, body: Resubmission, caller: Filer, if_match: IfMatch, keyed: Keyed, request: Request
) -> Response:
    """Hand an application in again after a correction notice: judged anew at once (200), or shortly (202)."""
    runtime = runtime_of(request)
    async with transaction(runtime.database) as session:
        fresh = await again.resubmit(
            session, caller, application_id, version=if_match, body=body, keyed=keyed, settings=runtime.settings
        )
    if fresh:
        await drive_inline(runtime, application_id)
    return await present(runtime, caller, application_id)


@router.post("/{application_id}/copy", status_code=201, response_model=Application)
async def copy(
    application_id: UUID, body: CopyOrder, caller: Agent, once: OnceOnly, tx: Tx, request: Request
) -> Response:
    """Begin a new draft from an application: the same trip, the way back, or the same load at another time."""
    row = await again.copy(tx, caller, application_id, order=body)
    place = {"Location": str(request.url.path).replace(f"{application_id}/copy", str(row.id))}
    return once.answer(queries.shown_application(row), status_code=201, version=row.version, headers=place)


@router.post("/{application_id}/withdrawal", response_model=Application, responses={202: {"model": Application}})
async def withdrawal(
    application_id: UUID, caller: Agent, if_match: IfMatch, keyed: Keyed, request: Request
) -> Response:
    """Withdraw an application before the decision."""
    runtime = runtime_of(request)
    await withdraw(runtime, caller, application_id, version=if_match, keyed=keyed)
    return await present(runtime, caller, application_id)
