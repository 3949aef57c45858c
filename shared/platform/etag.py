"""Versions of aggregates: ETag out, `If-Match` in (missing 428, stale 412)."""

import re
from typing import Annotated

from fastapi import Depends, Header

from shared.domain.errors import Stale, VersionRequired

_TAG = re.compile(r'(?:W/)?"(\d{1,9})"')


def etag(version: int) -> str:
    """The ETag of a version."""
    return f'"{version}"'


def stale() -> Stale:
    """The answer to a version that is not the present one."""
    return Stale("stale_version", "此件已被他人更新，请刷新后再操作", "this was changed meanwhile; read it again first")


def _if_match(if_match: Annotated[str | None, Header(description='Version that was read, such as "3"')] = None) -> int:
    if if_match is None:
        raise VersionRequired(
            "version_required", "请在 If-Match 中给出所见版本", "give the version you read in If-Match"
        )
    found = _TAG.fullmatch(if_match.strip())
    if found is None:
        raise stale()
    return int(found.group(1))


IfMatch = Annotated[int, Depends(_if_match)]
"""The version the caller read."""


def require_version(present: int, given: int) -> None:
    """Raise unless the caller read the present version.

    Raises:
        Stale: it is another.
    """
    if present != given:
        raise stale()
