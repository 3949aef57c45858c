"""The decision of an approver: validated, every plan locked with no session open, then decided in one transaction."""

from dataclasses import dataclass

from services.issuance.decisions.changing import issue_changed, lock_changed
from services.issuance.decisions.clearance import field_clearance, lock_plans
from services.issuance.decisions.issuing import issue, plan_of
from services.issuance.decisions.queries import decision_model, decision_of, permits_of
from services.issuance.desk import Desk, desk_of
from services.issuance.papers.giving import give_of_case
from services.issuance.review_cases.checks import require_another_person
from services.issuance.review_cases.commands import (
    close_field,
    note,
    require_no_refusal_ground,
    require_readings,
    tell_intake,
)
from services.issuance.review_cases.queries import get_case, lock_case, order_of
from services.issuance.review_cases.rerouting import road_changed
from services.issuance.terms import NOTHING_FOUND, FieldFindings, draft
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
        Conflict: `transition_not_allowed`, `same_person`, `refusal_ground`, `second_reader_missing`,
            `legal_reader_missing`, `survey_missing`, `escort_missing`,
            `route_missing`, `route_blocked`; `road_changed` of the plan's lock: the case is then planned anew and back
            with its reviewer; `already_decided`.
    """
    desk = desk_of(runtime)
    _require_grounds(order)
    async with transaction(runtime.database) as session:
        ready = await _validate(session, caller, keyed=keyed, order=order, desk=desk)
    if ready.made is not None:
        return ready.made
    if order.kind == "grant":
        try:
            await lock_plans(runtime, ready.order)
        except Conflict as error:
            if error.code == "road_changed":
                await road_changed(runtime, ready.order.application_id, error.zh)
            raise
    async with transaction(runtime.database) as session:
        return await _decide(session, caller, order=order, desk=desk, seen=ready.order)


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
    return await decision_model(session, made, case, await permits_of(session, case.application_id))


async def _require_decidable(
    session: WriteSession, case: ReviewCase, content: ReviewCaseOrder, caller: Caller, order: DecisionOrder
) -> tuple[str, FieldFindings]:
    """The state the decision leads to, and what fieldwork found; raises as `decide` says."""
    require_version(case.version, order.version)
    target = REVIEW_CASE.step(case.state, "decision", caller.roles)
    require_another_person(case, caller, (case.prechecked_by, case.reviewer_id))
    require_readings(case, order.kind, caller)
    if order.kind == "refuse":
        return target, NOTHING_FOUND
    require_no_refusal_ground(case)
    if case.conclusion != "grant":
        raise Conflict(
            "refusal_ground",
            "审查意见为不予许可；如有异议请退回审查",
            "the reviewer concluded to refuse; return the case if you disagree",
        )
    for one in content.sets:
        plan_of(one)
    return target, await field_clearance(session, case)


async def _decide(
    session: WriteSession, caller: Caller, *, order: DecisionOrder, desk: Desk, seen: ReviewCaseOrder
) -> DecisionModel:
    authority = desk.authority_of(caller)
    changed = await lock_changed(session, seen, Permit.authority_adcode == authority)
    case = await lock_case(session, order.review_case_id, authority)
    made = await decision_of(session, case.id)
    if made is not None:
        return await _repeat(session, case, made, caller, order)
    content = order_of(case)
    case.state, field = await _require_decidable(session, case, content, caller, order)
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
    if order.kind == "refuse":
        await close_field(session, case)
        grounds = [f"{ground.text}（{ground.clause}）" for ground in order.grounds]
        await give_of_case(session, case, "refusal", caller.id, {"grounds": grounds})
        return await decision_model(session, decision, case, ())
    drafts = [
        draft(
            content,
            one,
            desk,
            signer_name=caller.name,
            reviewed_on=shanghai_day(case.concluded_at or now),
            issued_at=now,
            conditions=[*(str(condition) for condition in case.conditions), *order.conditions],
            field=field,
        )
        for one in content.sets
    ]
    if changed is None:
        permits = await issue(session, desk, content, drafts, decision_id=decision.id, actor=actor, issued_at=now)
    else:
        permits = [
            await issue_changed(session, desk, changed, content, drafts[0], decision_id=decision.id, actor=actor)
        ]
    return await decision_model(session, decision, case, permits)
