"""The lane: instant, fast or survey, as the slowest lane that a failing condition of the rule set names."""

from services.classification.rules.model import CompiledRules, Finding, Value
from shared.contracts.classification import AssessmentContext, Class, Lane, RouteContext

UNCHECKED = RouteContext(verdict="unknown")


def route_of(context: AssessmentContext, class_: Class, rules: CompiledRules) -> RouteContext:
    """The route the lane is judged by: the checked one, what a preview assumes for the class, or an unknown one."""
    if context.route is not None:
        return context.route
    return rules.assumed_route[class_] if "route" in context.assumed else UNCHECKED


def lane_of(
    class_: Class,
    context: AssessmentContext,
    rules: CompiledRules,
    out: list[Finding],
    *,
    refusable: bool,
    multi_trip_ok: bool,
) -> Lane:
    """The lane and its findings. A failed machine check moves the case to people, it never refuses (O-15)."""
    route = route_of(context, class_, rules)
    facts: dict[str, Value] = {
        "class": class_,
        "refusable": refusable,
        "route_verdict": route.verdict,
        "needs_survey": route.needs_survey,
        "bridges_ok": route.bridges_ok,
        "whitelisted": route.whitelisted,
        "papers_verified": context.papers_verified,
        "licence_covers": context.licence_covers,
        "credit_lane": rules.credit_lane[class_][context.credit],
        "open_restriction": context.open_restriction,
        "services_silent": bool(context.services_silent),
        "multi_trip_ok": multi_trip_ok,
    }
    slowest = 0
    for rule, fact, equal, limit, otherwise in rules.lane_checks[class_]:
        value = facts[fact]
        passed = (value == limit) is equal
        out.append((rule, value, limit, passed))
        if not passed and otherwise > slowest:
            slowest = otherwise
    return rules.lanes[slowest]
