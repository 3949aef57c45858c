"""Writing to the other side about an application."""

from uuid import UUID

from sqlalchemy import func, select

from services.intake.applications.events import locked_for, note
from services.intake.applications.queries import is_own
from services.intake.applications.telling import told_of
from services.intake.messages.queries import LONGEST_THREAD
from shared.domain.errors import Conflict
from shared.domain.roles import STAFF, Role
from shared.platform.audit import acting
from shared.platform.database import WriteSession
from shared.platform.notifications import notify
from shared.platform.tokens import Caller
from shared.schema.intake import Application, CaseMessage


async def write(
    session: WriteSession, caller: Caller, application_id: UUID, *, text: str
) -> tuple[Application, CaseMessage]:
    """Write a message: an applicant's goes to the clerk who has the case, an officer's to every agent of the carrier.

    Raises:
        NotFound: not the caller's to see.
        Conflict: `not_submitted`, a draft is nobody's but the applicant's; `thread_full`.
    """
    applicant = caller.has(Role.COMPANY_AGENT)
    role = Role.COMPANY_AGENT if applicant else Role.CLERK
    row = await locked_for(session, caller, application_id, version=None, role=role)
    if row.number is None:
        raise Conflict("not_submitted", "申请尚未提交，暂无人受理", "it was not handed in yet: nobody would read it")
    written = select(func.count()).where(CaseMessage.application_id == row.id)
    if (await session.scalar(written) or 0) >= LONGEST_THREAD:
        raise Conflict("thread_full", "留言已达上限，请电话联系", "this thread is full; call the office instead")
    message = CaseMessage(
        application_id=row.id,
        side="applicant" if is_own(row, caller) else "office",
        author_id=caller.id,
        author_name=caller.name,
        text=text,
    )
    session.add(message)
    await session.flush()
    await note(session, row, "message", acting(caller, Role.COMPANY_AGENT, *sorted(STAFF)), {"message": message.id})
    _tell(session, row, message)
    return row, message


def _tell(session: WriteSession, row: Application, message: CaseMessage) -> None:
    to_office = message.side == "applicant"
    if to_office and row.claimed_by is None:
        return  # nobody has it yet; whoever takes it reads the thread
    notify(
        session,
        service="intake",
        template="application.message",
        data={**told_of(row), "text": message.text},
        about=("application", row.id),
        carrier_id=None if to_office else row.carrier_id,
        account_id=row.claimed_by if to_office else None,
    )
