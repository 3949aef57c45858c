"""Assesses a transport: oversize or not, grounds not to accept or to refuse, class, lane, and what follows from them.

Pure and fast: no model is built, texts are made elsewhere. Every rule that is looked at leaves a finding.
"""

from datetime import date

from services.classification.rules.art3 import advice, axle_count, gb1589_limits, mass_limit
from services.classification.rules.competence import competence_of, scope_of
from services.classification.rules.consequences import escort_of, fine_of, mass_grade, size_grade
from services.classification.rules.lanes import lane_of, route_of
from services.classification.rules.model import (
    BoundRules,
    CompiledRules,
    Decision,
    Finding,
    MassRow,
    Measures,
    MultiTrip,
)
from shared.contracts.classification import AssessmentContext, Class, Lane, Outcome
from shared.contracts.facts import TransportFacts, Trip, VehicleSet
from shared.domain.calendar import Calendar, add_months, shanghai_day


def assess(facts: TransportFacts, context: AssessmentContext, rules: CompiledRules, calendar: Calendar) -> Decision:
    """What the rules say of a transport, given what is known beside it.

    Outcome is the first that holds of no_permit_needed, not_acceptable, refusable, permit_required. Class is None only
    for no_permit_needed; lane is set for permit_required and refusable alone.
    """
    vehicles, loaded, trip = facts.vehicle_set, facts.loaded, facts.trip
    measures = Measures(loaded.height_mm, loaded.width_mm, loaded.length_mm, loaded.gross_mass_kg)
    out: list[Finding] = []
    day = shanghai_day(context.submitted_at)
    axles = axle_count(vehicles)
    limit = mass_limit(vehicles, axles, rules)
    oversize = _oversize(measures, vehicles, axles, limit, rules, out)
    advice(vehicles, measures.gross_mass_kg, axles, rules, out)
    scope = scope_of(trip, rules)
    competence = competence_of(trip, scope, day, rules, out)
    acceptable = _acceptable(facts.cargo.divisible, context, day, rules, out) and competence.here
    refusable, heaviest = _gate(vehicles, rules, out)
    name = (rules.source.id, rules.source.version)
    if not oversize:
        _assumptions(context, None, rules, out)
        return Decision(
            False, "no_permit_needed", None, None, tuple(context.assumed), False, tuple(out), measures, limit.limit_kg,
            None, None, competence, (), escort_of("I", measures, rules), None, None, False, None, None, name,
        )  # fmt: skip
    class_ = _class(measures, limit, rules, out)
    grave = not _compare(measures, rules.grave, rules.art10, out)
    multi_trip = _multi_trip(trip, context, rules) if trip.trip_count > 1 else None
    multi_trip_ok = multi_trip is None or _within(trip, multi_trip, rules, out)
    outcome: Outcome = "not_acceptable" if not acceptable else "refusable" if refusable else "permit_required"
    lane: Lane | None = None
    if acceptable:
        lane = lane_of(class_, context, rules, out, refusable=refusable, multi_trip_ok=multi_trip_ok)
    _assumptions(context, class_, rules, out)
    days = rules.source.statutory_days[class_]
    statutory = days.cross_province if scope == "cross_province" else days.within
    due = calendar.add_working_days(context.accepted_on or day, statutory)
    return Decision(
        oversize=True,
        outcome=outcome,
        class_=class_,
        lane=lane,
        lane_assumes=tuple(context.assumed),
        discretion=lane == rules.lanes[0] and class_ in rules.source.lanes.discretion.classes,
        findings=tuple(out),
        measures=measures,
        mass_limit_kg=limit.limit_kg,
        size_grade=size_grade(vehicles.kind, measures, rules),
        mass_grade=mass_grade(heaviest, rules),
        competence=competence,
        materials=rules.materials[grave, multi_trip is not None],
        escort=escort_of(class_, measures, rules),
        statutory_days=statutory,
        due_on=due.day,
        due_provisional=due.provisional or context.accepted_on is None,
        promised_days=rules.source.promised_days.get(class_),
        fine=fine_of(measures, limit.limit_kg, rules),
        rule_set=name,
        multi_trip=multi_trip,
    )


