"""The audit log: every act on an aggregate, chained by hash under the aggregate's own row lock."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from shared.domain.clock import utc_now
from shared.domain.roles import Role
from shared.platform.database import WriteSession
from shared.platform.logging import current_request_id
from shared.platform.tokens import Caller
from shared.schema.library import AuditEvent

_WHOLE_FROM = 16
"""Power of ten from which Python writes a float with an exponent, which jsonb writes out."""
FIRST_HASH = bytes(32)
"""What stands before the first link of a chain."""


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acted, and in which role."""

    id: UUID | None
    name: str
    role: str


SYSTEM = Actor(None, "系统", Role.SERVICE)


def acting(caller: Caller, *as_roles: Role) -> Actor:
    """The caller as an actor, in the first of these roles he holds."""
    if caller.service:
        return Actor(None, caller.service, Role.SERVICE)
    role = next((role for role in as_roles if role in caller.roles), min(caller.roles, default=Role.SERVICE))
    return Actor(caller.id, caller.name, role)


def event_hash(event: AuditEvent) -> bytes:
    """SHA-256 over the event and the hash before it: any later change shows."""
    body = {
        "service": event.service,
        "aggregate": event.aggregate,
        "aggregate_id": str(event.aggregate_id),
        "seq": event.seq,
        "action": event.action,
        "actor_id": str(event.actor_id) if event.actor_id else None,
        "actor_name": event.actor_name,
        "actor_role": event.actor_role,
        "at": event.at.astimezone(UTC).isoformat(timespec="microseconds"),
        "request_id": event.request_id,
        "data": event.data,
    }
    text = json.dumps(body, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(event.previous_hash + text.encode()).digest()


def _as_stored(text: str) -> float | int:
    """A number as the database gives it back: jsonb writes large ones out whole and knows no negative zero."""
    number = Decimal(text)
    return int(number) if number.adjusted() >= _WHOLE_FROM else float(number) + 0.0


async def record(
    session: WriteSession,
    *,
    service: str,
    aggregate: str,
    aggregate_id: UUID,
    action: str,
    actor: Actor,
    data: Mapping[str, object] | None = None,
    at: datetime | None = None,
) -> None:
    """Add an event to an aggregate's chain. The caller holds the aggregate's row lock (or has just made the row)."""
    newest = select(AuditEvent.seq, AuditEvent.hash).where(AuditEvent.aggregate_id == aggregate_id)
    last = (await session.execute(newest.order_by(AuditEvent.seq.desc()).limit(1))).one_or_none()
    event = AuditEvent(
        service=service,
        aggregate=aggregate,
        aggregate_id=aggregate_id,
        seq=last.seq + 1 if last else 1,
        action=action,
        actor_id=actor.id,
        actor_name=actor.name,
        actor_role=actor.role,
        at=at or utc_now(),
        request_id=current_request_id(),
        data=json.loads(json.dumps(dict(data or {}), default=str), parse_float=_as_stored),
        previous_hash=last.hash if last else FIRST_HASH,
    )
    event.hash = event_hash(event)
    session.add(event)


async def events_of(session: AsyncSession, aggregate_id: UUID) -> Sequence[AuditEvent]:
    """The chain of an aggregate, oldest first."""
    chain = select(AuditEvent).where(AuditEvent.aggregate_id == aggregate_id).order_by(AuditEvent.seq)
    return (await session.scalars(chain)).all()


def broken_at(chain: Sequence[AuditEvent]) -> int | None:
    """The first sequence number at which a chain does not hold, or None."""
    previous = FIRST_HASH
    for expected, event in enumerate(chain, start=1):
        if event.seq != expected or event.previous_hash != previous or event.hash != event_hash(event):
            return expected
        previous = event.hash
    return None
