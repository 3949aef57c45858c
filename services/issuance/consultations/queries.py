"""Reading consultations: of a case, behind a link; what still stands against a grant."""

import hashlib
from collections.abc import Sequence
from datetime import datetime
from typing import cast
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from services.issuance.review_cases.queries import order_of
from shared.contracts.consultations import Consultation as ConsultationModel
from shared.contracts.consultations import ConsultationQuestion, Party
from shared.domain.clock import utc_now
from shared.domain.errors import Conflict, not_found
from shared.platform.database import WriteSession
from shared.schema.issuance import Consultation, ReviewCase


def secret_hash(secret: str) -> bytes:
    """What is kept of a link's secret; it has 256 random bits, so that no slow hash is needed."""
    return hashlib.sha256(secret.encode()).digest()


def state_of(row: Consultation, moment: datetime) -> str:
    """The state at a moment; being late follows from the date."""
    if row.withdrawn_at is not None:
        return "withdrawn"
    if row.answered_at is not None:
        return "answered"
    return "overdue" if moment > row.due_at else "asked"


def consultation_model(row: Consultation) -> ConsultationModel:
    """A consultation as the office reads it."""
    return ConsultationModel.model_validate(
        {
            "id": row.id,
            "review_case_id": row.review_case_id,
            "party": cast("Party", row.party),
            "party_name": row.party_name,
            "question": row.question,
            "required": row.required,
            "state": state_of(row, utc_now()),
            "asked_at": row.asked_at,
            "due_at": row.due_at,
            "due_provisional": row.due_provisional,
            "opinion": row.opinion,
            "answer": row.answer,
            "conditions": row.answer_conditions,
            "answered_by": row.answered_by,
            "answered_at": row.answered_at,
            "withdrawn_reason": row.withdrawn_reason,
            "version": row.version,
        }
    )


async def consultations_of(session: AsyncSession, case_id: UUID) -> Sequence[Consultation]:
    """The consultations of a case in the order they were asked."""
    query = select(Consultation).where(Consultation.review_case_id == case_id).order_by(Consultation.id)
    return (await session.scalars(query)).all()


async def consents(session: WriteSession, case_id: UUID) -> list[str]:
    """The conditions of the parties' consents, once every required one consented: silence never does.

    Raises:
        Conflict: `consultation_open`, a required party did not answer; `consultation_objected`, it objects.
    """
    rows = [row for row in await consultations_of(session, case_id) if row.withdrawn_at is None]
    waiting = [row.party_name for row in rows if row.required and row.opinion is None]
    if waiting:
        raise Conflict(
            "consultation_open",
            f"尚未收到{'、'.join(waiting)}的意见，沉默不视为同意",
            "a party that must consent has not answered; silence is no consent",
            context={"parties": ", ".join(waiting)},
        )
    against = [row.party_name for row in rows if row.required and row.opinion == "object"]
    if against:
        raise Conflict(
            "consultation_objected",
            f"{'、'.join(against)}不同意，不能准予许可",
            "a party that must consent objects",
            context={"parties": ", ".join(against)},
        )
    return [f"{row.party_name}要求：{text}" for row in rows for text in row.answer_conditions]


async def behind_link(session: AsyncSession, secret: str) -> Consultation:
    """The consultation a link names.

    Raises:
        NotFound: there is none.
    """
    row: Consultation | None = await session.scalar(
        select(Consultation).where(Consultation.secret_sha256 == secret_hash(secret))
    )
    if row is None:
        raise not_found("征求意见", "consultation")
    return row


async def question_of(session: AsyncSession, row: Consultation) -> ConsultationQuestion:
    """What the party sees: nothing of the carrier, its papers or other parties."""
    case = await session.get(ReviewCase, row.review_case_id)
    if case is None:
        raise not_found("审查案件", "review case")
    order = order_of(case)
    facts, roads = order.sets[0].facts, [stretch for one in order.sets for stretch in one.route.roads]
    return ConsultationQuestion.model_validate(
        {
            "party_name": row.party_name,
            "question": row.question,
            "state": state_of(row, utc_now()),
            "due_at": row.due_at,
            "application_number": case.application_number,
            "cargo": facts.cargo.name,
            **facts.loaded.model_dump(),
            "planned_start": facts.trip.planned_start,
            "planned_end": facts.trip.planned_end,
            "roads": roads,
            "opinion": row.opinion,
        }
    )
