"""Letting the clock of a case stand still, and run again: with a written notice that says what the due date becomes.

Intake owns the due date of an application: it is told every pause, counts for itself and tells back what it found.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from services.issuance.desk import desk_of
from services.issuance.papers.giving import give_of_case
from services.issuance.pauses.effects import day, effects
from services.issuance.pauses.queries import case_clock, clock_pauses, pauses_of, statutory_days
from services.issuance.review_cases.commands import CaseRef, note
from services.issuance.review_cases.queries import get_case, lock_case
from services.issuance.review_cases.reclassifying import take_due
from shared.clients.classification import ClassificationClient
from shared.clients.intake import IntakeClient
from shared.contracts.classification import LONGEST_PAUSE, ClockPause, DueDate, DueOrder
from shared.contracts.overrides import CaseDue
from shared.contracts.pauses import CaseClock, ClockGround, ClockGrounds, PauseOrder, PausesTold
from shared.domain.clock import shanghai_day, utc_now
from shared.domain.errors import Conflict, field_problem, not_found
from shared.domain.identifiers import uuid7
from shared.domain.lifecycle.review_case import REVIEW_CASE
from shared.domain.roles import Role
from shared.platform import jobs
from shared.platform.audit import acting
from shared.platform.database import WriteSession
from shared.platform.etag import require_version
from shared.platform.idempotency import KeyedRequest
from shared.platform.runtime import Runtime
from shared.platform.tokens import Caller
from shared.platform.transaction import reading, transaction
from shared.schema.issuance import CasePause, ReviewCase

TELL_PAUSES: Final = "issuance.tell_pauses"
UNNUMBERED: Final = "-"
MOST_PAUSES: Final = 20
OFFICERS: Final = (Role.REVIEWER, Role.APPROVER)


@dataclass(frozen=True, slots=True)
class _Seen:
    """A case as it was read before its clock was counted with no session open."""

    case: ReviewCase
    pauses: Sequence[CasePause]


async def read_clock(runtime: Runtime, caller: Caller, case_id: UUID) -> CaseClock:
    """The clock of a case of the caller's authority.

    Raises:
        NotFound: no such case.
    """
    seen = await _seen(runtime, caller, case_id)
    return case_clock(seen.case, seen.pauses, await ClassificationClient.of(runtime).clock_grounds())


async def pause(
    runtime: Runtime, caller: Caller, *, case_id: UUID, version: int, keyed: KeyedRequest, order: PauseOrder
) -> CaseClock:
    """Let the clock stand still from today on, by a notice that says until when and what the due date becomes.

    Raises:
        NotFound, Stale: not of the caller's authority; changed since.
        Invalid: a ground that does not stop the clock; a last day that has passed or is too far off.
        Conflict: `already_decided`; `paused_already`, on the same ground; `too_many_pauses`.
    """
    seen = await _seen(runtime, caller, case_id)
    grounds = await ClassificationClient.of(runtime).clock_grounds()
    ground, today = _ground(grounds, order.ground), shanghai_day(utc_now())
    _require_days(today, order.last)
    span = ClockPause(reason=order.ground, first=today, last=order.last, notice_no=UNNUMBERED)
    due = await _due(runtime, seen.case, [*clock_pauses(seen.pauses), span])
    async with transaction(runtime.database) as session:
        case = await lock_case(session, case_id, desk_of(runtime).authority_of(caller))
        before = await pauses_of(session, case.id)
        if not await keyed.begin_driven(session, case.id):
            return case_clock(case, before, grounds)
        require_version(case.version, version)
        _require_pausable(case, before, order.ground, today)
        said = _said(case, due, [*clock_pauses(before), span], grounds, ground) | {
            "first": day(today),
            "last": day(order.last),
            "clause": ground.clause,
            "explanation": order.explanation,
        }
        number = await give_of_case(session, case, "pause", caller.id, said)
        row = CasePause(
            id=uuid7(),
            review_case_id=case.id,
            application_id=case.application_id,
            ground=order.ground,
            explanation=order.explanation,
            first=today,
            told_last=order.last,
            last=order.last,
            notice_number=number,
            placed_by=caller.id,
        )
        session.add(row)
        await _changed(session, case, caller, due, "pause", {**order.model_dump(mode="json"), "paper": number})
        return case_clock(case, [*before, row], grounds)


async def end(
    runtime: Runtime, caller: Caller, *, case_id: UUID, pause_id: UUID, version: int, keyed: KeyedRequest
) -> CaseClock:
    """Let the clock run again from tomorrow, sooner than the notice told.

    Raises:
        NotFound, Stale: not of the caller's authority; changed since.
        Conflict: `already_decided`; `pause_over`, it has ended.
    """
    seen, today = await _seen(runtime, caller, case_id), shanghai_day(utc_now())
    grounds = await ClassificationClient.of(runtime).clock_grounds()
    shortened = [
        span.model_copy(update={"last": max(min(span.last, today), span.first)}) if row.id == pause_id else span
        for row, span in zip(seen.pauses, clock_pauses(seen.pauses), strict=True)
    ]
    due = await _due(runtime, seen.case, shortened)
    async with transaction(runtime.database) as session:
        case = await lock_case(session, case_id, desk_of(runtime).authority_of(caller))
        rows = await pauses_of(session, case.id)
        if not await keyed.begin_driven(session, case.id):
            return case_clock(case, rows, grounds)
        require_version(case.version, version)
        row = next((one for one in rows if one.id == pause_id), None)
        if row is None:
            raise not_found("期限扣除", "pause")
        _require_undecided(case)
        if row.ended_at is not None or row.last <= today:
            raise Conflict("pause_over", "该期间已经结束", "this pause is over")
        row.last, row.ended_at, row.ended_by = today, utc_now(), caller.id
        said = _said(case, due, clock_pauses(rows), grounds, _ground(grounds, row.ground))
        said |= {"notice": row.notice_number, "last": day(today)}
        number = await give_of_case(session, case, "pause_end", caller.id, said)
        await _changed(session, case, caller, due, "pause_end", {"pause_id": row.id, "paper": number})
        return case_clock(case, rows, grounds)


async def _seen(runtime: Runtime, caller: Caller, case_id: UUID) -> _Seen:
    async with reading(runtime.database) as session:
        case = await get_case(session, case_id, desk_of(runtime).authority_of(caller))
        return _Seen(case, await pauses_of(session, case.id))


def _ground(grounds: ClockGrounds, code: str) -> ClockGround:
    found = next((ground for ground in grounds.stops if ground.code == code), None)
    if found is not None:
        return found
    runs = next((ground for ground in grounds.runs if ground.code == code), None)
    zh, en = (runs.zh, runs.en) if runs else ("没有这种中止期限的情形", "that does not stop the clock")
    raise field_problem("/ground", "clock", zh, en)


def _require_days(today: date, last: date) -> None:
    if last < today:
        raise field_problem("/last", "in_the_past", "结束日期已过", "the last day has passed")
    if last > today + LONGEST_PAUSE:
        raise field_problem("/last", "too_long", "时间过长，请分次告知", "tell longer times in several notices")


async def _due(runtime: Runtime, case: ReviewCase, pauses: list[ClockPause]) -> DueDate:
    accepted = shanghai_day(case.accepted_at)
    order = DueOrder(accepted_on=accepted, working_days=statutory_days(case), pauses=pauses[:MOST_PAUSES])
    return await ClassificationClient.of(runtime).due(order)


def _require_undecided(case: ReviewCase) -> None:
    if case.state in REVIEW_CASE.terminal:
        raise Conflict("already_decided", "此件已办结，期限不再变动", "the case is closed; its clock has stopped")


def _require_pausable(case: ReviewCase, rows: Sequence[CasePause], ground: str, today: date) -> None:
    _require_undecided(case)
    if any(row.ground == ground and row.last >= today for row in rows):
        raise Conflict("paused_already", "同一情形已在扣除期限", "the clock stands still on this ground already")
    if len(rows) >= MOST_PAUSES:
        raise Conflict("too_many_pauses", "期限扣除次数过多", "too many pauses")


def _said(
    case: ReviewCase, due: DueDate, pauses: Sequence[ClockPause], grounds: ClockGrounds, ground: ClockGround
) -> dict[str, object]:
    """What both notices say."""
    told = effects(case.accepted_at, statutory_days(case), pauses, grounds)
    return {
        "ground": ground.zh,
        "due_before": (case.due_at or due.due_at).isoformat(),
        "due_after": due.due_at.isoformat(),
        "effects": [one.replace(f"，告知书编号{UNNUMBERED}。", "，以本告知书告知。") for one in told],
    }


async def _changed(
    session: WriteSession, case: ReviewCase, caller: Caller, due: DueDate, act: str, said: Mapping[str, object]
) -> None:
    """Write the act down, take the new due date over and have intake told."""
    await note(session, case, act, acting(caller, *OFFICERS), dict(said))
    await take_due(session, case, CaseDue(due_at=due.due_at, provisional=due.provisional))
    await jobs.enqueue(session, TELL_PAUSES, CaseRef(review_case_id=case.id))
    await session.flush()


async def tell_pauses(runtime: Runtime, payload: bytes) -> None:
    """The job: tell intake every pause of a case as it is now."""
    reference = CaseRef.model_validate_json(payload)
    async with reading(runtime.database) as session:
        case = await session.get(ReviewCase, reference.review_case_id)
        if case is None:
            raise not_found("审查案件", "review case")
        rows = await pauses_of(session, case.id)
    seq = sum(row.version for row in rows)
    told = PausesTold(application_id=case.application_id, seq=seq, pauses=clock_pauses(rows))
    await IntakeClient.of(runtime).tell_pauses(told)
