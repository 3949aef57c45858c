"""Taking a step of the lifecycle: the new state, its audit event and what the applicant is told of it; receipts."""

from collections.abc import Mapping
from typing import cast
from uuid import UUID

from sqlalchemy import select

from services.intake.applications.case import assessments_of, case_of
from services.intake.applications.queries import is_filer, is_own, is_staff, no_application
from services.intake.applications.telling import tell_applicant
from shared.domain.clock import utc_now
from shared.domain.lifecycle.application import APPLICATION
from shared.domain.roles import Role
from shared.platform.audit import SYSTEM, Actor, acting, record
from shared.platform.database import WriteSession
from shared.platform.etag import require_version
from shared.platform.live import tell
from shared.platform.tokens import Caller
from shared.schema.intake import Application, Receipt

REMEDIES = ("administrative_reconsideration", "administrative_litigation")
"""What an applicant may do against an adverse act (Licensing Law art. 38); the periods stand in the receipt's text."""
LIVE = "dajian_intake"
"""The channel on which Postgres says that something happened to an application that was handed in."""
_RECEIPT_SERIES = {
    "acceptance": "SL",
    "correction": "BZ",
    "non_acceptance": "BYSL",
    "termination": "ZZ",
    "withdrawal": "CH",
}


async def locked(session: WriteSession, application_id: UUID) -> Application | None:
    """The row, locked until the transaction ends; readers and key checks go on."""
    query = select(Application).where(Application.id == application_id).with_for_update(key_share=True)
    return (await session.execute(query.execution_options(populate_existing=True))).scalar_one_or_none()


async def locked_for(
    session: WriteSession, caller: Caller, application_id: UUID, *, version: int | None, role: Role
) -> Application:
    """The row, locked, when the caller may see it in this role and read its present version (None: not asked).

    Raises:
        NotFound: it does not exist, or is not his to see.
        Stale: it was changed since he read it.
    """
    row = await locked(session, application_id)
    sees = is_own if role is Role.COMPANY_AGENT else is_staff
    if row is None or not (sees(row, caller) or is_filer(row, caller)):
        raise no_application()
    if version is not None:
        require_version(row.version, version)
    return row


async def take(
    session: WriteSession,
    row: Application,
    event: str,
    caller: Caller | None,
    *,
    role: Role = Role.SERVICE,
    data: Mapping[str, object] | None = None,
) -> None:
    """Take a step of the lifecycle, write it down and tell the applicant; caller None: the system itself.

    Raises:
        Conflict: this state does not know the event.
        Forbidden: the event is for other roles.
    """
    row.status = APPLICATION.step(row.status, event, caller.roles if caller else {Role.SERVICE})
    await note(session, row, event, acting(caller, role) if caller else SYSTEM, data)
    tell_applicant(session, row, event, data or {})


async def note(
    session: WriteSession, row: Application, action: str, actor: Actor, data: Mapping[str, object] | None = None
) -> None:
    """Write an act down that changes no state."""
    await record(
        session,
        service="intake",
        aggregate="application",
        aggregate_id=row.id,
        action=action,
        actor=actor,
        data=data,
    )
    if row.number is not None:
        await tell(session, LIVE)


def give_receipt(
    session: WriteSession,
    row: Application,
    kind: str,
    issued_by: UUID | None,
    payload: Mapping[str, object],
    *,
    nth: int = 1,
) -> str:
    """A numbered receipt of a legal act (Licensing Law art. 32); its number. `nth`: of an act that may be repeated."""
    number = f"{row.number}-{_RECEIPT_SERIES[kind]}{nth if nth > 1 else ''}"
    told = {"about": _about(row), **payload}
    session.add(Receipt(application_id=row.id, kind=kind, number=number, issued_by=issued_by, payload=told))
    return number


def _about(row: Application) -> dict[str, object]:
    """What every receipt says of its application, as it was when the act was done."""
    trip = cast("dict[str, dict[str, object]]", row.facts["trip"])
    assessments = assessments_of(row)
    return {
        "application": row.number,
        "authority": row.authority_adcode,
        "carrier": row.carrier_name,
        "cargo": row.cargo_name,
        "origin": trip["origin"]["name"],
        "destination": trip["destination"]["name"],
        "plates": row.plates,
        "received": (row.received_at or utc_now()).isoformat(),
        "days": case_of(assessments).statutory_days if assessments else None,
    }
