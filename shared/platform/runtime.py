"""What one service has at hand while it runs: settings, database, tokens, files, the way to other services."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

import httpx
from fastapi import APIRouter, Request

from shared.platform.settings import PlatformSettings

if TYPE_CHECKING:
    from shared.platform.cpu import CpuPool
    from shared.platform.database import Database
    from shared.platform.files import FileStore
    from shared.platform.tokens import TokenVerifier

Own = TypeVar("Own")


@dataclass
class Runtime:
    """One running service.

    Args:
        service: its name, such as `intake`.
        settings: shared settings.
        database: its pool.
        tokens: checks bearer tokens.
        files: its object store.
        cpu: the pool of worker processes, one per process of ours.
        http: one client per target service, by name, with base address and transport set.
        service_token: gives this service's own token for calls to others.
        stopping: set when the process is to end.
    """

    service: str
    settings: PlatformSettings
    database: "Database"
    tokens: "TokenVerifier"
    files: "FileStore"
    cpu: "CpuPool"
    http: Mapping[str, httpx.AsyncClient]
    service_token: Callable[[], Awaitable[str]]
    stopping: asyncio.Event
    _own: dict[type, object] = field(default_factory=dict)

    def keep(self, thing: object) -> None:
        """Keep something of the service itself (its rule sets, network, keys) for its endpoints and jobs."""
        self._own[type(thing)] = thing

    def own(self, kind: type[Own]) -> Own:
        """What the service kept.

        Raises:
            LookupError: it was not made ready.
        """
        thing = self._own.get(kind)
        if isinstance(thing, kind):
            return thing
        raise LookupError(f"{self.service} has no {kind.__name__}: was it prepared?")


def runtime_of(request: Request) -> Runtime:
    """The runtime of the service that answers this request."""
    runtime: Runtime = request.app.state.runtime
    return runtime


JobHandler = Callable[[Runtime, bytes], Awaitable[None]]
Step = Callable[[Runtime], Awaitable[None]]
Greeting = Callable[[Runtime], Awaitable[tuple[str, ...]]]


@dataclass(frozen=True)
class Timer:
    """Something a worker does again and again, in as many processes as there are workers.

    Args:
        name: unique, such as `intake.stage_compare`.
        every_s: pause between two runs.
        run: what is done; idempotent.
    """

    name: str
    every_s: float
    run: Step


@dataclass(frozen=True)
class ServiceDefinition:
    """What a service is made of: declared in its `main.py`, wired by the host.

    Args:
        name: as in `services/<name>`.
        title: Chinese and English name.
        routers: its endpoints; paths without the prefix.
        prepare: makes it ready to answer (loads what it keeps); runs in every process that serves it.
        finish: lets go of what it keeps when the process ends, while its database still answers.
        install: puts base data into its tables once (rule sets, network); idempotent.
        demo: puts its demonstration data; idempotent.
        greet: lines to show to whoever started the system, such as the first administrator's link.
        jobs: handlers of its worker, by entrypoint.
        timers: what its worker does again and again.
        max_body_bytes: largest body; None: the setting for JSON.
        root_paths: its endpoints stand at the root instead of under `/api/<name>/v1`.
    """

    name: str
    title: tuple[str, str]
    routers: tuple[APIRouter, ...]
    prepare: Step | None = None
    finish: Step | None = None
    install: Step | None = None
    demo: Step | None = None
    greet: Greeting | None = None
    jobs: Mapping[str, JobHandler] = field(default_factory=dict)
    timers: tuple[Timer, ...] = ()
    max_body_bytes: int | None = None
    root_paths: bool = False

    @property
    def url_name(self) -> str:
        """The name in addresses: `route-advisory` for `route_advisory`."""
        return self.name.replace("_", "-")
