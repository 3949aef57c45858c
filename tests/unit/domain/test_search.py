"""What is found by what: any part of a name, any end of a plate, however it is typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.domain.search import plain, terms_of, wanted

NAMES = st.text(st.sampled_from("内蒙古远大运输有限公司AB12()() "), min_size=2, max_size=30)
PLATES = st.from_regex(r"\A[蒙冀陕][A-Z][A-Z0-9]{5}\Z")


def found(terms: list[str], typed: str) -> bool:
    name, tail = wanted(typed)
    return set(name) <= set(terms) or set(tail) <= set(terms)


@given(NAMES, PLATES, st.data())
def test_every_part_of_a_name_and_every_end_of_a_plate_is_found(name: str, plate: str, data: st.DataObject) -> None:
    terms = terms_of([name], [plate])
    text = plain(name)
    if len(text) >= 2:
        start = data.draw(st.integers(0, len(text) - 2))
        assert found(terms, text[start : data.draw(st.integers(start + 2, len(text)))])
    assert found(terms, plate[data.draw(st.integers(0, len(plate) - 2)) :])


def test_width_case_and_spaces_do_not_matter() -> None:
    terms = terms_of(["远大(集团)ABC 公司"], ["蒙K12345"])
    assert all(found(terms, typed) for typed in ("(集团)", "abc", "ABC 公", "k12345", "2345"))


def test_a_plate_is_found_by_its_end_alone() -> None:
    terms = terms_of(["远大运输"], ["蒙K12345"])
    assert not any(found(terms, typed) for typed in ("1234", "K1", "大远", "23"))


@pytest.mark.parametrize("typed", ["", "大", " 大 ", " "])
def test_two_characters_are_the_least(typed: str) -> None:
    with pytest.raises(ValueError, match="two characters"):
        wanted(typed)


def test_what_no_text_in_postgres_may_hold_is_not_looked_for() -> None:
    assert wanted("远\0大") == wanted("远大")
    with pytest.raises(ValueError, match="two characters"):
        wanted("大\0")
