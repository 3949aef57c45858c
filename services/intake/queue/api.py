"""Endpoints of the clerk's desk: the queue, and what a clerk does with an application."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Request, Response

from services.intake.access import Clerk, DeskOfficer, Supervisor
from services.intake.applications.answers import present
from services.intake.applications.drive import drive_inline
from services.intake.applications.queries import shown_application
from services.intake.queue import commands, correcting, giving, queries
from services.intake.queue.schemas import QueueQuery
from shared.clients.registry import RegistryClient
from shared.contracts.intake import (
    Application,
    Assignment,
    ClerkLoads,
    CorrectionNotice,
    Fix,
    Handover,
    NonAcceptance,
    Precheck,
    QueuePage,
    Taken,
    Termination,
)
from shared.contracts.registry import Officer
from shared.domain.roles import Role
from shared.platform.etag import IfMatch
from shared.platform.idempotency import Keyed, Once, OnceOnly
from shared.platform.live import MEDIA_TYPE, Hub
from shared.platform.runtime import Runtime, runtime_of
from shared.platform.tokens import Caller
from shared.platform.transaction import Read, Tx, reading, transaction
from shared.schema.intake import Application as ApplicationModel

router = APIRouter(prefix="/applications/{application_id}", tags=["queue"])
lists = APIRouter(prefix="/queue", tags=["queue"])


@lists.get("")
async def queue(caller: DeskOfficer, session: Read, wanted: Annotated[QueueQuery, Query()]) -> QueuePage:
    """A list of the queue, what is due first at the top; the counts are those of every list."""
    return await queries.page(session, caller, wanted)


@lists.post("/next", response_model=Taken)
async def next_case(caller: Clerk, once: OnceOnly, tx: Tx) -> Response:
    """Claim what is due first of all that nobody has."""
    row = await giving.take_next(tx, caller)
    return once.answer(Taken(application=row), version=row.version if row else None)


@lists.get("/clerks")
async def clerks(caller: DeskOfficer, request: Request) -> ClerkLoads:
    """The clerks of the authority and how many cases each has, the one with least first."""
    runtime = runtime_of(request)
    found = await _clerks(runtime, caller)
    async with reading(runtime.database) as session:
        return ClerkLoads(items=await queries.loads(session, found))


@lists.get("/events", response_class=Response, responses={200: {"content": {MEDIA_TYPE: {}}}})
async def queue_events(caller: DeskOfficer, request: Request) -> Response:
    """Server-sent events: `open`, then `changed` with the ids of cases that changed (none: look at everything)."""
    return runtime_of(request).own(Hub).stream(caller, caller.authority or "")


async def _clerks(runtime: Runtime, caller: Caller) -> list[Officer]:
    return (await RegistryClient(runtime).officers(caller.authority or "", Role.CLERK)).items


async def _answer(tx: Tx, once: Once, row: ApplicationModel) -> Response:
    await tx.flush()
    return once.answer(shown_application(row), version=row.version)


@router.post("/claim", response_model=Application)
async def claim(application_id: UUID, caller: Clerk, if_match: IfMatch, once: OnceOnly, tx: Tx) -> Response:
    """Take an application from the queue."""
    return await _answer(tx, once, await commands.claim(tx, caller, application_id, version=if_match))


@router.post("/release", response_model=Application)
async def release(application_id: UUID, caller: Clerk, if_match: IfMatch, once: OnceOnly, tx: Tx) -> Response:
    """Put a claimed application back into the queue."""
    return await _answer(tx, once, await commands.release(tx, caller, application_id, version=if_match))


@router.post("/handover", response_model=Application)
async def handover(
    application_id: UUID, body: Handover, caller: Clerk, if_match: IfMatch, keyed: Keyed, request: Request
) -> Response:
    """Give a case one has to another clerk."""
    runtime = runtime_of(request)
    found = await _clerks(runtime, caller)
    async with transaction(runtime.database) as session:
        await giving.hand_over(session, caller, application_id, version=if_match, body=body, keyed=keyed, clerks=found)
    return await present(runtime, caller, application_id)


@router.post("/assignment", response_model=Application)
async def assignment(
    application_id: UUID, body: Assignment, caller: Supervisor, if_match: IfMatch, keyed: Keyed, request: Request
) -> Response:
    """Give a case to a clerk: the one named, or the one who has least."""
    runtime = runtime_of(request)
    found = await _clerks(runtime, caller)
    async with transaction(runtime.database) as session:
        await giving.assign(session, caller, application_id, version=if_match, body=body, keyed=keyed, clerks=found)
    return await present(runtime, caller, application_id)


@router.post("/precheck", response_model=Application)
async def precheck(
    application_id: UUID, body: Precheck, caller: Clerk, if_match: IfMatch, once: OnceOnly, tx: Tx
) -> Response:
    """Record the pre-check."""
    return await _answer(tx, once, await commands.precheck(tx, caller, application_id, version=if_match, body=body))


@router.post("/fix", response_model=Application, responses={202: {"model": Application}})
async def fix(
    application_id: UUID, body: Fix, caller: Clerk, if_match: IfMatch, keyed: Keyed, request: Request
) -> Response:
    """Put slips right on the spot: judged anew at once (200), or shortly (202)."""
    runtime = runtime_of(request)
    async with transaction(runtime.database) as session:
        fresh = await correcting.fix(
            session, caller, application_id, version=if_match, body=body, keyed=keyed, settings=runtime.settings
        )
    if fresh:
        await drive_inline(runtime, application_id)
    return await present(runtime, caller, application_id)


@router.post("/lookup", response_model=Application, responses={202: {"model": Application}})
async def lookup(application_id: UUID, caller: Clerk, if_match: IfMatch, keyed: Keyed, request: Request) -> Response:
    """Ask the registers again and judge anew: at once (200), or shortly (202)."""
    runtime = runtime_of(request)
    async with transaction(runtime.database) as session:
        fresh = await correcting.look_up_again(
            session, caller, application_id, version=if_match, keyed=keyed, settings=runtime.settings
        )
    if fresh:
        await drive_inline(runtime, application_id)
    return await present(runtime, caller, application_id)


@router.post("/correction-notice", response_model=Application)
async def correction_notice(
    application_id: UUID, body: CorrectionNotice, caller: DeskOfficer, if_match: IfMatch, once: OnceOnly, tx: Tx
) -> Response:
    """Tell the applicant everything that is missing, at once; a second notice is for a supervisor to give."""
    row = await correcting.give_notice(tx, caller, application_id, version=if_match, body=body)
    return await _answer(tx, once, row)


@router.post("/acceptance", response_model=Application, responses={202: {"model": Application}})
async def acceptance(
    application_id: UUID, caller: Clerk, if_match: IfMatch, keyed: Keyed, request: Request
) -> Response:
    """Accept an application: it goes to review or survey at once (200), or shortly (202)."""
    runtime = runtime_of(request)
    async with transaction(runtime.database) as session:
        fresh = await commands.accept(
            session, caller, application_id, version=if_match, keyed=keyed, settings=runtime.settings
        )
    if fresh:
        await drive_inline(runtime, application_id)
    return await present(runtime, caller, application_id)


@router.post("/non-acceptance", response_model=Application)
async def non_acceptance(
    application_id: UUID, body: NonAcceptance, caller: Clerk, if_match: IfMatch, once: OnceOnly, tx: Tx
) -> Response:
    """Decide not to accept an application, on a ground."""
    return await _answer(tx, once, await commands.not_accept(tx, caller, application_id, version=if_match, body=body))


@router.post("/termination", response_model=Application)
async def termination(
    application_id: UUID, body: Termination, caller: Clerk, if_match: IfMatch, once: OnceOnly, tx: Tx
) -> Response:
    """Terminate an application filled in wrongly, with guidance."""
    return await _answer(tx, once, await commands.terminate(tx, caller, application_id, version=if_match, body=body))
