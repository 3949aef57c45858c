"""What an authority sets for every permit, read once from `conditions.toml`: speeds, hours, what an escort brings."""

import tomllib
from pathlib import Path
from typing import Annotated, Final, Literal

from pydantic import Field

from services.issuance.rendering.document import SpeedRule
from shared.contracts.classification import Mark
from shared.contracts.consultations import Party
from shared.contracts.facts import Text, Wire


class SetSpeed(Wire):
    """A speed and where it holds."""

    where: Text
    kmh: Annotated[int, Field(gt=0, le=120)]
    clause: Text
    mark: Mark


class SetHours(Wire):
    """Hours of the day loads of a class may run."""

    text: Text
    clause: Text
    mark: Mark


class LongestValidity(Wire):
    """How long a permit may be valid."""

    months: Annotated[int, Field(gt=0, le=60)]
    clause: Text
    mark: Mark


class TwoReaders(Wire):
    """Classes whose conclusion a second reviewer must stand by."""

    classes: tuple[Literal["I", "II", "III"], ...]
    clause: Text
    mark: Mark


class ConsultationLimit(Wire):
    """How many working days a party has to answer."""

    party: Party
    zh: Text
    working_days: Annotated[int, Field(gt=0, le=60)]
    clause: Text
    mark: Mark


class NeededConsent(Wire):
    """Whose consent a way asks for: where kinds of structures were found wanting, or (`police`) by the load's escort."""

    party: Party
    kinds: tuple[str, ...] = ()
    police: bool = False
    zh: Text
    clause: Text
    mark: Mark


class EscortItem(Wire):
    """What an escort brings beside its cars, by the rule set's code."""

    code: str
    zh: Text
    en: Text
    clause: Text
    mark: Mark


class SetConditions(Wire):
    """The whole file."""

    speeds: tuple[SetSpeed, ...]
    hours: dict[Literal["I", "II", "III"], tuple[SetHours, ...]]
    escort_extra: tuple[EscortItem, ...]
    longest_validity: LongestValidity
    two_readers: TwoReaders
    consultations: tuple[ConsultationLimit, ...]
    consents: tuple[NeededConsent, ...]

    def speed_rules(self) -> tuple[SpeedRule, ...]:
        """The speeds as a permit prints them."""
        return tuple(SpeedRule(where=speed.where, kmh=speed.kmh) for speed in self.speeds)

    def hours_of(self, class_: str) -> tuple[str, ...]:
        """The hours of a class; empty: any hour of the permit's dates."""
        return next((tuple(entry.text for entry in hours) for key, hours in self.hours.items() if key == class_), ())

    def answer_days(self, party: Party) -> int:
        """Working days a party has to answer."""
        return next(limit.working_days for limit in self.consultations if limit.party == party)

    def party_name(self, party: Party) -> str:
        """What a party is called."""
        return next(limit.zh for limit in self.consultations if limit.party == party)

    def escort_text(self, code: str) -> str:
        """What a code of the rule set says in Chinese; an unknown one is printed as it is, never dropped."""
        return next((item.zh for item in self.escort_extra if item.code == code), code)


CONDITIONS: Final = SetConditions.model_validate(
    tomllib.loads((Path(__file__).parent / "conditions.toml").read_text(encoding="utf-8"))
)
