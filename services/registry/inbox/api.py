"""Endpoints of the inbox: what the caller was told, by whichever service, and what he has read of it."""

from typing import Annotated

from fastapi import APIRouter, Query, Response

from services.registry.inbox import commands, queries
from shared.contracts.notifications import Inbox, Readings, ReadingsAnswer
from shared.platform.auth import SignedIn
from shared.platform.idempotency import OnceOnly
from shared.platform.paging import Cursor, Limit
from shared.platform.transaction import Read, Tx

router = APIRouter(prefix="/inbox", tags=["inbox"])


@router.get("")
async def inbox(
    caller: SignedIn,
    session: Read,
    unread: Annotated[bool, Query(description="Only what was not read yet")] = False,
    cursor: Cursor = None,
    limit: Limit = 20,
) -> Inbox:
    """What the caller, or every agent of his carrier, was told; newest first."""
    return await queries.inbox(session, caller, unread=unread, cursor=cursor, limit=limit)


@router.post("/readings", response_model=ReadingsAnswer)
async def read_some(body: Readings, caller: SignedIn, once: OnceOnly, tx: Tx) -> Response:
    """Mark notifications as read by the caller; those that are not his are passed over."""
    await commands.mark_read(tx, caller, ids=body.ids)
    return once.answer(ReadingsAnswer(unread=await queries.count_unread(tx, caller)))
