"""The tree of errors every service raises.

Problem                  anything that is told to a caller
├── BadRequest       400 a header or a form of the request is missing or malformed
├── Unauthenticated  401 no valid sign-in
├── Forbidden        403 yours, but not allowed
├── NotFound         404 does not exist, or is not yours
├── Conflict         409 the state of things does not allow it
├── Stale            412 the version given is not the present one
├── TooLarge         413 more bytes than are taken
├── Invalid          422 a field is wrong
├── VersionRequired  428 the version was not given
├── TooMany          429 too often
└── Unavailable      503 cannot be answered now, worth another try
    ├── OutcomeUnknown   a call to another service timed out: it may have happened
    └── Faulty           another service answered with a fault of its own: another try may fail for ever

Each carries a stable code, its text in Chinese and English, and its context as fields; field errors carry pointers.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class FieldError:
    """A fault of one field: JSON pointer into the body (or `header/NAME`, `query/NAME`) and its text."""

    pointer: str
    code: str
    zh: str
    en: str


class Problem(Exception):  # noqa: N818 - the name of RFC 9457
    """Root of the tree: what is told to a caller.

    Args:
        code: stable code, the end of the problem's type.
        zh: one sentence in Chinese: what, why, what to do.
        en: the same in English.
        errors: faults of single fields.
        context: further members of the answer.
        retry_after_s: seconds after which another try makes sense.
    """

    status: ClassVar[int] = 500

    def __init__(
        self,
        code: str,
        zh: str,
        en: str,
        *,
        errors: Sequence[FieldError] = (),
        context: Mapping[str, str | int | float | bool | None] | None = None,
        retry_after_s: int | None = None,
    ) -> None:
        super().__init__(f"{code}: {en}")
        self.code = code
        self.zh = zh
        self.en = en
        self.errors = tuple(errors)
        self.context = dict(context or {})
        self.retry_after_s = retry_after_s


class BadRequest(Problem):
    """A header or the form of the request is missing or malformed."""

    status = 400


class Unauthenticated(Problem):
    """No valid sign-in."""

    status = 401


class Forbidden(Problem):
    """Yours, but not allowed."""

    status = 403


class NotFound(Problem):
    """Does not exist, or is not yours: the two look alike on purpose."""

    status = 404


class Conflict(Problem):
    """The state of things does not allow it."""

    status = 409


class Stale(Problem):
    """The version given is not the present one."""

    status = 412


class TooLarge(Problem):
    """More bytes than are taken."""

    status = 413


class Invalid(Problem):
    """A field is wrong."""

    status = 422


class VersionRequired(Problem):
    """The version (If-Match) was not given."""

    status = 428


class TooMany(Problem):
    """Too often."""

    status = 429


class Unavailable(Problem):
    """Cannot be answered now; worth another try."""

    status = 503


class OutcomeUnknown(Unavailable):
    """A call timed out: it may have happened. Repeat it only under the same key."""


class Faulty(Unavailable):
    """Another service answered with a fault of its own. A caller may try again; a job does so a few times only."""


def not_found(what_zh: str, what_en: str) -> NotFound:
    """The one answer for "does not exist" and "is not yours"."""
    return NotFound("not_found", f"没有这个{what_zh}", f"no such {what_en}")


def field_problem(pointer: str, code: str, zh: str, en: str) -> Invalid:
    """A 422 for one field that only the command can judge."""
    return Invalid(
        "invalid_fields",
        f"有字段不符合要求:{zh}",
        f"a field is not valid: {en}",
        errors=[FieldError(pointer, code, zh, en)],
    )
