"""The decision of an approver: validated, every plan locked with no session open, then decided in one transaction."""

from dataclasses import dataclass

from sqlalchemy import Boolean, Integer, Uuid, column, select, table

from services.issuance.decisions.issuing import issue, plan_of
from services.issuance.decisions.queries import decision_model, decision_of, permits_of
from services.issuance.desk import Desk, desk_of
from services.issuance.review_cases.checks import require_another_person
from services.issuance.review_cases.commands import note, require_no_refusal_ground, tell_intake
from services.issuance.review_cases.queries import get_case, lock_case, order_of
from services.issuance.terms import draft
from shared.clients.route_advisory import RouteAdvisoryClient
from shared.contracts.issuance import Decision as DecisionModel
from shared.contracts.issuance import DecisionOrder, ReviewCaseOrder
from shared.domain.clock import shanghai_day, utc_now
from shared.domain.errors import Conflict, field_problem
from shared.domain.identifiers import uuid7
from shared.domain.lifecycle.review_case import REVIEW_CASE
from shared.domain.roles import Role
from shared.platform.audit import acting
from shared.platform.database import WriteSession
from shared.platform.etag import require_version
from shared.platform.idempotency import KeyedRequest
from shared.platform.runtime import Runtime
from shared.platform.tokens import Caller
from shared.platform.transaction import transaction
from shared.schema.issuance import Decision, Permit, ReviewCase

_CLEARANCE = table(
    "v_field_clearance",
    column("application_id", Uuid),
    column("facts_version", Integer),
    column("survey_passed", Boolean),
    column("escort_accepted", Boolean),
)


@dataclass(frozen=True, slots=True)
class _Ready:
    """A decision that may be made: the case as it was read, or the decision it already has."""

    order: ReviewCaseOrder
    made: DecisionModel | None


async def decide(runtime: Runtime, caller: Caller, *, keyed: KeyedRequest, order: DecisionOrder) -> DecisionModel:
    """Grant or refuse a case.

    Args:
        runtime: the running service.
        caller: the approver.
        keyed: the request's key; a replay answers from the present state.
        order: the decision; its `version` is the version of the case that was read.

    Raises:
        NotFound, Stale, Invalid: no such case; another version; grounds missing or out of place.
        Conflict: `transition_not_allowed`, `same_person`, `refusal_ground`, `survey_missing`, `escort_missing`,
            `route_missing`, `route_blocked`; `road_changed` of the plan's lock; `already_decided`.
    """
    desk = desk_of(runtime)
    _require_grounds(order)
    async with transaction(runtime.database) as session:
        ready = await _validate(session, caller, keyed=keyed, order=order, desk=desk)
    if ready.made is not None:
        return ready.made
    if order.kind == "grant":
        await _lock_plans(runtime, ready.order)
    async with transaction(runtime.database) as session:
        return await _decide(session, caller, order=order, desk=desk)


def _require_grounds(order: DecisionOrder) -> None:
    """A refusal names its grounds with their clauses (Licensing Law art. 38); a grant has none."""
    if order.kind == "refuse" and not order.grounds:
        raise field_problem(
            "/grounds", "ground_missing", "不予许可须说明理由和依据", "a refusal needs a ground with its clause"
        )
    if order.kind == "grant" and order.grounds:
        raise field_problem(
            "/grounds", "ground_of_grant", "准予许可不填不予许可理由", "a grant has no grounds of refusal"
        )


async def _validate(
    session: WriteSession, caller: Caller, *, keyed: KeyedRequest, order: DecisionOrder, desk: Desk
) -> _Ready:
    fresh = await keyed.begin_driven(session, order.review_case_id)
    case = await get_case(session, order.review_case_id, desk.authority_of(caller))
    content = order_of(case)
    if not fresh:
        made = await decision_of(session, case.id)
        if made is not None:
            return _Ready(content, await _repeat(session, case, made, caller, order))
    await _require_decidable(session, case, content, caller, order)
    return _Ready(content, None)


