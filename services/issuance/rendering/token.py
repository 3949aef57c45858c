"""The signed token of a permit: made for the QR code, checked without a network.

CWT (RFC 8392) in COSE_Sign1 (RFC 9052) with Ed25519, zlib, base45 (RFC 9285), prefix `HC1:`. The payload uses the
registered claims 1 iss (authority's adcode), 2 sub (permit number), 4 exp, 5 nbf, 6 iat, and one private claim with
the facts an officer compares on the road.
"""

import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final, Literal

import base45
import cbor2
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cwt import COSE, COSEKey, DecodeError, VerifyError
from cwt.cose_key_interface import COSEKeyInterface

from services.issuance.rendering.document import PermitDocument
from shared.contracts.facts import Wire

PREFIX: Final = "HC1:"
KID_BYTES: Final = 8
MAX_TOKEN_CHARS: Final = 4296
"""What the largest QR code holds; a longer token cannot be ours."""
MAX_COSE_BYTES: Final = 4096
"""Bound of the decompressed token; ours have 200 to 400 bytes."""
PERMIT_CLAIM: Final = -65537
"""Private use label (RFC 8392, 9.1) of the permit's facts."""
HEAD: Final = bytes.fromhex("d2844da201270448")
"""COSE_Sign1 with the protected header {1: EdDSA, 4: kid of 8 bytes}; the kid follows."""
BYTE_STRING_HEADS: Final = {0x58: 1, 0x59: 2}
"""CBOR heads of byte strings whose length stands in the next 1 or 2 bytes."""
SIGNATURE_HEAD: Final = bytes.fromhex("5840")
SIGNATURE_BYTES: Final = 64

Verdict = Literal["forged", "altered", "unknown_key", "ok"]
ConditionCode = Literal["escort", "bridges", "hours", "speeds", "special"]
CONDITION_BITS: Final[Mapping[ConditionCode, int]] = {"escort": 1, "bridges": 2, "hours": 4, "speeds": 8, "special": 16}


class TokenClaims(Wire):
    """What a genuine token says. Lengths in mm, masses in kg, digests in hexadecimal."""

    kid: str
    adcode: str
    number: str
    revision: int
    demonstration: bool
    valid_from: datetime
    valid_to: datetime
    issued_at: datetime
    plates: tuple[str, ...]
    length_mm: int
    width_mm: int
    height_mm: int
    gross_mass_kg: int
    axle_count: int
    trips_allowed: int
    condition_codes: tuple[ConditionCode, ...]
    route_digest: str
    conditions_digest: str


@dataclass(frozen=True, slots=True)
class TokenCheck:
    """Result of a check; `claims` stands only with the verdict ok: nothing else may be believed."""

    verdict: Verdict
    claims: TokenClaims | None = None


@dataclass(frozen=True, slots=True)
class TokenKey:
    """A private token key ready to sign, with its identity."""

    kid: bytes
    cose: COSEKeyInterface


VerifyingKeys = Mapping[bytes, COSEKeyInterface]
"""Public keys by key id, as `verifying_key` makes them."""


def signing_key(kid: bytes, key: Ed25519PrivateKey) -> TokenKey:
    """A signing key of an Ed25519 private key."""
    return TokenKey(kid, COSEKey.new(_cose_key(kid, key.public_key()) | {-4: key.private_bytes_raw()}))


def verifying_key(kid: bytes, key: Ed25519PublicKey) -> COSEKeyInterface:
    """A verifying key of an Ed25519 public key."""
    return COSEKey.new(_cose_key(kid, key))


def _cose_key(kid: bytes, key: Ed25519PublicKey) -> dict[int, object]:
    """COSE_Key (RFC 9052, 7): kty OKP, kid, alg EdDSA, curve Ed25519, x."""
    return {1: 1, 2: kid, 3: -8, -1: 6, -2: key.public_bytes_raw()}


def make_token(document: PermitDocument, key: TokenKey) -> str:
    """The token of a permit; the same permit and key give the same token (Ed25519 is deterministic)."""
    payload = cbor2.dumps(_claims(document), canonical=True)
    signed = COSE.new(deterministic_header=True).encode(payload, key.cose, protected={1: -8, 4: key.kid})
    packed: bytes = base45.b45encode(zlib.compress(signed, 9))
    return PREFIX + packed.decode("ascii")


