"""What an officer's own class and lane make of a decision: materials, escort and time limit follow the class he set."""

from services.classification.rules.competence import scope_of
from services.classification.rules.consequences import escort_of
from services.classification.rules.model import CompiledRules, Decision
from shared.contracts.classification import AssessmentContext, Class, Lane
from shared.contracts.facts import TransportFacts
from shared.domain.calendar import Calendar, shanghai_day

CLASSES: tuple[Class, ...] = ("I", "II", "III")


def slowest(first: Lane, second: Lane, rules: CompiledRules) -> Lane:
    """The slower of two lanes."""
    return max(first, second, key=rules.lanes.index)


def fastest_of(class_: Class, rules: CompiledRules) -> Lane:
    """The fastest lane a class may go by itself: no officer sets a faster one."""
    floor = 0
    for _, fact, equal, limit, otherwise in rules.lane_checks[class_]:
        if fact == "class" and (class_ == limit) is not equal:
            floor = max(floor, otherwise)
    return rules.lanes[floor]


def overridden(
    decision: Decision,
    facts: TransportFacts,
    context: AssessmentContext,
    class_: Class,
    lane: Lane,
    rules: CompiledRules,
    calendar: Calendar,
) -> Decision:
    """The decision with class and lane as an officer set them.

    A load raised to the highest class brings what art. 10 para. 2 asks of grave cases (O-9); one lowered still brings
    what its own size asks.
    """
    grave = class_ == CLASSES[-1] or any(
        value > bound for value, bound in zip(decision.measures, rules.grave, strict=True)
    )
    days = rules.source.statutory_days[class_]
    statutory = days.cross_province if scope_of(facts.trip, rules) == "cross_province" else days.within
    due = calendar.add_working_days(context.accepted_on or shanghai_day(context.submitted_at), statutory)
    return decision._replace(
        class_=class_,
        lane=lane,
        discretion=False,
        materials=rules.materials[grave, decision.multi_trip is not None],
        escort=escort_of(class_, decision.measures, rules),
        statutory_days=statutory,
        due_on=due.day,
        due_provisional=due.provisional or context.accepted_on is None,
        promised_days=rules.source.promised_days.get(class_),
    )
