"""What rows are found by: pairs of neighbouring characters of names, tails of number plates.

Two characters are the least somebody types in Chinese, so a name is kept as all its pairs: a name is found when it
holds every pair of what was typed. Whoever reads a plate off a lorry often has its end alone, so all tails are kept.
"""

import unicodedata
from collections.abc import Iterable

LEAST_TYPED = 2
"""Characters one has to type."""
_TAIL = "|"
"""Stands before a tail, so that it is no pair of a name."""


def plain(text: str) -> str:
    """Without differences of width, case and spaces, and without what no text in Postgres may hold."""
    return "".join(unicodedata.normalize("NFKC", text).casefold().split()).replace("\0", "")


def pairs(text: str) -> set[str]:
    """Pairs of neighbouring characters of a name."""
    name = plain(text)
    return {name[at : at + LEAST_TYPED] for at in range(len(name) - 1)}


def tails(plate: str) -> set[str]:
    """All ends of a plate, the plate itself among them."""
    whole = plain(plate)
    return {_TAIL + whole[at:] for at in range(len(whole) - LEAST_TYPED + 1)}


def terms_of(names: Iterable[str], plates: Iterable[str]) -> list[str]:
    """What a row with these names and plates is found by, each once, in order."""
    found: set[str] = set()
    for name in names:
        found |= pairs(name)
    for plate in plates:
        found |= tails(plate)
    return sorted(found)


def wanted(typed: str) -> tuple[list[str], list[str]]:
    """The terms a row must hold: either all of the first (part of a name), or the one of the second (end of a plate).

    Raises:
        ValueError: less than two characters.
    """
    text = plain(typed)
    if len(text) < LEAST_TYPED:
        raise ValueError("two characters are the least")
    return sorted(pairs(text)), [_TAIL + text]
