"""The law in words: the committed pages, every figure with its source, and the differences of two rule sets."""

import copy
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.classification.rules.difference import Difference, differences
from services.classification.rules.law import LEFT_OUT, law_page, markdown
from services.classification.rules.loading import read_source
from services.classification.rules.words import WORDS, Language, leaves, place
from tests.unit.classification.law_files import FOLDER, pages

WHOLE: dict[str, Any] = read_source("ordos")
LAW = [leaf for leaf in leaves(WHOLE) if leaf.path[0] not in LEFT_OUT]


def changed(*path: str, value: object) -> dict[str, Any]:
    other = copy.deepcopy(WHOLE)
    table = other
    for name in path[:-1]:
        table = table[name]
    table[path[-1]] = value
    return other


@pytest.mark.parametrize(("name", "text"), pages().items())
def test_the_committed_page_is_the_law(name: str, text: str) -> None:
    command = "the law changed: run `python -m tests.unit.classification.law_files`"
    assert (FOLDER / name).read_text(encoding="utf-8") == text, command


def test_every_figure_has_a_clause_and_a_mark() -> None:
    for leaf in LAW:
        assert leaf.clause, leaf.path
        assert leaf.mark, leaf.path


@pytest.mark.parametrize("language", get_args(Language))
def test_the_page_leaves_no_figure_out(language: Language) -> None:
    text = markdown(law_page(WHOLE, language), language)
    for leaf in LAW:
        if isinstance(leaf.value, int) and not isinstance(leaf.value, bool):
            assert f"{leaf.value:,}".replace(",", " ") in text, leaf.path


def test_a_figure_without_a_source_makes_no_page() -> None:
    other = copy.deepcopy(WHOLE)
    del other["basis"]["statutory_days"]
    with pytest.raises(ValueError, match="statutory_days"):
        law_page(other, "zh")


def test_every_field_of_the_law_has_a_word() -> None:
    without = {
        f"{leaf.path[0]}.{name}"
        for leaf in LAW
        for name in leaf.path[1:]
        if not name.isdigit() and not {name, f"{leaf.path[0]}.{name}"} & set(WORDS.words)
    }
    assert without == set()
    assert {leaf.path[0] for leaf in LAW} <= set(WORDS.sections)


def test_a_set_does_not_differ_from_itself() -> None:
    assert differences(WHOLE, copy.deepcopy(WHOLE)) == []


def only(found: list[Difference]) -> Difference:
    (one,) = found
    return one


def test_a_changed_figure_is_told_in_words() -> None:
    found = only(differences(WHOLE, changed("class_bounds", "I", "height_mm", value=4300)))
    assert (found.path, found.before, found.after) == (("class_bounds", "I", "height_mm"), 4200, 4300)
    assert found.text.zh == "一类、二类界限(含本数) · 一类 · 高:由 4 200 毫米 改为 4 300 毫米(62号令第十五条)"
    assert found.text.en.startswith(
        "Bounds of classes I and II (inclusive) · class I · height: from 4 200 mm to 4 300 mm"
    )
    assert found.mark == "law"


def test_what_is_new_or_gone_is_told() -> None:
    row = {"scope": "one_province", "level": "prefecture", "origin": "1506", "clause": "委托", "mark": "law"}
    other = changed("competence", "rows", "delegated", value=row)
    new = differences(WHOLE, other)
    assert {found.path[-1] for found in new} == set(row)
    assert all("新增" in found.text.zh and ": new, " in found.text.en for found in new)
    gone = differences(other, WHOLE)
    assert all("删除" in found.text.zh and "removed" in found.text.en for found in gone)
    level = next(found for found in gone if found.path[-1] == "level")
    assert level.text.zh.endswith("原为 盟市级(委托)")
    assert (level.before, level.after) == ("prefecture", None)


def test_a_word_of_its_own_table_comes_before_the_general_one() -> None:
    assert place(("penalties", "sizes", "large", "within"), "zh").endswith("第三档 · 不超过")
    assert place(("lanes", "rules", "conditions"), "en").endswith("conditions · with conditions")


def test_texts_and_marks_differ_too() -> None:
    found = differences(WHOLE, changed("rules", "art3.height", "mark", value="assumed"))
    assert [one.path for one in found] == [("rules", "art3.height", "mark")]


def test_true_is_not_one() -> None:
    assert only(differences(WHOLE, changed("escort", "rows", "none", "front", value=False))).after is False


def test_another_order_of_rows_is_told() -> None:
    other = copy.deepcopy(WHOLE)
    rows = other["mass_limits"]
    rows["train-6"] = rows.pop("train-6")
    found = only(differences(WHOLE, other))
    assert found.path == ("mass_limits",)
    assert "次序" in found.text.zh


@given(st.sampled_from([leaf for leaf in LAW if type(leaf.value) is int]), st.integers(1, 10**6))
def test_any_changed_figure_is_found(leaf: Any, more: int) -> None:
    if any(name.isdigit() for name in leaf.path):
        return  # inside a list: reached by number, not by key
    found = differences(WHOLE, changed(*leaf.path, value=leaf.value + more))
    assert [(one.path, one.before, one.after) for one in found] == [(leaf.path, leaf.value, leaf.value + more)]
