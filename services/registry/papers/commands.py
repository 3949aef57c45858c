"""Handing in papers and verifying them."""

from uuid import UUID

from sqlalchemy import select

from services.registry.papers.queries import sees_carrier
from services.registry.settings import PAPER_RULES
from shared.contracts import registry as wire
from shared.domain.clock import utc_now
from shared.domain.errors import Conflict, field_problem, not_found
from shared.domain.roles import Role
from shared.platform import audit
from shared.platform.database import WriteSession
from shared.platform.etag import require_version
from shared.platform.tokens import Caller
from shared.schema.registry import Carrier, Driver, Paper, Vehicle


async def hand_in(
    session: WriteSession, caller: Caller, *, owner: Carrier | Vehicle | Driver, draft: wire.PaperDraft
) -> Paper:
    """Hand in a paper. One of the kind that is there is replaced, and has to be verified again.

    Raises:
        Invalid: a paper of this kind does not belong to such an owner.
    """
    _check_kind(owner, draft)
    known = select(Paper).where(Paper.owner_id == owner.id, Paper.kind == draft.kind)
    # Locked until the transaction ends, so that a paper is not replaced while a clerk verifies it.
    row = await session.scalar(known.with_for_update(key_share=True))
    action = "creation" if row is None else "renewal"
    if row is None:
        carrier_id = owner.id if isinstance(owner, Carrier) else owner.carrier_id
        row = Paper(owner_id=owner.id, carrier_id=carrier_id, kind=draft.kind)
        session.add(row)
    row.number, row.covers_oversize, row.valid_to = draft.number, draft.covers_oversize, draft.valid_to
    row.verified_at = row.verified_by = None
    await session.flush()
    await _record(session, caller, row, action)
    return row


def _check_kind(owner: Carrier | Vehicle | Driver, draft: wire.PaperDraft) -> None:
    of_fleet = PAPER_RULES.vehicle_kinds if isinstance(owner, Vehicle) else PAPER_RULES.driver_kinds
    kinds = PAPER_RULES.carrier_kinds if isinstance(owner, Carrier) else of_fleet
    if draft.kind not in kinds:
        allowed = ", ".join(sorted(kinds))
        raise field_problem("/kind", "not_allowed", f"此处应为 {allowed} 之一", f"must be one of {allowed} here")
    if draft.covers_oversize is not None and draft.kind != "transport_licence":
        raise field_problem(
            "/covers_oversize", "not_allowed", "仅道路运输经营许可证填写此项", "goes with a transport licence alone"
        )


async def verify(session: WriteSession, caller: Caller, *, paper_id: UUID, version: int) -> Paper:
    """Mark a paper as looked up and found right.

    Raises:
        NotFound: no such paper.
        Stale: it was replaced meanwhile.
        Conflict: `transition_not_allowed`, it is verified.
    """
    row = await session.scalar(select(Paper).where(Paper.id == paper_id).with_for_update(key_share=True))
    if row is None or not sees_carrier(caller, row.carrier_id):
        raise not_found("证件", "paper")
    require_version(row.version, version)
    if row.verified_at is not None:
        raise Conflict("transition_not_allowed", "该证件已核验", "this paper is verified already")
    row.verified_at, row.verified_by = utc_now(), caller.id
    await session.flush()
    await _record(session, caller, row, "verification")
    return row


async def _record(session: WriteSession, caller: Caller, row: Paper, action: str) -> None:
    data = {"owner_id": row.owner_id, "kind": row.kind, "number": row.number, "valid_to": row.valid_to}
    await audit.record(
        session,
        service="registry",
        aggregate="paper",
        aggregate_id=row.id,
        action=action,
        actor=audit.acting(caller, Role.COMPANY_AGENT, Role.CLERK),
        data={**data, "covers_oversize": row.covers_oversize},
    )
