"""Reading decisions with the permits they issued."""

from collections.abc import Sequence
from datetime import datetime
from typing import Literal, cast
from uuid import UUID

from sqlalchemy import select, true
from sqlalchemy.ext.asyncio import AsyncSession

from services.issuance.holds import hold_of
from shared.contracts.issuance import Decision as DecisionModel
from shared.contracts.issuance import Ground, Hold, PermitState, PermitSummary
from shared.domain.clock import utc_now
from shared.domain.lifecycle.permit import state_at
from shared.schema.issuance import Decision, Permit, ReviewCase


def shown_state(stored: str, valid_from: datetime, valid_to: datetime, moment: datetime | None = None) -> PermitState:
    """The state of a permit as it is shown at a moment (now): what follows from dates is never stored."""
    return cast("PermitState", state_at(stored, valid_from, valid_to, moment or utc_now()))


async def permit_summaries(session: AsyncSession, rows: Sequence[Permit]) -> list[PermitSummary]:
    """Permits of a decision, each with the hold that lasts on it: a notice may have come with the very decision."""
    on_hold = hold_of()
    held = select(Permit.id, on_hold.c.reason, on_hold.c.since).select_from(Permit).join(on_hold, true())
    found = await session.execute(held.where(Permit.id.in_([row.id for row in rows])))
    holds = {row.id: Hold(reason=row.reason, since=row.since) for row in found}
    return [_summary(row, holds.get(row.id)) for row in rows]


def _summary(row: Permit, hold: Hold | None) -> PermitSummary:
    return PermitSummary(
        number=row.number,
        set_index=row.set_index,
        state=shown_state(row.state, row.valid_from, row.valid_to),
        hold=hold,
        valid_from=row.valid_from,
        valid_to=row.valid_to,
    )


async def decision_of(session: AsyncSession, case_id: UUID) -> Decision | None:
    """The decision of a case."""
    found: Decision | None = await session.scalar(select(Decision).where(Decision.review_case_id == case_id))
    return found


async def permits_of(session: AsyncSession, application_id: UUID) -> Sequence[Permit]:
    """The permits of an application by set, superseded revisions left out; of a change, the one that was changed."""
    decided = (
        select(Permit.id)
        .join(Decision, Decision.id == Permit.decision_id)
        .join(ReviewCase, ReviewCase.id == Decision.review_case_id)
    )
    of_change = decided.where(ReviewCase.application_id == application_id)
    ids = select(Permit.id).where(Permit.application_id == application_id).union(of_change)
    query = select(Permit).where(Permit.id.in_(ids), Permit.state != "superseded")
    return (await session.scalars(query.order_by(Permit.set_index))).all()


async def decision_model(
    session: AsyncSession, decision: Decision, case: ReviewCase, permits: Sequence[Permit]
) -> DecisionModel:
    """A decision and its permits."""
    return DecisionModel(
        id=decision.id,
        review_case_id=case.id,
        application_id=case.application_id,
        kind=cast("Literal['grant', 'refuse']", decision.kind),
        automatic=decision.automatic,
        grounds=[Ground.model_validate(ground) for ground in decision.grounds],
        conditions=[str(condition) for condition in decision.conditions],
        decided_at=decision.decided_at,
        permits=await permit_summaries(session, permits),
    )
