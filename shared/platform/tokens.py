"""Bearer tokens: signed by registry (EdDSA), checked by everyone with its public keys."""

import hashlib
import math
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from uuid import UUID

from joserfc import jws, jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet, KeySetSerialization, OKPKey

from shared.domain.errors import Unauthenticated, Unavailable
from shared.domain.roles import Role
from shared.platform.logging import get_log

ISSUER = "dajian"
ALGORITHM = "Ed25519"
"""EdDSA on Ed25519, under the name RFC 9864 gives it."""
_KEY_REFRESH_S = 300
_UNKNOWN_KEY_PAUSE_S = 10
_ENDED_REFRESH_S = 10
_CACHE_SIZE = 4096
log = get_log("tokens")


@dataclass(frozen=True, slots=True)
class Caller:
    """Who calls: a person with roles, or a service.

    Args:
        id: account id; for a service a fixed UUID of its name.
        name: display name, or the service's name.
        roles: codes of roles.
        authority: adcode of the authority an officer belongs to.
        carrier_id: company of an agent.
        agency_id: agency of a dispatcher.
        service: name of the calling service, None for people.
        sign_in: the sign-in or key the token was given for; once that is ended, the token is refused.
        scopes: what a machine's token is held to; None for people and services.
        expires_at: when the token ends, in seconds since 1970.
    """

    id: UUID
    name: str
    roles: frozenset[Role]
    authority: str | None = None
    carrier_id: UUID | None = None
    agency_id: UUID | None = None
    service: str | None = None
    sign_in: UUID | None = None
    scopes: frozenset[str] | None = None
    expires_at: float = field(default=math.inf, compare=False)

    def has(self, *roles: Role) -> bool:
        """Whether the caller holds one of these roles."""
        return not self.roles.isdisjoint(roles)


def sign(caller: Caller, key: OKPKey, *, lifetime_s: int, now: float | None = None) -> str:
    """A token for a caller, valid for a number of seconds."""
    moment = int(now if now is not None else time.time())
    claims: dict[str, object] = {
        "iss": ISSUER,
        "sub": str(caller.id),
        "name": caller.name,
        "roles": sorted(caller.roles),
        "iat": moment,
        "exp": moment + lifetime_s,
    }
    for claim, value in (
        ("auth", caller.authority),
        ("carrier", caller.carrier_id),
        ("agency", caller.agency_id),
        ("svc", caller.service),
        ("sid", caller.sign_in),
    ):
        if value is not None:
            claims[claim] = str(value)
    if caller.scopes is not None:
        claims["scope"] = " ".join(sorted(caller.scopes))
    return jwt.encode({"alg": ALGORITHM, "kid": key.kid}, claims, key, algorithms=[ALGORITHM])


def _optional_uuid(value: object) -> UUID | None:
    return UUID(str(value)) if value else None


def _caller(claims: dict[str, object]) -> Caller:
    roles = claims["roles"]
    if not isinstance(roles, list):
        raise TypeError("roles")
    return Caller(
        id=UUID(str(claims["sub"])),
        name=str(claims["name"]),
        roles=frozenset(Role(role) for role in roles),
        authority=str(claims["auth"]) if "auth" in claims else None,
        carrier_id=_optional_uuid(claims.get("carrier")),
        agency_id=_optional_uuid(claims.get("agency")),
        service=str(claims["svc"]) if "svc" in claims else None,
        sign_in=_optional_uuid(claims.get("sid")),
        scopes=frozenset(str(claims["scope"]).split()) if "scope" in claims else None,
        expires_at=float(str(claims["exp"])),
    )


def unauthenticated() -> Unauthenticated:
    """The one answer to a missing, expired or false token."""
    return Unauthenticated("unauthenticated", "请先登录，或登录已过期", "sign in first, or sign in again")


class TokenVerifier:
    """Checks tokens with registry's keys, fetched when needed.

    Args:
        fetch_keys: gives the public key set (JWKS).
        fetch_ended: gives the sign-ins that were ended before their tokens are; None: nobody ends any.
    """

    def __init__(
        self,
        fetch_keys: Callable[[], Awaitable[KeySetSerialization]],
        fetch_ended: Callable[[], Awaitable[frozenset[UUID]]] | None = None,
    ) -> None:
        self._fetch_keys = fetch_keys
        self._fetch_ended = fetch_ended
        self._ended: frozenset[UUID] = frozenset()
        self._ended_at = float("-inf")
        self._keys = KeySet([])
        self._fetched_at = float("-inf")
        self._seen: dict[bytes, tuple[float, Caller]] = {}

    async def _key_set(self, kid: object) -> KeySet:
        age = time.monotonic() - self._fetched_at
        known = any(key.kid == kid for key in self._keys.keys)
        if age > _KEY_REFRESH_S or (not known and age > _UNKNOWN_KEY_PAUSE_S):
            self._keys = KeySet.import_key_set(await self._fetch_keys())
            self._fetched_at = time.monotonic()
        return self._keys

    async def verify(self, token: str) -> Caller:
        """The caller a token names.

        Raises:
            Unauthenticated: missing, malformed, expired, or signed by nobody we know.
        """
        caller = await self._signed(token)
        if caller.sign_in is not None and caller.sign_in in await self._ended_now():
            raise unauthenticated()
        return caller

    async def _ended_now(self) -> frozenset[UUID]:
        """What was ended, at most some seconds ago; while registry is silent, what was last known."""
        if self._fetch_ended is not None and time.monotonic() - self._ended_at > _ENDED_REFRESH_S:
            self._ended_at = time.monotonic()
            try:
                self._ended = await self._fetch_ended()
            except Unavailable as error:
                log.warning("ended sign-ins unknown", error=str(error))
        return self._ended

    async def _signed(self, token: str) -> Caller:
        digest = hashlib.sha256(token.encode("utf-8", "replace")).digest()
        known = self._seen.get(digest)
        if known and known[0] > time.time():
            return known[1]
        try:
            key_id = jws.extract_compact(token.encode()).headers().get("kid")
            claims = jwt.decode(token, await self._key_set(key_id), algorithms=[ALGORITHM]).claims
            expires = claims["exp"]
            if claims.get("iss") != ISSUER or not isinstance(expires, int) or expires <= time.time():
                raise unauthenticated()
            caller = _caller(claims)
        except (JoseError, ValueError, KeyError, TypeError) as error:
            raise unauthenticated() from error
        if len(self._seen) >= _CACHE_SIZE:
            self._seen.clear()
        self._seen[digest] = (float(expires), caller)
        return caller
