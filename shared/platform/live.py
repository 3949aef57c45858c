"""Live streams: what has changed is told to the open pages of one process by server-sent events, ids alone.

One task a process follows a feed of its service: it reads what is settled when Postgres says so (NOTIFY) and every few
seconds in any case. It begins with the first page that listens and ends with the last. A page that connects looks once
by itself, so nothing need be told twice: streams have no memory. No stream holds a database connection.
"""

import asyncio
import json
import time
from collections import Counter
from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import NamedTuple
from uuid import UUID

import asyncpg
from prometheus_client import Gauge
from sqlalchemy import func, select, text
from sqlalchemy.exc import SQLAlchemyError
from starlette.responses import StreamingResponse
from starlette.types import Send

from shared.domain.errors import TooMany, Unavailable
from shared.platform.database import ReadSession, WriteSession
from shared.platform.feed import Position
from shared.platform.logging import get_log
from shared.platform.runtime import Runtime
from shared.platform.settings import plain_url
from shared.platform.tokens import Caller
from shared.platform.transaction import reading

MEDIA_TYPE = "text/event-stream"
HEARTBEAT_S = 15.0
MOST_STREAMS = 1000
"""Of one process."""
MOST_OF_ONE = 8
"""Of one account: a browser needs one, however many pages it shows."""
MOST_IDS = 100
"""More changes than these at once are told as one: look at everything."""
_LOOK_EVERY_S = 5.0
_LOOK_AGAIN_S = 0.25
_REST_S = 0.1
_RECONNECT_S = 1.0
_BATCH = 500
_LAST = UUID(int=(1 << 128) - 1)
_SNAPSHOT = text(
    "SELECT pg_snapshot_xmin(s)::text::bigint, pg_snapshot_xmax(s)::text::bigint FROM pg_current_snapshot() s"
)
_STREAMS = Gauge("dajian_live_streams", "Open live streams", ["service"])
log = get_log("live")


class Change(NamedTuple):
    """One row of a feed: where it stands, whom it concerns, what it is about."""

    position: Position
    topic: str
    id: UUID


Source = Callable[[ReadSession, Position, int], Awaitable[Sequence[Change]]]
"""Reads the settled rows behind a position, so many at most, in the feed's order."""


async def tell(session: WriteSession, channel: str) -> None:
    """Say, when this transaction commits, that there is something to look at."""
    await session.execute(select(func.pg_notify(channel, "")))


class Seat:
    """One stream's place: what it has not been told yet.

    Args:
        topic: whose changes it hears.
    """

    def __init__(self, topic: str) -> None:
        self.topic = topic
        self.woken = asyncio.Event()
        self._opening = False
        self._ids: dict[UUID, None] = {}
        self._many = False

    def open(self) -> None:
        """From now on it hears everything: time for the page to look once by itself."""
        self._opening = True
        self.woken.set()

    def hear(self, identity: UUID) -> None:
        """Note a change; too many become one."""
        self._ids[identity] = None
        self._many = self._many or len(self._ids) > MOST_IDS
        self.woken.set()

    def take(self) -> bytes:
        """What is to be told now, as an event; nothing: a heartbeat."""
        changed = json.dumps({"ids": [] if self._many else [str(identity) for identity in self._ids]})
        event = "event: open\ndata: {}\n\n" if self._opening else ":\n\n"
        if self._ids and not self._opening:
            event = f"event: changed\ndata: {changed}\n\n"
        self._ids, self._many, self._opening = {}, False, False
        self.woken.clear()
        return event.encode()


