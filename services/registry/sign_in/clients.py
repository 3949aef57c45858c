"""Services sign in too: each with the secret derived for it from the installation's master secret."""

import hmac
from typing import Self

from services.registry.keys import SigningKeys
from services.registry.settings import SignInSettings
from shared.contracts.registry import TokenAnswer
from shared.domain.errors import Unauthenticated
from shared.platform.runtime import Runtime
from shared.platform.secrets import master_secret, service_caller, service_secret
from shared.platform.settings import SERVICES, PlatformSettings
from shared.platform.tokens import sign


class ServiceSecrets:
    """Knows the secret of every service.

    Args:
        master: the installation's master secret.
    """

    def __init__(self, master: bytes) -> None:
        self._secrets = {name: service_secret(master, name) for name in SERVICES}
        self._decoy = service_secret(master, "")

    @classmethod
    def load(cls, settings: PlatformSettings) -> Self:
        """With the installation's master secret."""
        return cls(master_secret(settings))

    def fits(self, service: str, secret: str) -> bool:
        """Whether this is the service's secret; takes as long for a service that does not exist."""
        expected = self._secrets.get(service, self._decoy)
        same = hmac.compare_digest(expected.encode(), secret.encode("utf-8", "replace"))
        return same and service in self._secrets


def service_sign_in(runtime: Runtime, service: str, secret: str) -> TokenAnswer:
    """A token for a service.

    Raises:
        Unauthenticated: `wrong_client`, no such service or not its secret.
    """
    if not runtime.own(ServiceSecrets).fits(service, secret):
        raise Unauthenticated("wrong_client", "服务名或密钥不正确", "service or secret is wrong")
    lifetime = runtime.own(SignInSettings).service_token_s
    token = sign(service_caller(service), runtime.own(SigningKeys).newest, lifetime_s=lifetime)
    return TokenAnswer(access_token=token, expires_in=lifetime)
