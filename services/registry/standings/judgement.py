"""How papers stand on a day: which are missing, expired or not verified, and whether the licence covers oversize cargo."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Literal

from services.registry.settings import PaperRules, Required
from shared.contracts.registry import PaperGap
from shared.schema.registry import Paper

Fault = Literal["missing", "expired", "unverified"]
Held = Mapping[str, Paper]
"""The papers somebody holds, by kind."""


def _days_over(paper: Paper, on: date) -> int:
    """Days a paper is past its last day; a paper without one does not end."""
    return 0 if paper.valid_to is None else (on - paper.valid_to).days


def _fault(paper: Paper | None, on: date, rules: PaperRules) -> Fault | None:
    if paper is None:
        return "missing"
    if _days_over(paper, on) > {str(kind): days for kind, days in rules.grace.days.items()}.get(paper.kind, 0):
        return "expired"
    return "unverified" if paper.verified_at is None else None


def gaps_of(subject: str, held: Held, required: Required, on: date, rules: PaperRules) -> list[PaperGap]:
    """What is wrong with somebody's papers on a day, at most one fault a group; of a group one good paper is enough.

    Args:
        subject: who is meant: a carrier's name or a plate.
        held: the papers he holds.
        required: the groups he needs.
        on: Shanghai day.
        rules: days of grace.
    """
    gaps: list[PaperGap] = []
    for group in required.groups:
        faults = {kind: _fault(held.get(kind), on, rules) for kind in group}
        if None in faults.values():
            continue
        kind = next((kind for kind in group if kind in held), group[0])
        gaps.append(PaperGap(subject=subject, kind=kind, fault=faults[kind] or "missing"))
    return gaps


def licence_covers(held: Held, on: date) -> bool | None:
    """Whether the transport licence covers 大件运输 (Order 62 art. 11(2)); None: nothing verified and in force tells.

    No days of grace here: a licence past its last day tells nothing about what its holder may carry.
    """
    licence = held.get("transport_licence")
    if licence is None or licence.verified_at is None or _days_over(licence, on) > 0:
        return None
    return licence.covers_oversize


def by_kind(papers: Sequence[Paper]) -> Held:
    """Papers of one owner by kind."""
    return {paper.kind: paper for paper in papers}
