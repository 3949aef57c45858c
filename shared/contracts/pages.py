"""Wire model of lists: keyset pages."""

from typing import Generic, TypeVar

from pydantic import BaseModel

Item = TypeVar("Item")


class Page(BaseModel, Generic[Item]):
    """One page of a list; `next_cursor` null: the last one."""

    items: list[Item]
    next_cursor: str | None
