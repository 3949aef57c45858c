"""What the start page asks of the services."""

import asyncio

import httpx

from services.portal.pages.render import Check, ServiceState
from shared.clients.issuance import IssuanceClient
from shared.domain.errors import NotFound, Problem
from shared.platform.runtime import Runtime

SERVICES: dict[str, tuple[str, str]] = {
    "registry": ("主体与身份", "Registry"),
    "intake": ("申请受理", "Application intake"),
    "classification": ("分类与分流", "Classification"),
    "route_advisory": ("路线咨询", "Route advisory"),
    "issuance": ("审查与发证", "Permit issuance"),
    "fieldwork": ("勘验与护送", "Survey and escort"),
}
_PATIENCE_S = 2


async def _is_up(http: httpx.AsyncClient, url_name: str) -> bool:
    try:
        answer = await asyncio.get_running_loop().create_task(
            http.get(f"/api/{url_name}/health/ready", timeout=_PATIENCE_S)
        )
    except httpx.HTTPError:
        return False
    return answer.is_success


async def service_states(runtime: Runtime) -> list[ServiceState]:
    """Every service and whether it is ready."""
    names = {name: name.replace("_", "-") for name in SERVICES}
    states = await asyncio.gather(*(_is_up(runtime.http[name], url) for name, url in names.items()))
    return [ServiceState(names[name], SERVICES[name], up) for name, up in zip(SERVICES, states, strict=True)]


async def checked(runtime: Runtime, number: str) -> Check:
    """A permit by its number, as anyone may see it."""
    wanted = number.strip().upper()
    try:
        return Check(wanted, await IssuanceClient.of(runtime).public_permit(wanted), answered=True)
    except NotFound:
        return Check(wanted, None, answered=True)
    except Problem as problem:
        return Check(wanted, None, answered=problem.status < 500)
