"""Formulas of the figures: the golden numbers of the published statistics, rounding half up."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.issuance.figures.counting import COUNTS
from services.issuance.figures.formulas import NAMES, RATIOS, divided, figures_of


@pytest.mark.parametrize(
    ("num", "den", "percent", "places", "value"),
    [
        (421, 3618 + 421, True, 2, "10.42"),
        (3815, 3618, False, 4, "1.0544"),
        (382, 3815, True, 2, "10.01"),
        (1081, 1_235_735, True, 4, "0.0875"),
        (1, 8, True, 1, "12.5"),
        (1, 200, False, 2, "0.01"),
        (5, 0, True, 2, None),
    ],
)
def test_the_golden_numbers(num: int, den: int, percent: bool, places: int, value: str | None) -> None:
    assert divided(num, den, percent=percent, places=places) == value


def test_every_count_has_a_name_and_every_ratio_its_parts() -> None:
    assert set(NAMES) == set(COUNTS)
    known = {*COUNTS, "days", "working_days"}
    assert all({*one.num, *one.den} <= known for one in RATIOS)


@given(st.dictionaries(st.sampled_from([*NAMES, "days", "working_days"]), st.integers(0, 10**6)))
def test_both_parts_of_a_ratio_stand_beside_its_value(some: dict[str, int]) -> None:
    counts = dict.fromkeys([*NAMES, "days", "working_days"], 0) | some
    for figure in figures_of(counts):
        if figure.den is None:
            assert figure.value == str(figure.num)
        else:
            assert (figure.value is None) == (figure.den == 0)