def _compare(measures: Measures, bounds: Measures, names: BoundRules, out: list[Finding]) -> bool:
    """Findings of the four measures against their bounds; whether all are within (未超过 is <=)."""
    height, width, length, mass = measures
    height_limit, width_limit, length_limit, mass_limit_kg = bounds
    height_rule, width_rule, length_rule, mass_rule = names
    height_ok, width_ok = height <= height_limit, width <= width_limit
    length_ok, mass_ok = length <= length_limit, mass <= mass_limit_kg
    out += (
        (height_rule, height, height_limit, height_ok),
        (width_rule, width, width_limit, width_ok),
        (length_rule, length, length_limit, length_ok),
        (mass_rule, mass, mass_limit_kg, mass_ok),
    )
    return height_ok and width_ok and length_ok and mass_ok


def _oversize(
    measures: Measures, vehicles: VehicleSet, axles: int, limit: MassRow, rules: CompiledRules, out: list[Finding]
) -> bool:
    """Order 62 art. 3: any one measure above its limit, unless the vehicle meets GB 1589 and note 5 exempts it."""
    within = _compare(measures, limit.oversize, limit.art3, out)
    if not within:
        standard = gb1589_limits(vehicles, axles, limit.limit_kg, rules)
        within = standard is not None and _compare(measures, standard, rules.gb1589, out)
    return not within


def _class(measures: Measures, limit: MassRow, rules: CompiledRules, out: list[Finding]) -> Class:
    """Order 62 art. 15, on all four measures: class I never has excess mass; beyond class II is class III."""
    first = _compare(measures, limit.class_one, rules.class1, out)
    second = _compare(measures, rules.class_two, rules.class2, out)
    if not second:
        return "III"
    return "I" if first else "II"


def _acceptable(
    divisible: bool,
    context: AssessmentContext,
    day: date,
    rules: CompiledRules,
    out: list[Finding],
) -> bool:
    """Order 62 art. 11: divisible goods, a licence without 大件运输, or a running application ban."""
    known = rules.rules
    licence_ok = context.licence_covers is not False
    out.append((known["art11.divisible"], divisible, False, not divisible))
    out.append((known["art11.licence"], context.licence_covers, False, licence_ok))
    until = context.banned_until
    if until is None:
        out.append((known["art11.no_ban"], None, None, True))
        return licence_ok and not divisible
    over = until < day
    out.append((known["art11.ban"], until.isoformat(), day.isoformat(), over))
    return over and licence_ok and not divisible


def _gate(vehicles: VehicleSet, rules: CompiledRules, out: list[Finding]) -> tuple[bool, int]:
    """Order 62 art. 17: average and greatest axle (line) load; whether a ground to refuse holds, and the greatest load."""
    gate = rules.gates[vehicles.kind]
    loads = vehicles.axle_loads_kg
    if gate.lines_only:
        loads = loads[vehicles.tractor_axles :]
    # Masses are whole kilograms and loads are few, so the quotient is on the same side of the limit as the exact one.
    average, heaviest = sum(loads) / len(loads), max(loads)
    average_ok, heaviest_ok = average <= gate.average_kg, heaviest <= gate.maximum_kg
    out.append((gate.average, average, gate.average_kg, average_ok))
    out.append((gate.maximum, heaviest, gate.maximum_kg, heaviest_ok))
    return not (average_ok and heaviest_ok), heaviest


def _multi_trip(trip: Trip, context: AssessmentContext, rules: CompiledRules) -> MultiTrip:
    """Order 62 art. 19: one permit for repeated trips, for a longest period, which credit may shorten."""
    months = rules.source.multi_trip.max_months[context.credit]
    return MultiTrip(months, add_months(shanghai_day(trip.planned_start), months), rules.multi_trip)


def _within(trip: Trip, terms: MultiTrip, rules: CompiledRules, out: list[Finding]) -> bool:
    """Whether the trips end within that period."""
    end = shanghai_day(trip.planned_end)
    within = end <= terms.last_day
    out.append((rules.rules["art19.period"], end.isoformat(), terms.last_day.isoformat(), within))
    return within


def _assumptions(context: AssessmentContext, class_: Class | None, rules: CompiledRules, out: list[Finding]) -> None:
    """Says of each item that was not looked up what it was taken for."""
    for item in context.assumed:
        value: str | bool | None
        if item == "route":
            if class_ is None:
                continue
            value = route_of(context, class_, rules).verdict
        elif item == "papers":
            value = context.papers_verified
        elif item == "credit":
            value = context.credit
        elif item == "licence_scope":
            value = context.licence_covers
        else:
            value = context.banned_until.isoformat() if context.banned_until else None
        out.append((rules.assumed[item], value, value, True))
