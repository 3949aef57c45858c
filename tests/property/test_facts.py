"""What holds of transport facts: they survive the wire, a fault is told at its field, nothing but a field error is raised."""

import copy
import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from shared.contracts.facts import SUM_TOLERANCE_PER_MILLE, FurtherSet, TransportFacts, sets_of
from shared.domain.field_errors import FIELD_ERROR_TEXTS, field_error_text
from shared.testing.strategies import Corrupted, Json, _fields, corrupted_facts, facts_bodies

SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(10**30), 10**30),
    st.floats(),
    st.text(max_size=300),
    st.sampled_from(("0", "-1", "1e400", "NaN", "2026-13-45T99:99:99+99:99", "0000-00-00", "\x00", "蒙K12345")),
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)


def _told(refused: ValidationError) -> list[str]:
    return ["".join(f"/{part}" for part in error["loc"]) for error in refused.errors(include_url=False)]


def _refused(body: Json) -> list[str]:
    """Pointers of the faults; none when it is taken."""
    try:
        TransportFacts.model_validate(body)
    except ValidationError as refused:
        return _told(refused)
    return []


@settings(max_examples=150, deadline=None)
@given(facts_bodies())
def test_valid_facts_survive_the_wire(body: Json) -> None:
    facts = TransportFacts.model_validate(body)
    assert TransportFacts.model_validate_json(facts.model_dump_json()) == facts
    assert len(facts.vehicle_set.plates) == len(facts.vehicle_set.tractors) + (facts.vehicle_set.trailer is not None)


@settings(max_examples=400, deadline=None)
@given(corrupted_facts())
def test_a_fault_is_told_at_its_field(corrupted: Corrupted) -> None:
    with pytest.raises(ValidationError) as refused:
        TransportFacts.model_validate(corrupted.body)
    assert any(
        f"{one}/".startswith(f"{corrupted.pointer}/") or f"{corrupted.pointer}/".startswith(f"{one}/")
        for one in _told(refused.value)
    ), (corrupted.pointer, corrupted.corruption, _told(refused.value))


@settings(max_examples=400, deadline=None)
@given(facts_bodies(), VALUES, st.data())
def test_any_value_anywhere_is_taken_or_a_field_error(body: Json, value: object, data: st.DataObject) -> None:
    path = data.draw(st.sampled_from(_fields(body)))
    parent: Any = copy.deepcopy(body)
    whole = parent
    for key in path[:-1]:
        parent = parent[key]
    parent[path[-1]] = value
    try:
        facts = TransportFacts.model_validate(whole)
    except ValidationError as refused:
        for error in refused.errors(include_url=False, include_input=False):
            code, context = error["type"], error.get("ctx", {})
            assert code in FIELD_ERROR_TEXTS, f"no text for {code}"
            for language in ("zh", "en"):
                assert "{" not in field_error_text(code, context, language, "")
    else:
        json.loads(facts.model_dump_json())


@settings(max_examples=150, deadline=None)
@given(facts_bodies(), st.integers(-3, 3))
def test_masses_agree_within_the_tolerance_and_not_beyond(body: Json, step: int) -> None:
    gross = body["loaded"]["gross_mass_kg"]
    allowed = gross * SUM_TOLERANCE_PER_MILLE // 1000
    for sign in (1, -1):
        changed = copy.deepcopy(body)
        off = sign * (allowed + step)
        changed["cargo"]["mass_kg"] += off
        if changed["cargo"]["mass_kg"] <= 0:
            return
        total = gross + off
        agrees = abs(off) * 1000 <= total * SUM_TOLERANCE_PER_MILLE
        assert _refused(changed) == ([] if agrees else ["/loaded/gross_mass_kg"]), (gross, off)


@settings(max_examples=60, deadline=None)
@given(facts_bodies(), facts_bodies())
def test_further_sets_travel_the_same_trip(first: Json, other: Json) -> None:
    further = FurtherSet.model_validate({key: other[key] for key in FurtherSet.model_fields})
    facts = TransportFacts.model_validate(first)
    both = sets_of(facts, [further])
    assert [one.trip for one in both] == [facts.trip] * 2
    assert both[1].loaded == further.loaded
