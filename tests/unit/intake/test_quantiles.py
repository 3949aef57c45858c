"""What a history foretells: exact on known histories, and in order whatever the history."""

from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.intake.holders.quantiles import remaining_s

EVEN: Final = [float(hours * 3600) for hours in range(101)]
"""Cases that end evenly within a hundred hours."""
HISTORIES = st.lists(st.floats(0, 1e7), min_size=2, max_size=101).map(sorted)


@pytest.mark.parametrize(
    ("waited_h", "share", "left_h"),
    [(0, 0.5, 50), (0, 0.9, 90), (50, 0.5, 25), (80, 0.9, 18), (100, 0.5, 0), (500, 0.9, 0)],
)
def test_of_those_that_waited_as_long(waited_h: float, share: float, left_h: float) -> None:
    assert remaining_s(EVEN, waited_h * 3600, share) == pytest.approx(left_h * 3600)


def test_cases_that_all_took_the_same() -> None:
    assert remaining_s([60.0] * 101, 0, 0.5) == 60
    assert remaining_s([60.0] * 101, 60, 0.9) == 0


@given(history=HISTORIES, waited=st.floats(0, 2e7))
def test_later_shares_come_later_and_never_in_the_past(history: list[float], waited: float) -> None:
    median, late = (remaining_s(history, waited, share) for share in (0.5, 0.9))
    assert 0 <= median <= late + 1e-6
    assert waited + late <= max(history[-1], waited) + 1e-6


@given(history=HISTORIES, waited=st.floats(0, 1e7), longer=st.floats(0, 1e6))
def test_the_expected_end_never_comes_nearer_by_waiting(history: list[float], waited: float, longer: float) -> None:
    before = waited + remaining_s(history, waited, 0.5)
    after = waited + longer + remaining_s(history, waited + longer, 0.5)
    assert after >= before - 1e-3
