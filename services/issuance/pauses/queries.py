"""Reading the clock of a case."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from services.issuance.pauses.effects import effects
from services.issuance.review_cases.queries import order_of
from shared.contracts.classification import ClockPause
from shared.contracts.pauses import CaseClock, ClockGrounds
from shared.contracts.pauses import CasePause as CasePauseModel
from shared.schema.issuance import CasePause, ReviewCase


async def pauses_of(session: AsyncSession, case_id: UUID) -> Sequence[CasePause]:
    """The pauses of a case, in the order they were told."""
    query = select(CasePause).where(CasePause.review_case_id == case_id).order_by(CasePause.id)
    return (await session.scalars(query)).all()


def statutory_days(case: ReviewCase) -> int:
    """Working days the law gives for a case: those of the set that needs most."""
    return max((one.assessment.statutory_days or 0 for one in order_of(case).sets), default=0)


def clock_pauses(rows: Sequence[CasePause]) -> list[ClockPause]:
    """Pauses as the counting of a limit takes them."""
    return [ClockPause(reason=row.ground, first=row.first, last=row.last, notice_no=row.notice_number) for row in rows]


def case_clock(case: ReviewCase, rows: Sequence[CasePause], grounds: ClockGrounds) -> CaseClock:
    """The due date of a case and all it follows from."""
    days = statutory_days(case)
    return CaseClock(
        accepted_at=case.accepted_at,
        statutory_days=days,
        due_at=case.due_at,
        due_provisional=case.due_provisional,
        pauses=[
            CasePauseModel(
                id=row.id,
                ground=row.ground,
                explanation=row.explanation,
                first=row.first,
                told_last=row.told_last,
                last=row.last,
                notice_number=row.notice_number,
                placed_at=row.placed_at,
                ended_at=row.ended_at,
            )
            for row in rows
        ],
        grounds=grounds,
        effects=effects(case.accepted_at, days, clock_pauses(rows), grounds),
        version=case.version,
    )
