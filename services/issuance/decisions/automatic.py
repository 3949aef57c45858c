"""The automatic decision (常设授权下的自动决定) in the instant lane: one transaction from the case to the permits."""

from collections.abc import Sequence
from datetime import datetime

from services.issuance.decisions.issuing import issue, plan_of
from services.issuance.decisions.queries import decision_of, permit_summaries, permits_of
from services.issuance.desk import Desk
from services.issuance.review_cases.commands import note, open_case
from services.issuance.review_cases.queries import order_of
from services.issuance.standing.queries import not_covered, shared_authority, take_one
from services.issuance.terms import draft
from shared.contracts.issuance import AutomaticDecision, NotDecided, ReviewCaseOrder
from shared.domain.clock import shanghai_day, utc_now
from shared.domain.errors import Conflict
from shared.domain.identifiers import uuid7
from shared.domain.lifecycle.review_case import REVIEW_CASE
from shared.domain.roles import Role
from shared.platform.audit import SYSTEM
from shared.platform.database import WriteSession
from shared.schema.issuance import Decision, Permit, ReviewCase, StandingAuthority


async def decide_automatically(session: WriteSession, desk: Desk, order: ReviewCaseOrder) -> AutomaticDecision:
    """Open the case and decide it if the standing authority covers it; asked again, the same answer.

    Locks: the case, then the standing authority (FOR SHARE: its switch waits for this transaction or is seen by it),
    then its day's counter, then the counter of numbers.
    """
    case = await open_case(session, order)
    made = await decision_of(session, case.id)
    if made is not None and made.automatic:
        return await _answer(session, case, made.decided_at, await permits_of(session, case.application_id))
    if case.state != "open" or case.reviewer_id is not None:
        return _left(case, "closed" if case.state == "closed" else "with_a_person")
    known = order_of(case)
    authority = await shared_authority(session, case.authority_adcode)
    now = utc_now()
    reason = _not_instant(known) or not_covered(authority, known)
    if authority is None or reason is not None:
        return await _leave(session, case, reason or "no_standing_authority")
    if not await take_one(session, authority, shanghai_day(now)):
        return await _leave(session, case, "daily_limit")
    return await _answer(session, case, now, await _grant(session, desk, case, known, authority, now))


def _not_instant(order: ReviewCaseOrder) -> NotDecided | None:
    """What keeps a case from any automatic decision, whoever granted it."""
    if order.lane != "instant" or order.outcome != "permit_required" or order.changes is not None:
        return "not_instant"
    try:
        for one in order.sets:
            plan_of(one)
    except Conflict:
        return "route_missing"
    return None


async def _grant(
    session: WriteSession,
    desk: Desk,
    case: ReviewCase,
    order: ReviewCaseOrder,
    authority: StandingAuthority,
    now: datetime,
) -> list[Permit]:
    case.state = REVIEW_CASE.step(case.state, "automatic_decision", (Role.SERVICE,))
    decision = Decision(
        id=uuid7(),
        review_case_id=case.id,
        kind="grant",
        automatic=True,
        approver_id=authority.granted_by,
        approver_name=authority.granted_by_name,
        standing_authority_id=authority.id,
        grounds=[],
        conditions=[],
        decided_at=now,
    )
    session.add(decision)
    await note(session, case, "automatic_decision", SYSTEM, {"standing_authority_id": authority.id, "kind": "grant"})
    drafts = [
        draft(
            order,
            one,
            desk,
            signer_name=authority.granted_by_name,
            reviewed_on=shanghai_day(now),
            issued_at=now,
            conditions=(),
        )
        for one in order.sets
    ]
    return await issue(session, desk, order, drafts, decision_id=decision.id, actor=SYSTEM, issued_at=now)


async def _leave(session: WriteSession, case: ReviewCase, reason: NotDecided) -> AutomaticDecision:
    await note(session, case, "left_to_a_person", SYSTEM, {"reason": reason})
    return _left(case, reason)


def _left(case: ReviewCase, reason: NotDecided) -> AutomaticDecision:
    return AutomaticDecision(review_case_id=case.id, decided=False, reason=reason, decided_at=None, permits=[])


async def _answer(
    session: WriteSession, case: ReviewCase, decided_at: datetime, permits: Sequence[Permit]
) -> AutomaticDecision:
    return AutomaticDecision(
        review_case_id=case.id,
        decided=True,
        reason=None,
        decided_at=decided_at,
        permits=await permit_summaries(session, permits),
    )
