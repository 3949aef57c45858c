"""TransportFacts: the samples pass, each cross check is a field error with its pointer, every text has its template."""

import string
from copy import deepcopy
from typing import Any

import pytest
from pydantic import ValidationError

from demo.samples import samples
from shared.contracts.facts import TransportFacts, sets_of
from shared.domain.field_errors import FIELD_ERROR_TEXTS, field_error_text

SAMPLES = {sample.name: sample for sample in samples()}


@pytest.mark.parametrize("name", sorted(SAMPLES))
def test_samples_are_valid(name: str) -> None:
    facts = TransportFacts.model_validate(SAMPLES[name].facts)
    assert TransportFacts.model_validate_json(facts.model_dump_json()) == facts
    assert sets_of(facts, []) == [facts]


def _broken(change: dict[str, Any], base: str = "class1_generator_set") -> list[tuple[str, str]]:
    body: Any = deepcopy(SAMPLES[base].facts)
    for path, value in change.items():
        *parents, last = path.split(".")
        place = body
        for part in parents:
            place = place[int(part)] if part.isdigit() else place[part]
        place[int(last) if last.isdigit() else last] = value
    with pytest.raises(ValidationError) as caught:
        TransportFacts.model_validate(body)
    return sorted((str(error["type"]), ".".join(str(part) for part in error["loc"])) for error in caught.value.errors())


@pytest.mark.parametrize(
    ("change", "found"),
    [
        ({"vehicle_set.axle_spacings_mm": [3300]}, [("spacing_count", "vehicle_set.axle_spacings_mm")]),
        ({"vehicle_set.axle_loads_kg.0": 9000}, [("axle_load_sum", "vehicle_set.axle_loads_kg")]),
        ({"cargo.mass_kg": 20000}, [("gross_mass_sum", "loaded.gross_mass_kg")]),
        ({"loaded.width_mm": 2999}, [("smaller_than_cargo", "loaded.width_mm")]),
        ({"trip.planned_end": "2020-01-01T00:00:00+08:00"}, [("end_before_start", "trip.planned_end")]),
        ({"vehicle_set.kind": "rigid"}, [("rigid_with_trailer", "vehicle_set.trailer")]),
        (
            {"vehicle_set.trailer": None},
            [("gross_mass_sum", "loaded.gross_mass_kg"), ("trailer_missing", "vehicle_set.trailer")],
        ),
        ({"vehicle_set.kind": "hydraulic"}, [("hydraulic_without_lines", "vehicle_set.trailer.axle_lines")]),
        ({"vehicle_set.trailer.axle_lines": 3}, [("flatbed_with_lines", "vehicle_set.trailer.axle_lines")]),
        ({"vehicle_set.trailer.axles": 4}, [("axle_load_count", "vehicle_set.axle_loads_kg")]),
        (
            {"vehicle_set.tractors.0.drive_axles": 4},
            [("drive_axles_above_axles", "vehicle_set.tractors.0.drive_axles")],
        ),
        ({"vehicle_set.tractors.0.plate": "K12345"}, [("plate_form", "vehicle_set.tractors.0.plate")]),
        ({"cargo.name": " "}, [("text_blank", "cargo.name")]),
        ({"cargo.name": "a\x00b"}, [("text_control_character", "cargo.name")]),
        ({"loaded.height_mm": -1}, [("greater_than", "loaded.height_mm")]),
        ({"loaded.height_mm": 4200.5}, [("int_type", "loaded.height_mm")]),
        ({"loaded.height_mm": "4200"}, [("int_type", "loaded.height_mm")]),
        ({"loaded.height_mm": 10**30}, [("less_than_equal", "loaded.height_mm")]),
        ({"trip.origin.lon": 181}, [("less_than_equal", "trip.origin.lon")]),
        ({"extra": 1}, [("extra_forbidden", "extra")]),
    ],
    ids=lambda value: "-".join(value) if isinstance(value, dict) else "",
)
def test_each_fault_is_told_at_its_field(change: dict[str, Any], found: list[tuple[str, str]]) -> None:
    assert _broken(change) == found


@pytest.mark.parametrize(
    ("gross", "valid"), [(44810 + 224, True), (44810 + 226, False), (44810 - 222, True), (44810 - 226, False)]
)
def test_masses_agree_within_half_a_percent(gross: int, valid: bool) -> None:
    body: Any = deepcopy(SAMPLES["class1_generator_set"].facts)
    body["loaded"]["gross_mass_kg"] = gross
    if valid:
        TransportFacts.model_validate(body)
    else:
        with pytest.raises(ValidationError):
            TransportFacts.model_validate(body)


@pytest.mark.parametrize("plate", ["蒙K12345", "蒙K123456", "蒙KD12345", "蒙K1234挂", "京A12345超", "粤Z1234挂"])
def test_plates(plate: str) -> None:
    body: Any = deepcopy(SAMPLES["class1_generator_set"].facts)
    body["vehicle_set"]["tractors"][0]["plate"] = plate
    assert TransportFacts.model_validate(body).vehicle_set.plates[0] == plate


@pytest.mark.parametrize(
    "plate", ["蒙K1234", "蒙k12345", "K12345", "蒙K1234567", "蒙K123456挂", "蒙K12 45", "", "蒙K1234挂挂"]
)
def test_what_is_no_plate(plate: str) -> None:
    assert {code for code, _ in _broken({"vehicle_set.tractors.0.plate": plate})} <= {"plate_form", "string_too_long"}


@pytest.mark.parametrize("code", sorted(FIELD_ERROR_TEXTS))
def test_both_languages_name_the_same_values(code: str) -> None:
    zh, en = ({name for _, name, _, _ in string.Formatter().parse(text) if name} for text in FIELD_ERROR_TEXTS[code])
    assert zh == en
    values = dict.fromkeys(zh, "7")
    assert field_error_text(code, values, "zh", "") != field_error_text(code, values, "en", "")
