"""Judging an application anew: under the next facts version everything found before is asked and assessed again."""

from collections.abc import Sequence

from services.intake.applications.case import stored_assessments
from services.intake.applications.open_items import item
from services.intake.applications.summary import summary_of
from shared.contracts.facts import FurtherSet, TransportFacts
from shared.schema.intake import Application


def replace_facts(row: Application, facts: TransportFacts, further: Sequence[FurtherSet]) -> bool:
    """Put facts in place of the present ones; False: they are the same."""
    summary = summary_of(facts, further)
    changed = summary["facts"] != row.facts or summary["further_sets"] != row.further_sets
    for name, value in summary.items():
        setattr(row, name, value)
    return changed


def lapsed(row: Application) -> list[object]:
    """What is said when the assessments an officer set class or lane of are made anew: his word was on the old ones."""
    return [item("override_lapsed")] if any(one.override for one in stored_assessments(row)) else []


def judge_anew(row: Application) -> None:
    """Forget what was found, so that the driver looks everything up again; the pre-check has to be made again too."""
    row.facts_version += 1
    row.standing, row.finding = None, None
    row.open_items = lapsed(row)
    row.plans, row.assessments = [], []
    row.outcome, row.class_, row.lane = None, None, None
    row.prechecked_by = None
