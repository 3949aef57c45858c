"""A running system for tests: all services in one process on a cloned database, and callers of every role."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from pathlib import Path
from uuid import UUID, uuid4

import httpx
from joserfc.jwk import OKPKey
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection, create_async_engine
from sqlalchemy.pool import NullPool

from shared.contracts.demo import AGENCY_ID, CARRIER_ID, DEMO_ACCOUNTS
from shared.domain.clock import SHANGHAI, utc_now
from shared.domain.roles import Role
from shared.platform.host import Host
from shared.platform.jobs import run_until_empty
from shared.platform.runtime import JobHandler, Runtime
from shared.platform.secrets import service_caller
from shared.platform.tokens import Caller, sign
from shared.platform.transaction import reading

SAMPLES = Path("demo/applications")
ORIGIN = "http://dajian.test"
Json = dict[str, object]


@asynccontextmanager
async def admin(url: str) -> AsyncIterator[AsyncConnection]:
    """A connection of a test's own, on AUTOCOMMIT: to make databases and to look at rows."""
    engine = create_async_engine(url, poolclass=NullPool, isolation_level="AUTOCOMMIT")
    try:
        async with engine.connect() as connection:
            yield connection
    finally:
        await engine.dispose()


def sample(name: str, *, days_ahead: int = 7) -> Json:
    """A sample application's facts, its dates moved to begin some days from now."""
    whole = json.loads((SAMPLES / f"{name}.json").read_text(encoding="utf-8"))
    facts: Json = {part: whole[part] for part in ("trip", "cargo", "vehicle_set", "loaded")}
    trip = whole["trip"]
    start, end = datetime.fromisoformat(trip["planned_start"]), datetime.fromisoformat(trip["planned_end"])
    begin = datetime.combine((utc_now().astimezone(SHANGHAI) + timedelta(days=days_ahead)).date(), start.timetz())
    facts["trip"] = {**trip, "planned_start": begin.isoformat(), "planned_end": (begin + (end - start)).isoformat()}
    return facts


class Stack:
    """The system under test.

    Args:
        host: its services.
        url: its database.
        key: registry's signing key, to mint tokens with.
    """

    def __init__(self, host: Host, url: str, key: Callable[[], OKPKey]) -> None:
        self.host = host
        self.url = url
        self._key = key

    def runtime(self, service: str) -> Runtime:
        """The runtime of a service."""
        return self.host.runtimes[service]

    def _client(self, headers: dict[str, str]) -> httpx.AsyncClient:
        transport = httpx.ASGITransport(app=self.host.asgi, raise_app_exceptions=False)
        return httpx.AsyncClient(transport=transport, base_url=ORIGIN, headers=headers, timeout=30)

    def public(self, **headers: str) -> httpx.AsyncClient:
        """A caller who is not signed in."""
        return self._client({"Accept-Language": "en", **headers})

    def as_caller(self, caller: Caller) -> httpx.AsyncClient:
        """A caller of one's own making."""
        token = sign(caller, self._key(), lifetime_s=3600)
        return self._client({"Authorization": f"Bearer {token}", "Accept-Language": "en"})

    def client(self, username: str) -> httpx.AsyncClient:
        """A demonstration account, signed in."""
        account = next(account for account in DEMO_ACCOUNTS if account.username == username)
        caller = Caller(
            id=account.id,
            name=account.display_name,
            roles=frozenset({account.role}),
            authority=None if account.role in {Role.COMPANY_AGENT, Role.ESCORT_DISPATCHER} else "150600",
            carrier_id=CARRIER_ID if account.role is Role.COMPANY_AGENT else None,
            agency_id=AGENCY_ID if account.role is Role.ESCORT_DISPATCHER else None,
        )
        return self.as_caller(caller)

    def other_carrier(self, carrier_id: UUID) -> httpx.AsyncClient:
        """An agent of another carrier."""
        return self.as_caller(Caller(uuid4(), "他企经办人", frozenset({Role.COMPANY_AGENT}), carrier_id=carrier_id))

    def service_client(self, service: str) -> httpx.AsyncClient:
        """A service, with its token."""
        return self.as_caller(service_caller(service))

    def facts(self, name: str) -> Json:
        """A sample's facts, beginning in 7 days."""
        return sample(name)

    async def run_jobs(self, *, now: bool = True) -> None:
        """Do the waiting jobs; `now` also those whose time has not come."""
        if now:
            async with admin(self.url) as connection:
                await connection.execute(text("UPDATE pgqueuer SET execute_after = now() WHERE status = 'queued'"))
        handlers: dict[str, JobHandler] = {}
        for definition in self.host.definitions:
            handlers.update(definition.jobs)
        if handlers:
            await run_until_empty(self.host.runtimes, handlers, self.url)

    async def rows(self, query: str, **values: object) -> list[Json]:
        """What a query gives, as a test looks at it."""
        async with admin(self.url) as connection:
            return [dict(row) for row in (await connection.execute(text(query), values)).mappings()]


async def settled(runtime: Runtime, feed: str) -> None:
    """Wait until every row of a feed table may be read: transactions of other tests may still run on the server."""
    oldest = "pg_snapshot_xmin(pg_current_snapshot())::text::bigint"
    ended = text(f"SELECT coalesce(max(xact), 0) < {oldest} FROM {feed}")  # noqa: S608
    async with asyncio.timeout(20):
        while True:
            async with reading(runtime.database) as session:
                if await session.scalar(ended):
                    return


def keyed(version: int | None = None, key: str | None = None) -> dict[str, str]:
    """Headers of a state change: a fresh key, and the version that was read."""
    headers = {"Idempotency-Key": key or str(uuid4())}
    return headers if version is None else {**headers, "If-Match": f'"{version}"'}


def errors_at(response: httpx.Response) -> Iterable[str]:
    """Pointers of a 422's field errors."""
    return [error["pointer"] for error in response.json()["errors"]]
