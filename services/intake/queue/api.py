"""Endpoints of the clerk's acts on applications."""

from uuid import UUID

from fastapi import APIRouter, Request, Response

from services.intake.access import Clerk, DeskOfficer
from services.intake.applications.answers import present
from services.intake.applications.drive import drive_inline
from services.intake.applications.queries import shown_application
from services.intake.queue import commands, correcting
from shared.contracts.intake import Application, CorrectionNotice, Fix, NonAcceptance, Precheck, Termination
from shared.platform.etag import IfMatch
from shared.platform.idempotency import Keyed, Once, OnceOnly
from shared.platform.runtime import runtime_of
from shared.platform.transaction import Tx, transaction
from shared.schema.intake import Application as ApplicationModel

router = APIRouter(prefix="/applications/{application_id}", tags=["queue"])


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
