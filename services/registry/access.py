"""Who may call registry, as aliases in the signatures."""

from typing import Annotated

from fastapi import Depends

from shared.domain.roles import STAFF, Role
from shared.platform.auth import Access
from shared.platform.tokens import Caller

Administrator = Annotated[Caller, Depends(Access(Role.ADMIN))]
Agent = Annotated[Caller, Depends(Access(Role.COMPANY_AGENT))]
OfficeHead = Annotated[Caller, Depends(Access(Role.ADMIN, Role.SUPERVISOR))]
Registrar = Annotated[Caller, Depends(Access(Role.ADMIN, Role.CLERK))]
CarrierReader = Annotated[Caller, Depends(Access(Role.COMPANY_AGENT, Role.ADMIN, *STAFF))]
PaperBearer = Annotated[Caller, Depends(Access(Role.COMPANY_AGENT, Role.CLERK))]
Verifier = Annotated[Caller, Depends(Access(Role.CLERK))]
