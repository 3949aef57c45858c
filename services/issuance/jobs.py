"""Jobs of issuance: the survey is asked for, intake is told the stage, the document is made."""

from collections.abc import Sequence

from services.issuance.decisions.issuing import PermitRef
from services.issuance.decisions.queries import decision_of, permits_of, shown_state
from services.issuance.papers.giving import PRINT_PAPER
from services.issuance.papers.granting import give_of_grant
from services.issuance.papers.printing import print_given
from services.issuance.pauses.commands import TELL_PAUSES, tell_pauses
from services.issuance.permits.documents import render
from services.issuance.review_cases.commands import CaseRef
from services.issuance.review_cases.queries import order_of
from services.issuance.review_cases.rerouting import PLAN_ANEW, plan_anew
from services.issuance.samples.commands import draw_yesterday
from services.issuance.verification.lists import refresh_lists
from shared.clients.fieldwork import FieldworkClient
from shared.clients.intake import IntakeClient
from shared.contracts.application_permits import PermitRef as MirroredPermit
from shared.contracts.classification import EscortRequirement
from shared.contracts.fieldwork import SurveyOrder
from shared.contracts.intake import StageMirror
from shared.contracts.issuance import ReviewCaseOrder
from shared.domain.errors import not_found
from shared.platform.runtime import JobHandler, Runtime, Timer
from shared.platform.transaction import reading
from shared.schema.issuance import Decision, Permit, ReviewCase

_STAGES = {"open": "review", "sent_for_approval": "sent_for_approval"}
_OUTCOMES = {"grant": "issue", "refuse": "refusal"}


async def request_survey(runtime: Runtime, payload: bytes) -> None:
    """Ask fieldwork for the survey of a case; its key makes asking twice one survey."""
    reference = CaseRef.model_validate_json(payload)
    case, decision = await _case_and_decision(runtime, reference)
    if _needs_no_field(case, decision):
        return
    order = order_of(case)
    survey = SurveyOrder(
        application_id=order.application_id,
        application_number=order.application_number,
        facts_version=order.facts_version,
        authority_adcode=order.authority_adcode,
        carrier_id=order.carrier_id,
        carrier_name=order.carrier_name,
        facts=[one.facts for one in order.sets],
        escort_spec=_largest_escort(order).model_dump(mode="json"),
        due_at=order.due_at,
    )
    key = f"{order.application_id}:{order.facts_version}:survey"
    await FieldworkClient.of(runtime).request_survey(survey, key)
    if _needs_no_field(*await _case_and_decision(runtime, reference)):
        await close_field(runtime, payload)


async def close_field(runtime: Runtime, payload: bytes) -> None:
    """Cancel survey and escort of a case that ended without a permit or left the survey lane; others are left alone."""
    case, decision = await _case_and_decision(runtime, CaseRef.model_validate_json(payload))
    if _needs_no_field(case, decision):
        await FieldworkClient.of(runtime).close(case.application_id, f"{case.application_id}:close_field")


def _needs_no_field(case: ReviewCase, decision: Decision | None) -> bool:
    ended = case.state == "closed" or (decision is not None and decision.kind == "refuse")
    return ended or case.lane != "survey"


def _largest_escort(order: ReviewCaseOrder) -> EscortRequirement:
    """The escort of the set that needs most: the sets travel as one convoy."""
    needs = (one.assessment.escort for one in order.sets)
    return max(needs, key=lambda need: (need.required, need.front + need.rear, len(need.extra)))


async def mirror_stage(runtime: Runtime, payload: bytes) -> None:
    """Tell intake the present stage of a case: it is read now, so a late job tells nothing old."""
    reference = CaseRef.model_validate_json(payload)
    case, decision = await _case_and_decision(runtime, reference)
    async with reading(runtime.database) as session:
        permits = await permits_of(session, case.application_id) if decision else ()
    mirror = _mirror(case, decision, permits)
    if mirror is not None:
        await IntakeClient.of(runtime).mirror_stage(mirror)


def _mirror(case: ReviewCase, decision: Decision | None, permits: Sequence[Permit]) -> StageMirror | None:
    """The stage of a case; None: a closed one, which intake closed itself."""
    stage = _OUTCOMES[decision.kind] if decision else _STAGES.get(case.state)
    if stage is None:
        return None
    return StageMirror.model_validate(
        {
            "application_id": case.application_id,
            "stage": stage,
            "stage_seq": case.stage_seq,
            "lane": case.lane,
            "permits": [
                MirroredPermit(
                    number=permit.number,
                    set_index=0 if case.content.get("changes") else permit.set_index,
                    state=shown_state(permit.state, permit.valid_from, permit.valid_to),
                )
                for permit in permits
            ],
            "decided_at": decision.decided_at if decision else None,
        }
    )


async def render_document(runtime: Runtime, payload: bytes) -> None:
    """Make the signed PDF of a permit unless it is there, and give the paper of the decision it came from."""
    permit_id = PermitRef.model_validate_json(payload).permit_id
    await render(runtime, permit_id)
    await give_of_grant(runtime, permit_id)


async def _case_and_decision(runtime: Runtime, reference: CaseRef) -> tuple[ReviewCase, Decision | None]:
    async with reading(runtime.database) as session:
        case = await session.get(ReviewCase, reference.review_case_id)
        if case is None:
            raise not_found("审查案件", "review case")
        return case, await decision_of(session, case.id)


HANDLERS: dict[str, JobHandler] = {
    "issuance.request_survey": request_survey,
    "issuance.close_field": close_field,
    PLAN_ANEW: plan_anew,
    "issuance.mirror_stage": mirror_stage,
    "issuance.render_document": render_document,
    PRINT_PAPER: print_given,
    TELL_PAUSES: tell_pauses,
}

_LISTS_EVERY_S = 60
_SAMPLES_EVERY_S = 600
TIMERS = (
    Timer("issuance.lists", _LISTS_EVERY_S, refresh_lists),
    Timer("issuance.audit_sample", _SAMPLES_EVERY_S, draw_yesterday),
)
