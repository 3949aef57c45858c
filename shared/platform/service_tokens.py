"""A service's own token, asked of registry with the service's secret and kept until shortly before it ends."""

import asyncio
import time

import httpx

from shared.contracts.registry import TokenAnswer
from shared.domain.errors import Unavailable

_RENEW_BEFORE_S = 60


class ServiceToken:
    """Gives the token, renewed in time.

    Args:
        service: who asks.
        secret: its secret.
        registry: client of registry.
    """

    def __init__(self, service: str, secret: str, registry: httpx.AsyncClient) -> None:
        self._service = service
        self._secret = secret
        self._registry = registry
        self._token = ""
        self._until = float("-inf")
        self._lock = asyncio.Lock()

    async def __call__(self) -> str:
        """The token.

        Raises:
            Unavailable: registry does not give one now.
        """
        if time.monotonic() < self._until:
            return self._token
        async with self._lock:
            if time.monotonic() >= self._until:
                await self._renew()
        return self._token

    async def _renew(self) -> None:
        form = {"client_id": self._service, "client_secret": self._secret}
        try:
            request = self._registry.post("/api/registry/v1/service-tokens", data=form, timeout=5)
            answer = await asyncio.get_running_loop().create_task(request)
            answer.raise_for_status()
        except httpx.HTTPError as error:
            raise Unavailable(
                "sign_in_unavailable", "系统暂时不可用，请稍后再试", "registry gives no token now"
            ) from error
        token = TokenAnswer.model_validate_json(answer.content)
        self._token = token.access_token
        self._until = time.monotonic() + token.expires_in - _RENEW_BEFORE_S
