"""The answer to an act that other services take part in: the application as it stands now, also for a repeat."""

from uuid import UUID

from fastapi import Response

from services.intake.applications.permits import permits_now
from services.intake.applications.progress import next_step
from services.intake.applications.queries import read, shown_application
from shared.platform.etag import etag
from shared.platform.runtime import Runtime
from shared.platform.tokens import Caller
from shared.platform.transaction import reading


async def present(runtime: Runtime, caller: Caller, application_id: UUID) -> Response:
    """200 when the system has done what it does by itself, 202 while that is still under way."""
    async with reading(runtime.database) as session:
        row = await read(session, caller, application_id)
        permits = await permits_now(session, row)
    return Response(
        shown_application(row, permits).model_dump_json(by_alias=True),
        status_code=200 if next_step(row) is None else 202,
        headers={"ETag": etag(row.version)},
        media_type="application/json",
    )
