"""Endpoints of walk-ins (帮办代办): a clerk files for a carrier at the window."""

from fastapi import APIRouter, Request, Response

from services.intake.access import Clerk
from services.intake.applications.queries import shown_application
from services.intake.walk_ins import commands, queries
from shared.clients.registry import RegistryClient
from shared.contracts.intake import Application, ApplicationRow
from shared.contracts.pages import Page
from shared.contracts.walk_ins import WalkIn
from shared.platform.etag import etag
from shared.platform.idempotency import Keyed
from shared.platform.paging import Cursor, Limit
from shared.platform.runtime import runtime_of
from shared.platform.transaction import Read, transaction

router = APIRouter(prefix="/walk-ins", tags=["walk-ins"])


@router.post("", status_code=201)
async def file_for(body: WalkIn, caller: Clerk, keyed: Keyed, request: Request, response: Response) -> Application:
    """Make a draft for a carrier; it is edited, given its materials and handed in as an agent would."""
    runtime = runtime_of(request)
    standing = await RegistryClient(runtime).standing(commands.who_is(body))
    async with transaction(runtime.database) as session:
        authority = runtime.settings.authority_adcode
        row = await commands.draft_for(session, caller, body=body, name=standing.name, authority=authority, keyed=keyed)
    response.headers["ETag"] = etag(row.version)
    response.headers["Location"] = request.url.path.replace("walk-ins", f"applications/{row.id}")
    return shown_application(row)


@router.get("")
async def drafts(caller: Clerk, session: Read, cursor: Cursor = None, limit: Limit = 20) -> Page[ApplicationRow]:
    """The drafts the caller has made for others and not handed in yet, newest first."""
    return await queries.drafts(session, caller, cursor=cursor, limit=limit)
