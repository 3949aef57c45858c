"""Keyset pages of lists: `?cursor=&limit=`, newest first unless the list says otherwise."""

from collections.abc import Callable, Sequence
from typing import Annotated, TypeVar
from uuid import UUID

from fastapi import Query

Row = TypeVar("Row")

Limit = Annotated[int, Query(ge=1, le=100, description="Rows of a page")]
Cursor = Annotated[UUID | None, Query(description="`next_cursor` of the page before")]


def cut(rows: Sequence[Row], limit: int, key: Callable[[Row], object]) -> tuple[Sequence[Row], str | None]:
    """The rows of a page and the cursor of the next one, from a query that asked for one row more than the page holds."""
    if len(rows) <= limit:
        return rows, None
    return rows[:limit], str(key(rows[limit - 1]))
