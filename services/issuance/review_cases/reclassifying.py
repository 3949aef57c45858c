"""What changes under an open case from outside: class or lane an officer set, a due date that was counted again."""

from uuid import UUID

from services.issuance.review_cases.commands import CaseRef, hand_back, note, tell_intake
from services.issuance.review_cases.queries import lock_case_of, order_of
from shared.contracts.issuance import CaseReturn
from shared.contracts.overrides import CaseDue, CaseReclassification
from shared.domain.clock import utc_now
from shared.domain.errors import Conflict, not_found
from shared.domain.lifecycle.review_case import REVIEW_CASE
from shared.domain.roles import Role
from shared.platform import jobs
from shared.platform.audit import SYSTEM, Actor
from shared.platform.database import WriteSession
from shared.schema.issuance import ReviewCase


async def reclassify(session: WriteSession, application_id: UUID, order: CaseReclassification) -> ReviewCase:
    """Put class, lane and the set's assessment in place of the present ones, under the case's own lock.

    A conclusion given on the old ones no longer stands: the case goes back to its reviewer. A way that was planned anew and has to be surveyed keeps the case in the survey lane. The same twice changes nothing.

    Raises:
        NotFound: the application has no case.
        Conflict: `already_decided`: the decision came first.
    """
    case = await lock_case_of(session, application_id)
    if case is None:
        raise not_found("审查案件", "review case")
    if case.state in REVIEW_CASE.terminal:
        raise Conflict("already_decided", "已作出决定，不能再调整", "it is decided; class and lane stay as they are")
    content, told = order_of(case), order.told
    surveyed = case.rerouted_at is not None and any(one.route.needs_survey for one in content.sets)
    lane = "survey" if surveyed else order.lane
    sets = [
        one.model_copy(update={"assessment": told.assessment}) if one.set_index == told.set_index else one
        for one in content.sets
    ]
    if (sets, order.class_, lane) == (content.sets, case.class_, case.lane):
        return case
    before = {"class": case.class_, "lane": case.lane}
    renewed = content.model_copy(update={"sets": sets, "class_": order.class_, "lane": lane})
    case.content, case.class_ = renewed.model_dump(mode="json", by_alias=True), order.class_
    if "survey" in {case.lane, lane}:
        job = "issuance.request_survey" if lane == "survey" else "issuance.close_field"
        await jobs.enqueue(session, job, CaseRef(review_case_id=case.id))
    case.lane = lane
    by = told.override
    said: dict[str, object] = {
        "set_index": told.set_index,
        "class": order.class_,
        "lane": lane,
        "before": before,
        "reason": by.reason,
    }
    await note(session, case, "reclassification", Actor(by.by, by.by_name, by.role), said)
    if case.state == "sent_for_approval":
        case.state = REVIEW_CASE.step(case.state, "reclassification", (Role.SERVICE,))
        why = CaseReturn(kind="reclassified", reason=by.reason, fixes=[], at=utc_now(), route_changes=[])
        hand_back(case, why)
        await tell_intake(session, case)
    await session.flush()
    return case


async def count_due(session: WriteSession, application_id: UUID, due: CaseDue) -> ReviewCase:
    """Take a due date over; a decided case keeps its own.

    Raises:
        NotFound: the application has no case.
    """
    case = await lock_case_of(session, application_id)
    if case is None:
        raise not_found("审查案件", "review case")
    if case.state in REVIEW_CASE.terminal or (case.due_at, case.due_provisional) == (due.due_at, due.provisional):
        return case
    await note(session, case, "due_counted_again", SYSTEM, {"before": case.due_at, **due.model_dump()})
    await take_due(session, case, due)
    await session.flush()
    return case


async def take_due(session: WriteSession, case: ReviewCase, due: CaseDue) -> None:
    """Put a due date in place of the present one, and have the survey's follow."""
    case.due_at, case.due_provisional = due.due_at, due.provisional
    content = order_of(case).model_copy(update={"due_at": due.due_at, "due_provisional": due.provisional})
    case.content = content.model_dump(mode="json", by_alias=True)
    if case.lane == "survey":
        await jobs.enqueue(session, "issuance.request_survey", CaseRef(review_case_id=case.id))
