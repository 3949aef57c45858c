"""Endpoints of escort assignments: the carrier offers, the agency answers."""

from uuid import UUID

from fastapi import APIRouter, Response

from services.fieldwork.access import Agent, AssignmentReader, Dispatcher
from services.fieldwork.assignments import commands, queries
from services.fieldwork.assignments.queries import AssignmentState, assignment_answer
from shared.contracts import fieldwork as wire
from shared.contracts.pages import Page
from shared.platform.etag import IfMatch, etag
from shared.platform.idempotency import OnceOnly
from shared.platform.paging import Cursor, Limit
from shared.platform.transaction import Read, Tx

router = APIRouter(tags=["assignments"])


@router.post("/assignments", status_code=201, response_model=wire.Assignment)
async def create_assignment(order: wire.AssignmentOffer, caller: Agent, once: OnceOnly, session: Tx) -> Response:
    """Offer the escort of an own application to an agency."""
    row = await commands.offer(session, caller, order=order)
    return once.answer(await assignment_answer(session, row), status_code=201, version=row.version)


@router.get("/assignments")
async def list_assignments(
    caller: AssignmentReader,
    session: Read,
    mine: bool = False,
    state: AssignmentState | None = None,
    application_id: UUID | None = None,
    cursor: Cursor = None,
    limit: Limit = 50,
) -> Page[wire.Assignment]:
    """Assignments, newest first; an agency sees its own, an agent his company's."""
    return await queries.list_assignments(
        session, caller, mine=mine, state=state, application_id=application_id, cursor=cursor, limit=limit
    )


@router.get("/assignments/{assignment_id}")
async def read_assignment(
    assignment_id: UUID, caller: AssignmentReader, session: Read, response: Response
) -> wire.Assignment:
    """One assignment."""
    row = await queries.visible_assignment(session, caller, assignment_id)
    response.headers["ETag"] = etag(row.version)
    return await assignment_answer(session, row)


@router.post("/assignments/{assignment_id}/acceptance", response_model=wire.Assignment)
async def accept_assignment(
    assignment_id: UUID, caller: Dispatcher, version: IfMatch, once: OnceOnly, session: Tx
) -> Response:
    """Accept an offer to one's own agency."""
    row = await commands.answer(session, caller, assignment_id=assignment_id, version=version, event="acceptance")
    return once.answer(await assignment_answer(session, row), version=row.version)


@router.post("/assignments/{assignment_id}/decline", response_model=wire.Assignment)
async def decline_assignment(
    assignment_id: UUID, order: wire.Decline, caller: Dispatcher, version: IfMatch, once: OnceOnly, session: Tx
) -> Response:
    """Decline an offer with a reason."""
    row = await commands.answer(
        session, caller, assignment_id=assignment_id, version=version, event="decline", reason=order.reason
    )
    return once.answer(await assignment_answer(session, row), version=row.version)


@router.post("/assignments/{assignment_id}/cancellation", response_model=wire.Assignment)
async def cancel_assignment(
    assignment_id: UUID, caller: Agent, version: IfMatch, once: OnceOnly, session: Tx
) -> Response:
    """Take an offer or an accepted escort back."""
    row = await commands.cancel(session, caller, assignment_id=assignment_id, version=version)
    return once.answer(await assignment_answer(session, row), version=row.version)
