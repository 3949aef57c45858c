"""The case an application makes of its vehicle sets: the strictest answer of all, and the ground found against it."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from services.intake.applications.schemas import StoredSetAssessment
from shared.contracts.classification import Assessment, Class, Lane, Outcome
from shared.contracts.intake import Finding, NonAcceptanceGround
from shared.schema.intake import Application

_SEVERITY: tuple[Outcome, ...] = ("no_permit_needed", "permit_required", "refusable", "not_acceptable")
_CLASSES: tuple[Class, ...] = ("I", "II", "III")
_LANES: tuple[Lane, ...] = ("instant", "fast", "survey")
_GROUND_OF_RULE: dict[str, NonAcceptanceGround] = {
    "competence": "not_competent",
    "art11.divisible": "divisible_goods",
    "art11.licence": "licence_scope",
    "art11.ban": "application_ban",
}


class Case(NamedTuple):
    """What holds for the application as a whole; `strictest` is the index of the set it follows from."""

    outcome: Outcome
    class_: Class | None
    lane: Lane | None
    strictest: int
    statutory_days: int
    promised_days: int | None
    due_at: datetime | None
    due_provisional: bool


def case_of(assessments: Sequence[Assessment]) -> Case:
    """The strictest outcome, the highest class, the slowest lane and the latest due date of all sets.

    A set that needs no permit stands back behind the others; one that is not acceptable stops the whole case, which
    then has no lane.

    Raises:
        ValueError: no assessments.
    """
    outcome = max((one.outcome for one in assessments), key=_SEVERITY.index)
    lane = max((one.lane for one in assessments if one.lane), key=_LANES.index, default=None)
    due = max((one.due_at for one in assessments if one.due_at), default=None)
    return Case(
        outcome=outcome,
        class_=max((one.class_ for one in assessments if one.class_), key=_CLASSES.index, default=None),
        lane=None if outcome == "not_acceptable" else lane,
        strictest=max(range(len(assessments)), key=lambda index: _weight(assessments[index])),
        statutory_days=max((one.statutory_days for one in assessments if one.statutory_days), default=0),
        promised_days=max((one.promised_days for one in assessments if one.promised_days), default=None),
        due_at=due,
        due_provisional=any(one.due_provisional for one in assessments if one.due_at == due),
    )


def _weight(one: Assessment) -> tuple[int, int, int]:
    return (
        _SEVERITY.index(one.outcome),
        _CLASSES.index(one.class_) if one.class_ else -1,
        _LANES.index(one.lane) if one.lane else -1,
    )


def finding_of(assessments: Sequence[Assessment]) -> Finding | None:
    """The ground not to accept, with every rule that failed for it; a wrong authority comes first, since it ends the rest."""
    failed = [reason.rule for one in assessments for reason in one.reasons if not reason.passed]
    rules = [rule for rule in _GROUND_OF_RULE if rule in failed]
    if not rules:
        return None
    competence = next((one.competence for one in assessments if not one.competence.here), None)
    return Finding(
        ground=_GROUND_OF_RULE[rules[0]], rules=rules, right_authority=competence.authority if competence else None
    )


def assessments_of(row: Application) -> list[Assessment]:
    """The stored assessments, in the order of the sets."""
    return [one.assessment for one in stored_assessments(row)]


def stored_assessments(row: Application) -> list[StoredSetAssessment]:
    """The same with the ids classification keeps them under, and what officers set."""
    return [StoredSetAssessment.model_validate(one) for one in row.assessments]
