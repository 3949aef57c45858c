"""The signed token: what it says, and that no text whatever gets past its check or breaks it."""

import zlib

import base45
import cbor2
import pytest
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cwt import COSE
from hypothesis import given, settings
from hypothesis import strategies as st

from services.issuance.rendering.document import EscortDuty
from services.issuance.rendering.token import (
    MAX_COSE_BYTES,
    PERMIT_CLAIM,
    PREFIX,
    TokenCheck,
    check_token,
    make_token,
    signing_key,
    verifying_key,
)
from tests.unit.issuance.permits import extreme_permit, hydraulic_permit, permit

PRIVATE = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
KID = b"permit-1"
KEY = signing_key(KID, PRIVATE)
KEYS = {KID: verifying_key(KID, PRIVATE.public_key())}
TOKEN = make_token(permit(), KEY)


def unwrap(token: str) -> bytes:
    return zlib.decompress(base45.b45decode(token.removeprefix(PREFIX)))


def wrap(signed: bytes) -> str:
    packed: bytes = base45.b45encode(zlib.compress(signed))
    return PREFIX + packed.decode()


def signed_claims(claims: object, key: object = KEY.cose) -> str:
    return wrap(COSE.new(deterministic_header=True).encode(cbor2.dumps(claims), key, protected={1: -8, 4: KID}))


def test_says_what_the_permit_says() -> None:
    document = hydraulic_permit()
    claims = check_token(make_token(document, KEY), KEYS).claims
    assert claims is not None
    assert (claims.number, claims.revision, claims.adcode) == (document.number, 1, "150600")
    assert claims.plates == ("蒙K50000", "蒙K50001", "蒙K50002", "蒙K56789超")
    assert (claims.length_mm, claims.width_mm, claims.height_mm) == (97450, 5250, 4950)
    assert (claims.gross_mass_kg, claims.axle_count, claims.trips_allowed) == (409_000, 65, 1)
    assert (claims.valid_from, claims.valid_to) == (document.valid_from, document.valid_to)
    assert claims.issued_at == document.issued_at
    assert claims.route_digest == document.route_digest().hex()
    assert claims.conditions_digest == document.conditions_digest().hex()
    assert claims.condition_codes == ("escort", "bridges", "hours", "speeds", "special")
    assert claims.demonstration
    assert claims.kid == KID.hex()


def test_codes_name_only_the_orders_there_are() -> None:
    bare = permit(escort=EscortDuty(required=False), bridge_orders=(), time_windows=(), conditions=())
    claims = check_token(make_token(bare, KEY), KEYS).claims
    assert claims is not None
    assert claims.condition_codes == ("speeds",)


def test_is_a_standard_cose_sign1_over_standard_cwt_claims() -> None:
    tag = cbor2.loads(unwrap(TOKEN))
    protected, unprotected, payload, signature = tag.value
    assert tag.tag == 18
    assert cbor2.loads(protected) == {1: -8, 4: KID}
    assert unprotected == {}
    PRIVATE.public_key().verify(signature, cbor2.dumps(["Signature1", protected, b"", payload]))
    claims = cbor2.loads(payload)
    assert claims[1] == "150600"
    assert claims[2] == permit().number
    assert claims[5] < claims[4]
    with pytest.raises(InvalidSignature):
        PRIVATE.public_key().verify(signature, cbor2.dumps(["Signature1", protected, b"x", payload]))


def test_is_short_and_the_same_every_time() -> None:
    assert make_token(permit(), KEY) == TOKEN
    assert len(TOKEN) < 400
    assert len(make_token(extreme_permit(), KEY)) < 500


def test_digests_follow_route_and_conditions() -> None:
    changed = permit(conditions=("遇七级以上大风停止通行。",))
    assert changed.conditions_digest() != permit().conditions_digest()
    assert changed.route_digest() == permit().route_digest()
    shorter = permit(route=permit().route.model_copy(update={"legs": permit().route.legs[:-1]}))
    assert shorter.route_digest() != permit().route_digest()


