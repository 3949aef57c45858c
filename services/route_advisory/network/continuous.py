"""Effects on continuous girders of 2 to 5 spans with constant stiffness, by influence lines on a fine grid.

Support moments follow from the three-moment equation for a unit load. A vehicle's effect at all positions is the
convolution of a line with the train of its axles, both directions. Sections: sagging at 0.4, 0.5 and 0.6 of each span,
hogging over each inner support, shear at both ends of each span, every bearing reaction.
"""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from scipy.fft import irfft, next_fast_len, rfft

from services.route_advisory.network.arrays import Bools, Floats
from services.route_advisory.network.influence import peak_load
from services.route_advisory.network.norms import DesignLoad

STEP_M = 0.05
"""Grid of the lines; spans are taken to the nearest step (0.1 % of a 25 m span at most)."""
MAX_SPANS = 5
_SECTIONS = (0.4, 0.5, 0.6)
LONGEST_TRAIN_M = 400.0
"""Longer than any vehicle set; what claims to be longer gets an upper bound instead of its exact effects."""
_KEPT = 32
"""Girders whose lines, spectra and lane effects are kept: about 3 MB each."""


@dataclass(frozen=True, eq=False)
class Lines:
    """Influence lines, each oriented so that the wanted effect is positive.

    Args:
        ordinates: (effects, grid points).
        moment: which are moments; `shear`: which are shears, where P_k takes its factor; the rest are reactions.
        longest_m: longest span, on which P_k of the design lane depends.
    """

    ordinates: Floats
    moment: Bools
    shear: Bools
    longest_m: float


def _support_moments(spans: Floats, x: Floats, which: np.ndarray, a: Floats) -> Floats:
    """Moments over all supports (first and last are 0) for a unit load at each x; (supports, points)."""
    count = len(spans)
    moments = np.zeros((count + 1, len(x)))
    if count == 1:
        return moments
    matrix = np.diag(2 * (spans[:-1] + spans[1:]))
    inner = spans[1:-1]
    matrix += np.diag(inner, 1) + np.diag(inner, -1)
    length = spans[which]
    b = length - a
    right = np.zeros((count + 1, len(x)))
    points = np.arange(len(x))
    right[which, points] -= a * b * (length + b) / length
    right[which + 1, points] -= a * b * (length + a) / length
    moments[1:-1] = np.linalg.solve(matrix, right[1:-1])
    return moments


@lru_cache(maxsize=_KEPT)
def lines_of(spans_mm: tuple[int, ...]) -> Lines:
    """The influence lines of a girder."""
    spans = np.round(np.array(spans_mm) / 1000 / STEP_M) * STEP_M
    supports = np.concatenate([[0.0], np.cumsum(spans)])
    x = np.arange(round(supports[-1] / STEP_M) + 1) * STEP_M
    which = np.clip(np.searchsorted(supports, x + STEP_M / 2, side="right") - 1, 0, len(spans) - 1)
    a = np.clip(x - supports[which], 0.0, spans[which])
    over = _support_moments(spans, x, which, a)
    moments, shears, left_ends, right_ends = [], [], [], []
    for k, length in enumerate(spans):
        here = (x >= supports[k] - STEP_M / 4) & (x <= supports[k + 1] + STEP_M / 4)
        near = np.where(here, x - supports[k], 0.0)
        far = np.where(here, length - near, 0.0)
        for share in _SECTIONS:
            at = share * length
            bare = np.where(near <= at, near * (1 - share), far * share) * here
            moments.append(bare + over[k] * (1 - share) + over[k + 1] * share)
        tilt = (over[k + 1] - over[k]) / length
        left_ends.append(far / length + tilt)
        right_ends.append(near / length - tilt)
    moments += [-over[k] for k in range(1, len(spans))]
    shears = left_ends + right_ends
    # A load on a support is carried there once, though it ends one span and begins the next.
    reactions = [left_ends[0], right_ends[-1]]
    for k in range(1, len(spans)):
        at_support = np.abs(x - supports[k]) < STEP_M / 4
        reactions.append(np.where(at_support, 1.0, left_ends[k] + right_ends[k - 1]))
    kinds = np.repeat([0, 1, 2], [len(moments), len(shears), len(reactions)])
    return Lines(np.array(moments + shears + reactions), kinds == 0, kinds == 1, float(spans.max()))


def train_effects(lines: Lines, kn: Floats, positions: Floats) -> Floats:
    """Largest value of each effect while the axle train passes, both directions."""
    if positions[-1] > LONGEST_TRAIN_M:
        bound: Floats = np.max(lines.ordinates, axis=1, initial=0.0) * float(kn.sum())
        return bound
    run = positions[-1] - positions
    best = np.zeros(len(lines.ordinates))
    for places in (positions, run[::-1]):
        weights = kn if places is positions else kn[::-1]
        cells = np.floor(places / STEP_M + 1e-9).astype(np.int64)
        rest = places / STEP_M - cells
        train = np.zeros(int(cells.max()) + 2)
        np.add.at(train, cells, weights * (1 - rest))
        np.add.at(train, cells + 1, weights * rest)
        size = next_fast_len(lines.ordinates.shape[1] + len(train) - 1, real=True)
        passing = irfft(_spectrum(lines, size) * rfft(train.astype(np.float32), size), size, axis=1)
        best = np.maximum(best, passing.max(axis=1))
    return best


@lru_cache(maxsize=_KEPT)
def _spectrum(lines: Lines, size: int) -> NDArray[np.complex64]:
    """Single precision: its error of 1e-6 is far below that of the grid, at half the time."""
    return np.asarray(rfft(lines.ordinates.astype(np.float32), size, axis=1), np.complex64)


@lru_cache(maxsize=8 * _KEPT)
def lane_effects(lines: Lines, design: DesignLoad) -> Floats:
    """Each effect of one design lane: q_k on the areas of the effect's sign, P_k on its peak."""
    positive = np.maximum(lines.ordinates, 0.0)
    area = (positive[:, 1:] + positive[:, :-1]).sum(axis=1) / 2 * STEP_M
    p = float(peak_load(design, np.array([lines.longest_m]))[0])
    peak = positive.max(axis=1) * p * np.where(lines.shear, design.shear_factor, 1.0)
    result: Floats = design.q_kn_m * area + peak
    return result
