"""Wiring of intake."""

from services.intake.applications.api import router as applications
from services.intake.holders.api import router as holders
from services.intake.jobs import JOBS, TIMERS, prepare
from services.intake.materials.api import router as materials
from services.intake.materials.proofs import MATERIALS
from services.intake.messages.api import router as messages
from services.intake.queue.api import lists
from services.intake.queue.api import router as desk
from services.intake.receipts.api import router as receipts
from services.intake.stages.api import router as stages
from services.intake.uploads.api import router as uploads
from services.intake.walk_ins.api import router as walk_ins
from shared.platform.runtime import ServiceDefinition

SERVICE = ServiceDefinition(
    name="intake",
    title=("申请受理", "Intake"),
    routers=(applications, materials, uploads, messages, receipts, holders, walk_ins, desk, lists, stages),
    prepare=prepare,
    jobs=JOBS,
    timers=TIMERS,
    max_body_bytes=MATERIALS.bounds.max_bytes,
)