def test_an_unknown_key_is_told_apart_from_a_broken_signature() -> None:
    other = Ed25519PrivateKey.generate()
    assert check_token(TOKEN, {}).verdict == "unknown_key"
    assert check_token(TOKEN, {b"permit-2": KEYS[KID]}).verdict == "unknown_key"
    assert check_token(make_token(permit(), signing_key(KID, other)), KEYS) == TokenCheck("altered")


@given(st.data())
def test_any_changed_byte_is_noticed(data: st.DataObject) -> None:
    signed = bytearray(unwrap(TOKEN))
    at = data.draw(st.integers(0, len(signed) - 1))
    signed[at] ^= data.draw(st.integers(1, 255))
    check = check_token(wrap(bytes(signed)), KEYS)
    assert check.verdict in {"forged", "altered", "unknown_key"}
    assert check.claims is None


def test_a_changed_payload_is_altered() -> None:
    signed = unwrap(TOKEN)
    width = (3700).to_bytes(2)
    assert signed.count(width) == 1
    assert check_token(wrap(signed.replace(width, (3800).to_bytes(2))), KEYS).verdict == "altered"


@given(st.one_of(st.text(max_size=300), st.binary(max_size=300).map(wrap), st.text(max_size=200).map(PREFIX.__add__)))
def test_garbage_is_forged(text: str) -> None:
    assert check_token(text, KEYS) == TokenCheck("forged")


@settings(max_examples=30)
@given(st.text(min_size=1, max_size=50), st.integers(1, 2000))
def test_long_garbage_is_forged(part: str, times: int) -> None:
    assert check_token((PREFIX + part * times)[:100_000], KEYS).verdict == "forged"


@pytest.mark.parametrize(
    "text",
    [
        "",
        PREFIX,
        TOKEN[:-1],
        TOKEN + "0",
        TOKEN.lower(),
        TOKEN.removeprefix(PREFIX),
        "HC2:" + TOKEN.removeprefix(PREFIX),
        PREFIX + "\ud800",
        PREFIX + "é" * 300,
        "9" * 100_000,
        PREFIX + "0" * 99_996,
    ],
)
def test_near_misses_are_forged(text: str) -> None:
    assert check_token(text, KEYS).verdict == "forged"


def test_a_decompression_bomb_is_not_unpacked() -> None:
    bomb = PREFIX + base45.b45encode(zlib.compress(b"\0" * 2_000_000, 9)).decode()
    assert len(bomb) < 4296
    assert check_token(bomb, KEYS).verdict == "forged"
    just_over = PREFIX + base45.b45encode(zlib.compress(b"\0" * (MAX_COSE_BYTES + 1), 9)).decode()
    assert check_token(just_over, KEYS).verdict == "forged"


def test_another_form_of_the_same_signed_content_is_forged() -> None:
    signed = unwrap(TOKEN)
    tag = cbor2.loads(signed)
    tag.value[1] = {4: b"permit-2"}
    assert check_token(wrap(cbor2.dumps(tag)), KEYS).verdict == "forged"
    assert check_token(wrap(signed + b"\0"), KEYS).verdict == "forged"


@pytest.mark.parametrize(
    "claims",
    [
        None,
        7,
        [],
        {},
        {1: "150600"},
        {PERMIT_CLAIM: {}},
        {1: 1, 2: 2, 4: 2**70, 5: 1, 6: 1, PERMIT_CLAIM: {3: [1, 2, 3]}},
    ],
)
def test_other_things_signed_by_the_key_are_no_permits(claims: object) -> None:
    assert check_token(signed_claims(claims), KEYS) == TokenCheck("forged")


@settings(max_examples=200)
@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=5) | st.binary(max_size=5) | st.floats(),
        lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.integers(-70000, 12), inner, max_size=6),
        max_leaves=12,
    )
)
def test_no_signed_payload_breaks_the_check(claims: object) -> None:
    assert check_token(signed_claims({PERMIT_CLAIM: claims, 1: "150600"}), KEYS).verdict == "forged"
