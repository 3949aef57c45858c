"""Set-up faults: one plain line that says what is wrong and what to do."""


class PlainError(Exception):
    """A fault of the set-up, told in one line without a traceback."""
