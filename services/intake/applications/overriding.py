"""Takes over what an officer set in classification: class, lane and due date of the case follow, under issuance's lock."""

from typing import NamedTuple, cast

from services.intake.applications.asking import dumped
from services.intake.applications.case import Case, case_of, stored_assessments
from services.intake.applications.due import Ends, due_changed, ends_of
from services.intake.applications.events import locked, note, take
from services.intake.applications.open_items import Item
from services.intake.applications.progress import next_step
from services.intake.applications.queries import no_application
from services.intake.applications.schemas import StoredSetAssessment
from services.intake.applications.telling import tell_applicant
from shared.clients.issuance import IssuanceClient
from shared.contracts.classification import Class, Lane
from shared.contracts.overrides import CaseReclassification, OverrideTold
from shared.domain.errors import Conflict, Unavailable
from shared.domain.lifecycle.application import APPLICATION
from shared.platform.audit import Actor
from shared.platform.database import WriteSession
from shared.platform.runtime import Runtime
from shared.platform.transaction import reading, transaction
from shared.schema.intake import Application

WITH_ISSUANCE = frozenset({"survey", "review", "approval"})
"""Where issuance has the case: it takes class and lane over first, or its decision came first."""


class _Change(NamedTuple):
    """What the case becomes."""

    stored: list[StoredSetAssessment]
    case: Case


async def take_override(runtime: Runtime, told: OverrideTold) -> bool:
    """Let a case go by what an officer set; False: it does already.

    It is taken when it is somebody's turn, never under the driver's hands: what the driver does is of one piece.

    Raises:
        NotFound: no such application.
        Conflict: it comes too late: `already_decided`, `superseded`; `with_a_person`, who decides it, not the system.
        Unavailable: the driver has it, or somebody acted on it meanwhile; to be told again.
    """
    async with reading(runtime.database) as session:
        seen = await session.get(Application, told.application_id)
    if seen is None:
        raise no_application()
    change = _change_of(seen, told)
    if change is None:
        return False
    lane = cast("Lane", change.case.lane)
    if seen.status in WITH_ISSUANCE:
        order = CaseReclassification(class_=cast("Class", change.case.class_), lane=lane, told=told)
        lane = (await IssuanceClient(runtime).reclassify(seen.id, order)).lane
    ends = await ends_of(runtime, seen, change.case) if seen.accepted_at else None
    async with transaction(runtime.database) as session:
        row = await locked(session, seen.id)
        if row is None or row.version != seen.version:
            raise Unavailable("changed_meanwhile", "申请刚有变动，请稍后再试", "somebody acted on it meanwhile")
        await _write(session, row, told, change, lane, ends)
    return True


def _change_of(row: Application, told: OverrideTold) -> _Change | None:
    """What an override makes of a case; None: it is taken already."""
    if row.status in APPLICATION.terminal:
        raise Conflict("already_decided", "该申请已办结，不能再调整", "the application has ended; this stays as it is")
    if next_step(row) is not None:
        raise Unavailable("being_driven", "正在处理", "another driver has it; told again shortly")
    stored = stored_assessments(row)
    place = next((index for index, one in enumerate(stored) if one.id == told.assessment_id), None)
    if place is None:
        raise Conflict("superseded", "该件已重新评估", "it was judged anew since")
    if stored[place].override == told.override:
        return None
    update = {"assessment": told.assessment, "override": told.override}
    stored[place] = stored[place].model_copy(update=update)
    case = case_of([one.assessment for one in stored])
    if case.lane == "instant" and row.status in WITH_ISSUANCE:
        raise Conflict("with_a_person", "案件已由人员审查，不能改为即时办理", "a person reviews it already")
    return _Change(stored, case)


async def _write(
    session: WriteSession, row: Application, told: OverrideTold, change: _Change, lane: Lane, ends: Ends | None
) -> None:
    before = {"class": row.class_, "lane": row.lane, "due_at": row.due_at}
    row.assessments, row.class_, row.lane = dumped(change.stored), change.case.class_, lane
    if ends is None:
        row.due_at = change.case.due_at
    else:
        row.due_at, row.promised_at, row.due_provisional = ends
    by = told.override
    said: dict[str, object] = {
        "set_index": told.set_index,
        "class": row.class_,
        "lane": row.lane,
        "due_at": row.due_at,
        "before": before,
    }
    said |= {"explanation": by.reason}
    await note(session, row, "override", Actor(by.by, by.by_name, by.role), said)
    tell_applicant(session, row, "override", said)
    row.open_items = [one for one in cast("list[Item]", row.open_items) if one["code"] != "override_lapsed"]
    await due_changed(session, row)
    for event in _events(row, was=before["lane"]):
        await take(session, row, event, None)


def _events(row: Application, *, was: object) -> list[str]:
    """The steps by which a case that issuance has comes to where its lane has it wait."""
    steps = ["return"] if row.status == "approval" else []
    if row.lane == "survey" != was and row.status in {"review", "approval"}:
        return [*steps, "survey_added"]
    return ["survey_waived"] if row.lane != "survey" and row.status == "survey" else steps
