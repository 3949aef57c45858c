"""The permits of an application as they stand now: told once by issuance, read here by their numbers with their holds."""

from typing import Final, cast

from sqlalchemy import DateTime, String, column, select, table
from sqlalchemy.ext.asyncio import AsyncSession

from shared.contracts.application_permits import ApplicationPermit
from shared.contracts.issuance import Hold
from shared.domain.clock import utc_now
from shared.domain.lifecycle.permit import state_at
from shared.schema.intake import Application

_PERMITS: Final = table(
    "v_permit",
    column("number", String),
    column("state", String),
    column("valid_from", DateTime(timezone=True)),
    column("valid_to", DateTime(timezone=True)),
)
_HOLDS: Final = table(
    "v_permit_hold", column("permit_number", String), column("reason", String), column("since", DateTime(timezone=True))
)


async def permits_now(session: AsyncSession, row: Application) -> list[ApplicationPermit]:
    """Every permit of an application: what follows from its dates and the hold beside it are of this moment."""
    told = cast("list[dict[str, object]]", row.permits)
    numbers = [str(one["number"]) for one in told]
    if not numbers:
        return []
    found = await session.execute(
        select(_PERMITS.c.number, _PERMITS.c.state, _PERMITS.c.valid_from, _PERMITS.c.valid_to).where(
            _PERMITS.c.number.in_(numbers)
        )
    )
    known = {one.number: one for one in found}
    held = await session.execute(
        select(_HOLDS.c.permit_number, _HOLDS.c.reason, _HOLDS.c.since).where(_HOLDS.c.permit_number.in_(numbers))
    )
    holds = {one.permit_number: Hold(reason=one.reason, since=one.since) for one in held}
    now = utc_now()
    return [
        ApplicationPermit.model_validate(
            {
                **one,
                "state": state_at(row_.state, row_.valid_from, row_.valid_to, now) if row_ else one["state"],
                "hold": holds.get(number),
                "valid_from": row_ and row_.valid_from,
                "valid_to": row_ and row_.valid_to,
            }
        )
        for number, one in zip(numbers, told, strict=True)
        for row_ in (known.get(number),)
    ]
