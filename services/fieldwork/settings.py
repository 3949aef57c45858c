"""Deadlines and bounds of fieldwork, read once from `limits.toml`."""

import tomllib
from datetime import time
from pathlib import Path
from typing import Annotated, Final

from pydantic import Field, model_validator

from shared.contracts.classification import Mark
from shared.contracts.facts import Wire


class Respond(Wire):
    """Office hours an agency has to answer an offer."""

    office_hours: Annotated[int, Field(gt=0, le=240)]
    clause: str
    mark: Mark


class Office(Wire):
    """Which hours of which weekdays count (Monday is 1), Shanghai time."""

    weekdays: Annotated[frozenset[Annotated[int, Field(ge=1, le=7)]], Field(min_length=1)]
    opens: time
    closes: time
    clause: str
    mark: Mark

    @model_validator(mode="after")
    def _in_order(self) -> "Office":
        if self.closes <= self.opens:
            raise ValueError("the office closes before it opens")
        return self


class PhotoBound(Wire):
    """Largest photo."""

    max_bytes: Annotated[int, Field(gt=0)]
    clause: str
    mark: Mark


class Limits(Wire):
    """All of it."""

    respond: Respond
    office: Office
    photo: PhotoBound


LIMITS: Final = Limits.model_validate(
    tomllib.loads((Path(__file__).parent / "limits.toml").read_text(encoding="utf-8"))
)
