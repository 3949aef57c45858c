"""A case whose way a notice closed before its decision: handed back to its reviewer, planned anew, its content renewed.

It always goes back: whoever answers for the way looks at the new one, also where it is no worse. Class and lane never
become easier by that; a way that has to be surveyed takes the case to the survey lane.
"""

from collections.abc import Sequence
from uuid import UUID

from services.issuance.review_cases.commands import CaseRef, hand_back, note, tell_intake
from services.issuance.review_cases.queries import lock_case_of, order_of
from shared.clients.route_advisory import RouteAdvisoryClient
from shared.contracts.issuance import CaseReturn, CaseRoute, CaseSet, RouteChange
from shared.contracts.route_advisory import PlanOrder
from shared.domain.clock import utc_now
from shared.domain.errors import not_found
from shared.domain.lifecycle.review_case import REVIEW_CASE
from shared.domain.roles import Role
from shared.platform import jobs
from shared.platform.audit import SYSTEM
from shared.platform.database import WriteSession
from shared.platform.runtime import Runtime
from shared.platform.transaction import reading, transaction
from shared.schema.issuance import ReviewCase

PLAN_ANEW = "issuance.plan_anew"


async def road_changed(runtime: Runtime, application_id: UUID, reason: str) -> None:
    """Hand a case that waits for approval back to its reviewer, and have its ways planned anew."""
    async with transaction(runtime.database) as session:
        case = await lock_case_of(session, application_id)
        if case is not None and case.state == "sent_for_approval":
            await _return(session, case, reason, ())
            await jobs.enqueue(session, PLAN_ANEW, CaseRef(review_case_id=case.id))


async def plan_anew(runtime: Runtime, payload: bytes) -> None:
    """The job: order every set's plan once more and take the new ways over."""
    reference = CaseRef.model_validate_json(payload)
    async with reading(runtime.database) as session:
        case = await session.get(ReviewCase, reference.review_case_id)
    if case is None:
        raise not_found("审查案件", "review case")
    if case.state in REVIEW_CASE.terminal:
        return
    order, client = order_of(case), RouteAdvisoryClient.of(runtime)
    routes: list[CaseRoute] = []
    for one in order.sets:
        step = PlanOrder(
            application_id=order.application_id,
            facts_version=order.facts_version,
            set_index=one.set_index,
            facts=one.facts,
        )
        plan = await client.plan(step, f"{order.application_id}:{order.facts_version}:plan:{one.set_index}")
        routes.append(CaseRoute.of(plan.check, plan.route_hash))
    async with transaction(runtime.database) as session:
        fresh = await lock_case_of(session, order.application_id)
        if fresh is not None and fresh.state not in REVIEW_CASE.terminal:
            await _take_over(session, fresh, routes)


async def _take_over(session: WriteSession, case: ReviewCase, routes: Sequence[CaseRoute]) -> None:
    order = order_of(case)
    changes = [
        change_of(one, route)
        for one, route in zip(order.sets, routes, strict=True)
        if (one.route.hash, one.route.findings) != (route.hash, route.findings)
    ]
    if not changes:
        await note(session, case, "route_kept", SYSTEM)
        return
    sets = [one.model_copy(update={"route": route}) for one, route in zip(order.sets, routes, strict=True)]
    surveyed = any(route.needs_survey for route in routes)
    lane = "survey" if surveyed else case.lane
    case.content = order.model_copy(update={"sets": sets, "lane": lane}).model_dump(mode="json", by_alias=True)
    case.rerouted_at = utc_now()
    if lane != case.lane:
        case.lane = lane
        await jobs.enqueue(session, "issuance.request_survey", CaseRef(review_case_id=case.id))
    told = [change.model_dump(mode="json") for change in changes]
    await note(session, case, "route_renewal", SYSTEM, {"lane": lane, "changes": told})
    if case.state == "sent_for_approval":
        await _return(session, case, "路线已重新规划", changes)
    elif case.returned is not None:
        case.returned = {**case.returned, "route_changes": told}
    await tell_intake(session, case)


async def _return(session: WriteSession, case: ReviewCase, reason: str, changes: Sequence[RouteChange]) -> None:
    case.state = REVIEW_CASE.step(case.state, "road_change", (Role.SERVICE,))
    hand_back(case, CaseReturn(kind="road_changed", reason=reason, fixes=[], at=utc_now(), route_changes=[*changes]))
    await note(session, case, "road_change", SYSTEM, {"reason": reason})
    await tell_intake(session, case)


def change_of(one: CaseSet, route: CaseRoute) -> RouteChange:
    """How the way of a set changed: what its findings have now and had not, and the other way round."""
    before = one.route
    return RouteChange(
        set_index=one.set_index,
        same_way=before.hash == route.hash,
        verdict_before=before.verdict,
        verdict=route.verdict,
        length_before_m=before.length_m,
        length_m=route.length_m,
        roads_before=[stretch.road for stretch in before.roads],
        roads=[stretch.road for stretch in route.roads],
        findings_new=[found for found in route.findings if found not in before.findings],
        findings_gone=[found for found in before.findings if found not in route.findings],
    )
