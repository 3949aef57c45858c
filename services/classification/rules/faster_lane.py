"""The smallest change of one measure that leads to a faster lane, verified by assessing the changed facts."""

from operator import le
from typing import NamedTuple

from services.classification.rules.evaluate import assess
from services.classification.rules.model import CompiledRules, Decision, Measures
from shared.contracts.classification import AssessmentContext, Class, Lane
from shared.contracts.facts import TransportFacts
from shared.domain.calendar import Calendar


class FasterLane(NamedTuple):
    """Lower `measure` from `value` to `target` (mm or kg) and the lane is `lane`, by becoming `class_`."""

    lane: Lane
    class_: Class
    measure: str
    value: int
    target: int


def faster_lane(
    facts: TransportFacts, context: AssessmentContext, rules: CompiledRules, calendar: Calendar, decision: Decision
) -> FasterLane | None:
    """The smallest reduction of one measure that gives a faster lane, None if no single one does.

    The lane depends on sizes and gross mass through the class alone, and the class is the highest any measure asks for:
    so at most one measure can help by itself, and its lane changes only at a bound of a class. The greatest bound below
    the present value that gives a faster lane is the smallest change. A size goes no lower than the cargo's own, a mass
    no lower than the empty vehicles. A lower gross mass leaves the axle loads as they are: it is judged for class and
    lane only, how the axles share the lighter load is for the next application.
    """
    if decision.lane is None or decision.lane == rules.lanes[0]:
        return None
    present = rules.lanes.index(decision.lane)
    one, cargo, gross = rules.source.class_bounds.I, facts.cargo, decision.measures.gross_mass_kg
    first = Measures(one.height_mm, one.width_mm, one.length_mm, decision.mass_limit_kg)
    floors = Measures(cargo.height_mm, cargo.width_mm, cargo.length_mm, gross - cargo.mass_kg + 1)
    for measure, value, floor, second_bound, first_bound in zip(
        Measures._fields, decision.measures, floors, rules.class_two, first, strict=True
    ):
        for target in sorted({second_bound, first_bound}, reverse=True):
            if not (floor <= target < value and _lowers(decision, measure, target, first, rules)):
                continue
            changed = assess(_changed(facts, measure, target), context, rules, calendar)
            if changed.lane is not None and changed.class_ is not None and rules.lanes.index(changed.lane) < present:
                return FasterLane(changed.lane, changed.class_, measure, value, target)
    return None


def _lowers(decision: Decision, measure: str, target: int, first: Measures, rules: CompiledRules) -> bool:
    """Whether the change lowers the class: seen from the bounds alone, before anything is assessed anew."""
    changed = decision.measures._replace(**{measure: target})
    bounds = rules.class_two if decision.class_ == "III" else first
    return all(map(le, changed, bounds))


def _changed(facts: TransportFacts, measure: str, target: int) -> TransportFacts:
    # model_copy does not validate again: a gross mass of its own would not fit the axle loads, on purpose.
    return facts.model_copy(update={"loaded": facts.loaded.model_copy(update={measure: target})})
