"""Stakes (桩号): kilometre marks such as K12+300, and back to metres."""

import re

_STAKE = re.compile(r"(-?)K(\d+)\+(\d{3})")


def stake(metres: float) -> str:
    """The stake of a position in metres along a road, e.g. 12300 -> K12+300."""
    whole = round(metres)
    sign = "-" if whole < 0 else ""
    return f"{sign}K{abs(whole) // 1000}+{abs(whole) % 1000:03d}"


def metres(text: str) -> int:
    """The position in metres of a stake.

    Raises:
        ValueError: the text is no stake.
    """
    match = _STAKE.fullmatch(text)
    if match is None:
        raise ValueError(f"not a stake: {text}")
    value = int(match[2]) * 1000 + int(match[3])
    return -value if match[1] else value
