"""An application that asks for the change of a permit (变更): issuance has it opened for the holder, a person decides it."""

from sqlalchemy import select

from services.intake.applications.commands import drive_later, fit_to_hand_in, new_draft, next_number
from services.intake.applications.events import note, take
from shared.contracts.changes import ChangeCaseOrder
from shared.domain.clock import utc_now
from shared.domain.errors import Conflict
from shared.domain.lifecycle.application import APPLICATION
from shared.domain.roles import Role
from shared.platform.audit import acting
from shared.platform.database import WriteSession
from shared.platform.settings import PlatformSettings
from shared.platform.tokens import Caller
from shared.schema.intake import Application


async def open_change(session: WriteSession, order: ChangeCaseOrder, settings: PlatformSettings) -> Application:
    """The application of a change, handed in as its holder would; asked again, the same one.

    Raises:
        Conflict: `change_case_open`, another change of the permit is being decided; `duplicate`.
        Invalid: the trip is over.
    """
    made = await session.get(Application, order.id)
    if made is not None:
        return made
    await _refuse_second(session, order)
    agent = Caller(order.asked_by, order.asked_by_name, frozenset({Role.COMPANY_AGENT}), carrier_id=order.carrier_id)
    row = new_draft(order.carrier_id, order.asked_by, order.authority_adcode, order.facts, ())
    row.id, row.carrier_name, row.kind = order.id, order.carrier_name, "change"
    row.changes_permit, row.changes = order.basis.number, order.basis.model_dump(mode="json")
    session.add(row)
    await session.flush()
    await note(session, row, "draft", acting(agent, Role.COMPANY_AGENT), {"changes": row.changes})
    await fit_to_hand_in(session, row)
    row.submitted_at = row.received_at = utc_now()
    row.number = await next_number(session, row.authority_adcode)
    await take(session, row, "submission", agent, role=Role.COMPANY_AGENT, data={"number": row.number})
    await drive_later(session, row, settings, at_once=True)
    await session.flush()
    return row


async def _refuse_second(session: WriteSession, order: ChangeCaseOrder) -> None:
    """Raise while another change of the permit is open; of two at once the index lets one in."""
    open_one = Application.changes_permit == order.basis.number, Application.status.not_in(APPLICATION.terminal)
    number = await session.scalar(select(Application.number).where(*open_one))
    if number is not None:
        raise Conflict(
            "change_case_open",
            f"该通行证的另一变更申请 {number} 正在办理",
            f"another change of this permit is being decided: {number}",
            context={"number": number},
        )
