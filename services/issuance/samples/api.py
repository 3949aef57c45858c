"""Endpoints of drawn permits."""

from uuid import UUID

from fastapi import APIRouter, Response

from services.issuance.access import AtDesk, AuthorityReader, LegalReader
from services.issuance.samples import commands
from services.issuance.samples.queries import SampleState, list_samples, sample_model
from shared.contracts.figures import AuditFinding, AuditSample
from shared.contracts.pages import Page
from shared.platform.etag import IfMatch
from shared.platform.idempotency import OnceOnly
from shared.platform.paging import Cursor, Limit
from shared.platform.transaction import Read, Tx

router = APIRouter(tags=["audit samples"])


@router.get("/audit-samples")
async def list_audit_samples(
    caller: AuthorityReader,
    desk: AtDesk,
    read: Read,
    state: SampleState | None = None,
    cursor: Cursor = None,
    limit: Limit = 50,
) -> Page[AuditSample]:
    """Permits drawn after their issue, newest first."""
    return await list_samples(read, desk.authority_of(caller), state=state, cursor=cursor, limit=limit)


@router.post("/audit-samples/{sample_id}/finding", response_model=AuditSample)
async def find_on_sample(
    sample_id: UUID, body: AuditFinding, caller: LegalReader, desk: AtDesk, if_match: IfMatch, once: OnceOnly, tx: Tx
) -> Response:
    """A supervisor writes down what he found."""
    authority = desk.authority_of(caller)
    row = await commands.find(tx, caller, sample_id=sample_id, authority=authority, version=if_match, found=body)
    return once.answer(sample_model(row), version=row.version)
