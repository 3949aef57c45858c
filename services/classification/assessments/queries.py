"""Reading stored assessments: made again with the rule set they were made with, and with what an officer set."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from services.classification.engine import Engine
from services.classification.rules.evaluate import assess
from services.classification.rules.explain import assessment_of, full_assessment
from services.classification.rules.model import CompiledRules
from services.classification.rules.override import overridden
from shared.contracts.classification import Assessment, AssessmentContext, AssessmentView, Override
from shared.contracts.facts import TransportFacts
from shared.domain.calendar import Calendar
from shared.domain.errors import not_found
from shared.schema.classification import AssessmentRow


def made_again(stored: AssessmentRow, rules: CompiledRules, calendar: Calendar) -> Assessment:
    """A stored assessment as it holds, with its texts.

    Without an override it is what was told then, the due date too, whatever the calendar says now.
    """
    facts = TransportFacts.model_validate(stored.facts)
    context = AssessmentContext.model_validate(stored.context)
    override = override_of(stored)
    if override is not None:
        decision = assess(facts, context, rules, calendar)
        changed = overridden(decision, facts, context, override.class_, override.lane, rules, calendar)
        return assessment_of(changed, rules)
    due = stored.result["due_at"]
    told = {
        "due_at": datetime.fromisoformat(str(due)) if due else None,
        "due_provisional": stored.result["due_provisional"],
    }
    return full_assessment(facts, context, rules, calendar).model_copy(update=told)


def override_of(stored: AssessmentRow) -> Override | None:
    """What an officer set, if one did."""
    return Override.model_validate(stored.override) if stored.override else None


async def assessment_row(session: AsyncSession, assessment_id: UUID) -> AssessmentRow:
    """A stored assessment.

    Raises:
        NotFound: no such assessment.
    """
    row = await session.scalar(select(AssessmentRow).where(AssessmentRow.id == assessment_id))
    if row is None:
        raise not_found("分类结果", "assessment")
    return row


async def is_superseded(session: AsyncSession, row: AssessmentRow) -> bool:
    """Whether a later version of the facts was assessed since."""
    same_set = (AssessmentRow.application_id == row.application_id, AssessmentRow.set_index == row.set_index)
    newest = await session.scalar(select(func.max(AssessmentRow.facts_version)).where(*same_set))
    return newest is not None and newest > row.facts_version


async def view_of(session: AsyncSession, engine: Engine, row: AssessmentRow) -> AssessmentView:
    """A stored assessment as it holds, and whether a later version of the facts took its place."""
    override, superseded = override_of(row), await is_superseded(session, row)
    rules = await engine.rules_of(session, row.rule_set_id)
    return AssessmentView.model_validate(
        {
            "id": row.id,
            "application_id": row.application_id,
            "facts_version": row.facts_version,
            "set_index": row.set_index,
            "status": "superseded" if superseded else "overridden" if override else "computed",
            "assessment": made_again(row, rules, engine.calendar),
            "computed_class": row.class_,
            "computed_lane": row.lane,
            "override": override,
            "version": row.version,
        }
    )
