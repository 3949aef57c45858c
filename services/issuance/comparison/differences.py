"""The fields in which two transports differ: pure."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import cast

from shared.contracts.comparison import FieldDifference, Value
from shared.contracts.facts import TransportFacts


def differences(before: Sequence[TransportFacts], after: Sequence[TransportFacts]) -> list[FieldDifference]:
    """Every field that differs, by vehicle set in the order of the facts."""
    found: list[FieldDifference] = []
    for index, (old, new) in enumerate(zip_longest(before, after)):
        olds, news = dict(_leaves(old)), dict(_leaves(new))
        found += [
            FieldDifference(set_index=index, pointer=pointer, before=olds.get(pointer), after=news.get(pointer))
            for pointer in dict.fromkeys([*news, *olds])
            if olds.get(pointer) != news.get(pointer)
        ]
    return found


def _leaves(facts: TransportFacts | None) -> Iterator[tuple[str, Value]]:
    if facts is not None:
        yield from _below("", facts.model_dump(mode="json"))


def _below(pointer: str, value: object) -> Iterator[tuple[str, Value]]:
    match value:
        case dict():
            for name, one in value.items():
                yield from _below(f"{pointer}/{name}", one)
        case list():
            for index, one in enumerate(value):
                yield from _below(f"{pointer}/{index}", one)
        case _:
            yield pointer, cast("Value", value)
