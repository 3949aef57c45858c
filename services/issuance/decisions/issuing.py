"""Issuing permits inside a decision's transaction: audit and jobs first, the number last but one, then the permits."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from pydantic import BaseModel
from sqlalchemy.dialects.postgresql import insert

from services.issuance.desk import Desk
from services.issuance.rendering.document import PermitDocument
from services.issuance.rendering.token import make_token
from services.issuance.settings import number_of
from services.issuance.terms import terms_of
from shared.contracts.issuance import CaseSet, ReviewCaseOrder
from shared.domain.clock import shanghai_day
from shared.domain.errors import Conflict
from shared.domain.identifiers import uuid7
from shared.platform import audit, jobs
from shared.platform.audit import Actor
from shared.platform.database import WriteSession
from shared.schema.issuance import Permit, PermitCounter


class PermitRef(BaseModel):
    """Payload of the jobs of a permit."""

    permit_id: UUID


def plan_of(one: CaseSet) -> UUID:
    """The plan a set's permit stands on.

    Raises:
        Conflict: `route_missing`, no way was checked; `route_blocked`, the way is blocked.
    """
    if one.route_plan_id is None or not one.route.roads:
        raise Conflict("route_missing", "路线尚未核查，不能准予许可", "no way was checked; it cannot be granted")
    if one.route.verdict == "blocked":
        raise Conflict("route_blocked", "路线核查不通过，不能准予许可", "the way is blocked; it cannot be granted")
    return one.route_plan_id


async def issue(
    session: WriteSession,
    desk: Desk,
    order: ReviewCaseOrder,
    drafts: Sequence[PermitDocument],
    *,
    decision_id: UUID,
    actor: Actor,
    issued_at: datetime,
) -> list[Permit]:
    """Issue one permit a vehicle set.

    Everything else of the decision is written before: the counter's row is the one lock all decisions share, and it
    is held for two statements only. A rolled back decision gives its numbers back, so the series has no gaps.

    Args:
        session: the decision's transaction; the case is locked, the decision added.
        desk: the issuing office.
        order: the case.
        drafts: the documents of its sets, in order, without numbers.
        decision_id: the decision.
        actor: who decided.
        issued_at: the moment of the decision.
    """
    ids = [uuid7() for _ in drafts]
    for permit_id, one in zip(ids, order.sets, strict=True):
        data = {"application_id": order.application_id, "set_index": one.set_index, "decision_id": decision_id}
        await audit.record(
            session,
            service="issuance",
            aggregate="permit",
            aggregate_id=permit_id,
            action="issue",
            actor=actor,
            data=data,
            at=issued_at,
        )
        await jobs.enqueue(session, "issuance.render_document", PermitRef(permit_id=permit_id))
    await session.flush()
    numbers = await take_numbers(session, desk, order.authority_adcode, issued_at, len(drafts))
    permits = [
        _permit(permit_id, one, order, document.model_copy(update={"number": number}), desk, decision_id)
        for permit_id, one, document, number in zip(ids, order.sets, drafts, numbers, strict=True)
    ]
    session.add_all(permits)
    await session.flush()
    return permits


async def take_numbers(session: WriteSession, desk: Desk, adcode: str, moment: datetime, count: int) -> list[str]:
    """The next numbers of the series in this Shanghai year; the counter's row stays locked until the commit."""
    year = shanghai_day(moment).year
    statement = (
        insert(PermitCounter)
        .values(authority_adcode=adcode, series=desk.series, year=year, last_serial=count)
        .on_conflict_do_update(
            index_elements=["authority_adcode", "series", "year"],
            set_={"last_serial": PermitCounter.last_serial + count},
        )
        .returning(PermitCounter.last_serial)
    )
    last = int((await session.execute(statement)).scalar_one())
    serials = range(last - count + 1, last + 1)
    return [number_of(desk.template, adcode=adcode, year=year, serial=serial) for serial in serials]


def _permit(
    permit_id: UUID, one: CaseSet, order: ReviewCaseOrder, document: PermitDocument, desk: Desk, decision_id: UUID
) -> Permit:
    loaded = one.facts.loaded
    return Permit(
        id=permit_id,
        number=document.number,
        revision=document.revision,
        authority_adcode=order.authority_adcode,
        application_id=order.application_id,
        application_number=order.application_number,
        set_index=one.set_index,
        decision_id=decision_id,
        carrier_id=order.carrier_id,
        carrier_name=order.carrier_name,
        plates=list(one.facts.vehicle_set.plates),
        state="issued",
        class_=order.class_,
        facts=one.facts.model_dump(mode="json"),
        length_mm=loaded.length_mm,
        width_mm=loaded.width_mm,
        height_mm=loaded.height_mm,
        gross_mass_kg=loaded.gross_mass_kg,
        terms=terms_of(document),
        route_plan_id=plan_of(one),
        valid_from=document.valid_from,
        valid_to=document.valid_to,
        trips_allowed=document.trips_allowed,
        signer_name=document.signer_name,
        token=make_token(document, desk.keys.signing),
        key_id=desk.keys.signing.kid.hex(),
        demonstration=document.demonstration,
        issued_at=document.issued_at,
    )
