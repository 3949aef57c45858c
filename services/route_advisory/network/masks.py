"""What every limit of the network says to one load in one time window: blocked, to be surveyed, or its margin.

Restrictions of the window are laid over the network for the one query; the stored arrays are never changed.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

import numpy as np

from services.route_advisory.network.arrays import Bools, Floats, Ints, Network
from services.route_advisory.network.bridges import BLOCKED, SURVEY, BridgeResults, judge_bridges
from services.route_advisory.network.build import ITEM_KINDS
from services.route_advisory.network.norms import norms
from services.route_advisory.network.rows import MEASURES, ROAD_CLASSES, Load, RestrictionRow

_SHANGHAI = ZoneInfo("Asia/Shanghai")
_RESTRICTION, _CLOSURE, _AVOID = (ITEM_KINDS.index(kind) for kind in ("restriction", "closure", "avoid"))


@dataclass(frozen=True, slots=True)
class Items:
    """What can limit a way, by index: the network's own items or those of one query.

    `at` is the share along the segment, nan for the whole of it; `limit`, `margin` have the shape (5, n);
    `restriction` is the id of the notice, empty for the network's own.
    """

    segment: Ints
    at: Floats
    kind: Ints
    structure: Ints
    bridge: Ints
    limit: Floats
    margin: Floats
    blocked: Bools
    survey: Bools
    unknown: Bools
    restriction: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Judged:
    """All items judged for a load: `own` of the network (by `item_*` index), `overlay` of the query."""

    load: Load
    have: Floats
    own: Items
    overlay: Items
    bridges: BridgeResults


def judge(
    network: Network,
    load: Load,
    window: tuple[datetime, datetime],
    restrictions: Sequence[RestrictionRow],
    avoid: Sequence[int],
) -> Judged:
    """Judge every limit and bridge of the network for a load.

    Args:
        network: the network.
        load: the loaded vehicle set.
        window: first and last moment of the trip; ratings must be valid on its first day in Shanghai.
        restrictions: published restrictions; those outside the window are left out here.
        avoid: ids of segments the caller does not want.
    """
    have = np.array(load.values(), np.float64)
    bridges = judge_bridges(network, load, window[0].astimezone(_SHANGHAI).date())
    margin = network.item_allowed - have[:, None]
    of_bridge = np.zeros(len(network.item_seg), np.int64)
    is_bridge = network.item_bridge >= 0
    of_bridge[is_bridge] = bridges.state[network.item_bridge[is_bridge]]
    unknown: Bools = np.any(network.item_needs < have[:, None], axis=0)
    over: Bools = np.any(margin < 0, axis=0)
    own = Items(
        network.item_seg,
        network.item_at,
        network.item_kind,
        network.item_structure,
        network.item_bridge,
        network.item_limit,
        margin,
        over | (of_bridge == BLOCKED),
        unknown | (of_bridge == SURVEY),
        unknown,
        (),
    )
    active = [row for row in restrictions if row.in_force(*window)]
    return Judged(load, have, own, _overlay(network, have, active, avoid), bridges)


def _overlay(network: Network, have: Floats, active: Sequence[RestrictionRow], avoid: Sequence[int]) -> Items:
    index = network.segment_index
    rows = [(index[key], row) for row in active for key in row.segment_ids if key in index]
    unwanted = sorted({index[key] for key in avoid if key in index})
    count = len(rows) + len(unwanted)
    limit = np.full((len(MEASURES), count), np.inf)
    margin = limit.copy()
    kind = np.full(count, _AVOID, np.int64)
    blocked = np.ones(count, np.bool_)
    for column, (segment, row) in enumerate(rows):
        kind[column] = _CLOSURE if row.hard else _RESTRICTION
        road_class = ROAD_CLASSES[int(network.seg_class[segment])]
        for line, value in enumerate(row.limits.values()):
            if value is not None:
                required = norms().clearances.required(MEASURES[line], "restriction", road_class).required
                limit[line, column] = value
                margin[line, column] = value - required - have[line]
        blocked[column] = row.hard or bool((margin[:, column] < 0).any())
    none = np.full(count, -1, np.int64)
    never = np.zeros(count, np.bool_)
    return Items(
        np.array([*(segment for segment, _ in rows), *unwanted], np.int64),
        np.full(count, np.nan),
        kind,
        none,
        none,
        limit,
        margin,
        blocked,
        never,
        never,
        (*(row.id for _, row in rows), *("" for _ in unwanted)),
    )


def segments_with(network: Network, *groups: tuple[Items, Bools]) -> Bools:
    """Which segments carry a marked item."""
    marked = np.zeros(len(network.seg_id), np.bool_)
    for items, chosen in groups:
        marked[items.segment[chosen]] = True
    return marked
