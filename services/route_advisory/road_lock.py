"""The lock under which road truth changes: whoever locks a plan shares it, whoever publishes or lifts holds it alone.

It is taken first in its transaction, before any row is locked, and is given back after the commit is visible. So a
plan is locked either before a publication, which then finds and holds it, or after, when it sees the restriction.
"""

from sqlalchemy import text

from shared.platform.database import WriteSession

_SHARED = text("SELECT pg_advisory_xact_lock_shared(hashtextextended('route_advisory.road', 0))")
_ALONE = text("SELECT pg_advisory_xact_lock(hashtextextended('route_advisory.road', 0))")


async def share_road(session: WriteSession) -> None:
    """Keep publications out until this transaction ends; others may share."""
    await session.execute(_SHARED)


async def own_road(session: WriteSession) -> None:
    """Keep every other publication and every plan lock out until this transaction ends."""
    await session.execute(_ALONE)
