"""Numbers of Chinese identity cards (公民身份号码, GB 11643): their form, date of birth and check digit."""

import re
from datetime import date
from typing import Final

_FORM: Final = re.compile(r"[1-9][0-9]{5}(?P<born>(?:18|19|20)[0-9]{6})[0-9]{3}[0-9X]")
_WEIGHTS: Final = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECKS: Final = "10X98765432"
SHOWN: Final = 4
"""Characters of a number that are shown to others than its holder's company."""


def is_national_id(number: str) -> bool:
    """Whether a number is well formed: 18 characters, a day that exists, the right check digit (ISO 7064, MOD 11-2)."""
    found = _FORM.fullmatch(number)
    if found is None:
        return False
    born = found["born"]
    try:
        date(int(born[:4]), int(born[4:6]), int(born[6:]))
    except ValueError:
        return False
    total = sum(int(digit) * weight for digit, weight in zip(number, _WEIGHTS, strict=False))
    return _CHECKS[total % 11] == number[-1]


def masked(number: str) -> str:
    """A number as it is shown: the last characters alone."""
    return "*" * (len(number) - SHOWN) + number[-SHOWN:]
