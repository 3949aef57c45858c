"""Signing keys: made once, guarded, the newest signs and all verify."""

import json
import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from uuid import uuid4

import pytest
from joserfc.jwk import KeySetSerialization

from services.registry.keys import add_key, load_keys
from shared.domain.errors import Unauthenticated
from shared.domain.roles import Role
from shared.platform.plain import PlainError
from shared.platform.tokens import Caller, TokenVerifier, sign


def _caller() -> Caller:
    return Caller(uuid4(), "某人", frozenset({Role.CLERK}), authority="150600")


def _verifier(keys: object) -> TokenVerifier:
    async def fetch() -> KeySetSerialization:
        given: KeySetSerialization = json.loads(keys.public_set().model_dump_json())  # type: ignore[attr-defined]
        return given

    return TokenVerifier(fetch)


def test_the_first_key_is_made_once_and_only_its_owner_reads_it(tmp_path: Path) -> None:
    folder = tmp_path / "registry"
    first, again = load_keys(folder), load_keys(folder)
    assert first.newest.kid == again.newest.kid
    (file,) = folder.iterdir()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_processes_that_start_at_once_agree_on_one_key(tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        loaded = list(pool.map(lambda _: load_keys(tmp_path / "registry"), range(16)))
    assert len({keys.newest.kid for keys in loaded}) == 1
    assert [path.name for path in (tmp_path / "registry").iterdir()] == ["0001.json"]


def test_public_keys_hold_nothing_private(tmp_path: Path) -> None:
    (key,) = load_keys(tmp_path).public_set().model_dump()["keys"]
    assert set(key) == {"kty", "crv", "use", "kid", "x"}


async def test_a_new_key_signs_and_old_tokens_stay_valid(tmp_path: Path) -> None:
    old = load_keys(tmp_path)
    before = sign(_caller(), old.newest, lifetime_s=60)
    new = add_key(tmp_path)
    after = sign(_caller(), new.newest, lifetime_s=60)
    verifier = _verifier(new)
    assert (await verifier.verify(before)).name == (await verifier.verify(after)).name == "某人"
    assert new.public_set().keys[0].kid == new.newest.kid != old.newest.kid
    with pytest.raises(Unauthenticated):
        await _verifier(old).verify(after)


def test_a_key_others_can_read_is_refused(tmp_path: Path) -> None:
    load_keys(tmp_path)
    (tmp_path / "0001.json").chmod(0o640)
    with pytest.raises(PlainError, match="chmod 600"):
        load_keys(tmp_path)


@pytest.mark.parametrize(
    "content", ["", "{}", "[]", '{"kty":"OKP","crv":"Ed25519","x":"AAAA"}', '{"kty":"oct","k":"AAAA"}']
)
def test_a_damaged_key_is_told_in_one_line(tmp_path: Path, content: str) -> None:
    (tmp_path / "0001.json").write_text(content)
    (tmp_path / "0001.json").chmod(0o600)
    with pytest.raises(PlainError, match=r"0001\.json"):
        load_keys(tmp_path)
