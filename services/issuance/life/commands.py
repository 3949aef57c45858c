"""Acts that end a permit before its dates or strike it off: each by the life table, with its ground, told to intake."""

from collections.abc import Sequence

from sqlalchemy import ColumnElement

from services.issuance.decisions.queries import shown_state
from services.issuance.desk import Desk
from services.issuance.papers.giving import give_of_permit
from services.issuance.permits.queries import lock_permit
from services.issuance.review_cases.commands import tell_intake
from services.issuance.review_cases.queries import lock_cases_of
from shared.contracts.issuance import LegalReading, Reading
from shared.contracts.permit_life import AuthorityWithdrawal, Confiscation, Deregistration, PermitRevocation, Voiding
from shared.domain.clock import utc_now
from shared.domain.errors import Conflict
from shared.domain.lifecycle.permit import PERMIT
from shared.domain.roles import Role
from shared.platform import audit
from shared.platform.audit import Actor, acting
from shared.platform.database import WriteSession
from shared.platform.etag import require_version
from shared.platform.tokens import Caller
from shared.schema.issuance import Permit

OFFICERS = (Role.APPROVER, Role.ROAD_OFFICER, Role.SUPERVISOR, Role.COMPANY_AGENT)


async def note(session: WriteSession, row: Permit, action: str, actor: Actor, data: dict[str, object]) -> None:
    """Add an act to a permit's chain; its row is locked."""
    await audit.record(
        session,
        service="issuance",
        aggregate="permit",
        aggregate_id=row.id,
        action=action,
        actor=actor,
        data=data,
    )


async def tell_of_permit(session: WriteSession, row: Permit) -> None:
    """Have intake told of the permits of an application, and of the change it rests on; locks the cases after the permit."""
    for case in await lock_cases_of(session, row):
        await tell_intake(session, case)


async def _locked(session: WriteSession, number: str, seen: ColumnElement[bool], version: int) -> Permit:
    row = await lock_permit(session, number, seen)
    require_version(row.version, version)
    return row


async def _end(
    session: WriteSession,
    row: Permit,
    caller: Caller,
    event: str,
    reason: str,
    clause: str | None = None,
    **more: object,
) -> Permit:
    row.state = PERMIT.step(row.state, event, caller.roles)
    row.end_state, row.end_reason, row.end_clause, row.ended_at = row.state, reason, clause, utc_now()
    paper = await give_of_permit(session, row, event, caller.id, {"reason": reason, "clause": clause, **more})
    said = {"reason": reason, "clause": clause, "paper": paper, **more}
    await note(session, row, event, acting(caller, *OFFICERS), said)
    await tell_of_permit(session, row)
    await session.flush()
    return row


async def void(session: WriteSession, caller: Caller, *, number: str, version: int, order: Voiding) -> Permit:
    """The holder gives up a permit (作废).

    Raises:
        NotFound: not the caller's company's.
        Stale, Conflict: `transition_not_allowed`; `permit_expired`, its dates have passed.
    """
    row = await _locked(session, number, Permit.carrier_id == caller.carrier_id, version)
    PERMIT.step(row.state, "voiding", caller.roles)
    if shown_state(row.state, row.valid_from, row.valid_to) == "expired":
        raise Conflict(
            "permit_expired", "通行证已过期，无需作废", "the permit has expired; there is nothing to give up"
        )
    return await _end(session, row, caller, "voiding", order.reason)


async def read_legally(
    session: WriteSession, caller: Caller, *, desk: Desk, number: str, version: int, order: LegalReading
) -> Permit:
    """The legal reader agrees that a permit be revoked, by the ground he read (by analogy with Penalty Law art. 58).

    Raises:
        NotFound: not of the caller's authority.
        Stale, Conflict: `transition_not_allowed`, it cannot be revoked any more.
    """
    row = await _locked(session, number, Permit.authority_adcode == desk.authority_of(caller), version)
    PERMIT.step(row.state, "revocation", (Role.APPROVER,))
    reading = Reading(reader_id=caller.id, reader_name=caller.name, text=order.text, at=utc_now())
    row.legal_reading = reading.model_dump(mode="json")
    await note(session, row, "legal_reading", acting(caller, Role.SUPERVISOR), {"text": order.text})
    await session.flush()
    return row


async def revoke(
    session: WriteSession, caller: Caller, *, desk: Desk, number: str, version: int, order: PermitRevocation
) -> Permit:
    """An approver undoes an unlawful grant (撤销, Licensing Law art. 69), naming the clause, after the legal reader.

    Raises:
        NotFound: not of the caller's authority.
        Stale, Conflict: `transition_not_allowed`; `legal_reader_missing`, nobody else read it.
    """
    row = await _locked(session, number, Permit.authority_adcode == desk.authority_of(caller), version)
    PERMIT.step(row.state, "revocation", caller.roles)
    if row.legal_reading is None or row.legal_reading["reader_id"] == str(caller.id):
        raise Conflict(
            "legal_reader_missing",
            "撤销须先经法制审核人员审核同意",
            "the legal reader must agree to a revocation first",
        )
    return await _end(session, row, caller, "revocation", order.reason, order.clause)


async def withdraw(
    session: WriteSession, caller: Caller, *, desk: Desk, number: str, version: int, order: AuthorityWithdrawal
) -> Permit:
    """An approver takes back a lawful grant (撤回, Licensing Law art. 8(2)): law or facts changed; losses are made good.

    Raises:
        NotFound: not of the caller's authority.
        Stale, Conflict: `transition_not_allowed`.
    """
    row = await _locked(session, number, Permit.authority_adcode == desk.authority_of(caller), version)
    more = {"compensation": order.compensation}
    return await _end(session, row, caller, "authority_withdrawal", order.reason, order.clause, **more)


async def confiscate(
    session: WriteSession, caller: Caller, *, desk: Desk, number: str, version: int, order: Confiscation
) -> Permit:
    """A lent, transferred or misused permit is taken away (没收, Protection Regulation art. 65).

    Raises:
        NotFound: not of the caller's authority.
        Stale, Conflict: `transition_not_allowed`.
    """
    row = await _locked(session, number, Permit.authority_adcode == desk.authority_of(caller), version)
    return await _end(session, row, caller, "confiscation", order.reason, order.clause)


async def deregister(
    session: WriteSession, caller: Caller, *, desk: Desk, number: str, version: int, order: Deregistration
) -> Permit:
    """Strike a permit off (注销, Licensing Law art. 70): expired, used up, or ended; how it ended stays readable.

    Raises:
        NotFound: not of the caller's authority.
        Stale, Conflict: `transition_not_allowed`; `permit_in_force`, its dates have not passed.
    """
    row = await _locked(session, number, Permit.authority_adcode == desk.authority_of(caller), version)
    state = PERMIT.step(row.state, "deregistration", caller.roles)
    if shown_state(row.state, row.valid_from, row.valid_to) in _IN_FORCE:
        raise Conflict(
            "permit_in_force", "通行证仍在有效期内，不能注销", "the permit is in force; it cannot be struck off"
        )
    row.state, row.deregistered_at = state, utc_now()
    row.ended_at = row.ended_at or row.deregistered_at
    paper = await give_of_permit(session, row, "deregistration", caller.id, {"reason": order.reason})
    await note(session, row, "deregistration", acting(caller, *OFFICERS), {"reason": order.reason, "paper": paper})
    await tell_of_permit(session, row)
    await session.flush()
    return row


_IN_FORCE: Sequence[str] = ("issued", "active")
