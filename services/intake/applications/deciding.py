"""The driver's last steps: route an accepted case, decide it at once, or hand it to issuance for review."""

from collections.abc import Sequence
from functools import partial
from typing import cast

from services.intake.applications.asking import (
    Change,
    ask_plan,
    ask_standing,
    declared_sets,
    dumped,
    step_key,
    stored_plans,
    stored_standing,
)
from services.intake.applications.case import assessments_of
from services.intake.applications.due import due_changed, ends_of
from services.intake.applications.events import note, take
from services.intake.applications.judging import lapsed
from services.intake.applications.open_items import Item, item, paper_items
from services.intake.applications.schemas import StoredPlan
from shared.clients.issuance import IssuanceClient
from shared.clients.route_advisory import RouteAdvisoryClient
from shared.contracts.issuance import AutomaticDecision, CaseSet, ReviewCaseOrder
from shared.contracts.registry import CarrierStanding
from shared.domain.errors import Conflict
from shared.platform.audit import SYSTEM
from shared.platform.database import WriteSession
from shared.platform.runtime import Runtime
from shared.schema.intake import ASSISTED, Application


async def route(runtime: Runtime, row: Application) -> Change:
    """Send an accepted case its way and set its due date: the clock starts with the acceptance."""
    ends = await ends_of(runtime, row)

    async def change(session: WriteSession, fresh: Application) -> None:
        fresh.due_at, fresh.promised_at, fresh.due_provisional = ends
        await take(session, fresh, "routing", None, data={"lane": fresh.lane, "due_at": ends.due_at})

    return change


async def decide(runtime: Runtime, row: Application) -> Change:
    """Lock each plan and let issuance decide under the standing authority; if that does not cover it, a person will.

    When the road changed since the plan was made, plan and assessment are made anew under the next facts version.
    """
    advisory = RouteAdvisoryClient(runtime)
    order = case_order(row, stored_standing(row), stored_plans(row))
    for one in order.sets:
        if one.route_plan_id is None:
            raise ValueError("a case without a plan cannot be decided at once")
        try:
            await advisory.lock(one.route_plan_id, step_key(row, "lock", one.set_index))
        except Conflict as error:
            return _plan_anew if error.code == "road_changed" else partial(_to_a_person, error.code)
    answer = await IssuanceClient(runtime).decide_automatically(order, step_key(row, "decide"))

    async def change(session: WriteSession, fresh: Application) -> None:
        await _decided(session, fresh, answer)
        if fresh.due_at != order.due_at:
            await due_changed(session, fresh)

    return change


async def _plan_anew(session: WriteSession, row: Application) -> None:
    row.facts_version += 1
    row.open_items = [*row.open_items, item("road_changed"), *lapsed(row)]
    row.plans, row.assessments = [], []
    await note(session, row, "road_changed", SYSTEM, {"facts_version": row.facts_version})


async def _to_a_person(reason: str, session: WriteSession, row: Application) -> None:
    """Take an instant case out of its lane: a person reviews what the system may not release."""
    row.lane = "fast"
    row.open_items = [*row.open_items, item("person_decides", what=reason)]
    await note(session, row, "person_decides", SYSTEM, {"reason": reason})


async def _decided(session: WriteSession, row: Application, answer: AutomaticDecision) -> None:
    row.review_case_id = answer.review_case_id
    if answer.decided:
        row.decided_at = answer.decided_at
        row.permits = [{"number": p.number, "set_index": p.set_index, "state": p.state} for p in answer.permits]
        await take(session, row, "automatic_decision", None, data={"permits": [p.number for p in answer.permits]})
    else:
        reason = answer.reason or "standing_authority"
        row.open_items = [*row.open_items, item("person_decides", what=reason)]
        await take(session, row, "review_opened", None, data={"reason": reason})


async def open_case(runtime: Runtime, row: Application) -> Change:
    """Hand an accepted case to issuance for review; what was silent before is asked again, for a case needs it.

    Raises:
        Unavailable: a service is silent; the job comes back to it.
    """
    standing = stored_standing(row) or await ask_standing(runtime, row)
    sets = declared_sets(row)
    plans = [
        plan if plan.plan_id else await ask_plan(runtime, row, plan.set_index, sets[plan.set_index])
        for plan in stored_plans(row)
    ]
    order = case_order(row, standing, plans)
    case = await IssuanceClient(runtime).open_case(order, step_key(row, "open_case"))

    async def change(session: WriteSession, fresh: Application) -> None:
        fresh.open_items = _no_longer_silent(fresh, paper_items(standing, sets))
        fresh.standing, fresh.plans = standing.model_dump(mode="json"), dumped(plans)
        fresh.carrier_name, fresh.review_case_id = standing.name, case.id
        await take(session, fresh, opening_event(fresh), None)
        if fresh.due_at != order.due_at:
            await due_changed(session, fresh)

    return change


def _no_longer_silent(row: Application, papers: list[Item]) -> list[object]:
    """The open items once silent services have answered: what registry says of the papers in place of its silence."""
    items = cast("list[Item]", row.open_items)
    told = [] if stored_standing(row) else papers
    return [*told, *(one for one in items if one["code"] not in {"registry_silent", "route_silent"})]


def opening_event(row: Application) -> str:
    """The event by which a routed case goes to people."""
    return "survey_requested" if row.lane == "survey" else "review_opened"


def case_order(row: Application, standing: CarrierStanding | None, plans: Sequence[StoredPlan]) -> ReviewCaseOrder:
    """The order for issuance: every set that needs a permit, with its assessment and its way.

    Raises:
        ValueError: registry was silent: nobody knows the holder.
    """
    if standing is None:
        raise ValueError("a case names its holder")
    sets = [
        CaseSet(set_index=index, facts=facts, assessment=one, route_plan_id=plan.plan_id, route=plan.route)
        for index, (facts, one, plan) in enumerate(zip(declared_sets(row), assessments_of(row), plans, strict=True))
        if one.outcome != "no_permit_needed"
    ]
    return ReviewCaseOrder.model_validate(
        {
            "application_id": row.id,
            "application_number": row.number,
            "authority_adcode": row.authority_adcode,
            "facts_version": row.facts_version,
            "carrier_id": row.carrier_id,
            "carrier_name": standing.name,
            "holder": {
                "credit_code": standing.credit_code_no,
                "licence_number": standing.licence_number or "—",
                "phone": standing.phone,
            },
            "class": row.class_,
            "lane": row.lane,
            "outcome": row.outcome,
            "sets": sets,
            "changes": row.changes and {"number": row.changes["number"], "revision": row.changes["revision"]},
            "previous": row.previous,
            "prechecked_by": row.prechecked_by,
            "filed_by": row.created_by if row.channel == ASSISTED else None,
            "accepted_at": row.accepted_at,
            "due_at": row.due_at,
            "due_provisional": row.due_provisional,
        }
    )
