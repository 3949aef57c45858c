"""Builds transport facts for one case of the law at a time, and the rules and calendar the tests share."""

import json
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, Literal

from services.classification.calendar_seed import seed_overrides
from services.classification.rules.evaluate import assess
from services.classification.rules.loading import load_rules
from services.classification.rules.model import Decision
from services.classification.rules.preview import preview_context
from shared.contracts.classification import AssessmentContext, RouteContext
from shared.contracts.facts import TransportFacts
from shared.domain.calendar import Calendar

RULES = load_rules("ordos")
CALENDAR = Calendar(seed_overrides())
AT = datetime(2026, 9, 21, 2, tzinfo=UTC)  # a Monday morning in Shanghai
PREVIEW = preview_context(AT)
SAMPLES = Path(__file__).parents[3] / "demo" / "applications"

DONGSHENG, KANGBASHI, JUNGAR, BAOTOU, YULIN = "150602", "150603", "150622", "150202", "610802"


def known(**changes: Any) -> AssessmentContext:
    """A context in which everything was looked up and found in order; the route is clear."""
    base: dict[str, Any] = {
        "submitted_at": AT,
        "accepted_on": date(2026, 9, 21),
        "papers_verified": True,
        "licence_covers": True,
        "credit": "green",
        "route": RouteContext(verdict="clear"),
    }
    return AssessmentContext.model_validate(base | changes)


def place(adcode: str) -> dict[str, Any]:
    return {"adcode": adcode, "name": adcode, "address": "工业园", "lon": 109.99, "lat": 39.82}


def transport(
    *,
    height: int = 4000,
    width: int = 2550,
    length: int = 18100,
    gross: int | None = None,
    kind: Literal["rigid", "flatbed", "hydraulic"] = "flatbed",
    tractor_axles: int = 3,
    drive_axles: int = 2,
    trailer_axles: int = 3,
    lines: list[int] | None = None,
    loads: list[int] | None = None,
    origin: str = DONGSHENG,
    destination: str = JUNGAR,
    via: tuple[str, ...] = (),
    divisible: bool = False,
    trip_count: int = 1,
    cargo: dict[str, int] | None = None,
    end: str = "2026-12-09T18:00:00+08:00",
    **vehicle: Any,
) -> TransportFacts:
    """Valid facts of one set; without `loads` the gross mass is shared evenly over the axles, or `lines` carry it."""
    on_lines = lines or []
    axles = tractor_axles + (len(on_lines) if kind == "hydraulic" else trailer_axles if kind == "flatbed" else 0)
    if loads is None and kind == "hydraulic":
        loads = [8000] * tractor_axles + on_lines
    if loads is None:
        total = 49000 if gross is None else gross
        loads = [total // axles + (index < total % axles) for index in range(axles)]
    mass = sum(loads) if gross is None else gross
    trailer: dict[str, Any] | None = None
    if kind != "rigid":
        counts = (trailer_axles, 0) if kind == "flatbed" else (2 * len(on_lines), len(on_lines))
        trailer = {"plate": "蒙K1234挂", "curb_mass_kg": 1000, "axles": counts[0], "axle_lines": counts[1]}
    curb = 2000 if trailer else 1000
    body: dict[str, Any] = {
        "trip": {
            "origin": place(origin),
            "destination": place(destination),
            "via": [place(code) for code in via],
            "planned_start": "2026-12-07T08:00:00+08:00",
            "planned_end": end,
            "trip_count": trip_count,
        },
        "cargo": {
            "name": "压力容器",
            "divisible": divisible,
            "length_mm": 1000,
            "width_mm": 1000,
            "height_mm": 1000,
            "mass_kg": mass - curb,
        }
        | (cargo or {}),
        "vehicle_set": {
            "kind": kind,
            "tractors": [
                {"plate": "蒙K12345", "curb_mass_kg": 1000, "axles": tractor_axles, "drive_axles": drive_axles}
            ],
            "trailer": trailer,
            "axle_spacings_mm": [1400] * (axles - 1),
            "axle_loads_kg": loads,
            "tyres": 22,
        }
        | vehicle,
        "loaded": {"length_mm": length, "width_mm": width, "height_mm": height, "gross_mass_kg": mass},
    }
    return TransportFacts.model_validate(body)


def decide(facts: TransportFacts, context: AssessmentContext | None = None) -> Decision:
    return assess(facts, PREVIEW if context is None else context, RULES, CALENDAR)


def finding(decision: Decision, rule: str) -> tuple[object, object, bool]:
    """Value, limit and verdict of the only finding of a rule."""
    (found,) = ((value, limit, passed) for known, value, limit, passed in decision.findings if known.id == rule)
    return found


def sample(name: str) -> tuple[TransportFacts, dict[str, Any]]:
    """A demo application and what it expects."""
    content = json.loads((SAMPLES / f"{name}.json").read_text(encoding="utf-8"))
    return TransportFacts.model_validate({key: content[key] for key in TransportFacts.model_fields}), content["expect"]
