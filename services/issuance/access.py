"""Who may call issuance, as aliases that stand in the signatures (roles.md 2)."""

from typing import Annotated

from fastapi import Depends, Request

from services.issuance.desk import Desk, desk_of
from shared.domain.roles import STAFF, Role
from shared.platform.auth import Access
from shared.platform.runtime import Runtime, runtime_of
from shared.platform.tokens import Caller

Reviewer = Annotated[Caller, Depends(Access(Role.REVIEWER))]
Approver = Annotated[Caller, Depends(Access(Role.APPROVER))]
ClockKeeper = Annotated[Caller, Depends(Access(Role.REVIEWER, Role.APPROVER))]
"""Whoever may let the clock of a case stand still."""
CaseReader = Annotated[Caller, Depends(Access(*STAFF))]
Holder = Annotated[Caller, Depends(Access(Role.COMPANY_AGENT))]
PermitLister = Annotated[Caller, Depends(Access(Role.COMPANY_AGENT, *STAFF))]
PermitReader = Annotated[Caller, Depends(Access(Role.COMPANY_AGENT, Role.ROAD_OFFICER, *STAFF))]
LegalReader = Annotated[Caller, Depends(Access(Role.SUPERVISOR))]
HoldOfficer = Annotated[Caller, Depends(Access(Role.APPROVER, Role.ROAD_OFFICER))]
"""Whoever may stop one permit on the road and let it go on."""
Remover = Annotated[Caller, Depends(Access(Role.APPROVER, Role.ROAD_OFFICER))]
TripRecorder = Annotated[Caller, Depends(Access(Role.COMPANY_AGENT, Role.ROAD_OFFICER))]
RoadOfficer = Annotated[Caller, Depends(Access(Role.ROAD_OFFICER))]
AuthorityReader = Annotated[Caller, Depends(Access(*STAFF))]
Switch = Annotated[Caller, Depends(Access(Role.APPROVER, Role.SUPERVISOR))]
"""Whoever may switch the standing authority off and on."""

Running = Annotated[Runtime, Depends(runtime_of)]
"""The running service, for acts that call others."""


def _desk(request: Request) -> Desk:
    return desk_of(runtime_of(request))


AtDesk = Annotated[Desk, Depends(_desk)]
"""The issuing office."""
