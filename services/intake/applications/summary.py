"""What is kept beside the facts of an application so that rows can be found, listed and compared without reading them."""

import hashlib
import json
from collections.abc import Sequence
from datetime import datetime
from typing import TypedDict

from shared.contracts.facts import FurtherSet, Place, TransportFacts, sets_of
from shared.domain.search import plain


class Summary(TypedDict):
    """Columns of an application that follow from its facts."""

    facts: dict[str, object]
    further_sets: list[object]
    cargo_name: str
    plates: list[str]
    duplicate_keys: list[str]
    planned_start: datetime
    planned_end: datetime


def summary_of(facts: TransportFacts, further: Sequence[FurtherSet]) -> Summary:
    """The columns; plates of all sets in order, each once."""
    sets = sets_of(facts, list(further))
    return Summary(
        facts=facts.model_dump(mode="json"),
        further_sets=[one.model_dump(mode="json") for one in further],
        cargo_name=facts.cargo.name,
        plates=list(dict.fromkeys(plate for one in sets for plate in one.vehicle_set.plates)),
        duplicate_keys=sorted({duplicate_key(one) for one in sets}),
        planned_start=facts.trip.planned_start,
        planned_end=facts.trip.planned_end,
    )


def duplicate_key(facts: TransportFacts) -> str:
    """The same for the same vehicles, cargo, origin and destination, however their names are written."""
    cargo = facts.cargo
    named = [
        sorted(facts.vehicle_set.plates),
        [plain(cargo.name), cargo.length_mm, cargo.width_mm, cargo.height_mm, cargo.mass_kg],
        _place(facts.trip.origin),
        _place(facts.trip.destination),
    ]
    return hashlib.sha256(json.dumps(named, ensure_ascii=True).encode()).hexdigest()[:32]


def _place(place: Place) -> list[str]:
    return [place.adcode, plain(place.name), plain(place.address)]
