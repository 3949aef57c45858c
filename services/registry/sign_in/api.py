"""Endpoints of signing in: tokens for people and services, and the keys that check them."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Form, Request, Response
from fastapi.security import OAuth2PasswordRequestForm

from services.registry.access import Administrator
from services.registry.accounts.commands import end_sign_ins_of, set_email
from services.registry.accounts.queries import account_by_id, me_answer
from services.registry.keys import SigningKeys
from services.registry.settings import SignInSettings
from services.registry.sign_in import clients, commands, sessions
from shared.contracts import registry as wire
from shared.contracts.sign_ins import EndedSignIns, SignIns
from shared.platform.auth import Anyone, SignedIn
from shared.platform.etag import IfMatch, etag
from shared.platform.idempotency import OnceOnly
from shared.platform.runtime import runtime_of
from shared.platform.tokens import unauthenticated
from shared.platform.transaction import Read, Tx
from shared.schema.registry import Account

router = APIRouter(tags=["sign-in"])


@router.post("/tokens")
async def create_token(
    request: Request, form: Annotated[OAuth2PasswordRequestForm, Depends()], _: Anyone
) -> wire.TokenAnswer:
    """Sign in with name and password; answers a bearer token."""
    client = request.headers.get("user-agent", "")
    return await commands.sign_in(runtime_of(request), form.username, form.password, client=client)


@router.post("/service-tokens")
async def create_service_token(
    request: Request,
    client_id: Annotated[str, Form(max_length=40)],
    client_secret: Annotated[str, Form(max_length=200)],
    _: Anyone,
) -> wire.TokenAnswer:
    """Sign in as a service."""
    return clients.service_sign_in(runtime_of(request), client_id, client_secret)


@router.get("/.well-known/jwks.json")
async def read_keys(request: Request, response: Response, _: Anyone) -> wire.PublicKeySet:
    """The public keys that check tokens."""
    response.headers["Cache-Control"] = "public, max-age=60"
    return runtime_of(request).own(SigningKeys).public_set()


@router.get("/.well-known/ended-sign-ins.json")
async def read_ended(request: Request, session: Read, _: Anyone) -> EndedSignIns:
    """Sign-ins and keys whose tokens are refused although they have not expired."""
    settings = runtime_of(request).own(SignInSettings)
    return await sessions.ended(session, key_token_s=settings.service_token_s)


@router.get("/me/sign-ins")
async def list_own_sign_ins(caller: SignedIn, session: Read) -> SignIns:
    """Where one is signed in, newest first."""
    return await sessions.sign_ins_of(session, caller.id, caller.sign_in)


@router.post("/me/sign-ins/{sign_in_id}/closure", response_model=SignIns)
async def end_own_sign_in(sign_in_id: UUID, caller: SignedIn, once: OnceOnly, session: Tx) -> Response:
    """End one of one's own sign-ins; its token is refused within seconds."""
    await sessions.end_one(session, caller, sign_in_id)
    await session.flush()
    return once.answer(await sessions.sign_ins_of(session, caller.id, caller.sign_in))


@router.get("/accounts/{account_id}/sign-ins")
async def list_sign_ins(account_id: UUID, caller: Administrator, session: Read) -> SignIns:
    """Where the holder of an account is signed in."""
    account = await account_by_id(session, account_id)
    return await sessions.sign_ins_of(session, account.id, caller.sign_in)


@router.post("/accounts/{account_id}/sign-ins/closure", response_model=SignIns)
async def end_sign_ins(account_id: UUID, caller: Administrator, once: OnceOnly, session: Tx) -> Response:
    """End every sign-in of an account."""
    account = await end_sign_ins_of(session, caller, account_id=account_id)
    return once.answer(await sessions.sign_ins_of(session, account.id, caller.sign_in))


@router.get("/me")
async def read_me(caller: SignedIn, session: Read, response: Response) -> wire.Me:
    """Who is signed in."""
    account = await session.get(Account, caller.id)
    if account is None or not account.active:
        raise unauthenticated()
    response.headers["ETag"] = etag(account.version)
    return me_answer(account)


@router.patch("/me", response_model=wire.Me)
async def edit_me(body: wire.OwnAccount, caller: SignedIn, version: IfMatch, once: OnceOnly, session: Tx) -> Response:
    """Set what is one's own to set: the address one is written to."""
    account = await set_email(session, caller, version=version, email=body.email)
    return once.answer(me_answer(account), version=account.version)
