"""Reads permits by number for everybody on the road: who asks while a read is under way is answered by the next one, together.

At rest a question goes to the database at once. Under load a read answers all that gathered during the one before it, so
that the way there and back is paid for once. Each answer is read after its question came: none is older than that.
"""

import asyncio
from contextvars import Context
from typing import Final

from services.issuance.verification.queries import seen_permits
from services.issuance.verification.seen import SeenPermit
from shared.platform.database import Database

TOGETHER_AT_MOST: Final = 200
"""Numbers of one read."""
Waiting = dict[str, list["asyncio.Future[SeenPermit | None]"]]


class NumberReader:
    """What this process reads of permits by their numbers.

    Args:
        database: of issuance.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._waiting: Waiting = {}
        self._reading: asyncio.Task[None] | None = None

    async def seen(self, number: str) -> SeenPermit | None:
        """The newest revision of a number with its hold; None: there is none."""
        answer: asyncio.Future[SeenPermit | None] = asyncio.get_running_loop().create_future()
        self._waiting.setdefault(number, []).append(answer)
        if self._reading is None:
            # In a context of its own: it reads for others too.
            self._reading = asyncio.get_running_loop().create_task(self._read_on(), context=Context())
        return await answer

    async def _read_on(self) -> None:
        try:
            while self._waiting:
                numbers = list(self._waiting)[:TOGETHER_AT_MOST]
                asked = {number: self._waiting.pop(number) for number in numbers}
                await self._answer(asked)
        finally:
            self._reading = None

    async def _answer(self, asked: Waiting) -> None:
        try:
            found = await seen_permits(self._database, list(asked))
        except Exception as error:  # noqa: BLE001 - told to everyone who asked, as the fault it is
            for answer in (one for answers in asked.values() for one in answers if not one.done()):
                answer.set_exception(error)
            return
        for number, answers in asked.items():
            for answer in answers:
                if not answer.done():
                    answer.set_result(found.get(number))
