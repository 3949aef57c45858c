"""Reading decisions with the permits they issued."""

from collections.abc import Sequence
from datetime import datetime
from typing import Literal, cast
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from shared.contracts.issuance import Decision as DecisionModel
from shared.contracts.issuance import Ground, PermitState, PermitSummary
from shared.domain.clock import utc_now
from shared.domain.lifecycle.permit import state_at
from shared.schema.issuance import Decision, Permit, ReviewCase


def shown_state(stored: str, valid_from: datetime, valid_to: datetime, moment: datetime | None = None) -> PermitState:
    """The state of a permit as it is shown at a moment (now): what follows from dates is never stored."""
    return cast("PermitState", state_at(stored, valid_from, valid_to, moment or utc_now()))


def permit_summary(row: Permit) -> PermitSummary:
    """A permit in a decision."""
    return PermitSummary(
        number=row.number,
        set_index=row.set_index,
        state=shown_state(row.state, row.valid_from, row.valid_to),
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


def decision_model(decision: Decision, case: ReviewCase, permits: Sequence[Permit]) -> DecisionModel:
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
        permits=[permit_summary(permit) for permit in permits],
    )
