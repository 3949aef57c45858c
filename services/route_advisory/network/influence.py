"""Effects of axle trains and lane loads on simple spans by influence lines, exact at the critical positions.

Mid-span moment: ordinate x/2 up to L/2, then (L - x)/2. Support shear: 1 - x/L. Only axles on the span count, the
vehicle runs in both directions. The effect is piecewise linear in the vehicle's position, so its largest value stands
where an axle is on the peak of the line: those positions alone are looked at.
"""

import numpy as np

from services.route_advisory.network.arrays import Floats
from services.route_advisory.network.norms import DesignLoad
from services.route_advisory.network.rows import Load

GRAVITY = 9.81
"""m/s2, of the reference tables."""

_CHUNK = 1_000_000


def axle_train(load: Load) -> tuple[Floats, Floats]:
    """Axle loads in kN and their positions behind the first axle in m."""
    kn = np.array(load.axle_loads_kg, np.float64) * GRAVITY / 1000
    positions = np.concatenate([[0.0], np.cumsum(np.array(load.axle_spacings_mm, np.float64))]) / 1000
    return kn, positions


def simple_span_effects(kn: Floats, positions: Floats, spans_m: Floats) -> tuple[Floats, Floats]:
    """Largest mid-span moment (kNm) and support shear (kN) of an axle train on each span.

    Args:
        kn: axle loads, front to back.
        positions: positions of the axles in m, ascending.
        spans_m: spans.
    """
    behind = positions[None, :] - positions[:, None]
    apart = np.abs(behind)
    ahead_only = np.where(behind >= 0, behind, np.inf)
    behind_only = np.where(behind <= 0, -behind, np.inf)
    moments, shears = np.empty(len(spans_m)), np.empty(len(spans_m))
    step = max(1, _CHUNK // behind.size)
    for start in range(0, len(spans_m), step):
        span = spans_m[start : start + step, None, None]
        moment = np.maximum(span / 2 - apart, 0.0) @ kn / 2
        forward = np.maximum(1 - ahead_only / span, 0.0) @ kn
        reverse = np.maximum(1 - behind_only / span, 0.0) @ kn
        moments[start : start + step] = moment.max(axis=1)
        shears[start : start + step] = np.maximum(forward, reverse).max(axis=1)
    return moments, shears


def peak_load(design: DesignLoad, span_m: Floats) -> Floats:
    """P_k in kN: linear between two spans, constant outside."""
    return np.interp(span_m, design.p_spans_m, design.p_kn)


def simple_lane_effects(design: DesignLoad, spans_m: Floats) -> tuple[Floats, Floats]:
    """Mid-span moment (kNm) and support shear (kN) of one design lane on each span."""
    p = peak_load(design, spans_m)
    moment = design.q_kn_m * spans_m**2 / 8 + p * spans_m / 4
    return moment, design.q_kn_m * spans_m / 2 + design.shear_factor * p
