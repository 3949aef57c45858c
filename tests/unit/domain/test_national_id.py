"""Identity numbers: the standard's own example holds, any single slip is found."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.domain.national_id import is_national_id, masked

GOOD = ("11010519491231002X", "440524188001010014")
"""The examples of GB 11643-1999."""


@pytest.mark.parametrize("number", GOOD)
def test_the_examples_of_the_standard_hold(number: str) -> None:
    assert is_national_id(number)
    assert masked(number) == "*" * 14 + number[-4:]


@pytest.mark.parametrize(
    "number",
    [
        "",
        "1",
        "110105194912310021",
        "11010519490231002X",
        "01010519491231002X",
        "1101051949123100２X",
        "11010519491231002x",
    ],
)
def test_others_do_not(number: str) -> None:
    assert not is_national_id(number)


@given(st.sampled_from(GOOD), st.integers(0, 16), st.integers(1, 9))
def test_one_wrong_digit_is_found(number: str, place: int, by: int) -> None:
    wrong = str((int(number[place]) + by) % 10)
    assert not is_national_id(number[:place] + wrong + number[place + 1 :])
