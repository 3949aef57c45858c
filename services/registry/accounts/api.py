"""Endpoints of accounts: the administrator makes them, their holders set a password by a one-time link."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Request, Response

from services.registry.access import Administrator
from services.registry.accounts import commands, queries
from services.registry.accounts.queries import account_answer
from shared.contracts import registry as wire
from shared.contracts.pages import Page
from shared.domain.roles import Role
from shared.platform.auth import Anyone
from shared.platform.etag import IfMatch, etag
from shared.platform.idempotency import Keyed, OnceOnly
from shared.platform.paging import Cursor, Limit
from shared.platform.runtime import runtime_of
from shared.platform.transaction import Read, Tx

router = APIRouter(tags=["accounts"])


@router.post("/first-passwords", status_code=201)
async def set_first_password(request: Request, order: wire.FirstPassword, _: Anyone) -> wire.Account:
    """Set a password by a one-time link; the link is the key, so this takes no other."""
    return account_answer(await commands.set_first_password(runtime_of(request), order))


@router.post("/accounts", status_code=201)
async def create_account(draft: wire.AccountDraft, caller: Administrator, keyed: Keyed, session: Tx) -> wire.Invitation:
    """Make an account; answers the one-time token for its holder, shown here alone."""
    account, link = await commands.invite(session, caller, draft=draft, keyed=keyed)
    return wire.Invitation(account=account_answer(account), token=link.token, expires_at=link.expires_at)


@router.get("/accounts")
async def list_accounts(
    _: Administrator,
    session: Read,
    username: str | None = None,
    role: Role | None = None,
    active: Annotated[bool | None, Query()] = None,
    cursor: Cursor = None,
    limit: Limit = 50,
) -> Page[wire.Account]:
    """Accounts, newest first."""
    rows, following = await queries.list_accounts(
        session, username=username, role=role, active=active, cursor=cursor, limit=limit
    )
    return Page(items=[account_answer(row) for row in rows], next_cursor=following)


@router.get("/accounts/{account_id}")
async def read_account(account_id: UUID, _: Administrator, session: Read, response: Response) -> wire.Account:
    """One account."""
    account = await queries.account_by_id(session, account_id)
    response.headers["ETag"] = etag(account.version)
    return account_answer(account)


@router.post("/accounts/{account_id}/links", status_code=201)
async def renew_link(account_id: UUID, caller: Administrator, keyed: Keyed, session: Tx) -> wire.Invitation:
    """A new one-time token for an account whose holder lost his password; the same request again: another one."""
    await keyed.begin_driven(session, account_id)
    account, link = await commands.renew_link(session, caller, account_id=account_id)
    return wire.Invitation(account=account_answer(account), token=link.token, expires_at=link.expires_at)


@router.post("/accounts/{account_id}/deactivation", response_model=wire.Account)
async def deactivate(
    account_id: UUID, caller: Administrator, version: IfMatch, once: OnceOnly, session: Tx
) -> Response:
    """Close an account."""
    row = await commands.set_active(session, caller, account_id=account_id, version=version, active=False)
    return once.answer(account_answer(row), version=row.version)


@router.post("/accounts/{account_id}/reactivation", response_model=wire.Account)
async def reactivate(
    account_id: UUID, caller: Administrator, version: IfMatch, once: OnceOnly, session: Tx
) -> Response:
    """Open a closed account again."""
    row = await commands.set_active(session, caller, account_id=account_id, version=version, active=True)
    return once.answer(account_answer(row), version=row.version)
