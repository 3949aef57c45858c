"""What one service found, as another one takes it: the context of an assessment, and what a permit prints of a route."""

import hashlib
from collections.abc import Sequence
from datetime import datetime
from itertools import groupby

from shared.contracts.classification import AssessmentContext, RouteContext
from shared.contracts.issuance import CaseRoute, RoadStretch
from shared.contracts.registry import CarrierStanding
from shared.contracts.route_advisory import RouteCheck, RouteSegment


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


def printed_route(check: RouteCheck) -> CaseRoute:
    """What review and permit need of a route: roads with stakes in driving order, what was found, and the line."""
    ids = [segment.id for segment in check.segments]
    return CaseRoute(
        verdict=check.verdict,
        roads=[_stretch(name, list(legs)) for name, legs in groupby(check.segments, key=lambda segment: segment.road)],
        length_m=check.length_m,
        segments=ids,
        findings=[finding for finding in check.findings if finding.verdict != "clear" or finding.needs_survey],
        bridges=check.bridges,
        geometry=check.geometry,
        hash=hashlib.sha256(",".join(map(str, ids)).encode()).hexdigest(),
        sample_data=check.sample_data,
    )


def _stretch(name: str, legs: Sequence[RouteSegment]) -> RoadStretch:
    return RoadStretch(
        road=name,
        from_stake=legs[0].from_stake,
        to_stake=legs[-1].to_stake,
        length_m=sum(leg.length_m for leg in legs),
    )