class Hub:
    """The streams of one service in this process, and the one task that feeds them.

    Args:
        runtime: of the service.
        channel: what Postgres notifies on.
        source: reads the feed.
    """

    def __init__(self, runtime: Runtime, channel: str, source: Source) -> None:
        self._runtime = runtime
        self._channel = channel
        self._source = source
        self._seats: set[Seat] = set()
        self._of: Counter[UUID] = Counter()
        self._task: asyncio.Task[None] | None = None
        self._following = False

    @property
    def idle(self) -> bool:
        """Whether nobody listens and nothing runs for anybody."""
        return not self._seats and not self._of and self._task is None

    def stream(self, caller: Caller, topic: str) -> "EventStream":
        """A stream for this caller, who hears of this topic until his sign-in ends.

        Raises:
            TooMany: the account has as many as it may.
            Unavailable: the process has, or it is ending.
        """
        if self._of[caller.id] >= MOST_OF_ONE:
            raise TooMany("too_many_streams", "打开的页面过多", "too many open pages", retry_after_s=60)
        if len(self._seats) >= MOST_STREAMS or self._runtime.stopping.is_set():
            raise Unavailable("no_stream", "暂不能实时更新", "no live updates now", retry_after_s=30)
        return EventStream(self, caller, topic, self._runtime.stopping)

    @contextmanager
    def seat(self, caller: Caller, topic: str) -> Iterator[Seat]:
        """A place among the streams, given up at the end."""
        seat = Seat(topic)
        self._seats.add(seat)
        self._of[caller.id] += 1
        _STREAMS.labels(self._runtime.service).set(len(self._seats))
        if self._following:
            seat.open()
        if self._task is None:
            self._task = asyncio.create_task(self._follow(), name=f"live {self._channel}")
        try:
            yield seat
        finally:
            self._seats.discard(seat)
            self._of -= Counter([caller.id])
            _STREAMS.labels(self._runtime.service).set(len(self._seats))
            if not self._seats and self._task is not None:
                self._task.cancel()
                self._task, self._following = None, False

    async def _follow(self) -> None:
        """Read the feed until nobody listens; comes back by itself when Postgres was away."""
        position: Position | None = None
        while True:
            try:
                position = await self._listen(position)
            except (OSError, asyncpg.PostgresError, asyncpg.InterfaceError, SQLAlchemyError, TimeoutError) as error:
                log.warning("live updates lost the database", error=str(error)[:300])
            await asyncio.sleep(_RECONNECT_S)

    async def _listen(self, position: Position | None) -> Position:
        """Follow the feed while one connection lives; the last position."""
        woken = asyncio.Event()
        name = {"application_name": f"dajian-{self._runtime.service}"}
        connection = await asyncpg.connect(plain_url(self._runtime.database.url), server_settings=name, timeout=5)
        try:
            connection.add_termination_listener(lambda _: woken.set())
            await connection.add_listener(self._channel, lambda *_: woken.set())
            oldest, awaited = await self._snapshot()
            # What is settled now is seen by the pages that connect now; a lost connection goes on where it was.
            position = position or Position(oldest - 1, _LAST)
            if not self._following:
                self._following = True
                for seat in self._seats:
                    seat.open()
            while not connection.is_closed():
                pause = _LOOK_AGAIN_S if oldest < awaited else _LOOK_EVERY_S
                if await _within(woken.wait(), pause):
                    woken.clear()
                    _, awaited = await self._snapshot()
                position, oldest = await self._look(position)
                await asyncio.sleep(_REST_S)
            return position
        finally:
            connection.terminate()

    async def _snapshot(self) -> tuple[int, int]:
        """The oldest transaction still running, and the one that will begin next."""
        async with reading(self._runtime.database) as session:
            oldest, following = (await session.execute(_SNAPSHOT)).one()
        return oldest, following

    async def _look(self, position: Position) -> tuple[Position, int]:
        """Tell what is new; where it ends, and the oldest transaction of before that was still running."""
        oldest, _ = await self._snapshot()
        while True:
            async with reading(self._runtime.database) as session:
                found = await self._source(session, position, _BATCH)
            for change in found:
                for seat in self._seats:
                    if seat.topic == change.topic:
                        seat.hear(change.id)
                position = change.position
            if len(found) < _BATCH:
                return position, oldest


class EventStream(StreamingResponse):
    """The answer that goes on: ends with the sign-in, with the process, or when the other side hangs up.

    Args:
        hub: where its changes come from.
        caller: who listens.
        topic: what of.
        stopping: set when the process ends.
    """

    def __init__(self, hub: Hub, caller: Caller, topic: str, stopping: asyncio.Event) -> None:
        super().__init__((), media_type=MEDIA_TYPE, headers={"X-Accel-Buffering": "no"})
        self._hub = hub
        self._caller = caller
        self._topic = topic
        self._stopping = stopping

    async def stream_response(self, send: Send) -> None:
        """Tell what changes; a heartbeat where nothing does. Cancelled when the other side hangs up."""
        with self._hub.seat(self._caller, self._topic) as seat:
            await send({"type": "http.response.start", "status": self.status_code, "headers": self.raw_headers})
            ending = asyncio.create_task(self._stopping.wait())
            ending.add_done_callback(lambda _: seat.woken.set())
            try:
                while not self._stopping.is_set() and (left := self._caller.expires_at - time.time()) > 0:
                    await send({"type": "http.response.body", "body": seat.take(), "more_body": True})
                    await _within(seat.woken.wait(), min(HEARTBEAT_S, left))
            finally:
                ending.cancel()
        await send({"type": "http.response.body", "body": b"", "more_body": False})


async def _within(wait: Awaitable[object], seconds: float) -> bool:
    try:
        await asyncio.wait_for(wait, seconds)
    except TimeoutError:
        return False
    return True
