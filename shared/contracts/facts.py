"""TransportFacts: the one shape of what is to be moved, on what, where and when.

Lengths are whole millimetres, masses whole kilograms, times carry an offset. Every check that refuses is here; what
merely looks odd is a warning made elsewhere. Errors are field errors with the pointer of the field at fault.
"""

import re
import unicodedata
from datetime import UTC, datetime
from typing import Annotated, Literal, Self

from pydantic import (
    AfterValidator,
    AwareDatetime,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    ValidationError,
    model_validator,
)
from pydantic_core import InitErrorDetails, PydanticCustomError

from shared.domain.field_errors import FIELD_ERROR_TEXTS

PLATE = re.compile(r"[一-龥][A-Z](?:[A-Z0-9]{5,6}|[A-Z0-9]{4,5}[挂超])")
ISO_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
SUM_TOLERANCE_PER_MILLE = 5
"""Masses that must agree may differ by 0.5 % (the fixed contract)."""


def custom_error(code: str, **context: object) -> PydanticCustomError:
    """A field error with a stable code; its English text is also what a developer sees in a traceback."""
    return PydanticCustomError(code, FIELD_ERROR_TEXTS[code][1], dict(context))


def _plate(value: str) -> str:
    if not PLATE.fullmatch(value):
        raise custom_error("plate_form")
    return value


def _text(value: str) -> str:
    if any(unicodedata.category(char) in {"Cc", "Cs", "Cn"} for char in value):
        raise custom_error("text_control_character")
    if not value.strip():
        raise custom_error("text_blank")
    return value


def _written_moment(value: object) -> object:
    # Numbers, also written as text, would be taken for seconds since 1970.
    if isinstance(value, datetime) or (isinstance(value, str) and ISO_DAY.match(value)):
        return value
    raise custom_error("datetime_type")


Moment = Annotated[
    AwareDatetime,
    Field(ge=datetime(2000, 1, 1, tzinfo=UTC), le=datetime(2100, 12, 31, tzinfo=UTC)),
    BeforeValidator(_written_moment),
]
"""A moment in ISO 8601 with an offset; bounded, since the first and last days of time exist in no other zone."""
Plate = Annotated[str, Field(max_length=10, examples=["蒙K12345"]), AfterValidator(_plate)]
"""Number plate: province, letter and 5 to 6 characters, or 4 to 5 characters and 挂 or 超."""
Text = Annotated[str, Field(min_length=1, max_length=200), AfterValidator(_text)]
LengthMm = Annotated[int, Field(gt=0, le=300_000, strict=True)]
MassKg = Annotated[int, Field(gt=0, le=5_000_000, strict=True)]
Adcode = Annotated[str, Field(pattern=r"^[1-9][0-9]{5}$", examples=["150602"])]


