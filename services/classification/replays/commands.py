"""Starting a replay, and going through it batch by batch: each batch is assessed in a worker process and committed.

A batch is short, so that route checks that share the worker wait little. A replay that was interrupted goes on where it
stopped: the last case done stands in its row.
"""

from collections import Counter
from typing import cast
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert

from services.classification.engine import Engine
from services.classification.replays.queries import SEPARATOR, StoredCase, count_cases, next_cases, replay_row
from services.classification.replays.schemas import ReplayJob, ReplayOrder
from services.classification.rule_sets.queries import content_of
from services.classification.rules.replay import Answer, replay
from shared.domain.clock import utc_now
from shared.domain.errors import Unavailable
from shared.domain.identifiers import uuid7
from shared.platform import jobs
from shared.platform.database import WriteSession
from shared.platform.runtime import Runtime
from shared.platform.tokens import Caller
from shared.platform.transaction import reading, transaction
from shared.schema.classification import Replay, ReplayChange

JOB = "classification.replay"
BATCH = 250


async def start(session: WriteSession, caller: Caller, order: ReplayOrder) -> Replay:
    """A new replay of a rule set as it is now; a job goes through it.

    Raises:
        NotFound: no such rule set.
    """
    content = await content_of(session, order.rule_set_id)
    row = Replay(
        id=uuid7(),
        rule_set_id=order.rule_set_id,
        merged=content.merged,
        from_at=order.from_,
        until_at=order.to,
        state="queued",
        total=0,
        done=0,
        counts={},
        created_by=caller.id,
    )
    row.total = await count_cases(session, row)
    session.add(row)
    await session.flush()
    await jobs.enqueue(session, JOB, ReplayJob(replay_id=row.id))
    return row


async def go_through(runtime: Runtime, payload: bytes) -> None:
    """The job: from the last case done to the end.

    Raises:
        Unavailable: the process is to end; the job goes on in another.
    """
    replay_id = ReplayJob.model_validate_json(payload).replay_id
    while not runtime.stopping.is_set():
        async with reading(runtime.database) as session:
            row = await replay_row(session, replay_id)
            cases = await next_cases(session, row, BATCH) if row.state != "done" else []
        days = dict(runtime.own(Engine).calendar.overrides)
        answers = await runtime.cpu.run(replay, row.merged, days, [stored.case for stored in cases]) if cases else []
        async with transaction(runtime.database) as session:
            if not await _advance(session, row, cases, answers):
                return
    raise Unavailable("stopping", "系统正在停止", "the process is to end", retry_after_s=1)


async def _advance(session: WriteSession, seen: Replay, cases: list[StoredCase], answers: list[Answer | None]) -> bool:
    """Add what a batch gave; False: the replay is done, or another worker is ahead."""
    row = await session.scalar(select(Replay).where(Replay.id == seen.id).with_for_update(key_share=True))
    if row is None or row.state == "done" or row.last_id != seen.last_id:
        return False
    if not cases:
        row.state, row.finished_at, row.total = "done", utc_now(), row.done
        return False
    changed = [
        (stored, answer)
        for stored, answer in zip(cases, answers, strict=True)
        if answer is not None and answer != stored.case.answer
    ]
    if changed:
        await session.execute(insert(ReplayChange), [_change(row.id, stored, answer) for stored, answer in changed])
    row.counts = _counted(cast("dict[str, int]", row.counts), changed, answers.count(None))
    row.state, row.done, row.total = "running", row.done + len(cases), max(row.total, row.done + len(cases))
    row.last_at, row.last_id = cases[-1].created_at, cases[-1].id
    return True


def _counted(counts: dict[str, int], changed: list[tuple[StoredCase, Answer]], unreadable: int) -> dict[str, object]:
    total = Counter(counts)
    total["changed"] += len(changed)
    total["unreadable"] += unreadable
    for stored, after in changed:
        for what, was, becomes in zip(("outcome", "class", "lane"), stored.case.answer, after, strict=True):
            if was != becomes:
                total[SEPARATOR.join((what, was or "", becomes or ""))] += 1
    return dict(total)


def _change(replay_id: UUID, stored: StoredCase, after: Answer) -> dict[str, object]:
    before = stored.case.answer
    return {
        "replay_id": replay_id,
        "assessment_id": stored.id,
        "application_id": stored.application_id,
        "set_index": stored.set_index,
        "outcome_before": before.outcome,
        "class_before": before.class_,
        "lane_before": before.lane,
        "outcome_after": after.outcome,
        "class_after": after.class_,
        "lane_after": after.lane,
    }
