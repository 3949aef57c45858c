"""Counting verifications (statistics M07, `verify_calls`) beside the reads, so that nobody on the road waits for a count."""

import asyncio
from collections import Counter
from typing import Final, Literal

from shared.platform.database import Database
from shared.platform.logging import get_log
from shared.platform.transaction import transaction
from shared.schema.issuance import VerifyTally

Kind = Literal["number", "token", "match"]
WRITTEN_AFTER_S: Final = 5.0
"""A count is written this long after the first call it holds; a killed process loses no more than that."""
log = get_log("verifications")


class Tally:
    """What this process looked up and has not written yet.

    Args:
        database: of issuance.
        authority: the one this installation decides for.
    """

    def __init__(self, database: Database, authority: str) -> None:
        self._database = database
        self._authority = authority
        self._calls: Counter[tuple[Kind, str]] = Counter()
        self._writing: asyncio.Task[None] | None = None
        self._due: asyncio.TimerHandle | None = None

    def count(self, kind: Kind, verdict: str) -> None:
        """One more call; nothing of who asked or about which permit is kept."""
        self._calls[kind, verdict] += 1
        if self._due is None:
            self._due = asyncio.get_running_loop().call_later(WRITTEN_AFTER_S, self._start)

    def _start(self) -> None:
        self._due = None
        self._writing = asyncio.get_running_loop().create_task(self._write_or_keep())

    async def _write_or_keep(self) -> None:
        try:
            await self.write()
        except Exception:
            log.exception("verifications not counted yet")

    async def write(self) -> None:
        """Write what was counted; it is kept for the next time if that fails."""
        calls, self._calls = self._calls, Counter()
        try:
            async with transaction(self._database) as session:
                session.add_all(
                    VerifyTally(authority_adcode=self._authority, kind=kind, verdict=verdict, calls=n)
                    for (kind, verdict), n in calls.items()
                )
        except BaseException:
            self._calls.update(calls)
            raise
        for (kind, verdict), n in calls.items():
            log.info("verifications", kind=kind, verdict=verdict, calls=n)

    async def finish(self) -> None:
        """Write what is left when the process ends."""
        if self._due is not None:
            self._due.cancel()
            self._due = None
        if self._writing is not None:
            await self._writing
        if self._calls:
            await self._write_or_keep()
