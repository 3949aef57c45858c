"""Edges of the rules that no load of the samples comes near: found by mutants that lived."""

from datetime import date
from pathlib import Path

import pytest

from services.classification.rules.answer import LANE, AnswerWriter
from services.classification.rules.clock import ClockError, Pause, due
from services.classification.rules.loading import RuleSetError, read_source
from services.classification.rules.model import Decision
from services.classification.rules.override import overridden
from tests.unit.classification.cases import CALENDAR, PREVIEW, RULES, decide, known, transport


@pytest.mark.parametrize("spacings", [[3300, 1799, 1800], [1300, 7000, 1800]])
def test_only_the_trailers_own_axles_count_for_the_air_train(spacings: list[int]) -> None:
    facts = transport(
        tractor_axles=2, trailer_axles=2, gross=37_000, length=17_000, air_suspension=True, axle_spacings_mm=spacings
    )
    assert not decide(facts).oversize


def test_a_single_trailer_axle_makes_no_air_train() -> None:
    train = {"tractor_axles": 3, "trailer_axles": 1, "length": 17_000, "air_suspension": True}
    limit = decide(transport(gross=10_000, **train)).mass_limit_kg  # type: ignore[arg-type]
    assert decide(transport(gross=limit + 1, **train)).oversize  # type: ignore[arg-type]


@pytest.mark.parametrize(("drives", "limit"), [((2, 2), 49_000), ((2, 1), 46_000), ((1, 2), 46_000), ((1, 1), 46_000)])
def test_one_tractor_with_a_single_drive_axle_makes_the_train_one(drives: tuple[int, int], limit: int) -> None:
    facts = transport()
    (tractor,) = facts.vehicle_set.tractors
    pair = [tractor.model_copy(update={"drive_axles": drive}) for drive in drives]
    vehicles = facts.vehicle_set.model_copy(update={"tractors": pair})
    assert decide(facts.model_copy(update={"vehicle_set": vehicles})).mass_limit_kg == limit


def test_a_preview_of_a_small_load_says_what_it_assumes() -> None:
    assumed = {"assumed.papers": True, "assumed.credit": "green", "assumed.licence_scope": True, "assumed.ban": None}
    assert _assumed(decide(transport(), PREVIEW)) == assumed
    route = {"assumed.route": RULES.assumed_route["I"].verdict}
    assert _assumed(decide(transport(height=4200), PREVIEW)) == assumed | route


def _assumed(decision: Decision) -> dict[str, object]:
    return {rule.id: value for rule, value, *_ in decision.findings if rule.id.startswith("assumed.")}


def test_a_writer_keeps_no_text_of_values_that_never_come_again() -> None:
    writer = AnswerWriter(RULES)
    for gross in range(60_000, 60_500, 7):
        writer.full(transport(gross=gross), known(), CALENDAR)
        writer.full(transport(gross=gross, destination="610802"), known(), CALENDAR)
    rules = {id(rule): rule.id for rule in RULES.rules.values()}
    kept = [(rules.get(key[0], LANE), key[1]) for key in writer._seen]
    assert {(isinstance(value, bool), rule.startswith(LANE)) for rule, value in kept} == {
        (True, False),
        (True, True),
        (False, True),
    }
    assert all(isinstance(value, bool) or rule.startswith(LANE) for rule, value in kept)


def test_errors_speak_both_languages(tmp_path: Path) -> None:
    with pytest.raises(RuleSetError) as missing:
        read_source("absent", tmp_path)
    assert (str(missing.value), bool(missing.value.zh)) == (missing.value.en, True)
    assert missing.value.zh != missing.value.en
    standing = Pause("lunch", (date(2026, 9, 22), date(2026, 9, 22)))
    with pytest.raises(ClockError) as refused:
        due(date(2026, 9, 21), 2, [standing], extended=False, clock=RULES.source.clock, calendar=CALENDAR)
    assert (refused.value.pause, str(refused.value)) == (0, refused.value.en)
    assert refused.value.zh != refused.value.en


@pytest.mark.parametrize("trips", [1, 3])
def test_an_override_keeps_the_papers_of_repeated_trips(trips: int) -> None:
    facts, context = transport(height=4200, trip_count=trips), known()
    before = decide(facts, context)
    after = overridden(before, facts, context, "I", "fast", RULES, CALENDAR)
    assert after.materials == before.materials == RULES.materials[False, trips > 1]
    assert RULES.materials[False, True] != RULES.materials[False, False]