async def _repeat(
    session: WriteSession, case: ReviewCase, made: Decision, caller: Caller, order: DecisionOrder
) -> DecisionModel:
    """The answer to the same request again.

    Raises:
        Conflict: `already_decided`, meanwhile by somebody else, or otherwise.
    """
    asked = order.model_dump(mode="json", include={"kind", "grounds", "conditions"})
    same = asked == {"kind": made.kind, "grounds": made.grounds, "conditions": made.conditions}
    if made.automatic or made.approver_id != caller.id or not same:
        raise Conflict("already_decided", "此件已另有决定", "this case was decided meanwhile")
    return decision_model(made, case, await permits_of(session, case.application_id))


async def _require_decidable(
    session: WriteSession, case: ReviewCase, content: ReviewCaseOrder, caller: Caller, order: DecisionOrder
) -> str:
    """The state the decision leads to; raises as `decide` says."""
    require_version(case.version, order.version)
    target = REVIEW_CASE.step(case.state, "decision", caller.roles)
    require_another_person(case, caller, (case.prechecked_by, case.reviewer_id))
    if order.kind == "refuse":
        return target
    require_no_refusal_ground(case)
    if case.conclusion != "grant":
        raise Conflict(
            "refusal_ground",
            "审查意见为不予许可;如有异议请退回审查",
            "the reviewer concluded to refuse; return the case if you disagree",
        )
    for one in content.sets:
        plan_of(one)
    if case.lane == "survey":
        await _require_field_clearance(session, case)
    return target


async def _require_field_clearance(session: WriteSession, case: ReviewCase) -> None:
    """Survey and escort, as fieldwork has them at this moment, for the very facts that are decided."""
    query = select(_CLEARANCE.c.survey_passed, _CLEARANCE.c.escort_accepted).where(
        _CLEARANCE.c.application_id == case.application_id, _CLEARANCE.c.facts_version == case.facts_version
    )
    found = (await session.execute(query)).one_or_none()
    if found is None or not found.survey_passed:
        raise Conflict("survey_missing", "尚无通过的现场勘验报告", "no survey report with a pass is there yet")
    if not found.escort_accepted:
        raise Conflict("escort_missing", "护送机构尚未接受护送任务", "no escort agency has accepted yet")


async def _lock_plans(runtime: Runtime, order: ReviewCaseOrder) -> None:
    """Lock every set's plan; a road closed since it was checked answers 409 `road_changed`."""
    client = RouteAdvisoryClient.of(runtime)
    for one in order.sets:
        key = f"{order.application_id}:{order.facts_version}:lock:{one.set_index}"
        await client.lock(plan_of(one), key)


async def _decide(session: WriteSession, caller: Caller, *, order: DecisionOrder, desk: Desk) -> DecisionModel:
    case = await lock_case(session, order.review_case_id, desk.authority_of(caller))
    made = await decision_of(session, case.id)
    if made is not None:
        return await _repeat(session, case, made, caller, order)
    content = order_of(case)
    case.state = await _require_decidable(session, case, content, caller, order)
    actor, now = acting(caller, Role.APPROVER), utc_now()
    decision = Decision(
        id=uuid7(),
        review_case_id=case.id,
        kind=order.kind,
        automatic=False,
        approver_id=caller.id,
        approver_name=caller.name,
        grounds=[ground.model_dump(mode="json") for ground in order.grounds],
        conditions=list(order.conditions),
        decided_at=now,
    )
    session.add(decision)
    await note(
        session, case, "decision", actor, order.model_dump(mode="json", include={"kind", "grounds", "conditions"})
    )
    await tell_intake(session, case)
    permits: list[Permit] = []
    if order.kind == "grant":
        drafts = [
            draft(
                content,
                one,
                desk,
                signer_name=caller.name,
                reviewed_on=shanghai_day(case.concluded_at or now),
                issued_at=now,
                conditions=[*(str(condition) for condition in case.conditions), *order.conditions],
            )
            for one in content.sets
        ]
        permits = await issue(session, desk, content, drafts, decision_id=decision.id, actor=actor, issued_at=now)
    return decision_model(decision, case, permits)