class Wire(BaseModel):
    """Base of wire models: closed, frozen."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Place(Wire):
    """A named point in WGS 84 degrees with the administrative code of its banner or district."""

    adcode: Adcode
    name: Text
    address: Text
    lon: Annotated[float, Field(ge=-180, le=180, allow_inf_nan=False, strict=True)]
    lat: Annotated[float, Field(ge=-90, le=90, allow_inf_nan=False, strict=True)]


class Trip(Wire):
    """Where and when; `trip_count` above 1 asks for a permit for repeated trips (Order 62 art. 19)."""

    origin: Place
    destination: Place
    via: Annotated[list[Place], Field(max_length=20)] = []
    planned_start: Moment
    planned_end: Moment
    trip_count: Annotated[int, Field(ge=1, le=1000, strict=True)] = 1


class Cargo(Wire):
    """The goods alone; `divisible` (可分载) goods get no permit."""

    name: Text
    divisible: Annotated[bool, Field(strict=True)]
    length_mm: LengthMm
    width_mm: LengthMm
    height_mm: LengthMm
    mass_kg: MassKg


class Tractor(Wire):
    """Tractor or rigid truck."""

    plate: Plate
    curb_mass_kg: MassKg
    axles: Annotated[int, Field(ge=1, le=12, strict=True)]
    drive_axles: Annotated[int, Field(ge=0, le=12, strict=True)]


class Trailer(Wire):
    """Trailer; `axle_lines` (轴线) counts the lines of a hydraulic trailer, 0 for an ordinary one."""

    plate: Plate
    curb_mass_kg: MassKg
    axles: Annotated[int, Field(ge=1, le=400, strict=True)]
    axle_lines: Annotated[int, Field(ge=0, le=200, strict=True)]


Body = Literal["general", "refrigerated", "special_work", "low_speed", "drawbar", "centre_axle"]


class VehicleSet(Wire):
    """What carries the load. `axle_loads_kg` runs front to back; a hydraulic trailer has one value per axle line."""

    kind: Literal["rigid", "flatbed", "hydraulic"]
    tractors: Annotated[list[Tractor], Field(min_length=1, max_length=8)]
    trailer: Trailer | None = None
    axle_spacings_mm: Annotated[list[Annotated[int, Field(gt=0, le=200_000, strict=True)]], Field(max_length=300)]
    axle_loads_kg: Annotated[
        list[Annotated[int, Field(gt=0, le=100_000, strict=True)]], Field(min_length=1, max_length=301)
    ]
    tyres: Annotated[int, Field(ge=2, le=4000, strict=True)]
    single_tyre_axles: Annotated[int, Field(ge=0, le=400, strict=True)] = 0
    wide_tyre_axles: Annotated[int, Field(ge=0, le=400, strict=True)] = 0
    air_suspension: Annotated[bool, Field(strict=True)] = False
    body: Body = "general"
    licence_gross_mass_kg: MassKg | None = None

    @property
    def plates(self) -> tuple[str, ...]:
        """All plates, tractors first."""
        trailer = (self.trailer.plate,) if self.trailer else ()
        return tuple(tractor.plate for tractor in self.tractors) + trailer

    @property
    def tractor_axles(self) -> int:
        """Axles of all tractors."""
        return sum(tractor.axles for tractor in self.tractors)


class Loaded(Wire):
    """Vehicle and load together."""

    length_mm: LengthMm
    width_mm: LengthMm
    height_mm: LengthMm
    gross_mass_kg: MassKg


_Fault = tuple[tuple[str | int, ...], PydanticCustomError]


def _vehicle_faults(vehicles: VehicleSet) -> list[_Fault]:
    faults: list[_Fault] = []
    where: tuple[str | int, ...] = ("vehicle_set",)
    loads, spacings = len(vehicles.axle_loads_kg), len(vehicles.axle_spacings_mm)
    if spacings != loads - 1:
        error = custom_error("spacing_count", loads=loads, expected=loads - 1, spacings=spacings)
        faults.append(((*where, "axle_spacings_mm"), error))
    for index, tractor in enumerate(vehicles.tractors):
        if tractor.drive_axles > tractor.axles:
            error = custom_error("drive_axles_above_axles", axles=tractor.axles)
            faults.append(((*where, "tractors", index, "drive_axles"), error))
    trailer = vehicles.trailer
    if vehicles.kind == "rigid" and trailer is not None:
        return [*faults, ((*where, "trailer"), custom_error("rigid_with_trailer"))]
    if vehicles.kind != "rigid" and trailer is None:
        return [*faults, ((*where, "trailer"), custom_error("trailer_missing"))]
    carried = 0
    if trailer is not None:
        lines_at = (*where, "trailer", "axle_lines")
        if vehicles.kind == "hydraulic" and trailer.axle_lines == 0:
            return [*faults, (lines_at, custom_error("hydraulic_without_lines"))]
        if vehicles.kind == "flatbed" and trailer.axle_lines:
            faults.append((lines_at, custom_error("flatbed_with_lines")))
        carried = trailer.axle_lines if vehicles.kind == "hydraulic" else trailer.axles
    expected = vehicles.tractor_axles + carried
    if loads != expected:
        faults.append(((*where, "axle_loads_kg"), custom_error("axle_load_count", expected=expected, loads=loads)))
    return faults


def _differs(value: int, reference: int) -> bool:
    return abs(value - reference) * 1000 > reference * SUM_TOLERANCE_PER_MILLE


def _load_faults(cargo: Cargo, vehicles: VehicleSet, loaded: Loaded) -> list[_Fault]:
    faults: list[_Fault] = []
    tolerance = f"{SUM_TOLERANCE_PER_MILLE / 10:g} %"
    total = sum(vehicles.axle_loads_kg)
    if _differs(total, loaded.gross_mass_kg):
        error = custom_error("axle_load_sum", total=total, gross=loaded.gross_mass_kg, tolerance=tolerance)
        faults.append((("vehicle_set", "axle_loads_kg"), error))
    curb = sum(t.curb_mass_kg for t in vehicles.tractors)
    curb += vehicles.trailer.curb_mass_kg if vehicles.trailer else 0
    if _differs(loaded.gross_mass_kg, curb + cargo.mass_kg):
        error = custom_error("gross_mass_sum", total=curb + cargo.mass_kg, tolerance=tolerance)
        faults.append((("loaded", "gross_mass_kg"), error))
    for measure in ("length_mm", "width_mm", "height_mm"):
        own: int = getattr(cargo, measure)
        if getattr(loaded, measure) < own:
            faults.append((("loaded", measure), custom_error("smaller_than_cargo", cargo=own)))
    return faults


def _raise(title: str, faults: list[_Fault]) -> None:
    if faults:
        details = [InitErrorDetails(type=error, loc=where, input=None) for where, error in faults]
        raise ValidationError.from_exception_data(title, details)


class FurtherSet(Wire):
    """One more vehicle set of the same application: it travels the same trip with its own load."""

    cargo: Cargo
    vehicle_set: VehicleSet
    loaded: Loaded

    @model_validator(mode="after")
    def _cross_checks(self) -> Self:
        faults = _vehicle_faults(self.vehicle_set) + _load_faults(self.cargo, self.vehicle_set, self.loaded)
        _raise(type(self).__name__, faults)
        return self


class TransportFacts(Wire):
    """What is to be moved, on what, where, when: previews, applications, route checks, permits, matches."""

    trip: Trip
    cargo: Cargo
    vehicle_set: VehicleSet
    loaded: Loaded

    @model_validator(mode="after")
    def _cross_checks(self) -> Self:
        faults = _vehicle_faults(self.vehicle_set) + _load_faults(self.cargo, self.vehicle_set, self.loaded)
        if self.trip.planned_end < self.trip.planned_start:
            faults.append((("trip", "planned_end"), custom_error("end_before_start")))
        _raise(type(self).__name__, faults)
        return self


def sets_of(facts: TransportFacts, further: list[FurtherSet]) -> list[TransportFacts]:
    """The facts of every vehicle set of an application, the first one first."""
    others = [TransportFacts(trip=facts.trip, **{k: getattr(s, k) for k in FurtherSet.model_fields}) for s in further]
    return [facts, *others]
