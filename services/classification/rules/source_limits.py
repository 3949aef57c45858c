"""The shape of a rule set's limits: texts, sizes, masses, axles; and the base all parts share."""

import string
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from shared.contracts.classification import Mark

Amount = Annotated[int, Field(ge=0, strict=True)]
Count = Annotated[int, Field(ge=0, strict=True)]
Comparison = Literal["<", "<=", ">", ">=", "=", "!="]
Kind = Literal["rigid", "flatbed", "hydraulic"]


def fault(zh: str, en: str) -> PydanticCustomError:
    """A contradiction within a rule set, told in both languages."""
    return PydanticCustomError("rule_set", "{en}", {"zh": zh, "en": en})


class Source(BaseModel):
    """Base of all parts: closed and frozen, so that a misspelt key is refused and not overlooked."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class TextSource(Source):
    """A text in both languages; `{value}` and `{limit}` are the only fields a template may name."""

    zh: str
    en: str

    @model_validator(mode="after")
    def _known_fields(self) -> Self:
        for template in (self.zh, self.en):
            unknown = {name for _, name, _, _ in string.Formatter().parse(template) if name} - {
                "value",
                "limit",
                "prefix",
            }
            if unknown:
                names = "、".join(sorted(unknown))
                raise fault(f"文字模板含未知字段 {names}", f"a template names unknown fields: {names}")
        return self


class Basis(Source):
    """Where the figures of a table come from whose rows do not say it."""

    clause: str
    mark: Mark


class MeasureLabel(TextSource):
    """Name of a measure and of its unit."""

    unit_zh: str
    unit_en: str


class Sizes(Source):
    """Upper bounds of the three sizes, mm; a value equal to a bound is within it."""

    height_mm: Amount
    width_mm: Amount
    length_mm: Amount


class SizesAndMass(Sizes):
    """Upper bounds of the sizes, mm, and of the gross mass, kg."""

    gross_mass_kg: Amount


class SomeBounds(Source):
    """Bounds of which any may be missing."""

    height_mm: Amount | None = None
    width_mm: Amount | None = None
    length_mm: Amount | None = None
    gross_mass_kg: Amount | None = None


class Oversize(Sizes):
    """Order 62 art. 3 sizes, and the reduction per single-tyred axle, kg."""

    single_tyre_reduction_kg: Amount


class MassLimit(Source):
    """One row of the mass table of Order 62 art. 3; `axles_to` 0 has no upper end."""

    combination: bool
    axles_from: Count
    axles_to: Count
    drive_axles_max: Count | None = None
    limit_kg: Amount
    clause: str
    mark: Mark


class LicenceMass(Source):
    """Bodies whose licence mass is their limit; axle count of trucks for which it is shown as advice."""

    bodies: list[str]
    advisory_axles: Count


class Gb1589(Source):
    """Values of GB 1589 for the vehicles Order 62 art. 3 para. 2 note 5 exempts."""

    height_mm: Amount
    width_mm: Amount
    bodies: list[str]
    refrigerated_width_mm: Amount
    rigid_length_mm: Amount
    articulated_length_mm: Amount
    drawbar_length_mm: Amount
    centre_axle_length_mm: Amount
    air_truck_axles: list[Count]
    air_truck_bonus_kg: Amount
    air_train_axles: Count
    air_train_limit_kg: Amount
    air_train_trailer_spacing_mm: Amount


class PairPermit(Source):
    """Permitted mass of a two-axle group with a spacing below a bound."""

    below_mm: Amount
    permit_kg: Amount
    drive_air_kg: Amount


class TriplePermit(Source):
    """Permitted mass of a three-axle group with spacings up to a bound."""

    up_to_mm: Amount
    permit_kg: Amount


class AxlePermits(Source):
    """GB 1589 axle and group loads, kg, for the advisory sum of Order 62 art. 3 para. 2 note 3."""

    steering_kg: Amount
    single_kg: Amount
    drive_kg: Amount
    group_spacing_mm: Amount
    pair: list[PairPermit]
    triple: list[TriplePermit]

    @model_validator(mode="after")
    def _covers_every_group(self) -> Self:
        if self.pair[-1].below_mm != self.group_spacing_mm:
            raise fault("最后一档二轴组须到达轴组间距", "the last pair must reach the group spacing")
        return self


class AxleGate(Source):
    """Order 62 art. 17 for one kind of vehicle."""

    method: Literal["all_axles", "trailer_lines"]
    average_kg: Amount
    maximum_kg: Amount
    mark: Mark
