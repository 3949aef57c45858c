"""Jobs and timers of intake."""

from services.intake.applications.commands import DRIVE_JOB
from services.intake.applications.deeming import accept_by_silence
from services.intake.applications.drive import InlinePlaces, drive
from services.intake.applications.due import TELL_DUE_JOB, tell_due
from services.intake.applications.queries import undriven
from services.intake.applications.recounting import COUNT_JOB, count_again, count_touched
from services.intake.applications.schemas import ApplicationJob
from services.intake.applications.withdrawal import CLOSE_JOB, close_case
from services.intake.holders.history import count_history
from services.intake.materials.preview import Easel
from services.intake.queue import live
from services.intake.queue.giving import release_idle
from services.intake.receipts.printing import print_missing
from services.intake.stages.compare import compare_stages
from services.intake.uploads.commands import forget_uploads
from shared.contracts.overrides import DayTold
from shared.domain.errors import Unavailable
from shared.platform.logging import get_log
from shared.platform.runtime import JobHandler, Runtime, Timer
from shared.platform.transaction import reading

UNDRIVEN_AFTER_S = 60
"""Nobody was at it for so long although something is left to do: its job was lost or held."""
_BATCH = 50
_EVERY_S = 60
_DUE_EVERY_S = 3600
_HISTORY_EVERY_S = 600
log = get_log("jobs")


async def prepare(runtime: Runtime) -> None:
    """Make room for the submissions this process drives inline, and for the pages that look at the queue."""
    runtime.keep(InlinePlaces(runtime.settings.submit_inline_max))
    runtime.keep(Easel())
    runtime.keep(live.hub(runtime))


async def _drive(runtime: Runtime, payload: bytes) -> None:
    job = ApplicationJob.model_validate_json(payload)
    if not await drive(runtime, job.application_id):
        raise Unavailable("being_driven", "正在处理", "another driver has it; looked at again shortly")


async def _close_case(runtime: Runtime, payload: bytes) -> None:
    await close_case(runtime, ApplicationJob.model_validate_json(payload).application_id)


async def _tell_due(runtime: Runtime, payload: bytes) -> None:
    await tell_due(runtime, ApplicationJob.model_validate_json(payload).application_id)


async def _count_touched(runtime: Runtime, payload: bytes) -> None:
    await count_touched(runtime, DayTold.model_validate_json(payload).day)


async def drive_undriven(runtime: Runtime) -> None:
    """Drive what was left lying; each is told as an alarm, since its own job should have done it."""
    async with reading(runtime.database) as session:
        left = await undriven(session, idle_s=UNDRIVEN_AFTER_S, limit=_BATCH)
    for application_id in left:
        log.error("application undriven", application=str(application_id))
        try:
            await drive(runtime, application_id)
        except Exception:
            log.exception("undriven still", application=str(application_id))


JOBS: dict[str, JobHandler] = {
    DRIVE_JOB: _drive,
    CLOSE_JOB: _close_case,
    TELL_DUE_JOB: _tell_due,
    COUNT_JOB: _count_touched,
}
TIMERS = (
    Timer("intake.stage_compare", _EVERY_S, compare_stages),
    Timer("intake.undriven", _EVERY_S, drive_undriven),
    Timer("intake.idle_release", _EVERY_S, release_idle),
    Timer("intake.deemed_acceptance", _EVERY_S, accept_by_silence),
    Timer("intake.receipts", _EVERY_S, print_missing),
    Timer("intake.history", _HISTORY_EVERY_S, count_history),
    Timer("intake.uploads", _DUE_EVERY_S, forget_uploads),
    Timer("intake.due_again", _DUE_EVERY_S, count_again),
)
