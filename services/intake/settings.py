"""Bounds of intake, read once from `limits.toml`."""

import tomllib
from pathlib import Path
from typing import Annotated, Final

from pydantic import Field

from shared.contracts.classification import Mark
from shared.contracts.facts import Wire


class IdleRelease(Wire):
    """Minutes without an act of its holder after which a case goes back to the queue."""

    minutes: Annotated[int, Field(gt=0, le=10_000)]
    clause: str
    mark: Mark


class DueSoon(Wire):
    """Days after today within which a case counts as due soon."""

    days: Annotated[int, Field(gt=0, le=60)]
    clause: str
    mark: Mark


class ForecastBounds(Wire):
    """Days looked back on, the latest of them a forecast is tested on, and cases below which nothing is foretold."""

    history_days: Annotated[int, Field(gt=0, le=3660)]
    tested_days: Annotated[int, Field(gt=0, le=366)]
    least_cases: Annotated[int, Field(ge=2, le=1000)]
    clause: str
    mark: Mark


class Limits(Wire):
    """All of it."""

    idle_release: IdleRelease
    due_soon: DueSoon
    forecast: ForecastBounds


LIMITS: Final = Limits.model_validate(
    tomllib.loads((Path(__file__).parent / "limits.toml").read_text(encoding="utf-8"))
)
