"""Granting the standing authority, switching it off and on, ending it: each works at once."""

from uuid import UUID

from services.issuance.standing.queries import lock_authority
from shared.contracts.standing import Resumption, StandingAuthorityDraft, Suspension
from shared.domain.clock import utc_now
from shared.domain.errors import Conflict, field_problem
from shared.domain.identifiers import uuid7
from shared.domain.roles import Role
from shared.platform import audit
from shared.platform.audit import acting
from shared.platform.database import WriteSession
from shared.platform.etag import require_version
from shared.platform.tokens import Caller
from shared.schema.issuance import StandingAuthority


async def _note(
    session: WriteSession, row: StandingAuthority, action: str, caller: Caller, data: dict[str, object]
) -> None:
    await audit.record(
        session,
        service="issuance",
        aggregate="standing_authority",
        aggregate_id=row.id,
        action=action,
        actor=acting(caller, Role.APPROVER, Role.SUPERVISOR),
        data=data,
    )


async def grant(
    session: WriteSession, caller: Caller, *, authority: str, draft: StandingAuthorityDraft
) -> StandingAuthority:
    """Grant the standing authority; one is in force per authority, a second one is refused by the database.

    Raises:
        Conflict: `already_exists`, at the flush.
    """
    row = StandingAuthority(
        id=uuid7(),
        authority_adcode=authority,
        granted_by=caller.id,
        granted_by_name=caller.name,
        limits=draft.model_dump(mode="json"),
        granted_at=utc_now(),
        suspended_for_carriers=[],
        suspended_for_roads=[],
    )
    session.add(row)
    await session.flush()
    await _note(session, row, "granting", caller, draft.model_dump(mode="json"))
    return row


def _subject(order: Suspension | Resumption) -> str:
    """The carrier or road a switch names.

    Raises:
        Invalid: it is not given.
    """
    subject = order.carrier_id if order.scope == "carrier" else order.road
    if subject is None:
        pointer = "/carrier_id" if order.scope == "carrier" else "/road"
        raise field_problem(pointer, "missing", "必填", "required")
    return str(subject)


async def _locked(session: WriteSession, authority_id: UUID, authority: str, version: int) -> StandingAuthority:
    row = await lock_authority(session, authority_id, authority)
    require_version(row.version, version)
    if row.revoked_at is not None:
        raise Conflict("authority_ended", "该常设授权已终止", "this standing authority has ended")
    return row


async def suspend(
    session: WriteSession, caller: Caller, *, authority_id: UUID, authority: str, version: int, order: Suspension
) -> StandingAuthority:
    """Switch it off, for all, a carrier or a road. It waits for decisions under way; none begins after its commit.

    Raises:
        NotFound, Stale, Invalid, Conflict: `authority_ended`.
    """
    row = await _locked(session, authority_id, authority, version)
    if order.scope == "all":
        row.suspended_at = row.suspended_at or utc_now()
        row.suspended_reason = order.reason
    elif order.scope == "carrier":
        row.suspended_for_carriers = sorted({*row.suspended_for_carriers, _subject(order)})
    else:
        row.suspended_for_roads = sorted({*row.suspended_for_roads, _subject(order)})
    await _note(session, row, "suspension", caller, order.model_dump(mode="json"))
    await session.flush()
    return row


async def resume(
    session: WriteSession, caller: Caller, *, authority_id: UUID, authority: str, version: int, order: Resumption
) -> StandingAuthority:
    """Switch it on again in one scope; the others stay as they are.

    Raises:
        NotFound, Stale, Invalid, Conflict: `authority_ended`.
    """
    row = await _locked(session, authority_id, authority, version)
    if order.scope == "all":
        row.suspended_at = row.suspended_reason = None
    elif order.scope == "carrier":
        row.suspended_for_carriers = sorted({*row.suspended_for_carriers} - {_subject(order)})
    else:
        row.suspended_for_roads = sorted({*row.suspended_for_roads} - {_subject(order)})
    await _note(session, row, "resumption", caller, order.model_dump(mode="json"))
    await session.flush()
    return row


async def revoke(
    session: WriteSession, caller: Caller, *, authority_id: UUID, authority: str, version: int, reason: str
) -> StandingAuthority:
    """End it for good; a new one may then be granted.

    Raises:
        NotFound, Stale, Conflict: `authority_ended`.
    """
    row = await _locked(session, authority_id, authority, version)
    row.revoked_at = utc_now()
    row.revoked_reason = reason
    await _note(session, row, "revocation", caller, {"reason": reason})
    await session.flush()
    return row
