"""What happens to a review case before its decision: opened, claimed, concluded, returned, closed."""

from uuid import UUID

from pydantic import BaseModel
from sqlalchemy.dialects.postgresql import insert

from services.issuance.conditions import CONDITIONS
from services.issuance.consultations.queries import consents
from services.issuance.review_cases.checks import require_another_person
from services.issuance.review_cases.queries import lock_case, lock_case_of
from shared.contracts.issuance import CaseReturn, Conclusion, Reading, ReturnOrder, ReviewCaseOrder
from shared.domain.clock import utc_now
from shared.domain.errors import Conflict, not_found
from shared.domain.lifecycle.review_case import REVIEW_CASE
from shared.domain.roles import Role
from shared.platform import audit, jobs
from shared.platform.audit import SYSTEM, Actor, acting
from shared.platform.database import WriteSession
from shared.platform.etag import require_version
from shared.platform.tokens import Caller
from shared.schema.issuance import ReviewCase

_BY_SYSTEM = (Role.SERVICE,)


class CaseRef(BaseModel):
    """Payload of the jobs of a case."""

    review_case_id: UUID


async def note(
    session: WriteSession, case: ReviewCase, action: str, actor: Actor, data: dict[str, object] | None = None
) -> None:
    """Add an act to a case's chain; its row is locked."""
    await audit.record(
        session,
        service="issuance",
        aggregate="review_case",
        aggregate_id=case.id,
        action=action,
        actor=actor,
        data=data,
    )


async def tell_intake(session: WriteSession, case: ReviewCase) -> None:
    """Number a new stage of the case and have it told to intake."""
    case.stage_seq += 1
    await jobs.enqueue(session, "issuance.mirror_stage", CaseRef(review_case_id=case.id))


async def close_field(session: WriteSession, case: ReviewCase) -> None:
    """Have the survey and the escort of a case that ends without a permit cancelled."""
    if case.lane == "survey":
        await jobs.enqueue(session, "issuance.close_field", CaseRef(review_case_id=case.id))


def hand_back(case: ReviewCase, why: CaseReturn) -> None:
    """Take the conclusion and its readings off a case that goes back to review: the chain alone keeps them."""
    case.conclusion = case.conclusion_text = case.concluded_at = None
    case.second_reading = case.legal_reading = None
    case.conditions = []
    case.returned = why.model_dump(mode="json")


async def open_case(session: WriteSession, order: ReviewCaseOrder) -> ReviewCase:
    """The case of an application, its row locked; made if there is none, with the survey it asks for."""
    statement = (
        insert(ReviewCase)
        .values(
            application_id=order.application_id,
            application_number=order.application_number,
            authority_adcode=order.authority_adcode,
            carrier_id=order.carrier_id,
            carrier_name=order.carrier_name,
            class_=order.class_,
            lane=order.lane,
            outcome=order.outcome,
            facts_version=order.facts_version,
            content=order.model_dump(mode="json", by_alias=True),
            state="open",
            prechecked_by=order.prechecked_by,
            conditions=[],
            accepted_at=order.accepted_at,
            due_at=order.due_at,
            due_provisional=order.due_provisional,
        )
        .on_conflict_do_nothing(index_elements=["application_id"])
        .returning(ReviewCase.id)
    )
    made = await session.scalar(statement)
    case = await lock_case_of(session, order.application_id)
    if case is None:
        raise not_found("审查案件", "review case")
    if made is not None:
        await note(session, case, "opening", SYSTEM, {"lane": case.lane, "class": case.class_})
        if case.lane == "survey":
            await jobs.enqueue(session, "issuance.request_survey", CaseRef(review_case_id=case.id))
    return case


async def close_case(session: WriteSession, application_id: UUID) -> ReviewCase:
    """Close the case of a withdrawn application; closed already: the same answer.

    Raises:
        NotFound: the application has no case.
        Conflict: it is decided.
    """
    case = await lock_case_of(session, application_id)
    if case is None:
        raise not_found("审查案件", "review case")
    if case.state != "closed":
        case.state = REVIEW_CASE.step(case.state, "closure", _BY_SYSTEM)
        await note(session, case, "closure", SYSTEM)
        await close_field(session, case)
        await session.flush()
    return case


async def claim(session: WriteSession, caller: Caller, *, case_id: UUID, authority: str, version: int) -> ReviewCase:
    """A reviewer takes a case, also from a colleague: it is written down.

    Raises:
        NotFound, Stale, Conflict: `transition_not_allowed`, `same_person`.
    """
    case = await lock_case(session, case_id, authority)
    require_version(case.version, version)
    case.state = REVIEW_CASE.step(case.state, "claim", caller.roles)
    require_another_person(case, caller, (case.prechecked_by,))
    before, case.reviewer_id = case.reviewer_id, caller.id
    await note(session, case, "claim", acting(caller, Role.REVIEWER), {"from": before})
    await session.flush()
    return case