def check_token(token: str, keys: VerifyingKeys) -> TokenCheck:
    """Check a token offline. Never raises, whatever the text.

    Returns:
        `forged`: not one of our tokens; `unknown_key`: of our form, key id not among `keys`; `altered`: a known key
        id whose signature does not fit; `ok`: genuine, with its claims. Dates and revocation are judged by the caller.
    """
    try:
        signed = _unwrap(token)
        kid = _kid(signed)
    except _NotOursError:
        return TokenCheck("forged")
    key = keys.get(kid)
    if key is None:
        return TokenCheck("unknown_key")
    try:
        payload = COSE.new().decode(signed, key)
    except (VerifyError, DecodeError, ValueError):
        return TokenCheck("altered")
    try:
        return TokenCheck("ok", _token_claims(kid, payload))
    except _NotOursError:
        return TokenCheck("forged")


class _NotOursError(ValueError):
    """The text is not a token of this form."""


def _unwrap(token: str) -> bytes:
    if not token.startswith(PREFIX) or len(token) > MAX_TOKEN_CHARS or not token.isascii():
        raise _NotOursError
    try:
        packed = base45.b45decode(token.removeprefix(PREFIX))
        inflate = zlib.decompressobj()
        signed = inflate.decompress(packed, MAX_COSE_BYTES)
    except (ValueError, zlib.error) as error:
        raise _NotOursError from error
    if not inflate.eof or inflate.unused_data:
        raise _NotOursError
    return signed


def _kid(signed: bytes) -> bytes:
    """Key id of a token that has exactly the form we issue: untrusted bytes reach no general CBOR decoder.

    Raises:
        _NotOursError: another form, such as an unprotected header, another algorithm or a missing signature.
    """
    kid_at, payload_at = len(HEAD), len(HEAD) + KID_BYTES + 1
    if not signed.startswith(HEAD) or signed[payload_at - 1 : payload_at] != b"\xa0":
        raise _NotOursError
    width = BYTE_STRING_HEADS.get(int.from_bytes(signed[payload_at : payload_at + 1]), 0)
    start = payload_at + 1 + width
    end = start + int.from_bytes(signed[payload_at + 1 : start])
    if not width or signed[end : end + 2] != SIGNATURE_HEAD or len(signed) != end + 2 + SIGNATURE_BYTES:
        raise _NotOursError
    return signed[kid_at : kid_at + KID_BYTES]


def condition_codes(document: PermitDocument) -> tuple[ConditionCode, ...]:
    """Kinds of orders the permit holds, for an officer without a network."""
    present: dict[ConditionCode, bool] = {
        "escort": document.escort.required,
        "bridges": bool(document.bridge_orders),
        "hours": bool(document.time_windows),
        "speeds": bool(document.speeds),
        "special": bool(document.conditions),
    }
    return tuple(code for code, holds in present.items() if holds)


def _claims(document: PermitDocument) -> dict[int, object]:
    loaded, vehicles = document.facts.loaded, document.facts.vehicle_set
    facts = {
        1: document.revision,
        2: list(vehicles.plates),
        3: [loaded.length_mm, loaded.width_mm, loaded.height_mm],
        4: loaded.gross_mass_kg,
        5: document.axle_count,
        6: document.trips_allowed,
        7: sum(CONDITION_BITS[code] for code in condition_codes(document)),
        8: document.route_digest(),
        9: document.conditions_digest(),
        10: document.demonstration,
    }
    return {
        1: document.authority.adcode,
        2: document.number,
        4: int(document.valid_to.timestamp()),
        5: int(document.valid_from.timestamp()),
        6: int(document.issued_at.timestamp()),
        PERMIT_CLAIM: facts,
    }


def _token_claims(kid: bytes, payload: bytes) -> TokenClaims:
    """Claims of a payload whose signature holds; another thing signed by the same key is not a permit."""
    try:
        claims = cbor2.loads(payload)
        facts = claims[PERMIT_CLAIM]
        length, width, height = facts[3]
        return TokenClaims(
            kid=kid.hex(),
            adcode=claims[1],
            number=claims[2],
            revision=facts[1],
            demonstration=facts[10],
            valid_from=datetime.fromtimestamp(claims[5], UTC),
            valid_to=datetime.fromtimestamp(claims[4], UTC),
            issued_at=datetime.fromtimestamp(claims[6], UTC),
            plates=facts[2],
            length_mm=length,
            width_mm=width,
            height_mm=height,
            gross_mass_kg=facts[4],
            axle_count=facts[5],
            trips_allowed=facts[6],
            condition_codes=tuple(code for code, bit in CONDITION_BITS.items() if facts[7] & bit),
            route_digest=facts[8].hex(),
            conditions_digest=facts[9].hex(),
        )
    except (cbor2.CBORDecodeError, LookupError, TypeError, AttributeError, ValueError, OverflowError, OSError) as error:
        raise _NotOursError from error
