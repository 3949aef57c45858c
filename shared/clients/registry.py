"""Client of registry: how a carrier stands."""

from shared.clients.base import ServiceClient
from shared.contracts.registry import CarrierStanding, StandingOrder


class RegistryClient(ServiceClient):
    """Calls registry."""

    service = "registry"

    async def standing(self, order: StandingOrder) -> CarrierStanding:
        """How a carrier and these plates stand on a day."""
        return await self.call("POST", "/internal/standings", CarrierStanding, body=order)