async def conclude(
    session: WriteSession, caller: Caller, *, case_id: UUID, authority: str, version: int, conclusion: Conclusion
) -> ReviewCase:
    """A reviewer's conclusion: the case goes to approval.

    Raises:
        NotFound, Stale, Conflict: `transition_not_allowed`, `same_person`, `claimed`, `refusal_ground`,
            `consultation_open`, `consultation_objected`.
    """
    case = await lock_case(session, case_id, authority)
    require_version(case.version, version)
    state = REVIEW_CASE.step(case.state, "conclusion", caller.roles)
    require_another_person(case, caller, (case.prechecked_by,))
    if case.reviewer_id not in {None, caller.id}:
        raise Conflict(
            "claimed", "此件由其他审查员办理，请先认领", "another reviewer works on this case; claim it first"
        )
    asked: list[str] = []
    if conclusion.conclusion == "grant":
        require_no_refusal_ground(case)
        asked = await consents(session, case.id)
    case.state = state
    case.reviewer_id = caller.id
    case.conclusion = conclusion.conclusion
    case.conclusion_text = conclusion.text
    case.second_reading = case.legal_reading = None
    case.conditions = [*conclusion.conditions, *asked]
    case.concluded_at = utc_now()
    await note(session, case, "conclusion", acting(caller, Role.REVIEWER), conclusion.model_dump(mode="json"))
    await tell_intake(session, case)
    await session.flush()
    return case


def require_no_refusal_ground(case: ReviewCase) -> None:
    """Raise when the assessment found a ground on which the law refuses (Order 62 art. 17): no officer may pass it.

    Raises:
        Conflict: `refusal_ground`.
    """
    if case.outcome == "refusable":
        raise Conflict(
            "refusal_ground",
            "评估认定存在不予许可的情形，不得准予许可",
            "the assessment found a ground of refusal; this case cannot be granted",
        )


async def read_again(
    session: WriteSession, caller: Caller, *, case_id: UUID, authority: str, version: int, text: str, event: str
) -> ReviewCase:
    """Somebody else stands by a conclusion: `second_reading` of class III (art. 34: two or more), `legal_reading`.

    Whoever does not agree says so to the approver, who returns the case.

    Raises:
        NotFound, Stale, Conflict: `transition_not_allowed`, `same_person`.
    """
    case = await lock_case(session, case_id, authority)
    require_version(case.version, version)
    case.state = REVIEW_CASE.step(case.state, event, caller.roles)
    require_another_person(case, caller, (case.prechecked_by, case.reviewer_id))
    reading = Reading(reader_id=caller.id, reader_name=caller.name, text=text, at=utc_now()).model_dump(mode="json")
    if event == "second_reading":
        case.second_reading = reading
    else:
        case.legal_reading = reading
    await note(session, case, event, acting(caller, Role.REVIEWER, Role.SUPERVISOR), {"text": text})
    await session.flush()
    return case


def require_readings(case: ReviewCase, kind: str, approver: Caller) -> None:
    """Raise unless everybody who must have read the conclusion did: class III two readers, a refusal the legal reader.

    Raises:
        Conflict: `second_reader_missing`, `legal_reader_missing`, `same_person`.
    """
    if kind == "refuse" and case.legal_reading is None:
        raise Conflict(
            "legal_reader_missing",
            "不予许可须先经法制审核",
            "the legal reader must read a refusal before it is decided",
        )
    if kind == "grant" and case.class_ in CONDITIONS.two_readers.classes and case.second_reading is None:
        raise Conflict(
            "second_reader_missing",
            "此类案件须由两名审查人员审查",
            "a case of this class needs a second reader before it is granted",
        )
    readers = [reading["reader_id"] for reading in (case.second_reading, case.legal_reading) if reading is not None]
    require_another_person(case, approver, [UUID(str(reader)) for reader in readers])


async def send_back(
    session: WriteSession, caller: Caller, *, case_id: UUID, authority: str, version: int, order: ReturnOrder
) -> ReviewCase:
    """An approver returns a case to its reviewer with what is to be mended; it keeps its place in the queue.

    Raises:
        NotFound, Stale, Conflict: `transition_not_allowed`.
    """
    case = await lock_case(session, case_id, authority)
    require_version(case.version, version)
    case.state = REVIEW_CASE.step(case.state, "return", caller.roles)
    hand_back(case, CaseReturn(kind="approver", at=utc_now(), route_changes=[], **order.model_dump()))
    await note(session, case, "return", acting(caller, Role.APPROVER), order.model_dump())
    await tell_intake(session, case)
    await session.flush()
    return case
