"""What classification keeps in memory: every rule set in force or to be, the calendar, the limit on previews.

Every process looks for changes every few seconds, long before a new rule set begins. A process that could not look for
half that lead does not answer with rules it cannot vouch for: it looks first, and fails if it cannot.
"""

import asyncio
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple, cast
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncSession

from services.classification.rules.answer import AnswerWriter
from services.classification.rules.authoring import load_merged
from services.classification.rules.model import CompiledRules
from services.classification.settings import ClassificationSettings
from shared.domain.calendar import Calendar, DayKind
from shared.domain.clock import utc_now
from shared.domain.errors import Conflict, not_found
from shared.platform.database import Database
from shared.platform.limits import RateLimit
from shared.platform.logging import get_log
from shared.platform.runtime import Runtime
from shared.platform.transaction import reading
from shared.schema.classification import DayOverride, RuleSet

NATION = "000000"
log = get_log("classification")


class Edition(NamedTuple):
    """An enacted rule set: its row, the area it is the law of, when it begins, when that was decided, what it says."""

    row: UUID
    area: str
    effective_from: datetime
    enacted_at: datetime
    rules: CompiledRules
    answers: AnswerWriter


def areas_of(adcode: str) -> tuple[str, ...]:
    """The areas whose law holds in an area, the nearest first: itself, its prefecture, its region, the nation."""
    return tuple(dict.fromkeys((adcode, adcode[:4] + "00", adcode[:2] + "0000", NATION)))


def edition_at(editions: Iterable[Edition], areas: tuple[str, ...], moment: datetime) -> Edition | None:
    """The rule set of the nearest area that has one in force; of several the one that began last, then the last decided."""
    begun = [edition for edition in editions if edition.area in areas and edition.effective_from <= moment]
    nearest = min((areas.index(edition.area) for edition in begun), default=None)
    if nearest is None:
        return None
    of_area = (edition for edition in begun if edition.area == areas[nearest])
    return max(of_area, key=lambda edition: (edition.effective_from, edition.enacted_at))


@dataclass
class Engine:
    """Rule sets, calendar and limits of one process.

    Args:
        database: where rule sets and days are looked for.
        areas: areas whose law holds here, the nearest first.
        settings: of classification.
    """

    database: Database
    areas: tuple[str, ...]
    settings: ClassificationSettings

    def __post_init__(self) -> None:
        self.calendar = Calendar({})
        self.anonymous = RateLimit(self.settings.previews_per_minute, 60)
        self._editions: Mapping[UUID, Edition] = {}
        self._days_stamp: tuple[int, int] | None = None
        self._looked_at = float("-inf")

    async def look(self) -> None:
        """Take over rule sets and days that are new since the last look.

        Raises:
            SQLAlchemyError, OSError: the database is away; what was loaded stays.
        """
        began = time.monotonic()
        async with reading(self.database) as session:
            await self._look_for_rules(session)
            await self._look_for_days(session)
        self._looked_at = began

    def expire(self) -> None:
        """Look again before the next answer: something is being changed in this process."""
        self._looked_at = float("-inf")

    async def fresh(self) -> None:
        """Make sure of a look within half the lead of enactments.

        Raises:
            SQLAlchemyError, OSError: the database is away.
        """
        if time.monotonic() - self._looked_at > self.settings.enactment_lead_s / 2:
            await self.look()

    async def at(self, moment: datetime) -> Edition:
        """The rule set in force at a moment.

        Raises:
            Conflict: `no_rule_set`, none was.
        """
        await self.fresh()
        found = edition_at(self._editions.values(), self.areas, moment)
        if found is None:
            raise Conflict("no_rule_set", "该时点没有有效的规则集", "no rule set is in force at that moment")
        return found

    async def rules_of(self, session: AsyncSession, rule_set_id: UUID) -> CompiledRules:
        """The rules of a stored set, in force or not.

        Raises:
            NotFound: no such set.
        """
        known = self._editions.get(rule_set_id)
        if known is not None:
            return known.rules
        merged = await session.scalar(select(RuleSet.merged).where(RuleSet.id == rule_set_id))
        if merged is None:
            raise not_found("规则集", "rule set")
        return load_merged(merged)

    async def _look_for_rules(self, session: AsyncSession) -> None:
        enacted = select(RuleSet.id).where(RuleSet.state == "enacted")
        ids = set(await session.scalars(enacted))
        new = ids - set(self._editions)
        if not new:
            return
        columns = (RuleSet.id, RuleSet.authority_adcode, RuleSet.effective_from, RuleSet.enacted_at, RuleSet.merged)
        rows = (await session.execute(select(*columns).where(RuleSet.id.in_(new)))).all()
        loaded: dict[UUID, Edition] = {}
        for row, area, since, decided, merged in rows:
            rules = load_merged(merged)
            moments = cast("datetime", since), cast("datetime", decided)
            loaded[row] = Edition(row, area, *moments, rules, AnswerWriter(rules))
        self._editions = {**self._editions, **loaded}

    async def _look_for_days(self, session: AsyncSession) -> None:
        # Versions only rise and rows are never deleted: the sum tells every change.
        stamp = select(func.count(), func.coalesce(func.sum(DayOverride.version), 0)).select_from(DayOverride)
        rows, versions = (await session.execute(stamp)).one()
        if (rows, versions) == self._days_stamp:
            return
        columns = select(DayOverride.day, DayOverride.kind).where(DayOverride.kind.is_not(None))
        days = (await session.execute(columns)).all()
        overrides: dict[date, DayKind] = {day: cast("DayKind", kind) for day, kind in days}
        self.calendar = Calendar(overrides)
        self._days_stamp = (rows, versions)


class Watch(NamedTuple):
    """The task that keeps looking; kept, so that it is not forgotten while it runs."""

    task: asyncio.Task[None]


async def _keep_looking(engine: Engine, stopping: asyncio.Event) -> None:
    while not stopping.is_set():
        try:
            await asyncio.wait_for(stopping.wait(), engine.settings.look_every_s)
        except TimeoutError:
            try:
                await engine.look()
            except (SQLAlchemyError, OSError, ValueError) as error:
                log.warning("could not look for new rule sets", error=str(error)[:300])


async def prepare(runtime: Runtime) -> None:
    """Load what is in force, and keep looking for what comes.

    Raises:
        Conflict: `no_rule_set`, nothing is installed.
    """
    engine = Engine(runtime.database, areas_of(runtime.settings.authority_adcode), ClassificationSettings())
    await engine.at(utc_now())
    runtime.keep(engine)
    watch = asyncio.create_task(_keep_looking(engine, runtime.stopping), name="classification looks for rule sets")
    runtime.keep(Watch(watch))
