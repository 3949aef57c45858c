"""An officer sets class or lane of a stored assessment: reviewers only upwards, approvers either way, with the reason.

Intake is told by a job and carries it on; here it is refused as long as it is known to come too late or too soon.
"""

from typing import cast
from uuid import UUID

from sqlalchemy import column, select, table

from services.classification.assessments.queries import is_superseded, override_of
from services.classification.assessments.telling import JOB, OverrideRef
from services.classification.engine import Engine
from services.classification.rules.model import CompiledRules
from services.classification.rules.override import CLASSES, fastest_of, slowest
from shared.contracts.classification import Class, Lane, Override, OverrideOrder
from shared.domain.clock import utc_now
from shared.domain.errors import Conflict, Forbidden, field_problem, not_found
from shared.domain.lifecycle.application import APPLICATION
from shared.domain.roles import Role
from shared.platform import audit, jobs
from shared.platform.database import WriteSession
from shared.platform.etag import require_version
from shared.platform.tokens import Caller
from shared.schema.classification import AssessmentRow

_APPLICATIONS = table("v_application_status", column("application_id"), column("status"), column("under_way"))
_CASES = table("v_case_stage", column("application_id"), column("state"))


async def override(
    session: WriteSession, caller: Caller, order: OverrideOrder, engine: Engine, *, assessment_id: UUID, version: int
) -> AssessmentRow:
    """Set class or lane of an assessment.

    Raises:
        NotFound: no such assessment.
        Conflict: `not_overridable`, nothing is to be decided in it; `superseded`, it was judged anew;
            `already_decided`; `under_way`, the system is at it at this moment; `lane_below_class`, the class may not go that fast; `no_change`.
        Forbidden: `only_upwards`, a reviewer would lower it.
        Invalid: neither class nor lane is given.
    """
    row = await session.scalar(
        select(AssessmentRow).where(AssessmentRow.id == assessment_id).with_for_update(key_share=True)
    )
    if row is None:
        raise not_found("分类结果", "assessment")
    require_version(row.version, version)
    if row.class_ is None or row.lane is None:
        raise Conflict("not_overridable", "该件无须许可或不予受理，不能调整", "nothing is to be decided in this one")
    if await is_superseded(session, row):
        raise Conflict("superseded", "该件已重新评估，请调整最新的结果", "it was judged anew; set the newest one")
    await _refuse_too_late(session, row.application_id)
    standing = override_of(row)
    before = (standing.class_, standing.lane) if standing else (cast("Class", row.class_), cast("Lane", row.lane))
    rules = await engine.rules_of(session, row.rule_set_id)
    after = _wanted(order, before, rules)
    _require_direction(caller, before, after, rules)
    actor = audit.acting(caller, Role.APPROVER, Role.REVIEWER)
    made = Override(
        class_=after[0],
        lane=after[1],
        reason=order.reason,
        by=caller.id,
        by_name=caller.name,
        role=actor.role,
        at=utc_now(),
    )
    row.override = made.model_dump(mode="json", by_alias=True)
    await jobs.enqueue(session, JOB, OverrideRef(assessment_id=row.id, before=standing))
    await audit.record(
        session,
        service="classification",
        aggregate="assessment",
        aggregate_id=row.id,
        action="override",
        actor=actor,
        data={"application_id": row.application_id, "before": before, "after": after, "reason": order.reason},
    )
    await session.flush()
    return row


async def _refuse_too_late(session: WriteSession, application_id: UUID) -> None:
    """Raise when the application has ended, or the system is moving it: what it does then may not be the old."""
    query = (
        select(_APPLICATIONS.c.status, _APPLICATIONS.c.under_way, _CASES.c.state)
        .outerjoin(_CASES, _CASES.c.application_id == _APPLICATIONS.c.application_id)
        .where(_APPLICATIONS.c.application_id == application_id)
    )
    found = (await session.execute(query)).one_or_none()
    if found is None:
        return
    if found.status in APPLICATION.terminal or found.state in {"decided", "closed"}:
        raise Conflict("already_decided", "该申请已办结，不能再调整", "the application is decided; this stays as it is")
    if found.under_way:
        raise Conflict(
            "under_way", "系统正在办理，请稍后再试", "the system is at it; try again shortly", retry_after_s=1
        )


def _wanted(order: OverrideOrder, before: tuple[Class, Lane], rules: CompiledRules) -> tuple[Class, Lane]:
    if order.class_ is None and order.lane is None:
        raise field_problem("/class", "missing", "须给出类别或通道", "give a class or a lane")
    class_ = order.class_ or before[0]
    fastest = fastest_of(class_, rules)
    lane = order.lane or slowest(before[1], fastest, rules)
    if slowest(lane, fastest, rules) != lane:
        raise Conflict("lane_below_class", "该类别不能走此通道", "this class may not go by that lane")
    if (class_, lane) == before:
        raise Conflict("no_change", "与现有结果相同", "that is what it is already")
    return class_, lane


def _require_direction(
    caller: Caller, before: tuple[Class, Lane], after: tuple[Class, Lane], rules: CompiledRules
) -> None:
    lowered = CLASSES.index(after[0]) < CLASSES.index(before[0]) or rules.lanes.index(after[1]) < rules.lanes.index(
        before[1]
    )
    if lowered and not caller.has(Role.APPROVER):
        raise Forbidden("only_upwards", "审查岗只能调高类别或改走更慢的通道", "a reviewer only raises class or lane")
