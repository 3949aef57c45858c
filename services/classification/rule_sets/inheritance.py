"""When a base changes, the sets that inherit from it change with it: each is carried over as an edition of its own.

The whole of every edition is stored, so that an assessment made with it can be made again exactly.
"""

from datetime import datetime

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


async def _heirs(session: WriteSession, base: RuleSet) -> list[RuleSet]:
    """What is in force in an area at the base's moment, or begins later, and rests on an earlier edition of the base."""
    earlier = set(await session.scalars(select(RuleSet.id).where(RuleSet.name == base.name, RuleSet.id != base.id)))
    enacted = select(RuleSet).where(RuleSet.state == "enacted", RuleSet.id != base.id)
    rows = await session.scalars(enacted.order_by(RuleSet.effective_from.desc(), RuleSet.enacted_at.desc()))
    met: set[tuple[str, datetime]] = set()
    chosen: list[RuleSet] = []
    for row in rows:
        place = (row.authority_adcode, max(begin_of(row), begin_of(base)))
        if place not in met and row.inherits_id in earlier:
            chosen.append(row)
        met.add(place)
    return chosen


def begin_of(row: RuleSet) -> datetime:
    """When an enacted set begins.

    Raises:
        ValueError: it is not enacted.
    """
    if row.effective_from is None:
        raise ValueError(f"{row.name} {row.edition} is not enacted")
    return row.effective_from


def laid_over(base: RuleSet, row: RuleSet) -> Edition:
    """A set's own part over another edition of its base.

    Raises:
        Conflict: `breaks_heir`, together they are no valid rule set.
    """
    parsed = parse(row.source_toml)
    edition = parsed if isinstance(parsed, Fault) else examine(row.source_toml, parsed, base.merged)
    if not isinstance(edition, Edition):
        fault = edition if isinstance(edition, Fault) else edition[0]
        raise Conflict(
            "breaks_heir",
            f"规则集 {row.name} 在 {base.name} {base.edition} 之上不成立:{fault.field} {fault.zh}",
            f"the rule set {row.name} does not hold over {base.name} {base.edition}: {fault.field} {fault.en}",
        )
    return edition


def _over(base: RuleSet, heir: RuleSet) -> RuleSet:
    edition = laid_over(base, heir)
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
        effective_from=max(begin_of(base), begin_of(heir)),
    )
