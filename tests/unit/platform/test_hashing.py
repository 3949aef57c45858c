"""One hash for bytes of any size, whether it was made in a thread or not."""

import hashlib
import threading

import pytest

from shared.platform import hashing


@pytest.mark.parametrize("size", [0, 1, hashing.LARGE_BYTES - 2, hashing.LARGE_BYTES, 3 * hashing.LARGE_BYTES])
async def test_parts_are_hashed_one_after_the_other(size: int) -> None:
    assert await hashing.sha256(b"a" * size, b"b") == hashlib.sha256(b"a" * size + b"b").digest()


@pytest.mark.parametrize(("size", "inline"), [(10, True), (hashing.LARGE_BYTES, False)])
async def test_only_large_ones_leave_the_loop(size: int, inline: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    threads: list[int] = []

    def noting(_: tuple[bytes, ...]) -> bytes:
        threads.append(threading.get_ident())
        return b""

    monkeypatch.setattr(hashing, "_sha256", noting)
    await hashing.sha256(b"a" * size)
    assert (threads == [threading.get_ident()]) is inline
