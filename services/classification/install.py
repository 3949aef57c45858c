"""Base data of classification: the rule set as a row with its source, and the calendar's first content."""

from datetime import UTC, datetime, time

from sqlalchemy import func, select
from sqlalchemy.dialects.postgresql import insert

from services.classification.calendar_seed import seed_overrides
from services.classification.rules.loading import RULE_SETS, load_rules
from services.classification.settings import ClassificationSettings
from shared.domain.clock import utc_now
from shared.domain.identifiers import uuid7
from shared.platform.runtime import Runtime
from shared.platform.transaction import transaction
from shared.schema.classification import DayOverride, RuleSet

REASON = "chinesecalendar"


async def install(runtime: Runtime) -> None:
    """Put the rule set in force and, once, the known holidays; what an officer entered stays."""
    name = ClassificationSettings().rule_set
    rules = load_rules(name).source
    async with transaction(runtime.database) as session:
        row = {
            "id": uuid7(),
            "authority_adcode": runtime.settings.authority_adcode,
            "version": rules.version,
            "source_toml": (RULE_SETS / f"{name}.toml").read_text(encoding="utf-8"),
            "effective_from": datetime.combine(rules.effective_from, time(), UTC),
            "created_at": utc_now(),
        }
        await session.execute(insert(RuleSet).values(row).on_conflict_do_nothing())
        if not await session.scalar(select(func.count()).select_from(DayOverride)):
            days = [
                {"day": day, "kind": kind, "reason": REASON, "created_at": utc_now()}
                for day, kind in seed_overrides().items()
            ]
            await session.execute(insert(DayOverride).on_conflict_do_nothing(), days)
