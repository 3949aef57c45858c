"""What a machine's token may do: read from or write to a service, below what its role may."""

from typing import Final, Literal, get_args

Scope = Literal[
    "registry:read",
    "registry:write",
    "intake:read",
    "intake:write",
    "classification:read",
    "classification:write",
    "route_advisory:read",
    "route_advisory:write",
    "issuance:read",
    "issuance:write",
    "fieldwork:read",
    "fieldwork:write",
]
READ_ALONE: Final = frozenset(one for one in get_args(Scope) if one.endswith(":read")) | {"registry:write"}
"""What an agent may do who files nothing: read everywhere; in registry also keep his own account, vehicles and papers."""
_READING: Final = frozenset({"GET", "HEAD"})


def scope_of(service: str, method: str) -> str:
    """The scope a request needs."""
    return f"{service}:{'read' if method in _READING else 'write'}"
