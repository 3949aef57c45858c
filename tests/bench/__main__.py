"""`make bench`: measures by name, writes `build/bench.json`, prints what meets its target and what does not."""

import argparse
import sys
from collections.abc import Callable
from statistics import median

from tests.bench import (
    bench_classification,
    bench_lists,
    bench_permit,
    bench_queue,
    bench_route,
    bench_verify,
    lag,
    memory,
    portal,
    preview,
    submit,
)
from tests.bench.entries import TARGETS, Entry, Measured, entry, met, save, table

ROUNDS = 3
Measure = Callable[[], list[Measured]]


def _plain(name: str, measure: Callable[[], float]) -> Measure:
    """The median of several rounds of a figure without a floor."""
    return lambda: [Measured(name, median(measure() for _ in range(ROUNDS)), ROUNDS)]


def _figure(name: str, measure: Callable[[], bench_route.Figure]) -> Measure:
    """The median round of a figure that carries its floor and its own runs."""

    def measured() -> list[Measured]:
        rounds = sorted((measure() for _ in range(ROUNDS)), key=lambda figure: figure.value)
        middle = rounds[ROUNDS // 2]
        return [Measured(name, middle.value, middle.runs * ROUNDS, middle.floor, middle.floor_name or None)]

    return measured


MEASURES: tuple[tuple[tuple[str, ...], Measure], ...] = (
    *(
        ((name,), _plain(name, measure))
        for name, measure in (
            ("classification.assessments_per_s", bench_classification.assessments_per_s),
            ("classification.faster_lane_per_s", bench_classification.faster_lane_per_s),
            ("classification.replay_100k_s", bench_classification.replay_100k_s),
            ("permit.render_sign_p50_ms", bench_permit.render_sign_p50_ms),
            ("permit.token_check_ms", bench_permit.token_check_ms),
        )
    ),
    *(
        ((name,), _figure(name, measure))
        for name, measure in (
            ("route.ordos_p95_ms", bench_route.ordos_p95_ms),
            ("bridges.simple_spans_per_s", bench_route.simple_spans_per_s),
            ("route.bridges_47_ms", bench_route.bridges_47_ms),
        )
    ),
    (("classification.preview_http_ratio",), preview.preview_http),
    (("submit.instant_1c_p50_ms", "submit.instant_4c_p99_ms"), submit.instant),
    (("submit.instant_per_s",), submit.apart_rate),
    (("loop.lag_p99_ms",), lag.p99),
    (("permit.verify_http_per_s",), bench_verify.verify_http),
    (("queue.claims_per_s",), bench_queue.claims),
    (
        ("list.applications_1m_p95_ms", "search.applications_1m_p95_ms", "list.growth_10k_to_1m"),
        bench_lists.lists,
    ),
    (("portal.first_load_kb_gzip", "portal.largest_paint_ms", "portal.queue_interaction_ms"), portal.pages),
    (("memory.one_process_mb", "start.warm_s"), memory.one_process),
)
"""What is measured together, by the names it gives."""


def _measured(prefix: str) -> list[Entry]:
    found: list[Entry] = []
    for names, measure in MEASURES:
        if any(name.startswith(prefix) for name in names):
            sys.stdout.write(f"measuring {', '.join(names)} ...\n")
            sys.stdout.flush()
            entries = [entry(one) for one in measure() if one.name.startswith(prefix)]
            save(entries)
            found += entries
    return sorted(found, key=lambda one: list(TARGETS).index(one["name"]))


def main() -> None:
    """Measure the entries whose name begins with the prefix. The exit code tells whether it ran, not what it found."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description="Measure; writes build/bench.json")
    parser.add_argument("--only", default="", help="entries whose name begins so")
    entries = _measured(parser.parse_args().only)
    if not entries:
        sys.exit(f"nothing begins so; known: {', '.join(name for names, _ in MEASURES for name in names)}")
    missed = sum(not met(one) for one in entries)
    sys.stdout.write(f"\n{table(entries)}\n\n{missed} missed. Written: build/bench.json\n")


if __name__ == "__main__":
    main()
