"""What intake hands on of a route check to classification."""

from shared.contracts.classification import RouteContext
from shared.contracts.route_advisory import RouteCheck


def route_context(check: RouteCheck) -> RouteContext:
    """The part of a check that lane and escort depend on; `causes` are the rules that ask for a survey or block.

    No corridor is released for class II (`whitelisted`) until an authority releases one.
    """
    causes = {finding.rule for finding in check.findings if finding.needs_survey or finding.verdict == "blocked"}
    causes |= {obstacle.kind for obstacle in check.blocked_by if obstacle.kind == "no_connection"}
    return RouteContext(
        verdict=check.verdict,
        needs_survey=check.needs_survey,
        bridges_ok=all(bridge.verdict != "blocked" and not bridge.needs_survey for bridge in check.bridges),
        whitelisted=False,
        causes=sorted(causes),
    )
