"""What one service found, as classification takes it: the context of an assessment."""

from datetime import datetime

from shared.contracts.classification import AssessmentContext, RouteContext
from shared.contracts.registry import CarrierStanding
from shared.contracts.route_advisory import RouteCheck


def route_context(check: RouteCheck) -> RouteContext:
    """What lane and escort depend on; `causes` are the rules that ask for a survey or block the way.

    No corridor is released for class II (`whitelisted`) until an authority releases one.
    """
    causes = {finding.rule for finding in check.findings if finding.needs_survey or finding.verdict == "blocked"}
    causes |= {obstacle.kind for obstacle in check.blocked_by}
    return RouteContext(
        verdict=check.verdict,
        needs_survey=check.needs_survey,
        bridges_ok=all(bridge.verdict != "blocked" and not bridge.needs_survey for bridge in check.bridges),
        whitelisted=False,
        causes=sorted(causes),
    )


def assessment_context(
    *,
    submitted_at: datetime,
    standing: CarrierStanding | None,
    route: RouteContext | None,
) -> AssessmentContext:
    """The context of an assessment; None stands for a service that was silent.

    A silent registry counts as credit yellow, papers unverified and scope of the licence unknown (M01, who calls whom);
    a silent route advisory as a way not checked: both take the case to a person, neither refuses it.
    """
    silent = [name for name, told in (("registry", standing), ("route_advisory", route)) if told is None]
    return AssessmentContext(
        submitted_at=submitted_at,
        papers_verified=standing is not None and standing.papers_verified,
        licence_covers=standing.licence_covers if standing else None,
        banned_until=standing.banned_until if standing else None,
        credit=standing.credit if standing else "yellow",
        open_restriction=standing is not None and standing.restricted,
        route=route or RouteContext(verdict="unknown", bridges_ok=False),
        services_silent=silent,
    )
