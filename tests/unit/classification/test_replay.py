"""A replay over stored cases: each answered by the rule set at hand, in their order; what cannot be read is left out."""

from services.classification.rules.authoring import Edition, Parsed, examine, parse
from services.classification.rules.loading import RULE_SETS, read_source
from services.classification.rules.replay import Answer, Case, replay
from tests.unit.classification.cases import CALENDAR, known, transport

TOLD = Answer("permit_required", "I", "instant")


def stored(height: int) -> Case:
    return Case(transport(height=height).model_dump_json(), known().model_dump_json(), TOLD)


def national(before: str = "", after: str = "") -> str:
    text = (RULE_SETS / "national-2021.toml").read_text(encoding="utf-8").replace("own = []", 'own = ["1506"]')
    text = text.replace(before, after, 1) if before else text
    parsed = parse(text)
    assert isinstance(parsed, Parsed)
    edition = examine(text, parsed, None)
    assert isinstance(edition, Edition)
    return edition.merged


def test_each_case_is_answered_in_its_order() -> None:
    cases = [stored(4200), stored(4201), stored(4600), stored(4000)]
    assert replay(national(), CALENDAR.overrides, cases) == [
        TOLD,
        Answer("permit_required", "II", "fast"),
        Answer("permit_required", "III", "survey"),
        Answer("no_permit_needed", None, None),
    ]


def test_another_law_answers_otherwise() -> None:
    bounds = read_source("national-2021")["class_bounds"]
    assert isinstance(bounds, dict)
    low = national(f"height_mm = {bounds['I']['height_mm']}", "height_mm = 4150")
    assert [replay(law, CALENDAR.overrides, [stored(4200)])[0] for law in (national(), low)] == [
        TOLD,
        Answer("permit_required", "II", "fast"),
    ]


def test_what_cannot_be_read_any_more_has_no_answer() -> None:
    unread = Case("{}", known().model_dump_json(), TOLD)
    assert replay(national(), CALENDAR.overrides, [unread, stored(4200)]) == [None, TOLD]
