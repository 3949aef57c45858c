"""Settings of registry: how long a sign-in lasts and when it is refused (environment), and which papers count (data)."""

import tomllib
from pathlib import Path
from typing import Annotated, Final

from pydantic import Field, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from shared.contracts.classification import Mark
from shared.contracts.facts import Wire
from shared.contracts.registry import PaperKind


class SignInSettings(BaseSettings):
    """How people and services sign in. All of it is our own default [assumed].

    Args:
        token_s: seconds a person's token is good for; a closed account's are refused at once.
        service_token_s: seconds a service's token is good for.
        failures_max: wrong passwords in a row after which a name is locked.
        locked_s: seconds after the last wrong password until the count is forgotten.
        link_s: seconds a one-time link is good for.
    """

    model_config = SettingsConfigDict(env_prefix="DAJIAN_REGISTRY_", frozen=True, extra="ignore")

    token_s: int = Field(default=3600, ge=60, le=86_400)
    service_token_s: int = Field(default=900, ge=120, le=86_400)
    failures_max: int = Field(default=5, ge=2, le=100)
    locked_s: int = Field(default=900, ge=10, le=86_400)
    link_s: int = Field(default=86_400, ge=60, le=604_800)


Group = Annotated[tuple[PaperKind, ...], Field(min_length=1)]
"""Papers of which one is enough."""


class Required(Wire):
    """Papers one must have: one of each group."""

    groups: tuple[Group, ...]
    clause: str
    mark: Mark


class Grace(Wire):
    """Days a paper of a kind still counts after its end."""

    days: dict[PaperKind, Annotated[int, Field(ge=0, le=366)]]
    clause: str
    mark: Mark


class Reminders(Wire):
    """Days before its end at which a carrier is told of a paper, once each."""

    days: Annotated[tuple[Annotated[int, Field(ge=0, le=366)], ...], Field(min_length=1)]
    clause: str
    mark: Mark


class PaperRules(Wire):
    """Which papers a carrier and each of its plates need, which kinds each may hand in, and how validity is judged."""

    carrier_kinds: frozenset[PaperKind]
    vehicle_kinds: frozenset[PaperKind]
    driver_kinds: frozenset[PaperKind]
    carrier: Required
    vehicle: Required
    grace: Grace
    reminders: Reminders

    @model_validator(mode="after")
    def _consistent(self) -> "PaperRules":
        for required, kinds in ((self.carrier, self.carrier_kinds), (self.vehicle, self.vehicle_kinds)):
            if not kinds.issuperset(kind for group in required.groups for kind in group):
                raise ValueError("a required paper is not among those that may be handed in")
        return self


PAPER_RULES: Final = PaperRules.model_validate(
    tomllib.loads((Path(__file__).parent / "papers.toml").read_text(encoding="utf-8"))
)
