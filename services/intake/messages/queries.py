"""Reading the thread of an application."""

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from services.intake.applications.queries import is_staff
from shared.contracts import case_messages as wire
from shared.platform.tokens import Caller
from shared.schema.intake import Application, CaseMessage

LONGEST_THREAD = 200
"""Messages of one thread; who needs more has something to talk about."""


async def thread(session: AsyncSession, caller: Caller, row: Application) -> wire.CaseMessages:
    """The messages of an application, oldest first."""
    query = select(CaseMessage).where(CaseMessage.application_id == row.id).order_by(CaseMessage.id)
    return wire.CaseMessages(items=[shown(row, one, caller) for one in await session.scalars(query)])


def shown(row: Application, message: CaseMessage, caller: Caller) -> wire.CaseMessage:
    """A message as the caller reads it: officers' names stay inside the authority."""
    named = message.side == "applicant" or is_staff(row, caller)
    return wire.CaseMessage.model_validate(
        {
            "id": message.id,
            "side": message.side,
            "author": message.author_name if named else None,
            "mine": message.author_id == caller.id,
            "text": message.text,
            "at": message.written_at,
        }
    )
