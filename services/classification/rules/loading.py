"""Reads rule set files, merges an overlay into its base and compiles the result."""

import tomllib
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import cast

from services.classification.rules.model import (
    BoundRules,
    CompetenceRule,
    CompiledRules,
    Condition,
    Escort,
    Gate,
    LaneCheck,
    MassRow,
    MassTable,
    Material,
    Measures,
    Rule,
    Text,
)
from services.classification.rules.source import RuleSetSource
from services.classification.rules.source_limits import Comparison, Sizes, SomeBounds, TextSource
from shared.contracts.classification import Class, ContextItem

RULE_SETS = Path(__file__).parent / "rule_sets"

CLASSES: tuple[Class, ...] = ("I", "II", "III")
_MEASURED = ("height", "width", "length", "mass")
_ASSUMABLE: tuple[ContextItem, ...] = ("papers", "credit", "route", "licence_scope", "ban")
_COMPARISONS: dict[str, Comparison] = {
    **{f"{group}.{name}": "<=" for group in ("art3", "gb1589", "class1", "class2", "art10") for name in _MEASURED},
    **{f"assumed.{item}": "=" for item in _ASSUMABLE},
    "art3.licence_mass_known": "!=",
    "art3.axle_permits": "<=",
    "gb1589.licence_mass": "<=",
    "art11.divisible": "=",
    "art11.licence": "!=",
    "art11.ban": "<",
    "art11.no_ban": "=",
    "competence": "=",
    "art17.average": "<=",
    "art17.maximum": "<=",
    "art19.period": "<=",
}
"""The comparison the engine makes for each rule: a file that states another would print an untrue reason."""


class RuleSetError(ValueError):
    """A rule set is missing, incomplete or inconsistent; told in both languages."""

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(en)
        self.zh = zh
        self.en = en


def merged(base: Mapping[str, object], overlay: Mapping[str, object]) -> dict[str, object]:
    """The base with the overlay's tables merged in by key; values and lists of the overlay replace those of the base."""
    result = dict(base)
    for key, value in overlay.items():
        below = result.get(key)
        if isinstance(value, Mapping) and isinstance(below, Mapping):
            result[key] = merged(below, value)
        else:
            result[key] = value
    return result


def read_source(name: str, folder: Path = RULE_SETS) -> dict[str, object]:
    """The merged content of a rule set and of all it inherits from.

    Raises:
        RuleSetError: no such file, or the sets inherit in a circle.
    """
    chain: list[dict[str, object]] = []
    seen: set[str] = set()
    wanted: str | None = name
    while wanted is not None:
        if wanted in seen:
            raise RuleSetError(f"规则集循环继承:{wanted}", f"rule sets inherit in a circle at {wanted}")
        seen.add(wanted)
        path = folder / f"{wanted}.toml"
        if not path.is_file():
            raise RuleSetError(f"没有规则集文件 {path.name}", f"no rule set file {path.name}")
        content: dict[str, object] = tomllib.loads(path.read_text(encoding="utf-8"))
        chain.append(content)
        wanted = cast("str | None", content.get("inherits"))
    result = chain.pop()
    while chain:
        result = merged(result, chain.pop())
    return result


def load_rules(name: str = "ordos", folder: Path = RULE_SETS) -> CompiledRules:
    """A rule set by the name of its file, compiled.

    Raises:
        RuleSetError: the file is missing or inconsistent.
        pydantic.ValidationError: a value has the wrong form.
    """
    return compile_rules(RuleSetSource.model_validate(read_source(name, folder)))


def compile_rules(source: RuleSetSource) -> CompiledRules:
    """The form the engine reads.

    Raises:
        RuleSetError: a rule the engine looks at is missing, or states a comparison the engine does not make.
    """
    rules = _rules(source)
    return CompiledRules(
        source=source,
        rules=rules,
        gb1589=_bound_rules(rules, "gb1589"),
        class1=_bound_rules(rules, "class1"),
        class2=_bound_rules(rules, "class2"),
        art10=_bound_rules(rules, "art10"),
        oversize=source.oversize,
        class_two=_measures(source.class_bounds.II, source.class_bounds.II.gross_mass_kg),
        grave=_measures(source.grave_bounds, source.grave_bounds.gross_mass_kg),
        mass=_mass_table(source, _bound_rules(rules, "art3")),
        gates={
            kind: Gate(
                gate.method == "trailer_lines",
                gate.average_kg,
                gate.maximum_kg,
                replace(rules["art17.average"], mark=gate.mark),
                replace(rules["art17.maximum"], mark=gate.mark),
            )
            for kind, gate in source.axle_gates.items()
        },
        competence=_competence(source, rules["competence"]),
        authority_name=lru_cache()(lambda area: _authority(source.competence.authorities, area)),
        materials={
            (grave, multi): _materials(source, grave=grave, multi=multi)
            for grave in (False, True)
            for multi in (False, True)
        },
        multi_trip=tuple(
            Condition(code, row.clause, row.mark, _text(row)) for code, row in source.multi_trip.conditions.items()
        ),
        escort={class_: _escort(source, class_) for class_ in CLASSES},
        lane_checks={class_: _lane_checks(source, class_) for class_ in CLASSES},
        assumed={item: rules[f"assumed.{item}"] for item in _ASSUMABLE},
        lanes=tuple(source.lanes.order),
        assumed_route=source.lanes.assumed_route,
        credit_lane=source.lanes.credit,
    )


