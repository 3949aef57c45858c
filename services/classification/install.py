"""Base data of classification: the first rule sets as rows in force, and the calendar's first content."""

from datetime import datetime, time

from sqlalchemy import func, select
from sqlalchemy.dialects.postgresql import insert

from services.classification.calendar_seed import seed_overrides
from services.classification.rules.authoring import Edition, Fault, examine, parse
from services.classification.rules.loading import RULE_SETS, RuleSetError
from services.classification.settings import ClassificationSettings
from shared.domain.clock import SHANGHAI, utc_now
from shared.domain.identifiers import uuid7
from shared.platform.database import WriteSession
from shared.platform.runtime import Runtime
from shared.platform.transaction import transaction
from shared.schema.classification import DayOverride, RuleSet

REASON = "chinesecalendar"
NOTE = "随系统安装"


async def install(runtime: Runtime) -> None:
    """Put the first rule sets in force and, once, the known holidays; what officers entered stays.

    An edition that comes with a later release becomes a draft: people put it in force, not a release.
    """
    async with transaction(runtime.database) as session:
        await _with_bases(session, ClassificationSettings().rule_set)
        if not await session.scalar(select(func.count()).select_from(DayOverride)):
            days = [
                {"day": day, "kind": kind, "reason": REASON, "created_at": utc_now()}
                for day, kind in seed_overrides().items()
            ]
            await session.execute(insert(DayOverride).on_conflict_do_nothing(), days)


async def _with_bases(session: WriteSession, name: str) -> RuleSet:
    """The set of a file, its bases first."""
    text = (RULE_SETS / f"{name}.toml").read_text(encoding="utf-8")
    parsed = parse(text)
    if isinstance(parsed, Fault):
        raise RuleSetError(
            f"{name}.toml 第 {parsed.line} 行:{parsed.zh}", f"{name}.toml, line {parsed.line}: {parsed.en}"
        )
    base = await _with_bases(session, parsed.inherits) if parsed.inherits else None
    edition = examine(text, parsed, base.merged if base else None)
    if not isinstance(edition, Edition):
        raise RuleSetError(f"{name}.toml:{edition[0].zh}", f"{name}.toml: {edition[0].en}")
    known = select(RuleSet).where(RuleSet.name == edition.name).order_by(RuleSet.created_at)
    rows = (await session.scalars(known)).all()
    same = next((row for row in rows if row.edition == edition.version), None)
    if same is not None:
        return same
    row = _row(edition, text, base, first=not rows)
    session.add(row)
    await session.flush()
    return row


def _row(edition: Edition, text: str, base: RuleSet | None, *, first: bool) -> RuleSet:
    return RuleSet(
        id=uuid7(),
        name=edition.name,
        edition=edition.version,
        authority_adcode=edition.area,
        title_zh=edition.title_zh,
        title_en=edition.title_en,
        law_from=edition.law_from,
        inherits_id=base.id if base else None,
        state="enacted" if first else "draft",
        source_toml=text,
        merged=edition.merged,
        note=NOTE,
        authors=[],
        enacted_at=utc_now() if first else None,
        effective_from=datetime.combine(edition.law_from, time(), SHANGHAI) if first else None,
    )
