"""The queue live: whose cases changed, told to the officers of that authority."""

from collections.abc import Sequence

from sqlalchemy import select

from services.intake.applications.events import LIVE
from shared.platform.database import ReadSession
from shared.platform.feed import Position, after, settled
from shared.platform.live import Change, Hub
from shared.platform.runtime import Runtime
from shared.schema.intake import Application
from shared.schema.library import AuditEvent


def hub(runtime: Runtime) -> Hub:
    """The streams of the queue in this process."""
    return Hub(runtime, LIVE, _changes)


async def _changes(session: ReadSession, position: Position, limit: int) -> Sequence[Change]:
    """What happened to applications that were handed in."""
    rows = await session.execute(
        select(AuditEvent.xact, AuditEvent.id, Application.authority_adcode, Application.id)
        .join(Application, Application.id == AuditEvent.aggregate_id)
        .where(AuditEvent.service == "intake", Application.number.is_not(None))
        .where(settled(AuditEvent), after(AuditEvent, position))
        .order_by(AuditEvent.xact, AuditEvent.id)
        .limit(limit)
    )
    return [Change(Position(xact, event), authority or "", identity) for xact, event, authority, identity in rows]
