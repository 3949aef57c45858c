"""The signed revocation list, for officers and gates without a network."""

import base64
import json
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Literal, cast

from services.issuance.desk import Desk
from services.issuance.verification.seen import EndedPermit
from shared.contracts.verification import Revocation, RevocationList

RevokedState = Literal[
    "used_up", "deregistered", "superseded", "voided", "withdrawn", "revoked", "confiscated", "on_hold"
]


def signed_list(rows: Sequence[EndedPermit], desk: Desk, moment: datetime) -> bytes:
    """The JSON of the list at a moment, with its signature.

    The JWS (RFC 7515, EdDSA by RFC 8037) is made with the key that signs tokens; its signing input is ASCII and a
    token's is CBOR, so that neither can stand for the other.
    """
    issued_at = moment.replace(microsecond=0)
    unsigned = RevocationList(
        issued_at=issued_at,
        next_update=issued_at + timedelta(hours=desk.settings.revocations_valid_h),
        entries=[_entry(row) for row in rows],
        jws="",
    )
    payload = unsigned.model_dump_json(exclude={"jws"}).encode()
    return unsigned.model_copy(update={"jws": _jws(payload, desk)}).model_dump_json().encode()


def _entry(row: EndedPermit) -> Revocation:
    ended = row.state != "issued"
    return Revocation(
        number=row.number,
        revision=row.revision,
        state=cast("RevokedState", row.state if ended else "on_hold"),
        since=row.ended_at if ended else row.held_since,
    )


def _jws(payload: bytes, desk: Desk) -> str:
    key = desk.keys.signing
    header = {"alg": "EdDSA", "kid": key.kid.hex(), "typ": "dajian-revocations+jws"}
    head = json.dumps(header, separators=(",", ":")).encode()
    signing_input = f"{_base64url(head)}.{_base64url(payload)}"
    return f"{signing_input}.{_base64url(key.cose.sign(signing_input.encode()))}"


def _base64url(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode("ascii")
