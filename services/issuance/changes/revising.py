"""Writing a permit's next revision in place of the present one: same number, new token and document."""

from collections.abc import Mapping
from datetime import UTC, datetime
from uuid import UUID

from services.issuance.decisions.issuing import PermitRef
from services.issuance.desk import Desk
from services.issuance.life.commands import note, tell_of_permit
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

_KEPT = (
    "number",
    "authority_adcode",
    "application_id",
    "application_number",
    "set_index",
    "decision_id",
    "carrier_id",
    "carrier_name",
    "class_",
    "length_mm",
    "width_mm",
    "height_mm",
    "gross_mass_kg",
    "trips_allowed",
    "trips_used",
    "demonstration",
)


async def revise(
    session: WriteSession,
    desk: Desk,
    row: Permit,
    *,
    revision_id: UUID,
    facts: TransportFacts,
    way: tuple[UUID, CaseRoute] | None,
    signer_name: str,
    actor: Actor,
    change: Mapping[str, object],
    moment: datetime,
) -> Permit:
    """Supersede a locked row by its next revision.

    Args:
        session: the transaction; `row` is locked and in force.
        desk: the issuing office.
        row: the present revision.
        revision_id: the new one's id.
        facts: what is permitted now.
        way: plan and route of other days; None: they stay.
        signer_name: 签发人.
        actor: who changed it.
        change: what was changed, as the row and the chain keep it.
        moment: of the change.
    """
    document = _revised(row, facts, None if way is None else way[1], signer_name, moment)
    row.state, row.end_state, row.ended_at = "superseded", "superseded", moment
    await note(session, row, str(change["kind"]), actor, {"revision": document.revision, **change})
    await session.flush()
    fresh = Permit(
        **{name: getattr(row, name) for name in _KEPT},
        id=revision_id,
        revision=document.revision,
        plates=list(facts.vehicle_set.plates),
        state="issued",
        facts=facts.model_dump(mode="json"),
        terms=terms_of(document),
        route_plan_id=row.route_plan_id if way is None else way[0],
        valid_from=document.valid_from,
        valid_to=document.valid_to,
        signer_name=document.signer_name,
        token=make_token(document, desk.keys.signing),
        key_id=desk.keys.signing.kid.hex(),
        change=dict(change),
        issued_at=moment,
    )
    session.add(fresh)
    await note(session, fresh, "issue", actor, {"revision": fresh.revision, "replaces": row.id, **change})
    await jobs.enqueue(session, "issuance.render_document", PermitRef(permit_id=revision_id))
    await tell_of_permit(session, fresh)
    await session.flush()
    return fresh


def _revised(
    row: Permit, facts: TransportFacts, route: CaseRoute | None, signer_name: str, moment: datetime
) -> PermitDocument:
    """The document of the next revision."""
    document = document_of(row)
    return document.model_copy(
        update={
            "revision": row.revision + 1,
            "facts": facts,
            "valid_from": facts.trip.planned_start.astimezone(UTC),
            "valid_to": facts.trip.planned_end.astimezone(UTC),
            "signer_name": signer_name,
            "reviewed_on": shanghai_day(moment),
            "issued_at": moment,
            **({} if route is None else route_terms(route)),
        }
    )
