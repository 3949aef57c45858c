"""Wiring of issuance."""

from services.issuance.changes.api import router as changes
from services.issuance.comparison.api import router as comparison
from services.issuance.consultations.api import router as consultations
from services.issuance.decisions.api import router as decisions
from services.issuance.demo_data import load_demo
from services.issuance.desk import finish, prepare
from services.issuance.driver.api import router as driver
from services.issuance.figures.api import router as figures
from services.issuance.jobs import HANDLERS, TIMERS
from services.issuance.life.api import router as life
from services.issuance.papers.api import router as papers
from services.issuance.pauses.api import router as pauses
from services.issuance.permits.api import router as permits
from services.issuance.review_cases.api import router as review_cases
from services.issuance.samples.api import router as samples
from services.issuance.standing.api import router as standing
from services.issuance.trips.api import router as trips
from services.issuance.verification.api import router as verification
from shared.platform.runtime import ServiceDefinition

SERVICE = ServiceDefinition(
    name="issuance",
    title=("审查、审批与通行证", "Review, decision, permit"),
    routers=(
        review_cases,
        comparison,
        consultations,
        pauses,
        decisions,
        permits,
        papers,
        life,
        changes,
        trips,
        driver,
        verification,
        standing,
        samples,
        figures,
    ),
    prepare=prepare,
    finish=finish,
    demo=load_demo,
    jobs=HANDLERS,
    timers=TIMERS,
)
