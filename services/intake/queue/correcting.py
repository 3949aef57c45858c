"""What a clerk has put right before acceptance: slips on the spot, the rest by one notice that names everything."""

from collections.abc import MutableMapping, MutableSequence
from typing import cast
from uuid import UUID

from services.intake.applications.again import facts_of
from services.intake.applications.commands import drive_later
from services.intake.applications.events import give_receipt, locked_for, take
from services.intake.applications.judging import judge_anew, replace_facts
from services.intake.queue.desk import at_the_desk
from shared.contracts.facts import FurtherSet, TransportFacts
from shared.contracts.intake import CorrectionNotice, Fix, GivenNotice, Slip
from shared.domain.clock import utc_now
from shared.domain.errors import Forbidden, field_problem
from shared.domain.roles import Role
from shared.platform.database import WriteSession
from shared.platform.idempotency import KeyedRequest
from shared.platform.settings import PlatformSettings
from shared.platform.tokens import Caller
from shared.schema.intake import Application


async def give_notice(
    session: WriteSession, caller: Caller, application_id: UUID, *, version: int, body: CorrectionNotice
) -> Application:
    """Tell the applicant everything that is missing or malformed, once (一次性告知).

    The first notice is the clerk's. A further one is the office's own defect: a supervisor gives it, and it is counted.

    Raises:
        Forbidden: `supervisor_needed`, a notice was given already; `role_not_allowed`, the first one is the clerk's.
    """
    as_holder = not caller.has(Role.SUPERVISOR)
    row = await at_the_desk(session, caller, application_id, "correction_notice", version=version, as_holder=as_holder)
    _who_may(row, caller)
    row.corrections += 1
    told = body.model_dump(mode="json")
    payload = {**told, "clause": row.notice_clause}
    issuer = Role.CLERK if row.corrections == 1 else Role.SUPERVISOR
    receipt = give_receipt(session, row, "correction", caller.id, payload, nth=row.corrections)
    given = GivenNotice(number=receipt, given_at=utc_now(), items=body.items)
    row.correction = given.model_dump(mode="json")
    row.active_at = given.given_at
    defect = {"office_defect": True} if row.corrections > 1 else {}
    await take(session, row, "correction_notice", caller, role=issuer, data={**told, **defect, "receipt": receipt})
    return row


def _who_may(row: Application, caller: Caller) -> None:
    if row.corrections and not caller.has(Role.SUPERVISOR):
        raise Forbidden(
            "supervisor_needed",
            "已发过一次补正通知；再次补正须由督办人员发出",
            "one correction notice was given already; a further one is for a supervisor to give",
        )
    if not row.corrections and not caller.has(Role.CLERK):
        raise Forbidden(
            "role_not_allowed", "首次补正通知由受理人员发出", "the first correction notice is the clerk's to give"
        )


async def fix(
    session: WriteSession,
    caller: Caller,
    application_id: UUID,
    *,
    version: int,
    body: Fix,
    keyed: KeyedRequest,
    settings: PlatformSettings,
) -> bool:
    """Put slips right on the spot (当场更正) with the applicant's consent; nothing that is measured may change.

    Returns:
        False when the key was used already.

    Raises:
        Invalid: a slip names a place or a set the application does not have.
    """
    row = await locked_for(session, caller, application_id, version=None, role=Role.CLERK)
    if not await keyed.begin_driven(session, row.id):
        return False
    row = await at_the_desk(session, caller, application_id, "fix", version=version)
    facts, further = facts_of(row)
    whole: dict[str, object] = {
        "facts": facts.model_dump(mode="json"),
        "further_sets": [one.model_dump(mode="json") for one in further],
    }
    before = [_put(whole, slip, index) for index, slip in enumerate(body.slips)]
    mended = [FurtherSet.model_validate(one) for one in cast("list[object]", whole["further_sets"])]
    replace_facts(row, TransportFacts.model_validate(whole["facts"]), mended)
    judge_anew(row)
    row.active_at = utc_now()
    slips = [
        {"pointer": slip.pointer, "from": was, "to": slip.text} for slip, was in zip(body.slips, before, strict=True)
    ]
    await take(session, row, "fix", caller, role=Role.CLERK, data={"slips": slips, "note": body.note})
    await drive_later(session, row, settings)
    return True


async def look_up_again(
    session: WriteSession,
    caller: Caller,
    application_id: UUID,
    *,
    version: int,
    keyed: KeyedRequest,
    settings: PlatformSettings,
) -> bool:
    """Ask the registers again, for papers that were mended meanwhile or because one was silent; judged anew.

    Returns:
        False when the key was used already.
    """
    row = await locked_for(session, caller, application_id, version=None, role=Role.CLERK)
    if not await keyed.begin_driven(session, row.id):
        return False
    row = await at_the_desk(session, caller, application_id, "lookup", version=version)
    judge_anew(row)
    row.active_at = utc_now()
    await take(session, row, "lookup", caller, role=Role.CLERK, data={"facts_version": row.facts_version})
    await drive_later(session, row, settings)
    return True


def _put(whole: dict[str, object], slip: Slip, index: int) -> str:
    """Write a slip's text; what stood there before."""
    *way, last = slip.pointer.strip("/").split("/")
    node: object = whole
    try:
        for step in way:
            node = (
                node[int(step)]
                if isinstance(node, MutableSequence)
                else cast("MutableMapping[str, object]", node)[step]
            )
    except IndexError as error:
        raise field_problem(
            f"/slips/{index}/pointer", "unknown", "申请中没有此项", "the application has no such field"
        ) from error
    fields = cast("MutableMapping[str, object]", node)
    was, fields[last] = str(fields[last]), slip.text
    return was
