"""Endpoints of keys for machines: an agent makes and revokes those of his carrier; a key is changed for a token."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Form, Request, Response

from services.registry.access import Agent
from services.registry.api_keys import commands, queries
from shared.contracts.registry import TokenAnswer
from shared.contracts.sign_ins import ApiKey, ApiKeyOrder, ApiKeys, NewApiKey
from shared.platform.auth import Anyone
from shared.platform.idempotency import Keyed, OnceOnly
from shared.platform.runtime import runtime_of
from shared.platform.transaction import Read, Tx

router = APIRouter(tags=["api-keys"])


@router.post("/api-keys", status_code=201)
async def make_key(body: ApiKeyOrder, caller: Agent, keyed: Keyed, session: Tx) -> NewApiKey:
    """Make a key for a program of one's carrier; its secret is shown here alone."""
    row, secret = await commands.make(session, caller, order=body, keyed=keyed)
    return NewApiKey(key=queries.shown(row), secret=secret)


@router.get("/api-keys")
async def list_keys(caller: Agent, session: Read) -> ApiKeys:
    """The keys of one's carrier, newest first."""
    return await queries.keys_of(session, caller)


@router.post("/api-keys/{key_id}/revocation", response_model=ApiKey)
async def revoke_key(key_id: UUID, caller: Agent, once: OnceOnly, session: Tx) -> Response:
    """Revoke a key: its tokens are refused within seconds."""
    return once.answer(queries.shown(await commands.revoke(session, caller, key_id)))


@router.post("/tokens/by-key")
async def create_key_token(
    request: Request, api_key: Annotated[str, Form(min_length=20, max_length=200)], _: Anyone
) -> TokenAnswer:
    """Change a key for a bearer token that may do what the key's scopes say."""
    return await commands.token_of(runtime_of(request), api_key)
