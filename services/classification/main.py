"""Wiring of classification."""

from services.classification.assessments.api import router as assessments
from services.classification.assessments.telling import JOB as TELL_OVERRIDE
from services.classification.assessments.telling import tell_override
from services.classification.calendar.api import router as calendar
from services.classification.calendar.commands import TELL_DAY, tell_day
from services.classification.engine import prepare
from services.classification.install import install
from services.classification.law.api import router as law
from services.classification.previews.api import router as previews
from services.classification.replays.api import router as replays
from services.classification.replays.commands import JOB, go_through
from services.classification.rule_sets.api import router as rule_sets
from shared.platform.runtime import ServiceDefinition

SERVICE = ServiceDefinition(
    name="classification",
    title=("分类与分流", "Classification"),
    routers=(previews, assessments, rule_sets, calendar, replays, law),
    prepare=prepare,
    install=install,
    jobs={JOB: go_through, TELL_OVERRIDE: tell_override, TELL_DAY: tell_day},
)
