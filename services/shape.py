"""The separate shape: which processes run, on which ports, with which settings; compose and the supervisor follow it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from shared.platform import database_roles
from shared.platform.secrets import service_secret
from shared.platform.settings import SERVICES, PlatformSettings

PORTAL = "portal"
Role = Literal["api", "worker"]
POOLS: dict[Role, tuple[int, int]] = {"api": (4, 4), "worker": (1, 2)}
"""Connections a process keeps, and adds under load. A worker has one more, on which it listens."""
PORTAL_POOL = (1, 1)
"""The portal reads nothing but whether the database answers."""


@dataclass(frozen=True)
class Process:
    """One process of the separate shape.

    Args:
        service: whose it is.
        role: whether it answers or works; a worker answers for its health and metrics alone.
        port: where it answers.
    """

    service: str
    role: Role
    port: int

    @property
    def name(self) -> str:
        """Its name, such as `route-advisory-api`."""
        return f"{self.service.replace('_', '-')}-{self.role}"

    @property
    def arguments(self) -> list[str]:
        """What follows `python -m services`."""
        return ["--target", self.service, "--role", self.role, "--port", str(self.port)]

    @property
    def pool(self) -> tuple[int, int]:
        """Its connections: kept, and added under load."""
        return PORTAL_POOL if self.service == PORTAL else POOLS[self.role]


def processes(first_port: int) -> tuple[Process, ...]:
    """Every process: the portal on the first port, then the services that answer, then the workers."""

    def each() -> Iterator[tuple[str, Role]]:
        yield PORTAL, "api"
        for service in SERVICES:
            yield service, "api"
        for service in SERVICES:
            yield service, "worker"

    return tuple(Process(service, role, first_port + offset) for offset, (service, role) in enumerate(each()))


def service_urls(port: int) -> dict[str, str]:
    """Where each service answers, by name."""
    return {p.service: f"http://127.0.0.1:{p.port}" for p in processes(port) if p.role == "api" and p.service != PORTAL}


def environment(process: Process, settings: PlatformSettings, database_url: str, master: bytes) -> dict[str, str]:
    """The settings of a process: its own database role and secret, where the others are.

    Args:
        process: which.
        settings: shared settings.
        database_url: the database as its administrator reaches it.
        master: the installation's master secret; registry alone is given it, to know every service's.
    """
    kept, added = process.pool
    return {
        "DATABASE_URL": database_roles.role_url(database_url, process.service, master),
        "DAJIAN_SERVICE_SECRET": service_secret(master, process.service),
        "DAJIAN_DATA_DIR": str(settings.data_dir),
        "DAJIAN_POOL_SIZE": str(kept),
        "DAJIAN_POOL_OVERFLOW": str(added),
        **{f"DAJIAN_SERVICE_URLS__{name.upper()}": url for name, url in service_urls(settings.port).items()},
        **({"DAJIAN_EMBEDDED_DATABASE": "true"} if settings.own_database else {}),
        **({"DAJIAN_SERVICE_MASTER": master.decode()} if process.service == "registry" else {}),
    }
