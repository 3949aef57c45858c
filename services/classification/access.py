"""Who may call classification, beyond anyone and the services."""

from typing import Annotated

from fastapi import Depends

from shared.domain.roles import STAFF, Role
from shared.platform.auth import Access
from shared.platform.tokens import Caller

RuleAuthor = Annotated[Caller, Depends(Access(Role.ADMIN))]
"""Administrators write rule sets."""

RuleReviewer = Annotated[Caller, Depends(Access(Role.SUPERVISOR))]
"""Supervisors, as legal readers, review them."""

RuleKeeper = Annotated[Caller, Depends(Access(Role.ADMIN, Role.SUPERVISOR))]
"""Both: they put rule sets in force, send them back, rehearse them, and keep the calendar."""

RuleReader = Annotated[Caller, Depends(Access(*STAFF, Role.ADMIN))]
"""Staff read every rule set."""

AssessmentReader = Annotated[Caller, Depends(Access(*STAFF, Role.INSPECTOR))]
"""Staff and survey inspectors read stored assessments."""

LaneSetter = Annotated[Caller, Depends(Access(Role.REVIEWER, Role.APPROVER))]
"""Reviewers raise class or lane, approvers set them either way."""
