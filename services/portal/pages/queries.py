"""What the start page asks of the services."""

import asyncio
from urllib.parse import quote

import httpx

from services.portal.pages.render import Check, ServiceState
from shared.contracts.issuance import PublicPermit
from shared.contracts.registry import DemonstrationOffice
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


async def demonstration(runtime: Runtime) -> DemonstrationOffice | None:
    """How far the demonstration's living office is; None: there is none, or registry is silent."""
    try:
        answer = await asyncio.get_running_loop().create_task(
            runtime.http["registry"].get("/api/registry/v1/demonstration", timeout=_PATIENCE_S)
        )
    except httpx.HTTPError:
        return None
    return DemonstrationOffice.model_validate_json(answer.content) if answer.is_success else None


async def checked(runtime: Runtime, number: str) -> Check:
    """A permit by its number, asked for as anyone may: without a token."""
    wanted = number.strip().upper()
    address = f"/api/issuance/v1/public/permits/{quote(wanted, safe='')}"
    try:
        answer = await asyncio.get_running_loop().create_task(
            runtime.http["issuance"].get(address, timeout=_PATIENCE_S)
        )
    except httpx.HTTPError:
        return Check(wanted, None, answered=False)
    if answer.is_success:
        return Check(wanted, PublicPermit.model_validate_json(answer.content), answered=True)
    return Check(wanted, None, answered=answer.is_client_error)