def _text(source: TextSource) -> Text:
    return Text(source.zh, source.en)


def _rules(source: RuleSetSource) -> dict[str, Rule]:
    if wrong := set(_COMPARISONS) ^ set(source.rules):
        names = ", ".join(sorted(wrong))
        raise RuleSetError(f"规则缺少或未知:{names}", f"rules missing or unknown: {names}")
    for rule_id, comparison in _COMPARISONS.items():
        if source.rules[rule_id].comparison != comparison:
            raise RuleSetError(f"规则 {rule_id} 应以 {comparison} 判定", f"rule {rule_id} is decided by {comparison}")
    return {
        rule_id: Rule(
            rule_id, row.clause, row.mark, row.measure, row.unit, row.comparison, _text(row.passed), _text(row.failed)
        )
        for rule_id, row in source.rules.items()
    }


def _bound_rules(rules: Mapping[str, Rule], group: str) -> BoundRules:
    return BoundRules(*(rules[f"{group}.{name}"] for name in _MEASURED))


def _measures(sizes: Sizes, mass_kg: int) -> Measures:
    return Measures(sizes.height_mm, sizes.width_mm, sizes.length_mm, mass_kg)


def _mass_table(source: RuleSetSource, art3: BoundRules) -> MassTable:
    most = max(max(row.axles_from, row.axles_to) for row in source.mass_limits.values())
    single = {row.drive_axles_max for row in source.mass_limits.values() if row.drive_axles_max is not None}
    if len(single) > 1:
        raise RuleSetError("mass_limits 只能有一种驱动轴数", "mass_limits may name one number of drive axles only")

    def column(*, combination: bool, single_drive: bool) -> tuple[MassRow, ...]:
        rows: list[MassRow] = []
        for axles in range(1, most + 1):
            fitting = [
                row
                for row in source.mass_limits.values()
                if row.combination == combination
                and row.axles_from <= axles
                and (row.axles_to == 0 or axles <= row.axles_to)
                and (row.drive_axles_max is None or single_drive)
            ]
            if not fitting:
                raise RuleSetError(
                    f"{axles} 轴{'列车' if combination else '货车'}没有质量限值",
                    f"no mass limit for {axles} axles, combination={combination}",
                )
            last = fitting[-1]
            kg = last.limit_kg
            named = art3._replace(mass=replace(art3.mass, clause=last.clause, mark=last.mark))
            rows.append(MassRow(kg, _measures(source.oversize, kg), _measures(source.class_bounds.I, kg), named))
        return tuple(rows)

    return MassTable(
        truck=column(combination=False, single_drive=False),
        train=column(combination=True, single_drive=False),
        train_single_drive=column(combination=True, single_drive=True),
        single_drive_max=sum(single),  # at most one stands there
    )


def _competence(source: RuleSetSource, rule: Rule) -> tuple[CompetenceRule, ...]:
    table = source.competence
    digits = {
        "one_county": table.county_digits,
        "one_prefecture": table.prefecture_digits,
        "one_province": table.province_digits,
        "cross_province": table.province_digits,
    }
    rows = [
        CompetenceRule(
            row.scope,
            row.level,
            digits[row.scope],
            row.origin,
            row.from_ or date.min,
            row.until or date.max,
            replace(rule, clause=row.clause, mark=row.mark),
        )
        for row in table.rows.values()
    ]
    return tuple(reversed(rows))  # the last row in force wins: looked at first


def _authority(names: Mapping[str, str], area: str) -> str:
    return names.get(area) or names["fallback"].format(prefix=area)


def _materials(source: RuleSetSource, *, grave: bool, multi: bool) -> tuple[Material, ...]:
    wanted = {"always"} | ({"grave"} if grave else set()) | ({"multi_trip"} if multi else set())
    return tuple(Material(code, row.clause, _text(row)) for code, row in source.materials.items() if row.when in wanted)


def _some(bounds: SomeBounds) -> tuple[int | None, ...]:
    return (bounds.height_mm, bounds.width_mm, bounds.length_mm, bounds.gross_mass_kg)


def _escort(source: RuleSetSource, class_: Class) -> tuple[Escort, ...]:
    rows = [
        Escort(
            row=name,
            beyond=_some(row.beyond),
            required=bool(row.front or row.rear),
            front=row.front,
            rear=row.rear,
            extra=tuple(row.extra),
            police_consultation=row.police_consultation,
            clause=source.escort.clause,
            mark=row.mark,
            text=_text(row),
        )
        for name, row in source.escort.rows.items()
        if class_ in row.classes
    ]
    if not any(not any(row.beyond) for row in rows):
        raise RuleSetError(f"{class_} 类没有兜底的护送行", f"no escort row for every load of class {class_}")
    return tuple(reversed(rows))  # the last matching row applies: looked at first


def _lane_checks(source: RuleSetSource, class_: Class) -> tuple[LaneCheck, ...]:
    return tuple(
        LaneCheck(
            Rule(
                f"lane.{name}", row.clause, row.mark, row.fact, "", row.comparison, _text(row.passed), _text(row.failed)
            ),
            row.fact,
            row.comparison == "=",
            row.limit,
            source.lanes.order.index(row.otherwise),
        )
        for name, row in source.lanes.rules.items()
        if class_ in row.classes
    )
