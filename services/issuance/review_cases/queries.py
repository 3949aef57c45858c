"""Reading review cases: one, locked or not, and lists."""

from collections.abc import Sequence
from typing import Literal, cast
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from shared.contracts.issuance import CaseReturn, Reading, ReviewCaseOrder, ReviewCaseRow
from shared.contracts.issuance import ReviewCase as ReviewCaseModel
from shared.contracts.pages import Page
from shared.domain.errors import not_found
from shared.platform.database import ReadSession, WriteSession
from shared.schema.issuance import Decision, Permit, ReviewCase

Class = Literal["I", "II", "III"]
Lane = Literal["instant", "fast", "survey"]


async def get_case(session: AsyncSession, case_id: UUID, authority: str) -> ReviewCase:
    """A case of this authority.

    Raises:
        NotFound: none, or another authority's.
    """
    case = await session.scalar(
        select(ReviewCase).where(ReviewCase.id == case_id, ReviewCase.authority_adcode == authority)
    )
    if case is None:
        raise not_found("审查案件", "review case")
    return case


async def lock_case(session: WriteSession, case_id: UUID, authority: str) -> ReviewCase:
    """The same, its row locked until the transaction ends: the first lock of every act on a case.

    Raises:
        NotFound: none, or another authority's.
    """
    case = await session.scalar(
        select(ReviewCase)
        .where(ReviewCase.id == case_id, ReviewCase.authority_adcode == authority)
        .with_for_update(key_share=True)
        .execution_options(populate_existing=True)
    )
    if case is None:
        raise not_found("审查案件", "review case")
    return case


async def lock_case_of(session: WriteSession, application_id: UUID) -> ReviewCase | None:
    """The case of an application, its row locked."""
    locked: ReviewCase | None = await session.scalar(
        select(ReviewCase)
        .where(ReviewCase.application_id == application_id)
        .with_for_update(key_share=True)
        .execution_options(populate_existing=True)
    )
    return locked


async def lock_cases_of(session: WriteSession, permit: Permit) -> Sequence[ReviewCase]:
    """The case a permit came from and that of the last change a person decided, locked in the order of their ids."""
    first = select(ReviewCase.id).where(ReviewCase.application_id == permit.application_id)
    ids = first.union(select(Decision.review_case_id).where(Decision.id == permit.decision_id))
    query = select(ReviewCase).where(ReviewCase.id.in_(ids))
    locked = query.order_by(ReviewCase.id).with_for_update(key_share=True)
    return (await session.scalars(locked.execution_options(populate_existing=True))).all()


def order_of(case: ReviewCase) -> ReviewCaseOrder:
    """What intake handed over."""
    return ReviewCaseOrder.model_validate(case.content)


def case_model(case: ReviewCase) -> ReviewCaseModel:
    """A case as reviewers and approvers read it."""
    order = order_of(case)
    return ReviewCaseModel(
        id=case.id,
        application_id=case.application_id,
        application_number=case.application_number,
        carrier_id=case.carrier_id,
        carrier_name=case.carrier_name,
        class_=cast("Class", case.class_),
        lane=cast("Lane", case.lane),
        outcome=case.outcome,
        state=case.state,
        sets=order.sets,
        changes=order.changes,
        prechecked_by=case.prechecked_by,
        reviewer_id=case.reviewer_id,
        conclusion=case.conclusion,
        conclusion_text=case.conclusion_text,
        conditions=[str(condition) for condition in case.conditions],
        second_reading=None if case.second_reading is None else Reading.model_validate(case.second_reading),
        legal_reading=None if case.legal_reading is None else Reading.model_validate(case.legal_reading),
        returned=None if case.returned is None else CaseReturn.model_validate(case.returned),
        rerouted_at=case.rerouted_at,
        due_at=case.due_at,
        due_provisional=case.due_provisional,
        version=case.version,
    )


async def list_cases(
    session: ReadSession,
    authority: str,
    *,
    state: str | None,
    lane: str | None,
    reviewer_id: UUID | None,
    cursor: UUID | None,
    limit: int,
) -> Page[ReviewCaseRow]:
    """Cases of an authority, oldest first (ids run with time)."""
    columns = (
        ReviewCase.id,
        ReviewCase.application_id,
        ReviewCase.application_number,
        ReviewCase.carrier_name,
        ReviewCase.class_,
        ReviewCase.lane,
        ReviewCase.outcome,
        ReviewCase.state,
        ReviewCase.reviewer_id,
        ReviewCase.conclusion,
        ReviewCase.due_at,
        ReviewCase.version,
    )
    query = select(*columns).where(ReviewCase.authority_adcode == authority).order_by(ReviewCase.id).limit(limit + 1)
    for column, wanted in ((ReviewCase.state, state), (ReviewCase.lane, lane), (ReviewCase.reviewer_id, reviewer_id)):
        if wanted is not None:
            query = query.where(column == wanted)
    if cursor is not None:
        query = query.where(ReviewCase.id > cursor)
    found = (await session.execute(query)).mappings().all()
    items = [ReviewCaseRow.model_validate(dict(row)) for row in found[:limit]]
    return Page(items=items, next_cursor=str(items[-1].id) if len(found) > limit else None)
