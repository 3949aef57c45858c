"""The driver's first steps: look up standing and ways, assess, and settle what the system settles by itself."""

from datetime import datetime
from typing import cast

from services.intake.applications.asking import (
    SILENT,
    Change,
    ask_plan,
    ask_standing,
    declared_sets,
    dumped,
    or_silence,
    step_key,
    stored_plans,
    stored_standing,
)
from services.intake.applications.case import Case, case_of, finding_of
from services.intake.applications.context import assessment_context
from services.intake.applications.due import notice_of
from services.intake.applications.events import give_receipt, note, take
from services.intake.applications.open_items import Item, item, oddities, paper_items, set_pointer
from services.intake.applications.overlaps import vehicle_overlaps
from services.intake.applications.schemas import StoredPlan, StoredSetAssessment
from services.intake.materials.proofs import looked_up
from shared.clients.classification import ClassificationClient
from shared.contracts.classification import Assessment, AssessmentOrder
from shared.contracts.issuance import CaseRoute
from shared.contracts.registry import CarrierStanding
from shared.domain.clock import utc_now
from shared.platform.audit import SYSTEM
from shared.platform.database import WriteSession
from shared.platform.runtime import Runtime
from shared.schema.intake import Application, LookupLog

KEPT = frozenset({"road_changed", "override_lapsed"})
"""What an assessment does not look at anew: it is said until somebody acts on it."""


async def look_up(runtime: Runtime, row: Application) -> Change:
    """How the carrier stands, and a plan for each vehicle set. A service that is silent is noted and not waited for."""
    standing = stored_standing(row)
    told = row.standing
    if told is None:
        standing = await or_silence("registry", ask_standing(runtime, row))
        told = standing.model_dump(mode="json") if standing else SILENT
    plans: list[StoredPlan] = []
    for index, facts in enumerate(declared_sets(row)):
        plan = await or_silence("route_advisory", ask_plan(runtime, row, index, facts))
        plans.append(plan or StoredPlan(set_index=index, plan_id=None, context=None, route=CaseRoute()))

    async def change(_: WriteSession, fresh: Application) -> None:
        fresh.standing = told
        fresh.carrier_name = standing.name if standing else fresh.carrier_name
        fresh.plans = dumped(plans)

    return change


async def assess(runtime: Runtime, row: Application) -> Change:
    """Assess each vehicle set, and settle what the system settles by itself.

    Raises:
        Unavailable: classification is silent; nothing can be said without it.
    """
    classification, standing, sets = ClassificationClient(runtime), stored_standing(row), declared_sets(row)
    stored: list[StoredSetAssessment] = []
    for index, (facts, plan) in enumerate(zip(sets, stored_plans(row), strict=True)):
        context = assessment_context(
            submitted_at=cast("datetime", row.submitted_at), standing=standing, route=plan.context
        )
        order = AssessmentOrder(
            application_id=row.id, facts_version=row.facts_version, set_index=index, facts=facts, context=context
        )
        made = await classification.assess(order, step_key(row, "assess", index))
        stored.append(StoredSetAssessment(set_index=index, id=made.id, assessment=made.assessment))
    assessments = [one.assessment for one in stored]
    case = case_of(assessments)
    if row.kind == "change" and case.lane == "instant":
        case = case._replace(lane="fast")
    notice = None if _settled_as(row, case) else await notice_of(classification, row)
    items = [
        *_change_items(row),
        *paper_items(standing, sets),
        *_silent_routes(row),
        *oddities(sets),
        *_needless_sets(assessments, case),
    ]

    async def change(session: WriteSession, fresh: Application) -> None:
        finding = finding_of(assessments) if case.outcome == "not_acceptable" else None
        fresh.assessments = dumped(stored)
        fresh.class_, fresh.lane, fresh.outcome = case.class_, case.lane, case.outcome
        fresh.finding = finding.model_dump(mode="json") if finding else None
        kept = [one for one in cast("list[Item]", fresh.open_items) if one["code"] in KEPT]
        fresh.open_items = [*kept, *items, *await vehicle_overlaps(session, fresh)]
        if fresh.status in {"submitted", "precheck"}:
            fresh.due_at = case.due_at
            fresh.notice_due_at, fresh.notice_clause = (notice.due_at, notice.clause) if notice else (None, None)
        rule_set = assessments[case.strictest].rule_set.model_dump()
        told = {"class": case.class_, "lane": case.lane, "outcome": case.outcome, "rule_set": rule_set}
        await note(session, fresh, "assessment", SYSTEM, told)
        _log_lookup(session, fresh, standing)
        if fresh.status in {"submitted", "precheck"}:
            await _settle(session, fresh, case)

    return change


def _change_items(row: Application) -> list[Item]:
    """Why a change was not made at once: a person decides it, whatever lane its facts would have."""
    return [] if row.changes is None else [item("person_decides", what=str(row.changes["reason"]))]


def _silent_routes(row: Application) -> list[Item]:
    return [item("route_silent", set_pointer(plan.set_index)) for plan in stored_plans(row) if plan.plan_id is None]


def _needless_sets(assessments: list[Assessment], case: Case) -> list[Item]:
    if case.outcome == "no_permit_needed":
        return []
    needless = [index for index, one in enumerate(assessments) if one.outcome == "no_permit_needed"]
    return [item("no_permit_needed", set_pointer(index), set=index + 1) for index in needless]


def _log_lookup(session: WriteSession, row: Application, standing: CarrierStanding | None) -> None:
    """Keep what registry was asked for in place of the applicant; its silence is no answer."""
    if standing is not None:
        asked = {"carrier_id": str(row.carrier_id), "plates": row.plates}
        held: dict[str, object] = {**looked_up(standing)}
        session.add(
            LookupLog(application_id=row.id, facts_version=row.facts_version, source="registry", asked=asked, held=held)
        )


def _settled_as(row: Application, case: Case) -> str | None:
    """The end the system reaches without a clerk: no permit is needed, or the instant lane accepts; None: neither.

    What a clerk has in hand is not accepted over his head.
    """
    if case.outcome == "no_permit_needed":
        return "no_permit_needed"
    instant = case.outcome == "permit_required" and case.lane == "instant"
    return "automatic_acceptance" if instant and row.status == "submitted" else None


async def _settle(session: WriteSession, row: Application, case: Case) -> None:
    event = _settled_as(row, case)
    if event == "no_permit_needed":
        payload = {"ground": "no_permit_needed"}
        receipt = give_receipt(session, row, "non_acceptance", None, payload)
        row.decided_at = utc_now()
        await take(session, row, event, None, data={**payload, "receipt": receipt})
    elif event is not None:
        row.accepted_at = utc_now()
        receipt = give_receipt(session, row, "acceptance", None, {"lane": case.lane, "class": case.class_})
        await take(session, row, event, None, data={"receipt": receipt})
