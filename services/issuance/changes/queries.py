"""Reading revisions of a permit and the case it came from."""

from collections.abc import Sequence
from typing import Final
from uuid import UUID

from sqlalchemy import Boolean, ColumnElement, Integer, String, Uuid, column, exists, select, table
from sqlalchemy.ext.asyncio import AsyncSession

from services.issuance.decisions.queries import shown_state
from shared.contracts.changes import NEEDS_CASE_TEXTS, ChangeCase, NeedsCase
from shared.contracts.permit_life import PermitRevision
from shared.domain.errors import Conflict, not_found
from shared.platform.database import ReadSession
from shared.schema.issuance import Decision, Permit, PermitTrip, ReviewCase

_OPENED: Final = table(
    "v_permit_change_case",
    column("application_id", Uuid),
    column("application_number", String),
    column("permit_number", String),
    column("revision", Integer),
    column("status", String),
    column("reason", String),
    column("open", Boolean),
)
_CASES: Final = select(
    _OPENED.c.application_id,
    _OPENED.c.application_number,
    _OPENED.c.permit_number,
    _OPENED.c.revision,
    _OPENED.c.status,
    _OPENED.c.reason,
)


async def revision_by_id(session: AsyncSession, revision_id: UUID) -> Permit | None:
    """A revision; None: it was never made."""
    return await session.get(Permit, revision_id)


async def case_of_permit(session: AsyncSession, row: Permit) -> ReviewCase | None:
    """The case a revision rests on: the first one's, or that of the last change a person decided."""
    query = select(ReviewCase).join(Decision, Decision.review_case_id == ReviewCase.id)
    found: ReviewCase | None = await session.scalar(query.where(Decision.id == row.decision_id))
    return found


async def change_case_by_id(session: AsyncSession, application_id: UUID) -> ChangeCase | None:
    """The application a change was turned into; None: there is none of that id."""
    query = _CASES.where(_OPENED.c.application_id == application_id)
    found = (await session.execute(query)).mappings().one_or_none()
    return None if found is None else change_case(**found)


def change_case(*, reason: NeedsCase, **named: object) -> ChangeCase:
    """A change that became a case, with the reason in words."""
    zh, en = NEEDS_CASE_TEXTS[reason]
    return ChangeCase.model_validate({**named, "reason": reason, "zh": zh, "en": en})


async def require_no_open_case(session: AsyncSession, number: str) -> None:
    """Raise while a person decides a change of the permit: two changes at once would start from the same revision.

    Raises:
        Conflict: `change_case_open`, with the application's number.
    """
    query = select(_OPENED.c.application_number).where(_OPENED.c.permit_number == number, _OPENED.c.open)
    open_one = await session.scalar(query.limit(1))
    if open_one is not None:
        raise Conflict(
            "change_case_open",
            f"该通行证的变更申请 {open_one} 正在办理，办结或撤回后再变更",
            f"a change of this permit is being decided ({open_one}); wait for it or withdraw it",
            context={"number": open_one},
        )


async def trip_running(session: AsyncSession, number: str) -> bool:
    """Whether a run on the permit was begun and not ended."""
    running = exists().where(PermitTrip.permit_number == number, PermitTrip.ended_at.is_(None))
    return bool(await session.scalar(select(running)))


async def revisions_of(session: ReadSession, number: str, seen: ColumnElement[bool]) -> list[PermitRevision]:
    """Every revision of a number, the newest first, with what each changed.

    Raises:
        NotFound: none, or not the caller's.
    """
    query = select(Permit).where(Permit.number == number, seen).order_by(Permit.revision.desc())
    rows: Sequence[Permit] = (await session.scalars(query)).all()
    if not rows:
        raise not_found("通行证", "permit")
    return [
        PermitRevision(
            revision=row.revision,
            state=shown_state(row.state, row.valid_from, row.valid_to),
            plates=row.plates,
            valid_from=row.valid_from,
            valid_to=row.valid_to,
            change=row.change,
            issued_at=row.issued_at,
            ended_at=row.ended_at,
        )
        for row in rows
    ]
