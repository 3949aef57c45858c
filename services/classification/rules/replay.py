"""Assesses stored cases anew with another rule set and tells which would come out differently; runs in a worker process."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from pydantic import ValidationError

from services.classification.rules.authoring import load_merged
from services.classification.rules.evaluate import assess
from services.classification.rules.model import CompiledRules
from shared.contracts.classification import AssessmentContext
from shared.contracts.facts import TransportFacts
from shared.domain.calendar import Calendar, DayKind


class Answer(NamedTuple):
    """What an assessment says in short; class and lane may be missing."""

    outcome: str
    class_: str | None
    lane: str | None


class Case(NamedTuple):
    """A stored assessment: facts and context as JSON text, and what was answered then."""

    facts: str
    context: str
    answer: Answer


def replay(merged_json: str, overrides: Mapping[date, DayKind], cases: Sequence[Case]) -> list[Answer | None]:
    """The answer of the rule set to each case, in their order; None: the facts cannot be read any more."""
    rules, calendar = _rules(merged_json), Calendar(overrides)
    return [_answer(case, rules, calendar) for case in cases]


@lru_cache(maxsize=1)
def _rules(merged_json: str) -> CompiledRules:
    return load_merged(merged_json)


def _answer(case: Case, rules: CompiledRules, calendar: Calendar) -> Answer | None:
    try:
        facts = TransportFacts.model_validate_json(case.facts)
        context = AssessmentContext.model_validate_json(case.context)
    except ValidationError:
        return None
    decision = assess(facts, context, rules, calendar)
    return Answer(decision.outcome, decision.class_, decision.lane)
