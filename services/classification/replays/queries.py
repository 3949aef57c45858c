"""Reading replays, what they changed, and the stored cases they go through."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple, cast
from uuid import UUID

from sqlalchemy import ColumnElement, Text, and_, exists, func, select, tuple_
from sqlalchemy import cast as sql_cast
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from services.classification.replays.schemas import Answered, ChangedCase, Move, ReplayState, ReplayView, What
from services.classification.rules.replay import Answer, Case
from shared.contracts.pages import Page
from shared.domain.errors import not_found
from shared.platform.database import ReadSession
from shared.platform.paging import cut
from shared.schema.classification import AssessmentRow, Replay, ReplayChange

SEPARATOR = ">"
"""Between what changes, its value before and after, in the keys of stored counts."""


class StoredCase(NamedTuple):
    """A stored assessment on the way through a replay."""

    id: UUID
    application_id: UUID
    set_index: int
    created_at: datetime
    case: Case


def _range(replay: Replay) -> ColumnElement[bool]:
    """The newest assessment of each vehicle set within the replay's time."""
    newer = aliased(AssessmentRow)
    replaced = exists().where(
        newer.application_id == AssessmentRow.application_id,
        newer.set_index == AssessmentRow.set_index,
        newer.facts_version > AssessmentRow.facts_version,
    )
    within = and_(AssessmentRow.created_at >= replay.from_at, AssessmentRow.created_at < replay.until_at)
    return and_(within, ~replaced)


async def count_cases(session: AsyncSession, replay: Replay) -> int:
    """How many cases a replay goes through."""
    query = select(func.count()).select_from(AssessmentRow).where(_range(replay))
    return await session.scalar(query) or 0


async def next_cases(session: AsyncSession, replay: Replay, limit: int) -> list[StoredCase]:
    """The cases after the last one done, oldest first; facts and context as text, read where they are assessed."""
    stored = AssessmentRow
    columns = (stored.id, stored.application_id, stored.set_index, stored.created_at)
    texts = (sql_cast(stored.facts, Text), sql_cast(stored.context, Text))
    query = select(*columns, *texts, stored.outcome, stored.class_, stored.lane).where(_range(replay))
    if replay.last_id is not None:
        query = query.where(tuple_(stored.created_at, stored.id) > (replay.last_at, replay.last_id))
    rows = await session.execute(query.order_by(stored.created_at, stored.id).limit(limit))
    return [
        StoredCase(row_id, application, index, at, Case(facts, context, Answer(outcome, class_, lane)))
        for row_id, application, index, at, facts, context, outcome, class_, lane in rows
    ]


async def replay_row(session: AsyncSession, replay_id: UUID) -> Replay:
    """A replay.

    Raises:
        NotFound: no such replay.
    """
    row = await session.get(Replay, replay_id)
    if row is None:
        raise not_found("重演", "replay")
    return row


def view_of(row: Replay) -> ReplayView:
    """A replay with its counts."""
    counts = cast("dict[str, int]", row.counts)
    moves = [_move(key, count) for key, count in sorted(counts.items()) if SEPARATOR in key]
    return ReplayView(
        id=row.id,
        rule_set_id=row.rule_set_id,
        from_=row.from_at,
        to=row.until_at,
        state=cast("ReplayState", row.state),
        total=row.total,
        done=row.done,
        changed=counts.get("changed", 0),
        unreadable=counts.get("unreadable", 0),
        moves=moves,
        created_at=row.created_at,
        finished_at=row.finished_at,
    )


def _move(key: str, count: int) -> Move:
    what, before, after = key.split(SEPARATOR)
    return Move(what=cast("What", what), before=before or None, after=after or None, count=count)


async def page_of_replays(session: ReadSession, *, cursor: UUID | None, limit: int) -> Page[ReplayView]:
    """Replays, newest first."""
    query = select(Replay).order_by(Replay.id.desc()).limit(limit + 1)
    if cursor is not None:
        query = query.where(Replay.id < cursor)
    rows, following = cut((await session.scalars(query)).all(), limit, lambda row: row.id)
    return Page(items=[view_of(row) for row in rows], next_cursor=following)


async def page_of_changes(
    session: ReadSession, replay_id: UUID, *, cursor: UUID | None, limit: int
) -> Page[ChangedCase]:
    """Cases a replay would change, oldest first.

    Raises:
        NotFound: no such replay.
    """
    await replay_row(session, replay_id)
    of_replay = select(ReplayChange).where(ReplayChange.replay_id == replay_id)
    query = of_replay.order_by(ReplayChange.assessment_id).limit(limit + 1)
    if cursor is not None:
        query = query.where(ReplayChange.assessment_id > cursor)
    rows, following = cut((await session.scalars(query)).all(), limit, lambda row: row.assessment_id)
    return Page(items=_changed(rows), next_cursor=following)


def _changed(rows: Sequence[ReplayChange]) -> list[ChangedCase]:
    return [
        ChangedCase(
            assessment_id=row.assessment_id,
            application_id=row.application_id,
            set_index=row.set_index,
            before=_answered(row.outcome_before, row.class_before, row.lane_before),
            after=_answered(row.outcome_after, row.class_after, row.lane_after),
        )
        for row in rows
    ]


def _answered(outcome: str, class_: str | None, lane: str | None) -> Answered:
    return Answered.model_validate({"outcome": outcome, "class_": class_, "lane": lane})
