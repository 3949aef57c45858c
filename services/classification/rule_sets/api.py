"""Rule sets: read by staff, written by administrators, reviewed by supervisors, put in force by another of them."""

from uuid import UUID

from fastapi import APIRouter, Request, Response

from services.classification.access import RuleAuthor, RuleKeeper, RuleReader, RuleReviewer
from services.classification.engine import Engine
from services.classification.rule_sets import commands
from services.classification.rule_sets.queries import page_of_rule_sets, view_of
from services.classification.rule_sets.schemas import (
    Enactment,
    Return,
    RuleSetDraft,
    RuleSetRow,
    RuleSetView,
    State,
)
from shared.contracts.pages import Page
from shared.domain.clock import utc_now
from shared.platform.etag import IfMatch, etag
from shared.platform.idempotency import OnceOnly
from shared.platform.paging import Cursor, Limit
from shared.platform.runtime import runtime_of
from shared.platform.transaction import Read, Tx

router = APIRouter(prefix="/rule-sets", tags=["rule sets"])


@router.get("")
async def list_rule_sets(
    _: RuleReader,
    session: Read,
    name: str | None = None,
    state: State | None = None,
    cursor: Cursor = None,
    limit: Limit = 50,
) -> Page[RuleSetRow]:
    """Rule sets, newest first."""
    return await page_of_rule_sets(session, now=utc_now(), name=name, state=state, cursor=cursor, limit=limit)


@router.post("", response_model=RuleSetView, status_code=201)
async def draft_rule_set(body: RuleSetDraft, caller: RuleAuthor, once: OnceOnly, tx: Tx, request: Request) -> Response:
    """Write a draft; faults are told with line and field."""
    made = await commands.draft(tx, caller, body, runtime_of(request).cpu)
    view = await view_of(tx, made, utc_now())
    place = {"Location": f"/api/classification/v1/rule-sets/{made}"}
    return once.answer(view, status_code=201, version=view.version, headers=place)


@router.get("/{rule_set_id}")
async def read_rule_set(rule_set_id: UUID, _: RuleReader, session: Read, response: Response) -> RuleSetView:
    """One rule set with its TOML."""
    view = await view_of(session, rule_set_id, utc_now())
    response.headers["ETag"] = etag(view.version)
    return view


@router.put("/{rule_set_id}", response_model=RuleSetView)
async def change_rule_set(
    rule_set_id: UUID,
    body: RuleSetDraft,
    caller: RuleAuthor,
    version: IfMatch,
    once: OnceOnly,
    tx: Tx,
    request: Request,
) -> Response:
    """Write a draft anew, over the base that is in force now."""
    cpu = runtime_of(request).cpu
    row = await commands.change(tx, caller, body, cpu, rule_set_id=rule_set_id, version=version)
    return once.answer(await view_of(tx, row.id, utc_now()), version=row.version)


@router.post("/{rule_set_id}/review", response_model=RuleSetView)
async def review_rule_set(
    rule_set_id: UUID, caller: RuleReviewer, version: IfMatch, once: OnceOnly, tx: Tx
) -> Response:
    """Review a draft; never by somebody who wrote on it."""
    row = await commands.review(tx, caller, rule_set_id=rule_set_id, version=version)
    return once.answer(await view_of(tx, row.id, utc_now()), version=row.version)


@router.post("/{rule_set_id}/return", response_model=RuleSetView)
async def return_rule_set(
    rule_set_id: UUID, body: Return, caller: RuleKeeper, version: IfMatch, once: OnceOnly, tx: Tx
) -> Response:
    """Make a reviewed set a draft again."""
    row = await commands.send_back(tx, caller, rule_set_id=rule_set_id, version=version, reason=body.reason)
    return once.answer(await view_of(tx, row.id, utc_now()), version=row.version)


@router.post("/{rule_set_id}/enactment", response_model=RuleSetView)
async def enact_rule_set(
    rule_set_id: UUID, body: Enactment, caller: RuleKeeper, version: IfMatch, once: OnceOnly, tx: Tx, request: Request
) -> Response:
    """Put a reviewed set in force, some time ahead; never by who reviewed it."""
    engine = runtime_of(request).own(Engine)
    row = await commands.enact(tx, caller, body, engine, rule_set_id=rule_set_id, version=version)
    return once.answer(await view_of(tx, row.id, utc_now()), version=row.version)
