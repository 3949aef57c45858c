"""Which classes of case an office can staff: every post another person. Pure; the needs stand in `staffing.toml`."""

import tomllib
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import Annotated, Final, Literal, NamedTuple
from uuid import UUID

from pydantic import Field

from shared.contracts.classification import Mark
from shared.contracts.facts import Wire
from shared.domain.roles import ROLE_NAMES, Role

People = Mapping[UUID, Collection[str]]
"""The roles of each person who can sign in."""


class Need(Wire):
    """The posts a class needs, each filled by another person."""

    class_: Annotated[Literal["I", "II", "III"], Field(alias="class")]
    posts: tuple[Role, ...]
    clause: str
    mark: Mark


NEEDS: Final = tuple(
    Need.model_validate(row)
    for row in tomllib.loads((Path(__file__).parent / "staffing.toml").read_text(encoding="utf-8"))["class"]
)


class Shortage(NamedTuple):
    """A class that cannot be staffed and the posts for which nobody is left."""

    class_: str
    posts: tuple[Role, ...]


def shortages(people: People, needs: Sequence[Need] = NEEDS) -> list[Shortage]:
    """The classes an office cannot staff, with the posts that stay empty however its people are spread."""
    found = [(need, _unfilled(people, need.posts)) for need in needs]
    return [Shortage(need.class_, posts) for need, posts in found if posts]


def _unfilled(people: People, posts: Sequence[Role]) -> tuple[Role, ...]:
    """Posts left empty by a largest matching of people and posts (Kuhn's augmenting paths)."""
    holder: dict[int, UUID] = {}
    held_by: dict[UUID, int] = {}

    def fill(post: int, tried: set[UUID]) -> bool:
        for person, roles in people.items():
            if posts[post] not in roles or person in tried:
                continue
            tried.add(person)
            if person not in held_by or fill(held_by[person], tried):
                holder[post], held_by[person] = person, post
                return True
        return False

    return tuple(posts[post] for post in range(len(posts)) if not fill(post, set()))


def warning_of(shortage: Shortage) -> str:
    """A shortage in plain words, for whoever sets up or examines an installation."""
    missing = ", ".join(f"{ROLE_NAMES[post][1]} ({ROLE_NAMES[post][0]})" for post in shortage.posts)
    return f"Class {shortage.class_} cannot be staffed: nobody is left for {missing}. Make an account or a deputy."
