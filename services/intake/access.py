"""Who may call intake."""

from typing import Annotated

from fastapi import Depends

from shared.domain.roles import STAFF, Role
from shared.platform.auth import Access
from shared.platform.tokens import Caller

Agent = Annotated[Caller, Depends(Access(Role.COMPANY_AGENT))]
"""An agent of a carrier (企业经办人)."""

Clerk = Annotated[Caller, Depends(Access(Role.CLERK))]
"""A clerk at the acceptance post (受理岗)."""

Filer = Annotated[Caller, Depends(Access(Role.COMPANY_AGENT, Role.CLERK))]
"""Who files an application and its materials: the carrier's agent, or a clerk for him at the window."""

DeskOfficer = Annotated[Caller, Depends(Access(Role.CLERK, Role.SUPERVISOR))]
"""A clerk, or the supervisor who stands in where the office went wrong."""

Supervisor = Annotated[Caller, Depends(Access(Role.SUPERVISOR))]
"""Who sees to it that the office does its duty (督办)."""

Reader = Annotated[Caller, Depends(Access(Role.COMPANY_AGENT, *sorted(STAFF)))]
"""Whoever may read applications: the carrier's own agents, and staff of the authority."""

OfficeReader = Annotated[Caller, Depends(Access(*sorted(STAFF)))]
"""Staff of the authority."""
