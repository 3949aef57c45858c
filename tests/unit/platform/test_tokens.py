"""Tokens: what was signed comes back; expired, altered, foreign and malformed ones are refused alike."""

import time
from uuid import uuid4

import pytest
from joserfc.jwk import KeySet, KeySetSerialization, OKPKey

from shared.domain.errors import Unauthenticated
from shared.domain.roles import Role
from shared.platform.tokens import Caller, TokenVerifier, sign

KEY = OKPKey.generate_key("Ed25519", parameters={"kid": "one"})
OTHER = OKPKey.generate_key("Ed25519", parameters={"kid": "two"})
CALLER = Caller(uuid4(), "王", frozenset({Role.CLERK, Role.REVIEWER}), authority="150600", carrier_id=uuid4())


def verifier(*keys: OKPKey) -> tuple[TokenVerifier, list[int]]:
    asked = [0]

    async def fetch() -> KeySetSerialization:
        asked[0] += 1
        return KeySet(list(keys)).as_dict(private=False)

    return TokenVerifier(fetch), asked


async def test_what_was_signed_comes_back_and_keys_are_asked_once() -> None:
    check, asked = verifier(KEY)
    for _ in range(3):
        assert await check.verify(sign(CALLER, KEY, lifetime_s=60)) == CALLER
    assert asked == [1]


async def test_expired_altered_and_foreign_tokens_are_refused() -> None:
    check, _ = verifier(KEY)
    good = sign(CALLER, KEY, lifetime_s=60)
    head, body, signature = good.split(".")
    for bad in (
        sign(CALLER, KEY, lifetime_s=60, now=time.time() - 61),
        sign(CALLER, OTHER, lifetime_s=60),
        f"{head}.{body[:-2]}AA.{signature}",
        f"{head}.{body}.",
        "",
        "a.b.c",
        "蒙",
        "x" * 10_000,
        "eyJhbGciOiJub25lIn0." + body + ".",
    ):
        with pytest.raises(Unauthenticated):
            await check.verify(bad)


async def test_a_token_kept_in_memory_ends_with_its_time() -> None:
    check, _ = verifier(KEY)
    token = sign(CALLER, KEY, lifetime_s=60)
    assert await check.verify(token) == CALLER
    [(digest, (until, _))] = check._seen.items()
    assert until <= time.time() + 60
    check._seen[digest] = (time.time() - 1, Caller(uuid4(), "stale", frozenset()))
    assert await check.verify(token) == CALLER
