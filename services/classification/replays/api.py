"""Replays: a rule set rehearsed over past applications, by supervisors and administrators."""

from uuid import UUID

from fastapi import APIRouter, Response

from services.classification.access import RuleKeeper
from services.classification.replays.commands import start
from services.classification.replays.queries import page_of_changes, page_of_replays, replay_row, view_of
from services.classification.replays.schemas import ChangedCase, ReplayOrder, ReplayView
from shared.contracts.pages import Page
from shared.platform.idempotency import OnceOnly
from shared.platform.paging import Cursor, Limit
from shared.platform.transaction import Read, Tx

router = APIRouter(prefix="/replays", tags=["replays"])


@router.post("", response_model=ReplayView, status_code=202)
async def start_replay(order: ReplayOrder, caller: RuleKeeper, once: OnceOnly, tx: Tx) -> Response:
    """Rehearse a rule set, draft or not, over the newest assessment of every vehicle set of some time."""
    row = await start(tx, caller, order)
    place = {"Location": f"/api/classification/v1/replays/{row.id}"}
    return once.answer(view_of(row), status_code=202, headers=place)


@router.get("")
async def list_replays(_: RuleKeeper, session: Read, cursor: Cursor = None, limit: Limit = 50) -> Page[ReplayView]:
    """Replays, newest first."""
    return await page_of_replays(session, cursor=cursor, limit=limit)


@router.get("/{replay_id}")
async def read_replay(replay_id: UUID, _: RuleKeeper, session: Read) -> ReplayView:
    """How far a replay is and what it counted."""
    return view_of(await replay_row(session, replay_id))


@router.get("/{replay_id}/changes")
async def list_changes(
    replay_id: UUID, _: RuleKeeper, session: Read, cursor: Cursor = None, limit: Limit = 50
) -> Page[ChangedCase]:
    """The cases that would come out differently."""
    return await page_of_changes(session, replay_id, cursor=cursor, limit=limit)
