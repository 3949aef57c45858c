"""Traffic notices: written, published and lifted by road officers; publishing stops every locked plan it touches."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import func, literal, select, update
from sqlalchemy.dialects.postgresql import insert

from services.route_advisory.checks.queries import require_segments
from services.route_advisory.conflict import touches
from services.route_advisory.road_lock import own_road
from shared.contracts.route_advisory import NoticeDraft
from shared.domain.clock import utc_now
from shared.domain.errors import Conflict, not_found
from shared.domain.identifiers import uuid7
from shared.domain.lifecycle.route import NOTICE
from shared.domain.roles import Role
from shared.platform import audit
from shared.platform.database import WriteSession
from shared.platform.etag import require_version
from shared.platform.tokens import Caller
from shared.schema.route_advisory import PlanHoldRow, Restriction, RoutePlanRow, TrafficNotice


async def write_notice(session: WriteSession, caller: Caller, draft: NoticeDraft) -> TrafficNotice:
    """A new notice, not published yet.

    Raises:
        Invalid: `unknown_segment`.
    """
    await require_segments(session, draft.segment_ids, "/segment_ids")
    notice = TrafficNotice(
        id=uuid7(),
        kind=draft.kind,
        title=draft.title,
        segment_ids=list(dict.fromkeys(draft.segment_ids)),
        starts_at=draft.starts_at,
        ends_at=draft.ends_at,
        hard=draft.hard,
        limits=draft.limits.model_dump(),
        state="draft",
        created_by=caller.id,
        plans_held=0,
    )
    session.add(notice)
    await _record(session, caller, notice, "creation")
    await session.flush()
    return notice


async def publish(session: WriteSession, caller: Caller, *, notice_id: UUID, version: int) -> TrafficNotice:
    """Publish a notice: from the commit on no way leads over it, and every locked plan it touches is held.

    Raises:
        Conflict: it is not a draft; `notice_over`, its end has passed.
    """
    await own_road(session)
    notice = await _locked(session, notice_id, version)
    notice.state = NOTICE.step(notice.state, "publication", caller.roles)
    now = utc_now()
    if notice.ends_at is not None and notice.ends_at <= now:
        raise Conflict(
            "notice_over", "公告的结束时间已过，不能发布", "the notice's end has passed; it cannot be published"
        )
    notice.published_at = now
    restriction = Restriction(
        notice_id=notice.id,
        kind=notice.kind,
        segment_ids=notice.segment_ids,
        starts_at=notice.starts_at,
        ends_at=notice.ends_at,
        hard=notice.hard,
        limits=notice.limits,
    )
    session.add(restriction)
    await session.flush()
    notice.plans_held = await _hold_plans(session, notice, restriction.seq, now)
    await _record(session, caller, notice, "publication", restriction_seq=restriction.seq, plans_held=notice.plans_held)
    await session.flush()
    return notice


async def _hold_plans(session: WriteSession, notice: TrafficNotice, seq: int, now: datetime) -> int:
    """One statement puts a hold on every locked plan the restriction touches; how many."""
    touched = (
        select(RoutePlanRow.id, literal(notice.id), literal(notice.title), literal(now))
        .join(Restriction, touches())
        .where(Restriction.seq == seq, RoutePlanRow.state == "locked")
    )
    holds = insert(PlanHoldRow).from_select(["plan_id", "notice_id", "reason", "since"], touched)
    made = holds.returning(PlanHoldRow.plan_id).cte("made")
    return await session.scalar(select(func.count()).select_from(made)) or 0


async def lift(session: WriteSession, caller: Caller, *, notice_id: UUID, version: int) -> TrafficNotice:
    """Lift a notice and every hold it put on plans; holds of other notices stay.

    Raises:
        Conflict: it is not published.
    """
    await own_road(session)
    notice = await _locked(session, notice_id, version)
    notice.state = NOTICE.step(notice.state, "lifting", caller.roles)
    now = utc_now()
    await session.execute(update(Restriction).where(Restriction.notice_id == notice_id).values(lifted_at=now))
    live = (PlanHoldRow.notice_id == notice_id, PlanHoldRow.lifted_at.is_(None))
    await session.execute(update(PlanHoldRow).where(*live).values(lifted_at=now))
    await _record(session, caller, notice, "lifting")
    await session.flush()
    return notice


async def _locked(session: WriteSession, notice_id: UUID, version: int) -> TrafficNotice:
    """The notice, locked until the transaction ends, in the version the caller read."""
    notice = await session.scalar(
        select(TrafficNotice).where(TrafficNotice.id == notice_id).with_for_update(key_share=True)
    )
    if notice is None:
        raise not_found("公告", "notice")
    require_version(notice.version, version)
    return notice


async def _record(session: WriteSession, caller: Caller, notice: TrafficNotice, action: str, **data: object) -> None:
    await audit.record(
        session,
        service="route_advisory",
        aggregate="traffic_notice",
        aggregate_id=notice.id,
        action=action,
        actor=audit.acting(caller, Role.ROAD_OFFICER),
        data={"title": notice.title, **data},
    )
