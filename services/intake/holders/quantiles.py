"""What a history of durations foretells of a case that has waited so long already: pure."""

from bisect import bisect_right
from collections.abc import Sequence


def remaining_s(quantiles_s: Sequence[float], waited_s: float, share: float) -> float:
    """Seconds until the end, reached by `share` of those that took longer than this one has waited already.

    Args:
        quantiles_s: durations at equal steps of probability, from the shortest to the longest; at least two.
        waited_s: how long the case has been in the stage.
        share: 0.5 for the median.

    Returns:
        0 when it has waited longer than any before it: the history says nothing more.
    """
    passed = _share_within(quantiles_s, waited_s)
    if passed >= 1:
        return 0.0
    return max(_quantile(quantiles_s, passed + (1 - passed) * share) - waited_s, 0.0)


def _share_within(quantiles_s: Sequence[float], waited_s: float) -> float:
    """The share of durations that are at most so long."""
    steps = len(quantiles_s) - 1
    if waited_s < quantiles_s[0]:
        return 0.0
    if waited_s >= quantiles_s[-1]:
        return 1.0
    at = bisect_right(quantiles_s, waited_s) - 1
    low, high = quantiles_s[at], quantiles_s[at + 1]
    return (at + (waited_s - low) / (high - low)) / steps


def _quantile(quantiles_s: Sequence[float], share: float) -> float:
    place = share * (len(quantiles_s) - 1)
    at = min(int(place), len(quantiles_s) - 2)
    return quantiles_s[at] + (quantiles_s[at + 1] - quantiles_s[at]) * (place - at)
