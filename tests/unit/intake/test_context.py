"""What is handed on between services: silence is never taken for a good answer."""

from datetime import UTC, date, datetime

from services.intake.applications.context import assessment_context, route_context
from shared.contracts.classification import RouteContext
from shared.contracts.issuance import CaseRoute
from shared.contracts.route_advisory import BridgeVerdict, Finding, LineString, RoadStretch, RouteCheck, RouteSegment
from tests.unit.intake.standings import STANDING

NOW = datetime(2026, 11, 22, tzinfo=UTC)


def finding(rule: str, verdict: str, *, needs_survey: bool = False) -> Finding:
    empty = dict.fromkeys(("structure_id", "segment_id", "restriction_id", "have", "limit", "margin"))
    return Finding.model_validate(
        {
            **empty,
            "kind": "bridge",
            "road": "G210",
            "stake": "K1+000",
            "measure": "ratio",
            "verdict": verdict,
            "advice": "",
            "rule": rule,
            "needs_survey": needs_survey,
            "sample": True,
        }
    )


def bridge(verdict: str, *, needs_survey: bool) -> BridgeVerdict:
    return BridgeVerdict.model_validate(
        {
            "id": 1,
            "ratio_moment": None,
            "ratio_shear": None,
            "speed_kmh": None,
            "alone": False,
            "verdict": verdict,
            "rule": "r",
            "needs_survey": needs_survey,
        }
    )


def check(
    *, findings: list[Finding] | None = None, bridges: list[BridgeVerdict] | None = None, roads: str = ""
) -> RouteCheck:
    segments = [
        RouteSegment(id=index, road=road, from_stake=f"K{index}", to_stake=f"K{index + 1}", length_m=1000)
        for index, road in enumerate(roads)
    ]
    return RouteCheck(
        verdict="conditions",
        length_m=1000 * len(roads),
        duration_s=60,
        geometry=LineString(coordinates=[(1.0, 2.0), (3.0, 4.0)]),
        segments=segments,
        findings=findings or [],
        bridges=bridges or [],
        alternates=[],
        blocked_by=[],
        needs_survey=False,
        sample_data=True,
        network_version="n",
        restriction_seq=1,
    )


def test_causes_are_what_blocks_or_needs_a_look() -> None:
    findings = [finding("a", "clear"), finding("b", "blocked"), finding("c", "clear", needs_survey=True)]
    assert route_context(check(findings=findings)).causes == ["b", "c"]


def test_one_bad_bridge_is_enough() -> None:
    good = bridge("clear", needs_survey=False)
    assert route_context(check(bridges=[good])).bridges_ok
    for bad in (bridge("blocked", needs_survey=False), bridge("clear", needs_survey=True)):
        assert not route_context(check(bridges=[good, bad])).bridges_ok


def test_a_case_keeps_the_plan_as_it_is_but_for_what_is_clear() -> None:
    looked_at = check(
        findings=[finding("a", "clear"), finding("b", "conditions"), finding("c", "clear", needs_survey=True)],
        bridges=[bridge("clear", needs_survey=False)],
        roads="AAB",
    )
    stretch = {"road": "A", "from_stake": "K0", "to_stake": "K2", "from_place": "东胜", "to_place": None, "length_m": 1}
    told = looked_at.model_copy(update={"roads": [RoadStretch.model_validate(stretch)]})
    kept = CaseRoute.of(told, "f" * 64)
    assert [found.rule for found in kept.findings] == ["b", "c"]
    assert (kept.segments, kept.hash, kept.length_m) == ([0, 1, 2], "f" * 64, 3000)
    assert kept.roads[0].model_dump() == stretch
    assert (kept.bridges, kept.geometry, kept.sample_data) == (told.bridges, told.geometry, True)


def test_silence_is_yellow_unverified_unknown_and_said() -> None:
    context = assessment_context(submitted_at=NOW, standing=None, route=None)
    assert (context.credit, context.papers_verified, context.licence_covers) == ("yellow", False, None)
    assert context.route == RouteContext(verdict="unknown", bridges_ok=False)
    assert context.services_silent == ["registry", "route_advisory"]
    assert context.assumed == []


def test_what_was_told_is_passed_on() -> None:
    route = RouteContext(verdict="clear")
    context = assessment_context(submitted_at=NOW, standing=STANDING, route=route)
    assert (context.credit, context.papers_verified, context.licence_covers) == ("green", True, True)
    assert (context.open_restriction, context.banned_until) == (True, date(2027, 1, 1))
    assert (context.route, context.services_silent) == (route, [])
