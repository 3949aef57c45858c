"""The way of a rule set from its draft into force: written by some, reviewed by another, enacted by a third act.

Nobody reviews what he wrote, and whoever reviewed it does not put it in force. An enactment begins at least the lead
ahead (setting), so that every process has the set loaded when it begins; the past is never changed.
"""

from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import text

from services.classification.engine import Engine
from services.classification.rule_sets.inheritance import carry_over, laid_over
from services.classification.rule_sets.queries import base_at, lock_rule_set
from services.classification.rule_sets.schemas import Enactment, RuleSetDraft
from services.classification.rules.authoring import Edition, Fault, Parsed, examine, parse
from shared.domain.clock import shanghai_day, utc_now
from shared.domain.errors import Conflict, FieldError, Invalid, field_problem
from shared.domain.identifiers import uuid7
from shared.domain.lifecycle.rule_set import RULE_SET
from shared.domain.roles import Role
from shared.platform import audit
from shared.platform.cpu import CpuPool
from shared.platform.database import WriteSession
from shared.platform.tokens import Caller
from shared.schema.classification import RuleSet

SOURCE = "/source_toml"
MOST_FAULTS = 50
"""Told at once; nobody mends more before asking again."""
_ONE_AT_A_TIME = text("SELECT pg_advisory_xact_lock(hashtextextended('classification.enactment', 0))")


async def draft(session: WriteSession, caller: Caller, body: RuleSetDraft, cpu: CpuPool) -> UUID:
    """A new draft.

    Raises:
        Invalid: the TOML is not a rule set; every fault with its line.
    """
    edition, base = await _read(session, body.source_toml, cpu)
    row = RuleSet(id=uuid7(), state="draft", authors=[str(caller.id)])
    _write(row, edition, base, body)
    session.add(row)
    await session.flush()
    await _record(session, caller, row, "creation", note=body.note)
    return row.id


async def change(
    session: WriteSession, caller: Caller, body: RuleSetDraft, cpu: CpuPool, *, rule_set_id: UUID, version: int
) -> RuleSet:
    """Write a draft anew, over the base that is in force now.

    Raises:
        Conflict: it is no draft.
        Invalid: as in `draft`.
    """
    row = await lock_rule_set(session, rule_set_id, version)
    row.state = RULE_SET.step(row.state, "change", caller.roles)
    edition, base = await _read(session, body.source_toml, cpu)
    _write(row, edition, base, body)
    row.authors = list(dict.fromkeys([*row.authors, str(caller.id)]))
    await _record(session, caller, row, "change", note=body.note)
    await session.flush()
    return row


async def review(session: WriteSession, caller: Caller, *, rule_set_id: UUID, version: int) -> RuleSet:
    """Review a draft: it is what the law says.

    Raises:
        Conflict: `same_person`, the reviewer wrote on it; or it is no draft.
    """
    row = await lock_rule_set(session, rule_set_id, version)
    row.state = RULE_SET.step(row.state, "review", caller.roles)
    if str(caller.id) in row.authors:
        raise _same_person("起草人不能复核自己起草的规则集", "who wrote on a rule set does not review it")
    row.reviewed_by = caller.id
    await _record(session, caller, row, "review")
    await session.flush()
    return row


async def send_back(session: WriteSession, caller: Caller, *, rule_set_id: UUID, version: int, reason: str) -> RuleSet:
    """Make a reviewed set a draft again."""
    row = await lock_rule_set(session, rule_set_id, version)
    row.state = RULE_SET.step(row.state, "return", caller.roles)
    row.reviewed_by = None
    await _record(session, caller, row, "return", reason=reason)
    await session.flush()
    return row


