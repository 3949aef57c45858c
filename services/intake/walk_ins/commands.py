"""Filing for a carrier at the window: who did it is noted, the carrier sees it as its own, and he decides nothing on it."""

from services.intake.applications.commands import new_draft
from services.intake.applications.events import note
from shared.contracts.registry import StandingOrder
from shared.contracts.walk_ins import WalkIn
from shared.domain.clock import shanghai_day, utc_now
from shared.domain.errors import Forbidden
from shared.domain.roles import Role
from shared.platform.audit import acting
from shared.platform.database import WriteSession
from shared.platform.idempotency import KeyedRequest
from shared.platform.tokens import Caller
from shared.schema.intake import ASSISTED, Application


def who_is(body: WalkIn) -> StandingOrder:
    """What registry is asked of the carrier."""
    return StandingOrder(carrier_id=body.carrier_id, plates=[], on=shanghai_day(utc_now()))


async def draft_for(
    session: WriteSession, caller: Caller, *, body: WalkIn, name: str, authority: str, keyed: KeyedRequest
) -> Application:
    """A draft for a carrier, made by a clerk; asked again under its key, the same one.

    Args:
        session: the transaction.
        caller: the clerk.
        body: for whom, and what is to be moved.
        name: of the carrier, as registry has it.
        authority: the authority this installation decides for.
        keyed: the key of the request.

    Raises:
        Forbidden: `other_authority`, the clerk belongs to another one.
    """
    record = await keyed.seen(session)
    if record is not None:
        return await session.get_one(Application, record.resource_id)
    if caller.authority != authority:
        raise Forbidden("other_authority", "您不属于本机关", "you belong to another authority")
    row = new_draft(body.carrier_id, caller.id, authority, body.facts, body.further_sets)
    row.channel, row.carrier_name = ASSISTED, name
    session.add(row)
    await keyed.begin_driven(session, row.id)
    await session.flush()
    await note(session, row, "draft", acting(caller, Role.CLERK), {"channel": ASSISTED})
    await session.flush()
    return row
