"""Writing a permit's next revision in place of the present one: same number, new token and document."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID

from services.issuance.decisions.issuing import PermitRef
from services.issuance.desk import Desk
from services.issuance.life.commands import note, tell_of_permit
from services.issuance.papers.giving import give_of_permit
from services.issuance.rendering.document import PermitDocument
from services.issuance.rendering.token import make_token
from services.issuance.terms import document_of, route_terms, terms_of
from shared.contracts.facts import TransportFacts
from shared.contracts.issuance import CaseRoute
from shared.domain.clock import shanghai_day
from shared.platform import jobs
from shared.platform.audit import Actor
from shared.platform.database import WriteSession
from shared.schema.issuance import Permit


@dataclass(frozen=True, slots=True)
class NewWay:
    """The way of new dates: its plan, locked, and what the permit prints of it."""

    plan_id: UUID
    route: CaseRoute


_KEPT = (
    "number",
    "authority_adcode",
    "application_id",
    "application_number",
    "set_index",
    "carrier_id",
    "carrier_name",
    "trips_used",
    "demonstration",
)


@dataclass(frozen=True, slots=True)
class Revision:
    """What the next revision of a permit is.

    Args:
        id: the row's, chosen before.
        document: everything it says.
        plan_id: the way it stands on.
        class_: of the load.
        decision_id: the decision it rests on.
        change: what was changed, as the row and the chain keep it.
    """

    id: UUID
    document: PermitDocument
    plan_id: UUID
    class_: str
    decision_id: UUID
    change: Mapping[str, object]


async def revise(session: WriteSession, desk: Desk, row: Permit, revision: Revision, actor: Actor) -> Permit:
    """Supersede a locked row in force by its next revision: at every moment one of them is the present one."""
    document, change, moment = revision.document, revision.change, revision.document.issued_at
    loaded = document.facts.loaded
    row.state, row.end_state, row.ended_at = "superseded", "superseded", moment
    await note(session, row, str(change["kind"]), actor, {"revision": document.revision, **change})
    await session.flush()
    fresh = Permit(
        **{name: getattr(row, name) for name in _KEPT},
        id=revision.id,
        revision=document.revision,
        decision_id=revision.decision_id,
        class_=revision.class_,
        plates=list(document.facts.vehicle_set.plates),
        length_mm=loaded.length_mm,
        width_mm=loaded.width_mm,
        height_mm=loaded.height_mm,
        gross_mass_kg=loaded.gross_mass_kg,
        state="issued",
        facts=document.facts.model_dump(mode="json"),
        terms=terms_of(document),
        route_plan_id=revision.plan_id,
        valid_from=document.valid_from,
        valid_to=document.valid_to,
        trips_allowed=document.trips_allowed,
        signer_name=document.signer_name,
        token=make_token(document, desk.keys.signing),
        key_id=desk.keys.signing.kid.hex(),
        change=dict(change),
        issued_at=moment,
    )
    session.add(fresh)
    await note(session, fresh, "issue", actor, {"revision": fresh.revision, "replaces": row.id, **change})
    await jobs.enqueue(session, "issuance.render_document", PermitRef(permit_id=revision.id))
    kind = "renewal" if change["kind"] == "renewal" else "change"
    await session.flush()
    await give_of_permit(session, fresh, kind, actor.id, {"reason": change.get("reason", "")})
    await tell_of_permit(session, fresh)
    await session.flush()
    return fresh


def revised(
    row: Permit, facts: TransportFacts, way: NewWay | None, *, signer_name: str, moment: datetime
) -> PermitDocument:
    """The document of the next revision where facts, and perhaps the way, are others and all else stays."""
    return document_of(row).model_copy(
        update={
            "revision": row.revision + 1,
            "facts": facts,
            "valid_from": facts.trip.planned_start.astimezone(UTC),
            "valid_to": facts.trip.planned_end.astimezone(UTC),
            "signer_name": signer_name,
            "reviewed_on": shanghai_day(moment),
            "issued_at": moment,
            **({} if way is None else route_terms(way.route)),
        }
    )
