"""Passwords: hashed and checked by argon2id in threads, two at a time, in the same time whether or not a name exists."""

import asyncio
import secrets
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Final, Self

from pwdlib.hashers.argon2 import Argon2Hasher

MEMORY_KIB: Final = 19_456
ROUNDS: Final = 2
LANES: Final = 1
AT_ONCE: Final = 2
"""19 MiB, 2 rounds, 1 lane (OWASP's second choice for argon2id): 20 ms, and two of them leave the event loop its core."""


class Passwords:
    """Hashes and checks.

    Args:
        hasher: argon2id.
        decoy: hash of a password nobody knows, checked in place of one that is not there.
    """

    def __init__(self, hasher: Argon2Hasher, decoy: str) -> None:
        self._hasher = hasher
        self._decoy = decoy
        self._places = asyncio.Semaphore(AT_ONCE)

    @classmethod
    async def make(cls) -> Self:
        """One for a process."""
        hasher = Argon2Hasher(time_cost=ROUNDS, memory_cost=MEMORY_KIB, parallelism=LANES)
        return cls(hasher, await asyncio.to_thread(hasher.hash, secrets.token_hex(16)))

    @asynccontextmanager
    async def turn(self) -> AsyncIterator[None]:
        """One of the places: what is looked up inside is at most one other check old."""
        async with self._places:
            yield

    async def hash(self, password: str) -> str:
        """The hash to store."""
        async with self.turn():
            return await asyncio.to_thread(self._hasher.hash, password)

    async def matches(self, password: str, stored: str | None) -> bool:
        """Whether a password is the stored one; None takes as long and is never it. Called in a turn."""
        same = await asyncio.to_thread(self._hasher.verify, password, stored or self._decoy)
        return same and stored is not None
