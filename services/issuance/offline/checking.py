"""The verdict on a token with keys and a revocation list alone, and permits of an extract by the end of a plate."""

import base64
import binascii
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final, Generic, Literal, TypeVar

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from pydantic import ValidationError

from services.issuance.rendering.token import TokenClaims, VerifyingKeys, check_token, verifying_key
from shared.contracts.verification import ActiveExtract, ExtractEntry, PublicKeys, Revocation, RevocationList, Verdict

PLATE_TAIL: Final = 5
"""Characters of a plate by which an officer searches."""
_TYPES: Final[dict[type, str]] = {
    RevocationList: "dajian-revocations+jws",
    ActiveExtract: "dajian-extract+jws",
}
ListState = Literal["fresh", "stale", "forged", "missing"]
SignedModel = TypeVar("SignedModel", RevocationList, ActiveExtract)


@dataclass(frozen=True)
class Keys:
    """Public keys ready to check with.

    Args:
        tokens: for tokens, by key id.
        lists: for lists, by key id in hexadecimal.
    """

    tokens: VerifyingKeys
    lists: dict[str, Ed25519PublicKey]


@dataclass(frozen=True)
class Opened(Generic[SignedModel]):
    """A list and how far it may be relied on; `content` only when its signature holds."""

    state: ListState
    content: SignedModel | None


@dataclass(frozen=True, slots=True)
class OfflineVerdict:
    """A verdict without a network.

    Args:
        verdict: as the online check gives it.
        list_state: whether the revocation list was fresh; a `valid` on a stale, forged or missing one says only that
            the permit was good when it was issued.
        claims: what the token says, where it may be believed.
        since: when the permit was ended or stopped, by the list.
    """

    verdict: Verdict
    list_state: ListState
    claims: TokenClaims | None
    since: datetime | None = None

    @property
    def relied_on(self) -> bool:
        """Whether the vehicle may go on by this verdict alone."""
        return self.verdict == "valid" and self.list_state == "fresh"


def keys_of(published: PublicKeys) -> Keys:
    """Keys from `/public/keys`.

    Raises:
        ValueError: a key that is none.
    """
    raw = {key.kid: Ed25519PublicKey.from_public_bytes(_unbase64url(key.x)) for key in published.keys}
    tokens = {bytes.fromhex(kid): verifying_key(bytes.fromhex(kid), key) for kid, key in raw.items()}
    return Keys(tokens=tokens, lists=raw)


def open_list(body: bytes | None, keys: Keys, moment: datetime, kind: type[SignedModel]) -> Opened[SignedModel]:
    """A signed list, believed only if a known key signed exactly what it says. Never raises, whatever the bytes."""
    if body is None:
        return Opened("missing", None)
    try:
        content = kind.model_validate_json(body)
        head, payload, signature = (_unbase64url(part) for part in content.jws.split("."))
        header = json.loads(head)
        if (header["alg"], header["typ"]) != ("EdDSA", _TYPES[kind]):
            return Opened("forged", None)
        keys.lists[header["kid"]].verify(signature, content.jws.rsplit(".", 1)[0].encode())
    except (ValidationError, ValueError, KeyError, TypeError, InvalidSignature):
        return Opened("forged", None)
    if payload != content.model_dump_json(exclude={"jws"}).encode():
        return Opened("forged", None)
    return Opened("fresh" if moment <= content.next_update else "stale", content)


def check_offline(token: str, keys: Keys, revocations: Opened[RevocationList], moment: datetime) -> OfflineVerdict:
    """The verdict on a token: its signature, the revocation list, then its dates; in the order of the online check."""
    check = check_token(token, keys.tokens)
    if check.claims is None or check.verdict != "ok":
        return OfflineVerdict("forged" if check.verdict == "ok" else check.verdict, revocations.state, None)
    claims = check.claims
    entries = revocations.content.entries if revocations.content else []
    entry = _newest(one for one in entries if one.number == claims.number and one.revision >= claims.revision)
    if entry is not None:
        return OfflineVerdict(_verdict_by(entry, claims), revocations.state, claims, entry.since)
    if moment < claims.valid_from:
        return OfflineVerdict("not_yet_valid", revocations.state, claims)
    return OfflineVerdict("expired" if moment > claims.valid_to else "valid", revocations.state, claims)


def _newest(entries: Iterable[Revocation]) -> Revocation | None:
    return max(entries, key=lambda entry: entry.revision, default=None)


def _verdict_by(entry: Revocation, claims: TokenClaims) -> Verdict:
    """An ended revision ends the older ones with it; one that is only stopped leaves them superseded."""
    match entry.state:
        case "on_hold":
            return "on_hold" if entry.revision == claims.revision else "superseded"
        case "superseded":
            return "superseded"
        case "used_up":
            return "expired" if entry.revision == claims.revision else "superseded"
        case _:
            return "revoked"


def permits_by_plate(extract: ActiveExtract, tail: str) -> Sequence[ExtractEntry]:
    """Permits one of whose plates ends in these characters, at least the last five of it."""
    wanted = tail.strip().upper()
    if len(wanted) < PLATE_TAIL:
        return ()
    return [entry for entry in extract.entries if any(plate.endswith(wanted) for plate in entry.plates)]


def _unbase64url(text: str) -> bytes:
    try:
        return base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
    except binascii.Error as error:
        raise ValueError("not base64url") from error