async def enact(
    session: WriteSession, caller: Caller, body: Enactment, engine: Engine, *, rule_set_id: UUID, version: int
) -> RuleSet:
    """Put a reviewed set in force; sets that inherit from it are carried over to it at the same moment.

    Raises:
        Conflict: `same_person`, the caller reviewed it; `before_its_law`, its own text begins later; `breaks_heir`, it
            does not hold over the base of that moment, or a set that inherits from it would not hold over it.
        Invalid: the moment is not far enough ahead.
    """
    await session.execute(_ONE_AT_A_TIME)
    row = await lock_rule_set(session, rule_set_id, version)
    state = RULE_SET.step(row.state, "enactment", caller.roles)
    if caller.id == row.reviewed_by:
        raise _same_person("复核人不能发布自己复核的规则集", "who reviewed a rule set does not enact it")
    now, lead = utc_now(), timedelta(seconds=engine.settings.enactment_lead_s)
    moment = body.effective_from or now + lead
    if moment < now + lead:
        seconds = engine.settings.enactment_lead_s
        raise field_problem(
            "/effective_from", "too_soon", f"至少提前 {seconds} 秒", f"must be at least {seconds} s ahead"
        )
    if shanghai_day(moment) < row.law_from:
        raise Conflict("before_its_law", "早于规则集自身的施行日期", "the rule set's own text begins later")
    await _rebase(session, row, moment)
    row.state, row.effective_from, row.enacted_at, row.enacted_by = state, moment, now, caller.id
    await session.flush()
    heirs = await carry_over(session, row)
    await _record(session, caller, row, "enactment", effective_from=moment, heirs=[heir.id for heir in heirs])
    for heir in heirs:
        await _record(session, caller, heir, "inheritance", base=row.id, derived_from=heir.derived_from)
    engine.expire()
    return row


async def _rebase(session: WriteSession, row: RuleSet, moment: datetime) -> None:
    """Lay a set over the edition of its base that is in force at the moment, should that be another by then."""
    known = await session.get(RuleSet, row.inherits_id) if row.inherits_id else None
    base = await base_at(session, known.name, moment) if known else None
    if base is not None and base.id != row.inherits_id:
        row.merged, row.inherits_id = laid_over(base, row).merged, base.id


async def _read(session: WriteSession, source: str, cpu: CpuPool) -> tuple[Edition, RuleSet | None]:
    """The edition a TOML makes over the base that is in force now."""
    parsed = await cpu.run(parse, source)
    if isinstance(parsed, Fault):
        raise _invalid([parsed])
    base = await _base(session, parsed)
    found = examine(source, parsed, base.merged if base else None, most=MOST_FAULTS)
    if not isinstance(found, Edition):
        raise _invalid(found)
    return found, base


async def _base(session: WriteSession, parsed: Parsed) -> RuleSet | None:
    if parsed.inherits is None:
        return None
    base = await base_at(session, parsed.inherits, utc_now())
    if base is None:
        name = parsed.inherits[:80]
        fault = Fault(None, "inherits", "unknown_base", f"没有在行的规则集 {name}", f"no rule set {name} is in force")
        raise _invalid([fault])
    return base


def _write(row: RuleSet, edition: Edition, base: RuleSet | None, body: RuleSetDraft) -> None:
    row.name, row.edition, row.authority_adcode = edition.name, edition.version, edition.area
    row.title_zh, row.title_en, row.law_from = edition.title_zh, edition.title_en, edition.law_from
    row.inherits_id = base.id if base else None
    row.source_toml, row.merged, row.note = body.source_toml, edition.merged, body.note


def _invalid(faults: list[Fault]) -> Invalid:
    errors = [FieldError(SOURCE, fault.code, _told(fault, "zh"), _told(fault, "en")) for fault in faults]
    return Invalid("invalid_fields", "规则集有误", "the rule set is not valid", errors=errors)


def _told(fault: Fault, language: str) -> str:
    if language == "zh":
        line = f"第 {fault.line} 行:" if fault.line else ""
        return f"{line}{fault.field + ':' if fault.field else ''}{fault.zh}"
    line = f"line {fault.line}: " if fault.line else ""
    return f"{line}{fault.field + ': ' if fault.field else ''}{fault.en}"


def _same_person(zh: str, en: str) -> Conflict:
    return Conflict("same_person", zh, en)


async def _record(session: WriteSession, caller: Caller, row: RuleSet, action: str, **data: object) -> None:
    await audit.record(
        session,
        service="classification",
        aggregate="rule_set",
        aggregate_id=row.id,
        action=action,
        actor=audit.acting(caller, Role.ADMIN, Role.SUPERVISOR),
        data={"name": row.name, "edition": row.edition, **data},
    )
