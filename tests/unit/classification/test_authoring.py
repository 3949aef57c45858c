"""Rule sets as written: faults name line and field, the order of rows survives, and the choice by area and moment."""

import asyncio
import json
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from typing import Any, cast
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.classification.engine import Edition as InForce
from services.classification.engine import Engine, _keep_looking, areas_of, edition_at
from services.classification.rules.answer import AnswerWriter
from services.classification.rules.authoring import Edition, Fault, Parsed, examine, load_merged, parse, renamed
from services.classification.rules.loading import RULE_SETS, load_rules
from tests.unit.classification.cases import RULES

NATIONAL = (RULE_SETS / "national-2021.toml").read_text(encoding="utf-8")


def examined(text: str, base: str | None = None) -> Edition | list[Fault]:
    parsed = parse(text)
    assert isinstance(parsed, Parsed)
    return examine(text, parsed, base)


def whole(name: str = "national-2021", base: str | None = None) -> Edition:
    edition = examined((RULE_SETS / f"{name}.toml").read_text(encoding="utf-8"), base)
    assert isinstance(edition, Edition)
    return edition


def test_what_is_stored_is_what_the_files_say() -> None:
    merged = whole("ordos", whole("inner-mongolia", whole().merged).merged).merged
    stored, from_files = load_merged(merged), load_rules("ordos")
    assert stored.source == from_files.source
    assert (stored.mass, stored.escort, stored.competence) == (
        from_files.mass,
        from_files.escort,
        from_files.competence,
    )
    assert list(stored.source.mass_limits) == list(from_files.source.mass_limits)


def test_another_version_is_the_same_law() -> None:
    merged = whole().merged
    again = load_merged(renamed(merged, "2021.1+x"))
    assert again.source.version == "2021.1+x"
    assert again.source.model_copy(update={"version": "2021.1"}) == load_merged(merged).source


@pytest.mark.parametrize(
    ("before", "after", "field"),
    [
        (
            "I = { within = 2, cross_province = 5 }",
            'I = { within = "2", cross_province = 5 }',
            "statutory_days.I.within",
        ),
        ("warning_up_to_kg = 1000", "warning_up_to_kg = -1", "penalties.warning_up_to_kg"),
        ('mark = "law"\nmeasure = "divisible"', 'mark = "rumour"\nmeasure = "divisible"', "rules.art11.divisible.mark"),
        ("county_digits = 6", "county_digits = 6.5", "competence.county_digits"),
    ],
)
def test_a_fault_names_the_line_of_its_field(before: str, after: str, field: str) -> None:
    assert before in NATIONAL
    text = NATIONAL.replace(before, after, 1)
    faults = examined(text)
    assert isinstance(faults, list)
    line = next(number for number, (old, new) in enumerate(_lines(NATIONAL, text), 1) if old != new)
    assert [(fault.line, fault.field) for fault in faults] == [(line, field)]
    assert faults[0].zh
    assert faults[0].en


def _lines(old: str, new: str) -> list[tuple[str, str]]:
    return list(zip(old.splitlines(), new.splitlines(), strict=True))


def test_a_missing_field_is_told_at_its_table() -> None:
    text = NATIONAL.replace("single_tyre_reduction_kg = 3000", "single_tyre_reduction = 3000", 1)
    faults = examined(text)
    assert isinstance(faults, list)
    assert {fault.code for fault in faults} == {"missing", "extra_forbidden"}
    header = text.splitlines().index("[oversize]") + 1
    assert next(fault.line for fault in faults if fault.code == "missing") == header


def test_a_contradiction_is_told_in_both_languages() -> None:
    faults = examined(NATIONAL.replace('I = { green = "instant"', 'Q = { green = "instant"', 1))
    assert isinstance(faults, list)
    assert all(fault.zh != fault.en for fault in faults)


def test_what_the_engine_cannot_follow_is_a_fault_of_the_whole() -> None:
    faults = examined(NATIONAL.replace('comparison = "<="', 'comparison = "<"', 1))
    assert isinstance(faults, list)
    (fault,) = faults
    assert (fault.line, fault.field, fault.code) == (None, "", "rule_set")
    assert "应以" in fault.zh
    assert "is decided by" in fault.en


def test_what_is_stored_is_read_by_people() -> None:
    stored = whole().merged
    assert "许可法第三十二条第四项" in stored
    assert "许可法第三十二条第四项" in renamed(stored, "x")


@pytest.mark.parametrize(("text", "line"), [("a = 1\nb = \n", 2), ("[a\n", 1), ('x = "open', 1), ("a=1\na=2", 2)])
def test_what_is_no_toml_is_told_with_its_line(text: str, line: int) -> None:
    fault = parse(text)
    assert isinstance(fault, Fault)
    assert (fault.line, fault.code) == (line, "toml")
    assert "(at line" not in fault.en


@given(st.text(max_size=80) | st.text(alphabet='[]={}"\n.a1 #', max_size=80))
def test_no_text_breaks_the_reading(text: str) -> None:
    parsed = parse(text)
    if isinstance(parsed, Parsed):
        assert isinstance(examine(text, parsed, None), list)
        json.loads(parsed.content)


def test_a_bottomless_text_is_a_fault_not_a_crash() -> None:
    fault = parse("a" + ".a" * 5000 + " = 1")
    assert isinstance(fault, Fault)


def test_so_many_faults_are_told_at_once() -> None:
    text = "".join(f"surplus{number} = 1\n" for number in range(200)) + NATIONAL
    parsed = parse(text)
    assert isinstance(parsed, Parsed)
    faults = examine(text, parsed, None, most=10)
    assert isinstance(faults, list)
    assert [fault.line for fault in faults] == list(range(1, 11))


AREAS = areas_of("150602")
ANSWERS = AnswerWriter(RULES)
START = datetime(2026, 1, 1, tzinfo=UTC)


def edition(area: str, day: int, decided: int = 0) -> InForce:
    return InForce(uuid4(), area, START + timedelta(days=day), START + timedelta(hours=decided), RULES, ANSWERS)


def test_the_nearest_area_and_the_last_begun_set_hold() -> None:
    nation, region, prefecture = edition("000000", 0), edition("150000", 10), edition("150600", 20)
    later, twice = edition("150600", 30), edition("150600", 30, decided=5)
    elsewhere = edition("610000", 0)
    editions = [twice, later, prefecture, region, nation, elsewhere]
    chosen = [edition_at(editions, AREAS, START + timedelta(days=day)) for day in (-1, 0, 10, 20, 29, 30)]
    assert chosen == [None, nation, region, prefecture, prefecture, twice]
    assert AREAS == ("150602", "150600", "150000", "000000")


@given(st.permutations([edition("150600", day, decided) for day in (0, 5) for decided in (0, 1)]), st.integers(-2, 9))
def test_the_order_of_rows_does_not_matter(editions: list[InForce], day: int) -> None:
    moment = START + timedelta(days=day)
    begun = [one for one in editions if one.effective_from <= moment]
    found = edition_at(editions, AREAS, moment)
    assert found == max(begun, key=lambda one: (one.effective_from, one.enacted_at), default=None)


async def test_every_process_keeps_looking_though_a_look_fails() -> None:
    stopping, looks = asyncio.Event(), []

    async def look() -> None:
        looks.append(1)
        if len(looks) == 1:
            raise OSError("away")
        stopping.set()

    engine = SimpleNamespace(look=look, settings=SimpleNamespace(look_every_s=0.001))
    async with asyncio.timeout(5):
        await _keep_looking(cast("Engine", cast("Any", engine)), stopping)
    assert len(looks) == 2
