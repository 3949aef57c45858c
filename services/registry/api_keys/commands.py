"""Making, using and revoking keys for machines. Of a secret the hash alone is kept: it has 256 random bits."""

import hashlib
import secrets
from datetime import timedelta
from typing import Final
from uuid import UUID

from sqlalchemy import func, select

from services.registry.carrier_users.commands import require_manager
from services.registry.keys import SigningKeys
from services.registry.settings import SignInSettings
from shared.contracts.registry import TokenAnswer
from shared.contracts.sign_ins import ApiKeyOrder
from shared.domain.clock import utc_now
from shared.domain.errors import Conflict, Unauthenticated, not_found
from shared.domain.identifiers import uuid7
from shared.domain.roles import Role
from shared.platform import audit
from shared.platform.database import WriteSession
from shared.platform.idempotency import KeyedRequest
from shared.platform.runtime import Runtime
from shared.platform.tokens import Caller, sign
from shared.platform.transaction import transaction
from shared.schema.registry import ApiKey

MOST: Final = 20
"""Keys of one carrier that last."""
PREFIX: Final = "djk_"
"""Begins every secret, so that one that leaks is known for what it is."""


def _hash(secret: str) -> bytes:
    return hashlib.sha256(secret.encode("utf-8", "replace")).digest()


async def make(session: WriteSession, caller: Caller, *, order: ApiKeyOrder, keyed: KeyedRequest) -> tuple[ApiKey, str]:
    """A new key of the caller's carrier and its secret. The same request again: the same key under a fresh secret.

    Raises:
        Forbidden: `power_missing`, he may not manage; a key makes no keys.
        Conflict: `too_many_keys`.
    """
    await require_manager(session, caller)
    secret = PREFIX + secrets.token_urlsafe(32)
    record = await keyed.seen(session)
    if record is not None:
        row = await session.get_one(ApiKey, record.resource_id, with_for_update=True)
        row.secret_sha256 = _hash(secret)
        return row, secret
    lasting = (ApiKey.carrier_id == caller.carrier_id, ApiKey.revoked_at.is_(None), ApiKey.expires_at > utc_now())
    if (await session.scalar(select(func.count()).where(*lasting)) or 0) >= MOST:
        raise Conflict("too_many_keys", f"有效密钥最多 {MOST} 个", f"a carrier has at most {MOST} keys")
    row = ApiKey(
        id=uuid7(),
        carrier_id=caller.carrier_id,
        name=order.name,
        scopes=sorted(set(order.scopes)),
        secret_sha256=_hash(secret),
        created_by=caller.id,
        expires_at=utc_now() + timedelta(days=order.days),
    )
    session.add(row)
    await keyed.begin_driven(session, row.id)
    await session.flush()
    await _record(session, row, "creation", caller)
    return row, secret


async def revoke(session: WriteSession, caller: Caller, key_id: UUID) -> ApiKey:
    """Revoke a key of the caller's carrier; one that is revoked stays so.

    Raises:
        NotFound: not his carrier's.
    """
    await require_manager(session, caller)
    row = await session.get(ApiKey, key_id, with_for_update=True)
    if row is None or row.carrier_id != caller.carrier_id:
        raise not_found("密钥", "key")
    if row.revoked_at is None:
        row.revoked_at = utc_now()
        await _record(session, row, "revocation", caller)
        await session.flush()
    return row


async def token_of(runtime: Runtime, secret: str) -> TokenAnswer:
    """A token for a key: an agent's of its carrier, held to its scopes.

    Raises:
        Unauthenticated: `wrong_key`, unknown, expired or revoked: they look the same.
    """
    async with transaction(runtime.database) as session:
        row = await session.scalar(select(ApiKey).where(ApiKey.secret_sha256 == _hash(secret)).with_for_update())
        now = utc_now()
        if row is None or row.revoked_at is not None or row.expires_at <= now:
            raise Unauthenticated("wrong_key", "密钥无效、已过期或已撤销", "the key is unknown, expired or revoked")
        row.last_used_at = now
    caller = Caller(
        id=row.id,
        name=row.name,
        roles=frozenset({Role.COMPANY_AGENT}),
        carrier_id=row.carrier_id,
        sign_in=row.id,
        scopes=frozenset(row.scopes),
    )
    lifetime = runtime.own(SignInSettings).service_token_s
    token = sign(caller, runtime.own(SigningKeys).newest, lifetime_s=lifetime)
    return TokenAnswer(access_token=token, expires_in=lifetime)


async def _record(session: WriteSession, row: ApiKey, action: str, caller: Caller) -> None:
    await audit.record(
        session,
        service="registry",
        aggregate="api_key",
        aggregate_id=row.id,
        action=action,
        actor=audit.acting(caller, Role.COMPANY_AGENT),
        data={"carrier_id": row.carrier_id, "name": row.name, "scopes": row.scopes},
    )
