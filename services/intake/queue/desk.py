"""The clerk's desk: who may do something to an application there now, who has it and who lets it go."""

from uuid import UUID

from services.intake.applications.deemed import is_deemed_accepted
from services.intake.applications.events import locked_for
from services.intake.applications.progress import next_step
from shared.domain.clock import utc_now
from shared.domain.errors import Conflict
from shared.domain.lifecycle.application import APPLICATION
from shared.domain.roles import Role
from shared.platform.database import WriteSession
from shared.platform.tokens import Caller
from shared.schema.intake import Application


async def at_the_desk(
    session: WriteSession,
    caller: Caller,
    application_id: UUID,
    event: str,
    *,
    version: int | None,
    as_holder: bool = True,
) -> Application:
    """The row, locked, when this officer may do this to it now; `as_holder`: nobody else has claimed it.

    Raises:
        NotFound, Stale: not of his authority, or changed since.
        Conflict: its state does not allow it; `recusal`, it is his own matter; `not_assessed_yet`, the system is still
            at it; `deemed_accepted`, no notice came in time; `claimed_by_another`.
    """
    row = await locked_for(session, caller, application_id, version=version, role=Role.CLERK)
    APPLICATION.step(row.status, event, caller.roles)
    if caller.id == row.created_by or caller.carrier_id == row.carrier_id:
        raise Conflict("recusal", "不得办理与本人有关的申请", "nobody handles a matter of his own")
    if next_step(row) is not None:
        raise Conflict(
            "not_assessed_yet", "系统正在核查，请稍后再试", "the system is still assessing it", retry_after_s=2
        )
    if is_deemed_accepted(row, utc_now()):
        raise Conflict(
            "deemed_accepted",
            "逾期未告知，已视为受理",
            "no notice came in time: it counts as accepted since it came in",
        )
    if as_holder:
        refuse_unheld(row, caller)
    return row


def refuse_unheld(row: Application, caller: Caller) -> None:
    """Raise when another clerk has it.

    Raises:
        Conflict: `claimed_by_another`.
    """
    if row.claimed_by not in {None, caller.id}:
        raise Conflict("claimed_by_another", "此件已由其他人员受领", "another clerk has claimed it")


def hold(row: Application, clerk: UUID) -> None:
    """Let a clerk have it, unless he has it already."""
    now = utc_now()
    if row.claimed_by is None:
        row.claimed_by, row.claimed_at = clerk, now
    row.active_at = now


def let_go(row: Application) -> None:
    """Nobody has it; whoever claims it next checks it anew."""
    row.claimed_by, row.claimed_at, row.active_at, row.prechecked_by = None, None, None, None
