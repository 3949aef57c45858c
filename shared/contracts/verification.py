"""Wire models of issuance for everybody beyond the office: verdicts on tokens, matches on the road, revocations, keys."""

from datetime import datetime
from typing import Annotated, Literal

from pydantic import Field

from shared.contracts.facts import LengthMm, MassKg, Moment, Plate, Wire
from shared.contracts.issuance import PublicPermit

Verdict = Literal[
    "valid", "forged", "altered", "revoked", "superseded", "not_yet_valid", "expired", "on_hold", "unknown_key"
]


class Measured(Wire):
    """What a station or device measured; null: not measured."""

    height_mm: LengthMm | None = None
    width_mm: LengthMm | None = None
    length_mm: LengthMm | None = None
    gross_mass_kg: MassKg | None = None
    axle_loads_kg: (
        Annotated[list[Annotated[int, Field(gt=0, le=100_000, strict=True)]], Field(min_length=1, max_length=301)]
        | None
    ) = None


class MatchOrder(Wire):
    """A vehicle met on the road: plates read, when, where (WGS 84 degrees), what was measured."""

    plates: Annotated[list[Plate], Field(min_length=1, max_length=20)]
    at: Moment
    lon: Annotated[float, Field(ge=-180, le=180, allow_inf_nan=False, strict=True)]
    lat: Annotated[float, Field(ge=-90, le=90, allow_inf_nan=False, strict=True)]
    measured: Measured = Measured()


MismatchCode = Literal[
    "permit_none", "plate", "dates", "size_height", "size_width", "size_length", "mass", "axle_load", "hold"
]


class Mismatch(Wire):
    """One rule a vehicle breaks: what was measured against what the permit allows with the device's tolerance."""

    code: MismatchCode
    have: int | None
    allowed: int | None


class PermitMatch(Wire):
    """How a vehicle compares with the permit that fits it best (Order 62 art. 47)."""

    verdict: Literal["permitted", "mismatch", "no_permit"]
    mismatches: list[Mismatch]
    permit: PublicPermit | None


class Revocation(Wire):
    """A permit, or one revision of it, that may not be used although its dates have not passed."""

    number: str
    revision: int
    state: Literal["used_up", "deregistered", "superseded", "voided", "withdrawn", "revoked", "confiscated", "on_hold"]
    since: datetime | None


class RevocationList(Wire):
    """Every permit that may not be used although its dates have not passed.

    `jws` is this list, signed: a compact JWS (RFC 7515) with EdDSA by a key of `/public/keys`, whose payload is the
    JSON of `issued_at`, `next_update` and `entries`.
    """

    issued_at: datetime
    next_update: datetime
    entries: list[Revocation]
    jws: str


class ExtractEntry(Wire):
    """A permit in force as a check without a network finds it by plate. Lengths in mm, masses in kg."""

    number: str
    revision: int
    plates: list[str]
    length_mm: int
    width_mm: int
    height_mm: int
    gross_mass_kg: int
    valid_from: datetime
    valid_to: datetime
    demonstration: bool
    hold: bool


class ActiveExtract(Wire):
    """The permits in force, or beginning before `next_update`, as of `issued_at`; signed like the revocation list."""

    issued_at: datetime
    next_update: datetime
    entries: list[ExtractEntry]
    jws: str


class PublicKey(Wire):
    """One token key as a JWK (RFC 8037); `kid` is the COSE key id in hexadecimal."""

    kid: str
    kty: str
    crv: str
    alg: str
    use: str
    x: str


class PublicKeys(Wire):
    """Keys to check tokens and lists with, the one that signs now first; certificates (PEM) of the documents."""

    keys: list[PublicKey]
    document_certificates: list[str]


class TokenOrder(Wire):
    """A scanned token."""

    token: Annotated[str, Field(min_length=1, max_length=100_000)]


class Verification(Wire):
    """Verdict on a token. `permit` is set when the token names one that exists and was not forged or altered."""

    verdict: Verdict
    number: str | None
    permit: PublicPermit | None
    checked_at: datetime
