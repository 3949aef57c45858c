"""Several vehicle sets of one application as one case: the strictest of every answer."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from services.classification.rules.model import CompiledRules, Decision
from shared.contracts.classification import Class, Lane, Outcome

CLASSES: tuple[Class, ...] = ("I", "II", "III")
SEVERITY: tuple[Outcome, ...] = ("no_permit_needed", "permit_required", "refusable", "not_acceptable")


class Case(NamedTuple):
    """What holds for the application as a whole; `set_index` names the set with the strictest outcome, class and lane."""

    outcome: Outcome
    class_: Class | None
    lane: Lane | None
    statutory_days: int | None
    due_on: date | None
    due_provisional: bool
    set_index: int


def strictest(decisions: Sequence[Decision], rules: CompiledRules) -> Case:
    """The strictest outcome, the highest class, the slowest lane and the latest due date of all sets.

    A set that needs no permit stands back behind the others; one that is not acceptable stops the whole case, so the
    lane is then None.

    Raises:
        ValueError: no decisions.
    """
    if not decisions:
        raise ValueError("a case has at least one vehicle set")
    outcome = max((d.outcome for d in decisions), key=SEVERITY.index)
    class_ = max((d.class_ for d in decisions if d.class_), key=CLASSES.index, default=None)
    lane = max((d.lane for d in decisions if d.lane), key=rules.lanes.index, default=None)
    latest = max((d.due_on for d in decisions if d.due_on), default=None)
    weight = [
        (
            SEVERITY.index(d.outcome),
            CLASSES.index(d.class_) if d.class_ else -1,
            rules.lanes.index(d.lane) if d.lane else -1,
        )
        for d in decisions
    ]
    return Case(
        outcome=outcome,
        class_=class_,
        lane=None if outcome == "not_acceptable" else lane,
        statutory_days=max((d.statutory_days for d in decisions if d.statutory_days), default=None),
        due_on=latest,
        due_provisional=any(d.due_provisional for d in decisions if d.due_on == latest),
        set_index=weight.index(max(weight)),
    )
