"""Reading rule sets: one, locked or not, lists, and the state that follows from the moments of all."""

from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import ColumnElement, case, select
from sqlalchemy.dialects.postgresql import distinct_on
from sqlalchemy.ext.asyncio import AsyncSession

from services.classification.rule_sets.schemas import RuleSetRow, RuleSetView, State
from shared.contracts.pages import Page
from shared.domain.errors import not_found
from shared.platform.database import ReadSession, WriteSession
from shared.platform.etag import require_version
from shared.schema.classification import RuleSet

_LISTED = (
    RuleSet.id,
    RuleSet.name,
    RuleSet.edition,
    RuleSet.authority_adcode.label("area"),
    RuleSet.title_zh,
    RuleSet.title_en,
    RuleSet.law_from,
    RuleSet.effective_from,
    RuleSet.inherits_id,
    RuleSet.note,
    RuleSet.created_at,
    RuleSet.version,
)
_WHOLE = (
    *_LISTED,
    RuleSet.source_toml,
    RuleSet.derived_from,
    RuleSet.authors,
    RuleSet.reviewed_by,
    RuleSet.enacted_by,
    RuleSet.enacted_at,
)


def state_at(now: datetime) -> ColumnElement[str]:
    """The state of a row at a moment: of an area's enacted sets that have begun, the last one is in force."""
    begun = (RuleSet.state == "enacted") & (RuleSet.effective_from <= now)
    newest = (
        select(RuleSet.id)
        .ext(distinct_on(RuleSet.authority_adcode))
        .where(begun)
        .order_by(RuleSet.authority_adcode, RuleSet.effective_from.desc(), RuleSet.enacted_at.desc())
    )
    return case(
        (RuleSet.state != "enacted", RuleSet.state),
        (RuleSet.effective_from > now, "scheduled"),
        (RuleSet.id.in_(newest), "in_force"),
        else_="replaced",
    )


async def page_of_rule_sets(
    session: ReadSession, *, now: datetime, name: str | None, state: State | None, cursor: UUID | None, limit: int
) -> Page[RuleSetRow]:
    """Rule sets, newest first."""
    computed = state_at(now)
    query = select(*_LISTED, computed.label("state")).order_by(RuleSet.id.desc()).limit(limit + 1)
    if name is not None:
        query = query.where(RuleSet.name == name)
    if state is not None:
        query = query.where(computed == state)
    if cursor is not None:
        query = query.where(RuleSet.id < cursor)
    found = (await session.execute(query)).mappings().all()
    items = [RuleSetRow.model_validate(dict(row)) for row in found[:limit]]
    return Page(items=items, next_cursor=str(items[-1].id) if len(found) > limit else None)


async def view_of(session: AsyncSession, rule_set_id: UUID, now: datetime) -> RuleSetView:
    """One rule set.

    Raises:
        NotFound: no such set.
    """
    query = select(*_WHOLE, state_at(now).label("state")).where(RuleSet.id == rule_set_id)
    row = (await session.execute(query)).mappings().one_or_none()
    if row is None:
        raise not_found("规则集", "rule set")
    return RuleSetView.model_validate(dict(row))


async def lock_rule_set(session: WriteSession, rule_set_id: UUID, version: int) -> RuleSet:
    """A rule set, its row locked until the transaction ends, in the version the caller read.

    Raises:
        NotFound: no such set.
        Stale: it was changed meanwhile.
    """
    row = await session.scalar(select(RuleSet).where(RuleSet.id == rule_set_id).with_for_update(key_share=True))
    if row is None:
        raise not_found("规则集", "rule set")
    require_version(row.version, version)
    return row


async def base_at(session: AsyncSession, name: str, moment: datetime) -> RuleSet | None:
    """The edition of a set that is in force at a moment, as far as is decided now."""
    query = select(RuleSet).where(RuleSet.name == name, RuleSet.state == "enacted", RuleSet.effective_from <= moment)
    base: RuleSet | None = await session.scalar(
        query.order_by(RuleSet.effective_from.desc(), RuleSet.enacted_at.desc()).limit(1)
    )
    return base


class Content(NamedTuple):
    """What a rule set says: name, edition, and the whole of it as JSON text."""

    name: str
    edition: str
    merged: str


async def content_of(session: AsyncSession, rule_set_id: UUID) -> Content:
    """The content of a rule set.

    Raises:
        NotFound: no such set.
    """
    query = select(RuleSet.name, RuleSet.edition, RuleSet.merged).where(RuleSet.id == rule_set_id)
    row = (await session.execute(query)).one_or_none()
    if row is None:
        raise not_found("规则集", "rule set")
    return Content(*row)
