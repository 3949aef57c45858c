"""What classification keeps in memory: the compiled rules in force, the calendar, the limit on previews."""

from dataclasses import dataclass
from datetime import date
from typing import cast
from uuid import UUID

from sqlalchemy import select

from services.classification.rules.loading import load_rules
from services.classification.rules.model import CompiledRules
from services.classification.settings import ClassificationSettings
from shared.domain.calendar import Calendar, DayKind
from shared.platform.limits import RateLimit
from shared.platform.runtime import Runtime
from shared.platform.transaction import reading
from shared.schema.classification import DayOverride, RuleSet


@dataclass(frozen=True)
class Engine:
    """Rules, their row, the calendar, and the limit of anonymous previews."""

    rules: CompiledRules
    rule_set_row: UUID
    calendar: Calendar
    anonymous: RateLimit


async def prepare(runtime: Runtime) -> None:
    """Load the rule set in force and the calendar."""
    settings = ClassificationSettings()
    rules = load_rules(settings.rule_set)
    async with reading(runtime.database) as session:
        days = (await session.execute(select(DayOverride.day, DayOverride.kind))).all()
        row = await session.scalar(
            select(RuleSet.id).where(
                RuleSet.authority_adcode == runtime.settings.authority_adcode,
                RuleSet.version == rules.source.version,
            )
        )
    if row is None:
        raise LookupError(f"rule set {rules.source.id} {rules.source.version} is not installed: run `make migrate`")
    overrides: dict[date, DayKind] = {day: cast("DayKind", kind) for day, kind in days}
    runtime.keep(Engine(rules, row, Calendar(overrides), RateLimit(settings.previews_per_minute, 60)))
