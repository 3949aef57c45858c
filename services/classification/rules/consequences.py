"""What follows from class and size: escort, grades, and what a run without permit may cost."""

from bisect import bisect_left

from services.classification.rules.model import CompiledRules, Escort, Fine, Measures
from services.classification.rules.source_limits import Kind
from shared.contracts.classification import Class, Grade


def escort_of(class_: Class, measures: Measures, rules: CompiledRules) -> Escort:
    """The last escort row whose class fits and of whose bounds at least one is exceeded, or which has none."""
    for row in rules.escort[class_]:
        bounds = row.beyond
        if not any(bounds) or any(
            bound is not None and value > bound for value, bound in zip(measures, bounds, strict=True)
        ):
            return row
    raise AssertionError("a compiled rule set has an escort row for every load")


def size_grade(kind: Kind, measures: Measures, rules: CompiledRules) -> Grade:
    """Size grade 尺寸级 by the worst of width, length and height (JTG/T 2213-2023 3.2.4)."""
    grades = rules.source.grades
    worst = max(
        bisect_left(grades.width_mm, measures.width_mm),
        bisect_left(grades.length_mm[kind], measures.length_mm),
        bisect_left(grades.height_mm, measures.height_mm),
    )
    return grades.letters[worst]


def mass_grade(heaviest_kg: int, rules: CompiledRules) -> Grade:
    """Mass grade 质量级 by the greatest axle load, for hydraulic sets the greatest line load (JTG/T 2213-2023 3.2.5)."""
    grades = rules.source.grades
    return grades.letters[bisect_left(grades.axle_load_kg, heaviest_kg)]


def fine_of(measures: Measures, mass_limit_kg: int, rules: CompiledRules) -> Fine:
    """What Order 62 art. 43 lets a run without permit cost: size and mass add up, capped; full steps only (O-34)."""
    table, bounds = rules.source.penalties, rules.oversize
    low = high = 0
    height, width, length, mass = measures
    if height > bounds.height_mm or width > bounds.width_mm or length > bounds.length_mm:
        for row in table.sizes.values():
            within = row.within
            if within is None or (
                height <= within.height_mm and width <= within.width_mm and length <= within.length_mm
            ):
                low, high = row.low_yuan, row.high_yuan
                break
    excess = mass - mass_limit_kg
    warning = 0 < excess <= table.warning_up_to_kg
    if excess > table.warning_up_to_kg:
        by_mass = excess // table.step_kg * table.step_yuan
        low, high = low + by_mass, high + by_mass
    return Fine(min(low, table.cap_yuan), min(high, table.cap_yuan), warning, table.clause, table.mark)
