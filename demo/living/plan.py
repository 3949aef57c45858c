"""From a seed and a moment to the cases of the living office: who files what when, and who does what then. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from random import Random
from typing import Any, Final

from demo.living.destinies import DESTINIES, Destiny, Step
from demo.living.loads import AS_SAMPLED, facts_of, sampled
from shared.contracts.demo_office import OWN_CARRIER, Rig, rigs
from shared.domain.clock import SHANGHAI

CLERKS: Final = ("clerk", "clerk2", "clerk3")
OPENS, CLOSES, FILED_FROM = time(8, 30), time(17, 0), time(7)
SATURDAY: Final = 5
AT_ANY_HOUR: Final = frozenset({"submit", "resubmit", "withdraw", "start_trip", "end_trip", "void", "change_dates"})
"""What carriers do; officers act while the office is open."""
CARGOES: Final = 100
"""Where a rig begins in the list of what it carries, so that not all carry the same in the same week."""
DEPARTURES: Final = (6, 7, 8, 9)


@dataclass(frozen=True)
class Act:
    """An act at its moment."""

    name: str
    at: datetime


@dataclass(frozen=True)
class Case:
    """An application of the living office.

    Args:
        number: counts from 0, in the order of filing.
        destiny: how it goes.
        agent, clerk: sign-in names.
        facts: what is applied for.
        start: of the trip.
        filed: when the draft was made.
        acts: what was done then, in order.
        spare: plates of another rig of the carrier's, tractor first; empty: it has none.
    """

    number: int
    destiny: Destiny
    agent: str
    clerk: str
    facts: dict[str, Any]
    start: datetime
    filed: datetime
    acts: tuple[Act, ...]
    spare: tuple[str, ...]

    @property
    def plate(self) -> str:
        """The tractor's."""
        return str(self.facts["vehicle_set"]["tractors"][0]["plate"])


def cases(seed: int, began_at: datetime, planned: int) -> list[Case]:
    """The cases in the order they were filed; the same from the same arguments."""
    rng, now = Random(seed), began_at.astimezone(SHANGHAI)  # noqa: S311 - a demonstration, no secret
    chosen = sorted(
        ((_filing_time(rng, now - timedelta(days=rng.uniform(*one.filed)), now), one) for one in _chosen(planned)),
        key=lambda pair: (pair[0], pair[1].name),
    )
    fleet = _Fleet(rng)
    return [_case(rng, fleet, number, filed, destiny, now) for number, (filed, destiny) in enumerate(chosen)]


def _chosen(planned: int) -> list[Destiny]:
    """So many destinies: each once as far as they go, the others by weight."""
    if planned <= len(DESTINIES):
        return list(DESTINIES[:planned])
    whole, left = sum(one.weight for one in DESTINIES), planned - len(DESTINIES)
    ends = [left * sum(one.weight for one in DESTINIES[: index + 1]) // whole for index in range(len(DESTINIES))]
    further = [end - begin for begin, end in zip([0, *ends], ends, strict=False)]
    return [one for one, number in zip(DESTINIES, further, strict=True) for _ in range(number + 1)]


def _filing_time(rng: Random, moment: datetime, now: datetime) -> datetime:
    """Some time between seven in the morning and ten at night of that day; never later than now."""
    found = datetime.combine(moment.date(), FILED_FROM, SHANGHAI) + timedelta(minutes=rng.triangular(0, 900, 240))
    return found if found < now else min(moment, now)


def _office_time(rng: Random, moment: datetime, now: datetime) -> datetime:
    """The moment, or when the office opens again after it; never later than now."""
    found = moment
    while found.weekday() >= SATURDAY or found.time() > CLOSES:
        found = datetime.combine(found.date() + timedelta(days=1), OPENS, SHANGHAI) + timedelta(
            minutes=rng.uniform(0, 240)
        )
    if found.time() < OPENS:
        found = datetime.combine(found.date(), OPENS, SHANGHAI) + timedelta(minutes=rng.uniform(0, 240))
    return min(found, now)


class _Fleet:
    """The rigs, in turn, each with another cargo every time.

    Args:
        rng: for where the turns begin.
    """

    def __init__(self, rng: Random) -> None:
        self._turns: dict[str, list[Rig]] = {}
        self._used: dict[str, int] = {}
        for rig in rigs():
            self._turns.setdefault(rig.kind, []).append(rig)
            self._used[rig.tractor] = rng.randrange(CARGOES)
        for turn in self._turns.values():
            rng.shuffle(turn)

    def next(self, kind: str) -> tuple[Rig, int]:
        """The rig whose turn it is, and which cargo and way of its own."""
        turn = self._turns[kind]
        rig = turn.pop(0)
        turn.append(rig)
        return rig, self.variant(rig.tractor)

    def variant(self, name: str) -> int:
        """Counts up."""
        self._used[name] = self._used.get(name, -1) + 1
        return self._used[name]

    def spare(self, rig: Rig) -> tuple[str, ...]:
        """Another rig of the same kind and carrier."""
        others = (one for one in self._turns[rig.kind] if one.carrier is rig.carrier and one is not rig)
        found = next(others, None)
        return (found.tractor, found.trailer) if found else ()


def _case(rng: Random, fleet: _Fleet, number: int, filed: datetime, destiny: Destiny, now: datetime) -> Case:
    day = (filed + timedelta(days=rng.uniform(*destiny.lead))).date()
    start = datetime.combine(day, time(rng.choice(DEPARTURES)), SHANGHAI)
    end = start + timedelta(days=destiny.lasts - 1, hours=10)
    agent, spare = OWN_CARRIER.agent, tuple[str, ...]()
    if destiny.load in AS_SAMPLED:
        facts = sampled(destiny.load, fleet.variant(destiny.load), start, end)
    else:
        rig, variant = fleet.next(destiny.load)
        while destiny.name == "changed plates" and not fleet.spare(rig):
            rig, variant = fleet.next(destiny.load)
        agent, spare = rig.carrier.agent, fleet.spare(rig)
        facts = facts_of(rng, rig, variant, start, end)
    acts = _acts(rng, destiny.steps, filed, start, now)
    return Case(number, destiny, agent, rng.choice(CLERKS), facts, start, filed, acts, spare)


def _acts(rng: Random, steps: Sequence[Step], filed: datetime, start: datetime, now: datetime) -> tuple[Act, ...]:
    last, acts = filed, list[Act]()
    for step in steps:
        if step.since == "now":
            moment = now - timedelta(hours=step.hours * rng.uniform(0.8, 1.2))
        elif step.since == "start":
            moment = start + timedelta(hours=step.hours)
        else:
            moment = last + timedelta(hours=step.hours * rng.uniform(0.7, 1.3))
            if step.act not in AT_ANY_HOUR:
                moment = _office_time(rng, moment, now)
        last = max(last, min(moment, now))
        acts.append(Act(step.act, last))
    return tuple(acts)
