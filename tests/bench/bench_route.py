"""Route and bridge figures: one route on the Ordos network, bridges compared per second, a route with 47 bridges.

Run: python -m tests.bench.bench_route
"""

from collections.abc import Callable
from dataclasses import dataclass
from random import Random
from statistics import median, quantiles
from time import perf_counter

import numpy as np
from scipy.sparse import csr_array
from scipy.sparse.csgraph import dijkstra

from services.route_advisory.network.arrays import Network
from services.route_advisory.network.build import build
from services.route_advisory.network.check import check
from services.route_advisory.network.influence import axle_train, simple_span_effects
from services.route_advisory.network.rows import Load
from shared.contracts.route_advisory import RouteCheckRequest
from tests.unit.route_advisory.factories import BOX, node, ordos, ordos_rows, request, segment, structure

RUNS = 200


@dataclass(frozen=True, slots=True)
class Figure:
    """A measured value beside the bare thing measured in the same run (None: there is none)."""

    value: float
    floor: float | None
    floor_name: str
    runs: int


def ordos_p95_ms() -> Figure:
    """95th percentile of one route with all checks between random places, a third of each class; floor: bare Dijkstra."""
    network, requests = ordos(), _requests()
    for asked, excess in requests[:10]:
        check(network, asked, mass_excess=excess)
    took = [_ms(lambda: check(network, asked, mass_excess=excess)) for asked, excess in requests]  # noqa: B023
    return Figure(_p95(took), _p95(_bare(network)), "scipy Dijkstra on the same arrays", len(took))


def simple_spans_per_s() -> Figure:
    """Simple spans of different length on which moment and shear of an 8-axle train are found, one core."""
    load = Load(
        4200, 3000, 20_000, 119_900, (10_000,) * 3 + (17_980,) * 5, (3200, 1400, 7000, *[1450] * 4), mass_excess=True
    )
    kn, positions = axle_train(load)
    spans = np.linspace(5, 60, 30_000)
    seconds = median(_ms(lambda: simple_span_effects(kn, positions, spans)) for _ in range(7)) / 1000
    return Figure(len(spans) / seconds, None, "", 7)


def bridges_47_ms() -> Figure:
    """Median of a whole check over 47 bridges in a row, each of another span, for a load with excess mass."""
    nodes = [node(index, 109 + index / 100) for index in range(48)]
    row = [segment(index, nodes[index], nodes[index + 1]) for index in range(47)]
    bridges = [
        structure(index, on, "bridge", bridge=type(BOX)((10_000 + 300 * index,), False, 2, 4.5, 1.0, 1.0, "公路-I级"))
        for index, on in enumerate(row)
    ]
    network = build(nodes, row, bridges)
    asked = request((109.0, 39.0), (109.47, 39.0), gross_mass_kg=70_000, axles=8)
    if len(check(network, asked, mass_excess=True).bridges) != len(bridges):
        raise AssertionError("the route misses a bridge")
    took = [_ms(lambda: check(network, asked, mass_excess=True)) for _ in range(RUNS)]
    return Figure(median(took), None, "", RUNS)


def _requests() -> list[tuple[RouteCheckRequest, bool]]:
    chance = Random(11)
    _, segments, _ = ordos_rows()
    loads: list[tuple[dict[str, int], bool]] = [
        ({"height_mm": 4200, "width_mm": 3000}, False),
        ({"height_mm": 4500, "width_mm": 3700, "length_mm": 24_000, "gross_mass_kg": 70_000, "axles": 8}, True),
        ({"height_mm": 4900, "width_mm": 4900, "length_mm": 60_000, "gross_mass_kg": 300_000, "axles": 30}, True),
    ]
    found = []
    for run in range(RUNS):
        load, excess = loads[run % len(loads)]
        start, end = (chance.choice(segments).line[0] for _ in range(2))
        found.append((request(start, end, **load), excess))
    return found


def _bare(network: Network) -> list[float]:
    """Dijkstra alone over all arcs, from random nodes."""
    weights = np.minimum.reduceat(network.seg_length[network.out_seg], network.pair_first)
    count = len(network.node_id)
    arcs = csr_array(
        (weights, network.pair_to.astype(np.int32), network.pair_indptr.astype(np.int32)), shape=(count, count)
    )
    chance = Random(11)
    return [
        _ms(lambda: dijkstra(arcs, directed=True, indices=np.array([chance.randrange(count)]))) for _ in range(RUNS)
    ]


def _ms(call: Callable[[], object]) -> float:
    start = perf_counter()
    call()
    return (perf_counter() - start) * 1000


def _p95(values: list[float]) -> float:
    return quantiles(values, n=20)[-1]


def main() -> None:
    """Print the three figures."""
    for name, measure in (
        ("route.ordos_p95_ms", ordos_p95_ms),
        ("bridges.simple_spans_per_s", simple_spans_per_s),
        ("route.bridges_47_ms", bridges_47_ms),
    ):
        figure = measure()
        floor = f", floor {figure.floor:.2f} ({figure.floor_name})" if figure.floor else ""
        print(f"{name} {figure.value:.2f}{floor}, {figure.runs} runs")


if __name__ == "__main__":
    main()
