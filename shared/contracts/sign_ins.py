"""Wire models of sign-ins and of keys for machines."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field

from shared.contracts.facts import Text, Wire
from shared.domain.scopes import Scope


class SignIn(Wire):
    """A sign-in that has not expired; `client`: what the browser said of itself; `current`: the caller's own."""

    id: UUID
    client: str
    at: datetime
    expires_at: datetime
    current: bool


class SignIns(Wire):
    """Sign-ins of an account, newest first."""

    items: list[SignIn]


class EndedSignIns(Wire):
    """Sign-ins and keys that were ended before their tokens are: whoever checks tokens refuses these."""

    ended: list[UUID]


class ApiKeyOrder(Wire):
    """A key for a program of a carrier: its name, what it may do, and for how many days."""

    name: Text
    scopes: Annotated[list[Scope], Field(min_length=1, max_length=20)]
    days: Annotated[int, Field(ge=1, le=366)] = 90


class ApiKey(Wire):
    """A key as its carrier sees it; never its secret."""

    id: UUID
    name: str
    scopes: list[str]
    state: Literal["valid", "expired", "revoked"]
    created_at: datetime
    expires_at: datetime
    last_used_at: datetime | None


class ApiKeys(Wire):
    """The keys of a carrier, newest first."""

    items: list[ApiKey]


class NewApiKey(Wire):
    """A new key and its secret, which is shown here alone."""

    key: ApiKey
    secret: str
