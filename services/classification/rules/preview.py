"""The context of a preview: nothing is looked up, everything is assumed in the applicant's favour and said so."""

from datetime import datetime

from shared.contracts.classification import AssessmentContext


def preview_context(at: datetime) -> AssessmentContext:
    """Papers verified, licence covers, no ban, credit green; the route is taken by class from the rule set.

    Args:
        at: the moment of the preview; it chooses the rule set and starts the (provisional) clock.
    """
    return AssessmentContext(
        submitted_at=at,
        papers_verified=True,
        licence_covers=True,
        credit="green",
        route=None,
        assumed=["papers", "credit", "route", "licence_scope", "ban"],
    )
