"""Endpoints of signing in: tokens for people and services, and the keys that check them."""

from typing import Annotated

from fastapi import APIRouter, Depends, Form, Request, Response
from fastapi.security import OAuth2PasswordRequestForm

from services.registry.accounts.commands import set_email
from services.registry.accounts.queries import me_answer
from services.registry.keys import SigningKeys
from services.registry.sign_in import clients, commands
from shared.contracts import registry as wire
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
    return await commands.sign_in(runtime_of(request), form.username, form.password)


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
