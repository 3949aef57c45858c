"""Assess a vehicle set once and keep it with its whole context, so that it can be made again exactly."""

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert

from services.classification.assessments.queries import made_again
from services.classification.engine import Edition, Engine
from services.classification.rules.explain import full_assessment
from shared.contracts.classification import Assessment, AssessmentOrder, StoredAssessment
from shared.domain.clock import utc_now
from shared.domain.identifiers import uuid7
from shared.platform.database import WriteSession
from shared.schema.classification import AssessmentRow


async def assess_once(
    session: WriteSession, engine: Engine, edition: Edition, order: AssessmentOrder
) -> StoredAssessment:
    """The assessment of an order; a second order for the same step gives the first one's, whatever it says.

    Args:
        session: the transaction.
        engine: calendar, and the rules of the stored one.
        edition: the rule set in force at the order's moment of submission.
        order: what to assess.
    """
    assessment = full_assessment(order.facts, order.context, edition.rules, engine.calendar)
    row = {
        "id": uuid7(),
        "application_id": order.application_id,
        "facts_version": order.facts_version,
        "set_index": order.set_index,
        "rule_set_id": edition.row,
        "outcome": assessment.outcome,
        "class_": assessment.class_,
        "lane": assessment.lane,
        "facts": order.facts.model_dump(mode="json"),
        "context": order.context.model_dump(mode="json"),
        "result": _result(assessment),
        "created_at": utc_now(),
    }
    fresh = insert(AssessmentRow).values(row).on_conflict_do_nothing(constraint="uq_assessment_step")
    made = await session.scalar(fresh.returning(AssessmentRow.id))
    if made is not None:
        return StoredAssessment(id=made, assessment=assessment)
    step = (
        AssessmentRow.application_id == order.application_id,
        AssessmentRow.facts_version == order.facts_version,
        AssessmentRow.set_index == order.set_index,
    )
    stored = (await session.execute(select(AssessmentRow).where(*step))).scalar_one()
    rules = await engine.rules_of(session, stored.rule_set_id)
    return StoredAssessment(id=stored.id, assessment=made_again(stored, rules, engine.calendar))


def _result(assessment: Assessment) -> dict[str, object]:
    """What is kept of an assessment: rule ids and values; texts are made anew when it is read."""
    reasons = [[r.rule, r.value, r.limit, r.passed] for r in assessment.reasons]
    left_out = {"reasons", "required_materials", "faster_lane", "multi_trip"}
    kept = assessment.model_dump(mode="json", by_alias=True, exclude=left_out)
    return {**kept, "reasons": reasons, "required_materials": [m.code for m in assessment.required_materials]}
