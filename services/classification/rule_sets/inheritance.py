"""When a base changes, the sets that inherit from it change with it: each is carried over as an edition of its own.

The whole of every edition is stored, so that an assessment made with it can be made again exactly.
"""

from collections.abc import Sequence
from typing import cast

from sqlalchemy import select

from services.classification.rules.authoring import Edition, Fault, examine, parse, renamed
from shared.domain.errors import Conflict
from shared.domain.identifiers import uuid7
from shared.platform.database import WriteSession
from shared.schema.classification import RuleSet

SEPARATOR = "+"


async def carry_over(session: WriteSession, base: RuleSet) -> list[RuleSet]:
    """New editions, over a base just enacted, of every set that would be in force on its earlier edition, and of theirs.

    Raises:
        Conflict: `breaks_heir`, one would no longer be a valid rule set.
    """
    made: list[RuleSet] = []
    for heir in await _heirs(session, base):
        fresh = _over(base, heir)
        session.add(fresh)
        await session.flush()
        made += [fresh, *await carry_over(session, fresh)]
    return made


async def _heirs(session: WriteSession, base: RuleSet) -> Sequence[RuleSet]:
    """Enacted sets on another edition of the base that are in force at its moment or begin after it."""
    editions = select(RuleSet.id).where(RuleSet.name == base.name, RuleSet.id != base.id)
    query = select(RuleSet).where(RuleSet.state == "enacted", RuleSet.inherits_id.in_(editions))
    rows = (await session.scalars(query.order_by(RuleSet.effective_from.desc(), RuleSet.enacted_at.desc()))).all()
    chosen: list[RuleSet] = []
    met: set[str] = set()
    for row in rows:
        begun = cast("bool", row.effective_from <= base.effective_from)  # type: ignore[operator]
        if begun and row.name in met:
            continue
        if begun:
            met.add(row.name)
        chosen.append(row)
    return chosen


def _over(base: RuleSet, heir: RuleSet) -> RuleSet:
    parsed = parse(heir.source_toml)
    edition = parsed if isinstance(parsed, Fault) else examine(heir.source_toml, parsed, base.merged)
    if not isinstance(edition, Edition):
        fault = edition if isinstance(edition, Fault) else edition[0]
        raise Conflict(
            "breaks_heir",
            f"继承它的规则集 {heir.name} 将不再有效:{fault.field} {fault.zh}",
            f"the rule set {heir.name} that inherits from it would not hold: {fault.field} {fault.en}",
        )
    version = f"{heir.edition.split(SEPARATOR)[0]}{SEPARATOR}{base.edition}"[:40]
    return RuleSet(
        id=uuid7(),
        name=heir.name,
        edition=version,
        authority_adcode=heir.authority_adcode,
        title_zh=edition.title_zh,
        title_en=edition.title_en,
        law_from=edition.law_from,
        inherits_id=base.id,
        derived_from=heir.id,
        state="enacted",
        source_toml=heir.source_toml,
        merged=renamed(edition.merged, version),
        note=base.note,
        authors=heir.authors,
        reviewed_by=base.reviewed_by,
        enacted_by=base.enacted_by,
        enacted_at=base.enacted_at,
        effective_from=max(filter(None, (base.effective_from, heir.effective_from))),
    )
