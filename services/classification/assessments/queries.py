"""Reading stored assessments: made again with the rule set they were made with."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from services.classification.rules.explain import full_assessment
from services.classification.rules.model import CompiledRules
from shared.contracts.classification import Assessment, AssessmentContext
from shared.contracts.facts import TransportFacts
from shared.domain.calendar import Calendar
from shared.domain.errors import not_found
from shared.schema.classification import AssessmentRow


def made_again(stored: AssessmentRow, rules: CompiledRules, calendar: Calendar) -> Assessment:
    """A stored assessment with its texts. The due date stays the one that was told, whatever the calendar says now."""
    facts = TransportFacts.model_validate(stored.facts)
    context = AssessmentContext.model_validate(stored.context)
    due = stored.result["due_at"]
    told = {
        "due_at": datetime.fromisoformat(str(due)) if due else None,
        "due_provisional": stored.result["due_provisional"],
    }
    return full_assessment(facts, context, rules, calendar).model_copy(update=told)


async def assessment_row(session: AsyncSession, assessment_id: UUID) -> AssessmentRow:
    """A stored assessment.

    Raises:
        NotFound: no such assessment.
    """
    row = await session.scalar(select(AssessmentRow).where(AssessmentRow.id == assessment_id))
    if row is None:
        raise not_found("分类结果", "assessment")
    return row
