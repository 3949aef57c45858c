"""Puts services together in one process: builds their runtimes and applications, sends each request to its service."""

import asyncio
import json
from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass, field
from uuid import UUID

import httpx
from fastapi import FastAPI, Response
from joserfc.jwk import KeySetSerialization
from starlette.types import ASGIApp, Receive, Scope, Send

from shared.contracts.sign_ins import EndedSignIns
from shared.domain.errors import Unavailable
from shared.platform import seal
from shared.platform.app import create_app
from shared.platform.cpu import CpuPool
from shared.platform.database import Database
from shared.platform.files import FileStore
from shared.platform.jobs import held_timer, run_timer, run_worker
from shared.platform.logging import get_log
from shared.platform.proxy import Proxy
from shared.platform.runtime import JobHandler, Runtime, ServiceDefinition, Timer
from shared.platform.secrets import master_secret, service_secret
from shared.platform.service_tokens import ServiceToken
from shared.platform.settings import SERVICES, PlatformSettings
from shared.platform.tokens import TokenVerifier

PORTAL = "portal"
_LOCAL = "http://dajian.internal"
log = get_log("host")


class Dispatcher:
    """Sends a request to the service its path names; everything else goes to the portal.

    Args:
        apps: applications by name in addresses.
        proxy: in development, sends on what belongs to a service that runs elsewhere.
    """

    def __init__(self, apps: Mapping[str, ASGIApp], proxy: Proxy | None = None) -> None:
        self._apps = apps
        self._proxy = proxy

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request; the lifespan is the host's own affair."""
        if scope["type"] == "lifespan":
            await _empty_lifespan(receive, send)
            return
        parts = str(scope.get("path", "")).split("/", 3)
        name = parts[2] if len(parts) > 2 and parts[1] == "api" else PORTAL
        if self._proxy is not None and name not in self._apps and self._proxy.knows(name):
            await self._proxy(scope, receive, send)
            return
        app = self._apps.get(name) or self._apps.get(PORTAL) or next(iter(self._apps.values()))
        await app(scope, receive, send)

    async def close(self) -> None:
        """Close what it sends requests on with."""
        if self._proxy is not None:
            await self._proxy.close()


