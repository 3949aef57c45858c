"""Marking notifications as read."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert

from services.registry.inbox.queries import told_to
from shared.domain.clock import utc_now
from shared.platform.database import WriteSession
from shared.platform.tokens import Caller
from shared.schema.library import Notification
from shared.schema.registry import NotificationReading


async def mark_read(session: WriteSession, caller: Caller, *, ids: Sequence[UUID]) -> None:
    """Mark those of the notifications that are the caller's as read; read twice is read once."""
    own = await session.scalars(select(Notification.id).where(told_to(caller), Notification.id.in_(ids)))
    rows = [{"account_id": caller.id, "notification_id": one, "read_at": utc_now()} for one in own]
    if rows:
        await session.execute(insert(NotificationReading).values(rows).on_conflict_do_nothing())
