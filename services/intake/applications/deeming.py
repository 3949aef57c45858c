"""The timer that writes deemed acceptances down, gives their receipts and carries the cases on."""

from uuid import UUID

from sqlalchemy import select

from services.intake.applications.commands import drive_later
from services.intake.applications.deemed import deemed_accepted, is_deemed_accepted
from services.intake.applications.events import give_receipt, locked, take
from shared.domain.clock import utc_now
from shared.platform.logging import get_log
from shared.platform.runtime import Runtime
from shared.platform.transaction import reading, transaction
from shared.schema.intake import Application

BATCH = 200
log = get_log("deemed")


async def accept_by_silence(runtime: Runtime) -> None:
    """Accept what got no notice in time, from the day it came in; each is an office's default and told as one."""
    query = select(Application.id).where(deemed_accepted(utc_now())).order_by(Application.notice_due_at).limit(BATCH)
    async with reading(runtime.database) as session:
        overdue = list((await session.scalars(query)).all())
    for application_id in overdue:
        log.error("accepted by silence", application=str(application_id))
        await _accept(runtime, application_id)


async def _accept(runtime: Runtime, application_id: UUID) -> None:
    async with transaction(runtime.database) as session:
        row = await locked(session, application_id)
        if row is None or not is_deemed_accepted(row, utc_now()):
            return
        row.accepted_at, row.deemed_accepted = row.received_at, True
        told = {"deemed": True, "clause": row.notice_clause, "lane": row.lane, "class": row.class_}
        receipt = give_receipt(session, row, "acceptance", None, told)
        await take(session, row, "deemed_acceptance", None, data={**told, "receipt": receipt})
        await drive_later(session, row, runtime.settings)
