"""The shape of a rule set: what may stand in the TOML, and what makes a set complete and consistent."""

from datetime import date
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from services.classification.rules.source_limits import (
    Amount,
    AxleGate,
    AxlePermits,
    Basis,
    Comparison,
    Count,
    Gb1589,
    Kind,
    LicenceMass,
    MassLimit,
    MeasureLabel,
    Oversize,
    Sizes,
    SizesAndMass,
    SomeBounds,
    Source,
    TextSource,
    fault,
)
from shared.contracts.classification import Class, Grade, Lane, Mark, RouteContext

Scope = Literal["one_county", "one_prefecture", "one_province", "cross_province"]
Level = Literal["county", "prefecture", "region", "origin_province"]
Credit = Literal["green", "yellow", "red"]
LaneFact = Literal[
    "class",
    "refusable",
    "route_verdict",
    "needs_survey",
    "bridges_ok",
    "whitelisted",
    "papers_verified",
    "licence_covers",
    "credit_lane",
    "open_restriction",
    "services_silent",
    "multi_trip_ok",
]


class Days(Source):
    """Working days within the jurisdiction and for cross-province trips in total."""

    within: Annotated[int, Field(gt=0, strict=True)]
    cross_province: Annotated[int, Field(gt=0, strict=True)]


class Condition(TextSource, Basis):
    """A sentence of the law with its source: a condition of a permit, a ground on which the clock stops."""


class Clock(Source):
    """What runs beside the statutory limits, working days, and what stops them."""

    deemed_acceptance_days: Count
    delivery_days: Count
    extension_days: Count
    extension_allowed: bool
    warning_days: Count
    pauses: dict[str, Condition]
    runs: dict[str, Condition]

    @model_validator(mode="after")
    def _either_stops_or_runs(self) -> Self:
        if both := sorted(set(self.pauses) & set(self.runs)):
            names = "、".join(both)
            raise fault(f"{names} 不能既停又不停", f"{names} cannot both stop the clock and not")
        return self


class MultiTrip(Source):
    """Permits for repeated trips: the longest period, months, by credit colour, and the conditions they carry."""

    max_months: dict[Credit, Count]
    conditions: dict[str, Condition]


class CompetenceRow(Source):
    """Who decides trips of a scope; `origin` delegates to that area's own body, within `from` and `until`."""

    scope: Scope
    level: Level
    clause: str
    mark: Mark
    origin: str | None = None
    from_: Annotated[date | None, Field(alias="from")] = None
    until: date | None = None


class CompetenceTable(Source):
    """Who decides. `own` names the areas of this installation's authorities by adcode prefix."""

    own: list[str]
    county_digits: Count
    prefecture_digits: Count
    province_digits: Count
    rows: dict[str, CompetenceRow]
    authorities: dict[str, str]

    @model_validator(mode="after")
    def _complete(self) -> Self:
        missing = {"one_county", "one_prefecture", "one_province", "cross_province"} - {
            row.scope for row in self.rows.values() if row.origin is None and row.from_ is None and row.until is None
        }
        if missing:
            names = "、".join(sorted(missing))
            raise fault(f"{names} 没有始终有效的管辖行", f"no competence row always in force for {names}")
        if "fallback" not in self.authorities:
            raise fault("authorities 缺少 fallback", "authorities need a fallback")
        return self


class MaterialRow(TextSource):
    """A paper and when it is demanded."""

    when: Literal["always", "grave", "multi_trip"]
    clause: str
    mark: Mark


class EscortRow(TextSource):
    """Escort of the loads of these classes beyond any of these bounds (no bounds: all of them)."""

    classes: list[Class]
    beyond: SomeBounds = SomeBounds()
    front: Count
    rear: Count
    extra: list[str]
    police_consultation: bool
    mark: Mark


class EscortTable(Source):
    """Escort rows in rising order; the last matching one applies."""

    clause: str
    police_clause: str
    rows: dict[str, EscortRow]


class Grades(Source):
    """JTG/T 2213-2023 3.2.4 and 3.2.5: letters, and the upper bounds of all letters but the last."""

    letters: list[Grade]
    width_mm: list[Amount]
    height_mm: list[Amount]
    length_mm: dict[Kind, list[Amount]]
    axle_load_kg: list[Amount]

    @model_validator(mode="after")
    def _ascending(self) -> Self:
        for bounds in (self.width_mm, self.height_mm, self.axle_load_kg, *self.length_mm.values()):
            if len(bounds) + 1 != len(self.letters) or bounds != sorted(bounds):
                raise fault("级别界限应递增，且比级别少一个", "grade bounds must ascend, one fewer than the letters")
        return self


