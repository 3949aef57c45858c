"""The living office's cases follow from a seed and a moment, differ from each other, and never lie in the future."""

from collections import Counter
from datetime import UTC, datetime, timedelta

import pytest

from demo.living.destinies import DESTINIES
from demo.living.leading import ACTS
from demo.living.plan import Case, cases
from shared.contracts.demo_office import FURTHER_CARRIERS, rigs
from shared.contracts.facts import TransportFacts

NOW = datetime(2026, 11, 22, 3, 8, tzinfo=UTC)
"""A Sunday in Shanghai."""
PLANNED = 200


def made(planned: int = PLANNED, seed: int = 1, now: datetime = NOW) -> list[Case]:
    return cases(seed, now, planned)


def test_the_same_from_the_same_seed_and_another_from_another() -> None:
    assert made() == made()
    assert made() != made(seed=2)


@pytest.mark.parametrize("planned", [1, 12, len(DESTINIES), len(DESTINIES) + 1, 240, 1000])
def test_as_many_as_planned_each_way_once_at_least(planned: int) -> None:
    found = Counter(case.destiny.name for case in made(planned))
    assert found.total() == planned
    assert set(found) == {one.name for one in DESTINIES[:planned]}


@pytest.mark.parametrize("hour", [0, 3, 11, 16])
def test_acts_follow_the_filing_in_order_and_none_lies_ahead(hour: int) -> None:
    now = NOW.replace(hour=hour)
    for case in made(now=now):
        moments = [case.filed, *(act.at for act in case.acts)]
        assert moments == sorted(moments), case.destiny.name
        assert moments[-1] <= now
        submitted = next((act.at for act in case.acts if act.name == "submit"), case.filed)
        assert submitted < case.start, case.destiny.name


def test_every_act_is_known() -> None:
    assert {act.name for case in made() for act in case.acts} <= set(ACTS)


def test_no_two_cases_share_tractor_cargo_and_start_and_all_facts_are_possible() -> None:
    marks = Counter((case.plate, case.facts["cargo"]["name"], case.start) for case in made())
    assert marks.total() == len(marks) == PLANNED
    for case in made():
        TransportFacts.model_validate(case.facts)


def test_they_are_spread_over_carriers_and_rigs() -> None:
    found = made()
    assert {case.agent for case in found} == {"carrier", *(one.agent for one in FURTHER_CARRIERS)}
    assert {rig.tractor for rig in rigs()} <= {case.plate for case in found}


def test_they_reach_some_weeks_back() -> None:
    filed = [case.filed for case in made()]
    assert NOW - filed[0] > timedelta(days=30)
    assert filed == sorted(filed)
