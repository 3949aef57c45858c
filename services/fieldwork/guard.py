"""What keeps the field and the decision in step: a decided case is no longer changed from here."""

from uuid import UUID

from sqlalchemy import func, select, text

from shared.contracts.fieldwork import clearance_lock
from shared.domain.errors import Conflict
from shared.platform.database import WriteSession

_DECIDED = text("SELECT EXISTS (SELECT FROM v_case_stage WHERE application_id = :id AND state = 'decided')")


async def refuse_decided(session: WriteSession, application_id: UUID) -> None:
    """Refuse to take back a report or an escort once the application is decided.

    Issuance holds the same advisory lock (shared) while it reads `v_field_clearance` and decides: either it sees what
    this transaction takes back, or this transaction sees the decision.

    Raises:
        Conflict: `case_decided`.
    """
    name = func.hashtextextended(clearance_lock(application_id), 0)
    await session.execute(select(func.pg_advisory_xact_lock(name)))
    if await session.scalar(_DECIDED, {"id": application_id}):
        raise Conflict(
            "case_decided", "该申请已作出决定，不能再变更", "the application is decided; this stays as it is"
        )