class SizeFine(Source):
    """Fine of a size tier, yuan; without bounds it covers the rest."""

    within: Sizes | None = None
    low_yuan: Amount
    high_yuan: Amount


class Penalties(Source):
    """Order 62 art. 43."""

    clause: str
    mark: Mark
    warning_up_to_kg: Amount
    step_kg: Annotated[int, Field(gt=0, strict=True)]
    step_yuan: Amount
    cap_yuan: Amount
    sizes: dict[str, SizeFine]


class LaneRule(Source):
    """One condition of the lane: if `fact comparison limit` is false, the lane is at least `otherwise`."""

    classes: list[Class]
    fact: LaneFact
    comparison: Literal["=", "!="]
    limit: bool | str
    otherwise: Lane
    clause: str
    mark: Mark
    passed: TextSource
    failed: TextSource


class Discretion(TextSource):
    """The reason stored when a load of these classes is handled in the instant lane."""

    classes: list[Class]


class Lanes(Source):
    """Lanes in order of speed, their conditions, the credit table, and what a preview takes for the route."""

    order: list[Lane]
    credit: dict[Class, dict[Credit, Lane]]
    assumed_route: dict[Class, RouteContext]
    discretion: Discretion
    rules: dict[str, LaneRule]

    @model_validator(mode="after")
    def _survey_for_class_three(self) -> Self:
        if len(set(self.order)) != len(self.order):
            raise fault("办理通道重复", "a lane stands twice in the order")
        for name, known in (("credit", self.credit), ("assumed_route", self.assumed_route)):
            if set(known) != {"I", "II", "III"}:
                raise fault(f"lanes.{name} 须列出每一类", f"lanes.{name} must name every class")
        return self


class RuleSource(Source):
    """A rule that is looked at: its source, its comparison and its texts."""

    clause: str
    mark: Mark
    measure: str
    unit: str
    comparison: Comparison
    passed: TextSource
    failed: TextSource


class RuleSetSource(Source):
    """A whole rule set after merging its overlay.

    `area` is the adcode of the area it is the law of: 000000 the nation, 150000 a region, 150600 a prefecture.
    """

    id: Annotated[str, Field(pattern=r"^[a-z0-9-]{1,40}$")]
    version: Annotated[str, Field(min_length=1, max_length=40)]
    area: Annotated[str, Field(pattern=r"^[0-9]{6}$")]
    inherits: str | None = None
    effective_from: date
    title: TextSource
    sources: dict[str, str]
    class_labels: dict[Class, TextSource]
    lane_labels: dict[Lane, TextSource]
    measure_labels: dict[str, MeasureLabel]
    basis: dict[str, Basis]
    oversize: Oversize
    mass_limits: dict[str, MassLimit]
    licence_mass: LicenceMass
    gb1589: Gb1589
    axle_permits: AxlePermits
    class_bounds: "ClassBounds"
    grave_bounds: SizesAndMass
    axle_gates: dict[Kind, AxleGate]
    statutory_days: dict[Class, Days]
    promised_days: dict[Class, Amount]
    clock: Clock
    multi_trip: MultiTrip
    competence: CompetenceTable
    materials: dict[str, MaterialRow]
    escort: EscortTable
    grades: Grades
    penalties: Penalties
    lanes: Lanes
    rules: dict[str, RuleSource]

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        for axis in ("height_mm", "width_mm", "length_mm"):
            ladder = [getattr(s, axis) for s in (self.oversize, self.class_bounds.I, self.class_bounds.II)]
            if ladder != sorted(ladder):
                raise fault(
                    f"{axis} 的界限须由超限经一类到二类递增",
                    f"bounds of {axis} must rise from oversize over class I to class II",
                )
        for class_, promised in self.promised_days.items():
            if promised > self.statutory_days[class_].within:
                raise fault(
                    f"{class_} 类承诺时限晚于法定时限",
                    f"the promise for class {class_} is later than the statutory limit",
                )
        if set(self.axle_gates) != {"rigid", "flatbed", "hydraulic"}:
            raise fault("axle_gates 须列出每种车辆", "axle_gates must name every kind of vehicle")
        return self


def clause_of(source: RuleSetSource, table: str, name: str) -> str:
    """What a figure of a table without clauses of its own rests on: its own basis, else the table's."""
    basis = source.basis
    return (basis.get(f"{table}.{name}") or basis[table]).clause


class ClassBounds(Source):
    """Upper bounds of classes I and II; the mass bound of class I is that of art. 3."""

    I: Sizes  # noqa: E741 - the class's own name
    II: SizesAndMass


RuleSetSource.model_rebuild()
