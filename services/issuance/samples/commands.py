"""Drawing a day's permits once it is over, and writing down what a reader found."""

import math
from datetime import date, datetime, time, timedelta
from random import SystemRandom
from uuid import UUID

from sqlalchemy import exists, func, select

from services.issuance.desk import Desk, desk_of
from services.issuance.samples.queries import locked_sample
from shared.contracts.figures import AuditFinding
from shared.domain.clock import SHANGHAI, shanghai_day, utc_now
from shared.domain.errors import Conflict
from shared.domain.identifiers import uuid7
from shared.domain.lifecycle.audit_sample import AUDIT_SAMPLE
from shared.domain.roles import Role
from shared.platform import audit
from shared.platform.audit import SYSTEM, acting
from shared.platform.database import WriteSession
from shared.platform.etag import require_version
from shared.platform.runtime import Runtime
from shared.platform.tokens import Caller
from shared.platform.transaction import transaction
from shared.schema.issuance import AuditSample, Decision, Permit

_PER_MILLE = 1000


async def draw_yesterday(runtime: Runtime) -> None:
    """The timer: draw the day before, unless it was drawn."""
    async with transaction(runtime.database) as session:
        await draw(session, desk_of(runtime), shanghai_day(utc_now()) - timedelta(days=1))


async def draw(session: WriteSession, desk: Desk, day: date) -> int:
    """Draw permits issued on a Shanghai day by chance, once; how many.

    At least one where any was issued and a share is set; chance comes from the system, so that nobody can foresee it.
    """
    lock = func.hashtextextended(f"audit_sample:{desk.adcode}:{day}", 0)
    await session.execute(select(func.pg_advisory_xact_lock(lock)))
    drawn = exists().where(AuditSample.authority_adcode == desk.adcode, AuditSample.day == day)
    if desk.settings.audit_sample_per_mille == 0 or await session.scalar(select(drawn)):
        return 0
    begin = datetime.combine(day, time(), SHANGHAI)
    query = (
        select(Permit.id, Permit.number, Decision.review_case_id, Decision.automatic)
        .join(Decision, Decision.id == Permit.decision_id)
        .where(
            Permit.authority_adcode == desk.adcode,
            Permit.revision == 1,
            Permit.issued_at >= begin,
            Permit.issued_at < begin + timedelta(days=1),
        )
    )
    issued = (await session.execute(query)).all()
    count = math.ceil(len(issued) * desk.settings.audit_sample_per_mille / _PER_MILLE)
    for permit_id, number, case_id, automatic in SystemRandom().sample(issued, count):
        sample = AuditSample(
            id=uuid7(),
            permit_id=permit_id,
            permit_number=number,
            authority_adcode=desk.adcode,
            review_case_id=case_id,
            automatic=automatic,
            day=day,
            state="drawn",
        )
        session.add(sample)
        await _note(session, sample, "drawing", SYSTEM, {"number": number, "of": len(issued)})
    return count


async def find(
    session: WriteSession, caller: Caller, *, sample_id: UUID, authority: str, version: int, found: AuditFinding
) -> AuditSample:
    """A supervisor's finding on a drawn permit; never whoever decided it (roles.md 3.12).

    Raises:
        NotFound, Stale, Conflict: `transition_not_allowed`, `same_person`.
    """
    sample = await locked_sample(session, sample_id, authority)
    require_version(sample.version, version)
    event = "pass" if found.passed else "defect"
    sample.state = AUDIT_SAMPLE.step(sample.state, event, caller.roles)
    decided_by = select(Decision.approver_id).where(Decision.review_case_id == sample.review_case_id)
    if await session.scalar(decided_by) == caller.id:
        raise Conflict("same_person", "不得抽查本人决定的案件", "you decided this one; somebody else must look at it")
    sample.finding, sample.reader_id, sample.reader_name = found.finding, caller.id, caller.name
    sample.read_at = utc_now()
    await _note(session, sample, event, acting(caller, Role.SUPERVISOR), {"finding": found.finding})
    await session.flush()
    return sample


async def _note(
    session: WriteSession, sample: AuditSample, action: str, actor: audit.Actor, data: dict[str, object]
) -> None:
    await audit.record(
        session,
        service="issuance",
        aggregate="audit_sample",
        aggregate_id=sample.id,
        action=action,
        actor=actor,
        data=data,
    )
