"""Who may call route advisory, beyond everyone signed in."""

from typing import Annotated

from fastapi import Depends

from shared.domain.roles import STAFF, Role
from shared.platform.auth import Access
from shared.platform.tokens import Caller

RoadOfficer = Annotated[Caller, Depends(Access(Role.ROAD_OFFICER))]
"""Road officers (路政执法人员) write, publish and lift notices."""

RoadReader = Annotated[Caller, Depends(Access(*STAFF, Role.ROAD_OFFICER, Role.ADMIN))]
"""Staff who read the network, every notice and every plan."""
