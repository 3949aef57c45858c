"""Passwords: argon2id with the agreed cost, two at a time, the same work for a name that does not exist."""

import asyncio
import threading

from pwdlib.hashers.argon2 import Argon2Hasher

from services.registry.passwords import AT_ONCE, Passwords


class CountingHasher(Argon2Hasher):
    def __init__(self) -> None:
        super().__init__(time_cost=1, memory_cost=8, parallelism=1)
        self.now = self.most = self.checks = 0
        self.lock = threading.Lock()
        self.gate = threading.Event()
        self.full = threading.Event()

    def verify(self, password: str | bytes, hash: str | bytes) -> bool:  # noqa: A002 - the library's name
        with self.lock:
            self.now += 1
            self.checks += 1
            self.most = max(self.most, self.now)
            if self.now == AT_ONCE:
                self.full.set()
        self.gate.wait(5)
        with self.lock:
            self.now -= 1
        return super().verify(password, hash)


async def test_hashes_are_argon2id_with_the_agreed_cost() -> None:
    passwords = await Passwords.make()
    stored = await passwords.hash("correct horse battery")
    assert stored.startswith("$argon2id$v=19$m=19456,t=2,p=1$")
    assert await passwords.matches("correct horse battery", stored)
    assert not await passwords.matches("correct horse batterY", stored)


async def test_a_missing_hash_costs_a_check_and_never_matches() -> None:
    hasher = CountingHasher()
    hasher.gate.set()
    passwords = Passwords(hasher, hasher.hash("decoy"))
    assert not await passwords.matches("decoy", None)
    assert hasher.checks == 1


async def test_two_at_a_time() -> None:
    hasher = CountingHasher()
    passwords = Passwords(hasher, hasher.hash("decoy"))

    async def check() -> bool:
        async with passwords.turn():
            return await passwords.matches("x", None)

    checks = [asyncio.create_task(check()) for _ in range(8)]
    assert await asyncio.to_thread(hasher.full.wait, 5)
    hasher.gate.set()
    assert not any(await asyncio.gather(*checks))
    assert (hasher.most, hasher.checks) == (AT_ONCE, 8)
