"""What an agent does with an application that stands already: hand it in again, or begin a new one from it."""

from datetime import datetime
from typing import Literal
from uuid import UUID

from services.intake.applications.commands import drive_later, fit_to_hand_in, new_draft
from services.intake.applications.events import locked_for, note, take
from services.intake.applications.judging import judge_anew, replace_facts
from services.intake.applications.queries import filing_role, is_own, no_application
from shared.contracts.comparison import EarlierVersion
from shared.contracts.facts import FurtherSet, TransportFacts, Trip, sets_of
from shared.contracts.intake import CopyOrder, Resubmission
from shared.domain.clock import utc_now
from shared.domain.errors import field_problem
from shared.domain.lifecycle.application import APPLICATION
from shared.domain.roles import Role
from shared.platform.audit import acting
from shared.platform.database import WriteSession
from shared.platform.etag import require_version
from shared.platform.idempotency import KeyedRequest
from shared.platform.settings import PlatformSettings
from shared.platform.tokens import Caller
from shared.schema.intake import Application

SUPERSEDED = frozenset({"terminated", "not_accepted", "rejected", "withdrawn", "deemed_withdrawn"})
"""Ends without a permit: a copy takes their place."""


async def resubmit(
    session: WriteSession,
    caller: Caller,
    application_id: UUID,
    *,
    version: int,
    body: Resubmission,
    keyed: KeyedRequest,
    settings: PlatformSettings,
) -> bool:
    """Hand an application in again after a correction notice: back to the pre-check, judged anew.

    Facts that stay the same are judged anew too: papers may have been mended since. The office's time for a notice
    begins again with this receipt.

    Returns:
        False when the key was used already.

    Raises:
        NotFound, Stale: not the caller's, or changed since.
        Conflict: no correction was asked for, or `duplicate`.
        Invalid: the start is in the past.
    """
    row = await locked_for(session, caller, application_id, version=None, role=Role.COMPANY_AGENT)
    if not await keyed.begin_driven(session, row.id):
        return False
    require_version(row.version, version)
    APPLICATION.step(row.status, "resubmission", caller.roles)
    facts, further = facts_of(row)
    if row.kind == "change" and body.further_sets:
        raise field_problem("/further_sets", "one_set", "变更仅涉及一组车辆", "a change is about one vehicle set")
    further = further if body.further_sets is None else body.further_sets
    before = version_of(row, "resubmission")
    changed = replace_facts(row, body.facts or facts, further)
    row.previous = before if changed else row.previous
    await fit_to_hand_in(session, row)
    judge_anew(row)
    row.received_at = row.active_at = utc_now()
    row.notice_due_at = None
    told = {"facts_version": row.facts_version, "facts_changed": changed, "applicant": body.note}
    await take(session, row, "resubmission", caller, role=filing_role(caller), data=told)
    await drive_later(session, row, settings)
    return True


async def copy(session: WriteSession, caller: Caller, application_id: UUID, *, order: CopyOrder) -> Application:
    """A new draft from an application of the caller's carrier; it takes the place of one that ended without a permit.

    Raises:
        NotFound: not the caller's.
        Invalid: the copied trip is impossible.
    """
    source = await session.get(Application, application_id)
    if source is None or not is_own(source, caller) or caller.carrier_id is None:
        raise no_application()
    facts, further = facts_of(source)
    facts = facts.model_copy(update={"trip": _trip_of(facts.trip, order)})
    row = new_draft(caller.carrier_id, caller.id, source.authority_adcode, facts, further)
    if source.status in SUPERSEDED:
        row.supersedes_id, row.previous = source.id, version_of(source, "predecessor")
    session.add(row)
    await session.flush()
    told = {"copy_of": source.id, "kind": order.kind}
    await note(session, row, "draft", acting(caller, Role.COMPANY_AGENT), told)
    return row


def version_of(row: Application, kind: Literal["resubmission", "predecessor"]) -> dict[str, object]:
    """What a row asks for now, as whoever reviews the next version compares with it."""
    facts, further = facts_of(row)
    sets = sets_of(facts, further)
    version = EarlierVersion(kind=kind, number=row.number or "", facts_version=row.facts_version, sets=sets)
    return version.model_dump(mode="json")


def facts_of(row: Application) -> tuple[TransportFacts, list[FurtherSet]]:
    """The declared facts of a row."""
    further = [FurtherSet.model_validate(one) for one in row.further_sets]
    return TransportFacts.model_validate(row.facts), further


def _trip_of(trip: Trip, order: CopyOrder) -> Trip:
    """The same trip or the way back, as long as before; a way back begins when the way there has ended."""
    back = order.kind == "return"
    start: datetime = order.planned_start or (trip.planned_end if back else trip.planned_start)
    window = {"planned_start": start, "planned_end": start + (trip.planned_end - trip.planned_start)}
    turned = {"origin": trip.destination, "destination": trip.origin, "via": trip.via[::-1]} if back else {}
    return trip.model_copy(update={**window, **turned})
