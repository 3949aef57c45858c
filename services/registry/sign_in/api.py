"""Endpoints of signing in: tokens for people and services, and the keys that check them."""

from typing import Annotated

from fastapi import APIRouter, Depends, Form, Request, Response
from fastapi.security import OAuth2PasswordRequestForm

from services.registry.keys import SigningKeys
from services.registry.sign_in import clients, commands
from shared.contracts import registry as wire
from shared.platform.auth import Anyone, SignedIn
from shared.platform.runtime import runtime_of
from shared.platform.tokens import unauthenticated
from shared.platform.transaction import Read
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
async def read_me(caller: SignedIn, session: Read) -> wire.Me:
    """Who is signed in."""
    account = await session.get(Account, caller.id)
    if account is None or not account.active:
        raise unauthenticated()
    return wire.Me(
        id=account.id,
        username=account.username,
        display_name=account.display_name,
        roles=account.roles,
        authority_adcode=account.authority_adcode,
        carrier_id=account.carrier_id,
        agency_id=account.agency_id,
    )
