"""How papers are judged on a day: faults, alternatives, days of grace, and the scope of the licence."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from services.registry.settings import PAPER_RULES
from services.registry.standings.judgement import by_kind, gaps_of, licence_covers
from shared.domain.clock import utc_now
from shared.schema.registry import Paper

DAY = date(2026, 12, 7)
GRACE = PAPER_RULES.grace.days["transport_licence"]
CARRIER = ("transport_licence", "agent_id", "authorisation")


def paper(kind: str, *, days: int | None = 100, verified: bool = True, covers: bool | None = None) -> Paper:
    return Paper(
        kind=kind,
        covers_oversize=covers,
        valid_to=None if days is None else DAY + timedelta(days=days),
        verified_at=utc_now() if verified else None,
    )


def faults(papers: list[Paper], *, vehicle: bool = False) -> list[tuple[str, str]]:
    required = PAPER_RULES.vehicle if vehicle else PAPER_RULES.carrier
    return [(gap.kind, gap.fault) for gap in gaps_of("x", by_kind(papers), required, DAY, PAPER_RULES)]


def test_all_three_papers_of_a_carrier_leave_no_gap() -> None:
    assert faults([paper(kind) for kind in CARRIER]) == []


def test_nothing_handed_in_is_three_gaps() -> None:
    assert faults([]) == [(kind, "missing") for kind in CARRIER]


def test_each_fault_is_told_by_its_name() -> None:
    papers = [paper("transport_licence", verified=False), paper("agent_id", days=-1), paper("authorisation", days=None)]
    assert faults(papers) == [("transport_licence", "unverified"), ("agent_id", "expired")]


def test_expired_weighs_more_than_unverified() -> None:
    assert faults([paper("vehicle_licence", days=-400, verified=False)], vehicle=True) == [
        ("vehicle_licence", "expired")
    ]


def test_a_licence_counts_for_its_days_of_grace_and_not_one_longer() -> None:
    rest = [paper("agent_id"), paper("authorisation")]
    assert faults([paper("transport_licence", days=-GRACE), *rest]) == []
    assert faults([paper("transport_licence", days=-GRACE - 1), *rest]) == [("transport_licence", "expired")]


def test_a_temporary_plate_has_no_grace() -> None:
    assert faults([paper("temporary_plate", days=0)], vehicle=True) == []
    assert faults([paper("temporary_plate", days=-1)], vehicle=True) == [("temporary_plate", "expired")]


def test_one_good_paper_of_a_group_is_enough() -> None:
    assert faults([paper("vehicle_licence", days=-400), paper("temporary_plate")], vehicle=True) == []


def test_a_paper_of_another_kind_does_not_count() -> None:
    assert faults([paper("oversize_trailer_plate")], vehicle=True) == [("vehicle_licence", "missing")]


def test_the_scope_of_a_licence_gets_no_grace() -> None:
    assert licence_covers(by_kind([paper("transport_licence", days=0, covers=True)]), DAY) is True
    assert licence_covers(by_kind([paper("transport_licence", days=-1, covers=True)]), DAY) is None


def test_the_scope_is_known_from_a_verified_licence_alone() -> None:
    assert licence_covers({}, DAY) is None
    assert licence_covers(by_kind([paper("transport_licence", covers=True, verified=False)]), DAY) is None
    assert licence_covers(by_kind([paper("transport_licence", covers=None)]), DAY) is None
    assert licence_covers(by_kind([paper("transport_licence", covers=False)]), DAY) is False


@given(st.dates(), st.none() | st.dates(), st.booleans())
def test_any_two_days_can_be_compared(on: date, valid_to: date | None, verified: bool) -> None:
    held = paper("vehicle_licence", verified=verified)
    held.valid_to = valid_to
    found = gaps_of("x", by_kind([held]), PAPER_RULES.vehicle, on, PAPER_RULES)
    late = valid_to is not None and on.toordinal() > valid_to.toordinal() + GRACE
    assert [gap.fault for gap in found] == (["expired"] if late else [] if verified else ["unverified"])
