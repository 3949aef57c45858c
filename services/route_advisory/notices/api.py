"""Traffic notices: written, published, lifted by road officers; read by staff; those in force, by anyone."""

from typing import Annotated, Literal
from uuid import UUID

from fastapi import APIRouter, Query, Response

from services.route_advisory.access import RoadOfficer, RoadReader
from services.route_advisory.notices.commands import lift, publish, write_notice
from services.route_advisory.notices.queries import (
    notice_by_id,
    page_of_notices,
    page_of_public_notices,
    wire_notice,
)
from shared.contracts.pages import Page
from shared.contracts.route_advisory import Notice, NoticeDraft, NoticeKind, PublicNotice
from shared.domain.clock import utc_now
from shared.platform.auth import Anyone
from shared.platform.etag import IfMatch, etag
from shared.platform.idempotency import OnceOnly
from shared.platform.transaction import Read, Tx

router = APIRouter(tags=["notices"])
Limit = Annotated[int, Query(ge=1, le=200)]


@router.post("/notices", response_model=Notice, status_code=201)
async def create_notice(draft: NoticeDraft, caller: RoadOfficer, once: OnceOnly, tx: Tx) -> Response:
    """Write a notice; it touches nothing until it is published."""
    notice = await write_notice(tx, caller, draft)
    return once.answer(
        wire_notice(notice),
        status_code=201,
        version=notice.version,
        headers={"Location": f"/api/route-advisory/v1/notices/{notice.id}"},
    )


@router.get("/notices")
async def list_notices(
    _: RoadReader,
    session: Read,
    cursor: UUID | None = None,
    limit: Limit = 50,
    state: Literal["draft", "published", "lifted"] | None = None,
    kind: NoticeKind | None = None,
) -> Page[Notice]:
    """Notices, newest first."""
    return await page_of_notices(session, cursor=cursor, limit=limit, state=state, kind=kind)


@router.get("/notices/{notice_id}")
async def read_notice(notice_id: UUID, _: RoadReader, session: Read, response: Response) -> Notice:
    """One notice with its version."""
    notice = await notice_by_id(session, notice_id)
    response.headers["ETag"] = etag(notice.version)
    return wire_notice(notice)


@router.post("/notices/{notice_id}/publication", response_model=Notice)
async def publish_notice(notice_id: UUID, caller: RoadOfficer, version: IfMatch, once: OnceOnly, tx: Tx) -> Response:
    """Publish: no way leads over it from now on, and locked plans it touches are held."""
    notice = await publish(tx, caller, notice_id=notice_id, version=version)
    return once.answer(wire_notice(notice), version=notice.version)


@router.post("/notices/{notice_id}/lifting", response_model=Notice)
async def lift_notice(notice_id: UUID, caller: RoadOfficer, version: IfMatch, once: OnceOnly, tx: Tx) -> Response:
    """Lift: the road is open again, and the holds it put on plans end."""
    notice = await lift(tx, caller, notice_id=notice_id, version=version)
    return once.answer(wire_notice(notice), version=notice.version)


@router.get("/public/notices")
async def list_public_notices(
    _: Anyone, session: Read, cursor: UUID | None = None, limit: Limit = 50, road: str | None = None
) -> Page[PublicNotice]:
    """Published notices that are not over, newest first; `road` is a code such as G65."""
    return await page_of_public_notices(session, cursor=cursor, limit=limit, road=road, now=utc_now())
