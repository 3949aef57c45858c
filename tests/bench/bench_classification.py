"""Speed of the pure rules: assessments as data, and hints to a faster lane, per second on one core."""

import json
import time
from collections.abc import Callable
from datetime import UTC, datetime
from itertools import cycle, islice
from pathlib import Path

from services.classification.calendar_seed import seed_overrides
from services.classification.replays.commands import BATCH
from services.classification.rules.evaluate import assess
from services.classification.rules.faster_lane import faster_lane
from services.classification.rules.loading import load_rules, read_source
from services.classification.rules.preview import preview_context
from services.classification.rules.replay import Answer, Case, replay
from shared.contracts.facts import TransportFacts
from shared.domain.calendar import Calendar

SAMPLES = Path(__file__).parents[2] / "demo" / "applications"
RULES = load_rules("ordos")
CALENDAR = Calendar(seed_overrides())
CONTEXT = preview_context(datetime.now(UTC))
ROUNDS = 5
REPLAYED = 100_000


def _samples() -> list[TransportFacts]:
    bodies = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(SAMPLES.glob("*.json"))]
    return [TransportFacts.model_validate({key: body[key] for key in TransportFacts.model_fields}) for body in bodies]


def _best_rate(work: Callable[[TransportFacts], object], items: list[TransportFacts], number: int) -> float:
    """Items per second in the best of several rounds: the others measure the machine's other work."""
    best = 0.0
    for _ in range(ROUNDS):
        load = list(islice(cycle(items), number))
        start = time.perf_counter()
        for item in load:
            work(item)
        best = max(best, number / (time.perf_counter() - start))
    return best


def assessments_per_s() -> float:
    """Assessments of the eight samples in turn; reasons as data, no texts, no hint."""
    return _best_rate(lambda facts: assess(facts, CONTEXT, RULES, CALENDAR), _samples(), 8_000)


def faster_lane_per_s() -> float:
    """Hints, each with its own first assessment, for sets that could be faster: all sizes just above class II or I."""
    loaded = {"height_mm": 4600, "width_mm": 2550, "length_mm": 18_000}
    sets = [facts.model_copy(update={"loaded": facts.loaded.model_copy(update=loaded)}) for facts in _samples()[:3]]

    def hint(facts: TransportFacts) -> object:
        return faster_lane(facts, CONTEXT, RULES, CALENDAR, assess(facts, CONTEXT, RULES, CALENDAR))

    return _best_rate(hint, sets, 1_500)


def replay_100k_s() -> float:
    """Seconds to replay 100,000 stored cases, facts and contexts read from their stored text, in batches, on one core."""
    merged = json.dumps(read_source("ordos"), default=str, ensure_ascii=False)
    context = CONTEXT.model_dump_json()
    cases = [Case(facts.model_dump_json(), context, Answer("", None, None)) for facts in _samples()]
    load = list(islice(cycle(cases), REPLAYED))
    begun = time.perf_counter()
    for start in range(0, REPLAYED, BATCH):
        replay(merged, CALENDAR.overrides, load[start : start + BATCH])
    return time.perf_counter() - begun


if __name__ == "__main__":
    print(f"classification.assessments_per_s {assessments_per_s():.0f}")
    print(f"classification.faster_lane_per_s {faster_lane_per_s():.0f}")
    print(f"classification.replay_100k_s {replay_100k_s():.1f}")