class OnlyHealth:
    """A worker's face: its health and metrics, nothing else.

    Args:
        app: what answers them.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] == "http" and not str(scope["path"]).startswith(("/health/", "/metrics")):
            await Response(status_code=404)(scope, receive, send)
            return
        await self._app(scope, receive, send)


async def _empty_lifespan(receive: Receive, send: Send) -> None:
    while True:
        message = await receive()
        await send({"type": f"{message['type']}.complete"})
        if message["type"] == "lifespan.shutdown":
            return


@dataclass
class Host:
    """Services that run in this process."""

    definitions: tuple[ServiceDefinition, ...]
    runtimes: dict[str, Runtime]
    apps: dict[str, FastAPI]
    asgi: Dispatcher
    cpu: CpuPool
    stopping: asyncio.Event
    database_url: str
    _http: list[httpx.AsyncClient]
    _prepared: set[str] = field(default_factory=set)

    async def install(self, *, demonstration: bool) -> None:
        """Put base data, then demonstration data, into the tables of every service here; idempotent."""
        for definition in self.definitions:
            if definition.install:
                await definition.install(self.runtimes[definition.name])
        for definition in self.definitions:
            if demonstration and definition.demo:
                await definition.demo(self.runtimes[definition.name])

    async def prepare(self) -> None:
        """Make every service here ready to answer."""
        for definition in self.definitions:
            if definition.prepare:
                await definition.prepare(self.runtimes[definition.name])
            self._prepared.add(definition.name)

    def worker_tasks(self) -> list[asyncio.Task[None]]:
        """Start the jobs and timers of every service here."""
        handlers: dict[str, JobHandler] = {}
        tasks: list[asyncio.Task[None]] = []
        for definition in self.definitions:
            handlers.update(definition.jobs)
            runtime = self.runtimes[definition.name]
            for timer in (*definition.timers, *_platform_timers(definition)):
                running = run_timer(runtime, timer, self.stopping)
                tasks.append(asyncio.create_task(running, name=f"timer {timer.name}"))
        if handlers:
            work = run_worker(self.runtimes, handlers, self.database_url, self.stopping)
            tasks.append(asyncio.create_task(work, name="worker"))
        return tasks

    async def close(self) -> None:
        """Close pools and clients, after every service here let go of what it keeps."""
        self.stopping.set()
        for definition in self.definitions:
            if definition.finish and definition.name in self._prepared:
                await definition.finish(self.runtimes[definition.name])
        for client in self._http:
            await client.aclose()
        await self.asgi.close()
        for runtime in self.runtimes.values():
            await runtime.database.close()
        self.cpu.close()


def _platform_timers(definition: ServiceDefinition) -> Iterable[Timer]:
    """What every worker does beside its own: seal the audit log, look for held jobs."""
    if definition.name in SERVICES:
        yield seal.timer(definition.name)
    if definition.jobs:
        yield held_timer(definition.name, definition.jobs)


def build_host(
    definitions: Iterable[ServiceDefinition],
    settings: PlatformSettings,
    database_url: str,
    url_of: Callable[[str], str] | None = None,
) -> Host:
    """Build the runtimes and applications of services that share this process.

    Args:
        definitions: the services; those not here are called at `settings.service_urls`.
        settings: shared settings.
        database_url: the one database, for the queue's own connection.
        url_of: its address for a service's own role; None: `database_url` for all.
    """
    chosen = tuple(definitions)
    apps: dict[str, FastAPI] = {}
    asgi = Dispatcher(apps, Proxy(settings.service_urls) if settings.development_proxy else None)
    local = {definition.name for definition in chosen}
    http = {name: _client(name, settings, asgi, local) for name in SERVICES}
    cpu, stopping = CpuPool(settings.cpu_workers), asyncio.Event()
    runtimes: dict[str, Runtime] = {}
    for definition in chosen:
        runtime = Runtime(
            service=definition.name,
            settings=settings,
            database=Database(
                url_of(definition.name) if url_of else database_url,
                application_name=f"dajian-{definition.name}",
                pool_size=settings.pool_size,
                max_overflow=settings.pool_overflow,
            ),
            tokens=TokenVerifier(_key_source(http["registry"]), _ended_source(http["registry"])),
            files=FileStore(definition.name, settings.files_dir, settings.object_store),
            cpu=cpu,
            http=http,
            service_token=_service_token(definition.name, settings, http["registry"]),
            stopping=stopping,
        )
        app = create_app(definition, settings)
        app.state.runtime = runtime
        runtimes[definition.name] = runtime
        apps[definition.url_name] = app
    return Host(chosen, runtimes, apps, asgi, cpu, stopping, database_url, list(http.values()))


def _client(name: str, settings: PlatformSettings, asgi: ASGIApp, local: set[str]) -> httpx.AsyncClient:
    if name in local:
        return httpx.AsyncClient(
            transport=httpx.ASGITransport(app=asgi, raise_app_exceptions=False), base_url=_LOCAL, timeout=30
        )
    base = settings.service_urls.get(name, _LOCAL)
    limits = httpx.Limits(max_connections=40, max_keepalive_connections=20)
    return httpx.AsyncClient(base_url=base, timeout=30, limits=limits, trust_env=False)


def _key_source(registry: httpx.AsyncClient) -> Callable[[], Awaitable[KeySetSerialization]]:
    async def fetch() -> KeySetSerialization:
        try:
            # A task of its own, so that what registry binds to its context stays there.
            request = registry.get("/api/registry/v1/.well-known/jwks.json", timeout=5)
            answer = await asyncio.get_running_loop().create_task(request)
            answer.raise_for_status()
        except httpx.HTTPError as error:
            raise Unavailable(
                "keys_unavailable", "暂时无法核对登录，请稍后再试", "sign-in cannot be checked now"
            ) from error
        keys: KeySetSerialization = json.loads(answer.content)
        return keys

    return fetch


def _ended_source(registry: httpx.AsyncClient) -> Callable[[], Awaitable[frozenset[UUID]]]:
    async def fetch() -> frozenset[UUID]:
        try:
            request = registry.get("/api/registry/v1/.well-known/ended-sign-ins.json", timeout=1)
            answer = await asyncio.get_running_loop().create_task(request)
            answer.raise_for_status()
        except httpx.HTTPError as error:
            raise Unavailable(
                "ended_unavailable", "暂时无法核对登录状态", "ended sign-ins are not known now"
            ) from error
        return frozenset(EndedSignIns.model_validate_json(answer.content).ended)

    return fetch


def _service_token(name: str, settings: PlatformSettings, registry: httpx.AsyncClient) -> Callable[[], Awaitable[str]]:
    if settings.service_secret is not None:
        secret = settings.service_secret.get_secret_value()
    else:
        secret = service_secret(master_secret(settings), name)
    return ServiceToken(name, secret, registry)
