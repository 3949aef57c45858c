"""The separate shape: which processes run, on which ports, with which settings; compose and the supervisor follow it."""

from collections.abc import Iterator
from dataclasses import dataclass

from services.catalog import load
from shared.platform import database_roles
from shared.platform.secrets import service_secret
from shared.platform.settings import SERVICES, PlatformSettings

PORTAL = "portal"


@dataclass(frozen=True)
class Process:
    """One process of the separate shape."""

    service: str
    role: str
    port: int

    @property
    def name(self) -> str:
        """Its name, such as `intake-api`."""
        return f"{self.service.replace('_', '-')}-{self.role}"

    @property
    def arguments(self) -> list[str]:
        """What follows `python -m services`."""
        return ["--target", self.service, "--role", self.role, "--port", str(self.port)]


def processes(first_port: int) -> Iterator[Process]:
    """Every process; the portal answers on the first port, the services on those after it."""
    workers = {definition.name: bool(definition.jobs or definition.timers) for definition in load()}
    yield Process(PORTAL, "api", first_port)
    for offset, service in enumerate(SERVICES, start=1):
        yield Process(service, "api", first_port + offset)
        if workers[service]:
            yield Process(service, "worker", first_port + offset)


def environment(process: Process, settings: PlatformSettings, database_url: str, master: bytes) -> dict[str, str]:
    """The settings of a process: its own database role and secret, where the others are."""
    urls = {p.service: f"http://127.0.0.1:{p.port}" for p in processes(settings.port) if p.role == "api"}
    return {
        "DATABASE_URL": database_roles.role_url(database_url, process.service, master),
        "DAJIAN_SERVICE_SECRET": service_secret(master, process.service),
        "DAJIAN_DATA_DIR": str(settings.data_dir),
        "DAJIAN_DEMO": settings.demonstration,
        **{f"DAJIAN_SERVICE_URLS__{name.upper()}": url for name, url in urls.items()},
    }
