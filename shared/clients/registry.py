"""Client of registry: how a carrier stands, who may be given a case."""

from shared.clients.base import ServiceClient
from shared.contracts.registry import CarrierStanding, Officers, StandingOrder
from shared.domain.roles import Role


class RegistryClient(ServiceClient):
    """Calls registry."""

    service = "registry"

    async def standing(self, order: StandingOrder) -> CarrierStanding:
        """How a carrier and these plates stand on a day."""
        return await self.call("POST", "/internal/standings", CarrierStanding, body=order)

    async def officers(self, authority: str, role: Role) -> Officers:
        """The officers of an authority who hold a role and whose account is open."""
        params = {"authority": authority, "role": role.value}
        return await self.call("GET", "/internal/officers", Officers, params=params)
