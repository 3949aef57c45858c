"""Hypothesis strategies for transport facts: consistent ones near and far from every bound, and bodies with one fault."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Literal

from hypothesis import strategies as st

from shared.contracts.classification import AssessmentContext, RouteContext
from shared.contracts.facts import TransportFacts

Json = dict[str, Any]
Kind = Literal["rigid", "flatbed", "hydraulic"]

KINDS: st.SearchStrategy[Kind] = st.sampled_from(("rigid", "flatbed", "flatbed", "hydraulic"))

COUNTIES = ("150602", "150603", "150621", "150622", "150623", "150624", "150625", "150626", "150627")
ELSEWHERE = ("150202", "150823", "140802", "610802")
BODIES = ("general", "general", "general", "refrigerated", "special_work", "low_speed", "drawbar", "centre_axle")
NEAR = {
    "height_mm": (4000, 4200, 4500, 5000),
    "width_mm": (2550, 2600, 3000, 3500, 3750, 4500, 5500),
    "length_mm": (12000, 17000, 18100, 20000, 22000, 28000, 35000, 80000),
}
NEAR_MASSES = (18000, 25000, 27000, 31000, 36000, 43000, 46000, 49000, 100_000, 200_000)
LARGEST = {"height_mm": 12000, "width_mm": 12000, "length_mm": 130000}
SMALLER = (
    {"height_mm": 4201, "width_mm": 3001, "length_mm": 20001},
    {"height_mm": 4501, "width_mm": 3751, "length_mm": 28001},
)
"""Just beyond class I and class II: most draws stay near them, or nearly every set would be of class III."""
CORRUPTIONS = ("missing", "null", "text", "huge", "negative", "list", "boolean", "fraction", "extra")


def _around(bounds: tuple[int, ...], largest: int) -> st.SearchStrategy[int]:
    near = [bound + step for bound in bounds for step in (-1, 0, 1) if bound + step <= largest]
    return st.one_of(st.sampled_from(near), st.integers(1500, largest))


def places(*, abroad: bool = True) -> st.SearchStrategy[Json]:
    """A place, mostly in a banner of Ordos."""
    codes = st.sampled_from(COUNTIES * 4 + ELSEWHERE if abroad else COUNTIES)
    return st.builds(
        lambda adcode, lon, lat: {
            "adcode": adcode,
            "name": f"地点{adcode}",
            "address": "工业园区1号",
            "lon": round(lon, 5),
            "lat": round(lat, 5),
        },
        codes,
        st.floats(106.7, 111.5),
        st.floats(37.6, 40.8),
    )


@st.composite
def trips(draw: st.DrawFn, *, abroad: bool = True) -> Json:
    """A trip of up to eight months, sometimes by way of other places, sometimes repeated."""
    start = draw(st.datetimes(datetime(2025, 1, 1), datetime(2028, 1, 1))).replace(microsecond=0, tzinfo=UTC)
    end = start + timedelta(hours=draw(st.integers(0, 24 * 240)))
    return {
        "origin": draw(places(abroad=abroad)),
        "destination": draw(places(abroad=abroad)),
        "via": draw(st.lists(places(abroad=abroad), max_size=2)),
        "planned_start": start.isoformat(),
        "planned_end": end.isoformat(),
        "trip_count": draw(st.sampled_from((1, 1, 1, 2, 40))),
    }


@st.composite
def vehicle_sets(draw: st.DrawFn, kind: Kind | None = None) -> Json:
    """A vehicle set whose counts agree; masses follow from `axle_loads_kg`."""
    chosen = kind if kind is not None else draw(KINDS)
    tractors: list[Json] = [
        {
            "plate": f"蒙K{number:05d}",
            "curb_mass_kg": 1,
            "axles": axles,
            "drive_axles": draw(st.integers(0, axles)),
        }
        for number in range(1 if chosen != "hydraulic" else draw(st.integers(1, 3)))
        for axles in (draw(st.integers(2, 5)),)
    ]
    trailer: Json | None = None
    carried = 0
    if chosen == "flatbed":
        carried = draw(st.integers(1, 8))
        trailer = {"plate": "蒙K1234挂", "curb_mass_kg": 1, "axles": carried, "axle_lines": 0}
    elif chosen == "hydraulic":
        carried = draw(st.integers(2, 40))
        trailer = {"plate": "蒙K1234超", "curb_mass_kg": 1, "axles": carried * 2, "axle_lines": carried}
    loads = sum(tractor["axles"] for tractor in tractors) + carried
    usual = draw(st.sampled_from((5000, 8000, 10000, 13000, 18000, 20000)))
    each = st.one_of(st.just(usual), st.integers(3000, 21000), st.sampled_from((10000, 10001, 13000, 13001, 20001)))
    weights = draw(st.lists(each, min_size=loads, max_size=loads))
    if draw(st.integers(0, 3)):
        most = draw(st.sampled_from((36_001, 49_001, 49_001, 100_001, 200_000)))
        total = min(draw(_around(NEAR_MASSES, most)), loads * 90_000)
        weights = [total // loads + (index < total % loads) for index in range(loads)]
    spacings = st.sampled_from((990, 1200, 1310, 1400, 1500, 1800, 3300, 7000))
    single = draw(st.sampled_from((0, 0, 0, 1, 3)))
    return {
        "kind": chosen,
        "tractors": tractors,
        "trailer": trailer,
        "axle_spacings_mm": draw(st.lists(spacings, min_size=loads - 1, max_size=loads - 1)),
        "axle_loads_kg": weights,
        "tyres": max(6, loads * 4),
        "single_tyre_axles": single,
        "wide_tyre_axles": draw(st.integers(0, single)),
        "air_suspension": draw(st.booleans()),
        "body": draw(st.sampled_from(BODIES)),
        "licence_gross_mass_kg": draw(st.one_of(st.none(), st.sampled_from((4500, 18000, 60000)))),
    }


@st.composite
def facts_bodies(draw: st.DrawFn, kind: Kind | None = None, *, abroad: bool = True) -> Json:
    """The JSON body of consistent transport facts: every cross check holds."""
    vehicles = draw(vehicle_sets(kind))
    gross = sum(vehicles["axle_loads_kg"])
    units = [*vehicles["tractors"], *([vehicles["trailer"]] if vehicles["trailer"] else [])]
    for unit in units:
        unit["curb_mass_kg"] = draw(st.integers(1, gross // (2 * len(units))))
    most = draw(st.sampled_from((*SMALLER, *SMALLER, LARGEST)))
    sizes = {name: draw(_around(NEAR[name], most[name])) for name in NEAR}
    cargo = {name: draw(st.integers(max(1, size // 3), size)) for name, size in sizes.items()}
    return {
        "trip": draw(trips(abroad=abroad)),
        "cargo": {
            "name": draw(st.sampled_from(("变压器", "挖掘机", "风电叶片", "压力容器"))),
            "divisible": draw(st.sampled_from((False,) * 7 + (True,))),
            **cargo,
            "mass_kg": gross - sum(unit["curb_mass_kg"] for unit in units),
        },
        "vehicle_set": vehicles,
        "loaded": {**sizes, "gross_mass_kg": gross},
    }


def transport_facts(kind: Kind | None = None, *, abroad: bool = True) -> st.SearchStrategy[TransportFacts]:
    """Valid transport facts; `abroad` False keeps every place in Ordos."""
    return facts_bodies(kind, abroad=abroad).map(TransportFacts.model_validate)


def route_contexts() -> st.SearchStrategy[RouteContext]:
    """Any result of a route check."""
    return st.builds(
        RouteContext,
        verdict=st.sampled_from(("clear", "clear", "clear", "conditions", "blocked", "unknown")),
        needs_survey=st.sampled_from((False, False, True)),
        bridges_ok=st.booleans(),
        whitelisted=st.booleans(),
    )


def assessment_contexts() -> st.SearchStrategy[AssessmentContext]:
    """Any context of an assessment, previews included; a third of them are without a fault."""
    moments = st.datetimes(datetime(2025, 1, 1), datetime(2028, 1, 1)).map(lambda t: t.replace(tzinfo=UTC))
    days = st.none() | moments.map(lambda t: t.date())
    any_context = st.builds(
        AssessmentContext,
        submitted_at=moments,
        accepted_on=days,
        papers_verified=st.booleans(),
        licence_covers=st.sampled_from((True, True, None, False)),
        banned_until=st.none() | days,
        credit=st.sampled_from(("green", "green", "yellow", "red")),
        open_restriction=st.booleans(),
        route=st.none() | route_contexts(),
        services_silent=st.sampled_from(([], [], ["registry"])),
        assumed=st.lists(st.sampled_from(("papers", "credit", "route", "licence_scope", "ban")), unique=True),
    )
    faultless = st.builds(
        AssessmentContext,
        submitted_at=moments,
        accepted_on=days,
        papers_verified=st.just(value=True),
        licence_covers=st.just(value=True),
        credit=st.just("green"),
        route=st.builds(RouteContext, verdict=st.just("clear"), whitelisted=st.booleans()),
    )
    return st.one_of(faultless, any_context, any_context)


@dataclass(frozen=True)
class Corrupted:
    """A body with one fault. `pointer` is the JSON pointer of the field that was touched."""

    body: Json
    pointer: str
    corruption: str


def _fields(node: object, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """Paths of all members of objects, and of the items of lists."""
    found: list[tuple[str | int, ...]] = []
    items: list[tuple[str | int, object]] = []
    if isinstance(node, dict):
        items = list(node.items())
    elif isinstance(node, list):
        items = list(enumerate(node))
    for key, value in items:
        found += [(*path, key), *_fields(value, (*path, key))]
    return found


def _wrong(value: object, corruption: str) -> object:
    """A value no field of this type accepts."""
    wrong: dict[str, object] = {
        "null": None,
        "text": [] if isinstance(value, str) else "十二",
        "huge": {} if isinstance(value, bool) else "长" * 5000 if isinstance(value, str) else 10**18,
        "negative": -1000.5 if isinstance(value, float) else -1,
        "list": "不是列表" if isinstance(value, list) else [1],
        "boolean": "true" if isinstance(value, bool) else True,
        "fraction": 0.5 if not isinstance(value, float) else "0.5°",
    }
    return wrong[corruption]


NULLABLE = {"trailer", "licence_gross_mass_kg"}
OPTIONAL = NULLABLE | {"via", "trip_count", "single_tyre_axles", "wide_tyre_axles", "air_suspension", "body"}


@st.composite
def corrupted_facts(draw: st.DrawFn) -> Corrupted:
    """A consistent body in which one field is wrong, missing, huge, negative, of another type, or one too many.

    Every such body must be refused as a field error, never accepted and never a crash.
    """
    body = draw(facts_bodies("flatbed"))
    # A given licence mass, so that every field holds a value of its own type.
    body["vehicle_set"]["licence_gross_mass_kg"] = 49000
    path = draw(st.sampled_from(_fields(body)))
    parent: Any = body
    for key in path[:-1]:
        parent = parent[key]
    last = path[-1]
    value = parent[last]
    possible = set(CORRUPTIONS)
    if last in OPTIONAL or isinstance(last, int):
        possible -= {"missing"}
    if last in NULLABLE:
        possible -= {"null"}
    if not isinstance(parent, dict):
        possible -= {"extra"}
    corruption = draw(st.sampled_from(sorted(possible)))
    if corruption == "missing":
        del parent[last]
    elif corruption == "extra":
        parent["surprise"] = 1
        last = "surprise"
    else:
        parent[last] = _wrong(value, corruption)
    pointer = "".join(f"/{part}" for part in (*path[:-1], last))
    return Corrupted(body, pointer, corruption)
