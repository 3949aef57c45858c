"""How the cases of the living office go, one row a way: what is loaded, when it was filed, who did what then.

Days and hours are the demonstration's own; no limit of the law stands here: what becomes of a case the system decides.
"""

from dataclasses import dataclass
from typing import Final, Literal

from demo.living.loads import LoadKind


@dataclass(frozen=True)
class Step:
    """An act and when it is done.

    Args:
        act: its name (`demo.living.acts`).
        hours: after `since`; before it, where that is now.
        since: the act before, the start of the trip, or the moment the office is made.
    """

    act: str
    hours: float
    since: Literal["last", "start", "now"] = "last"


@dataclass(frozen=True)
class Destiny:
    """A way a case goes.

    Args:
        name: of the way.
        load: what is moved.
        filed: days before now, least and most.
        lead: days from filing to the trip, least and most.
        steps: what is done after the draft.
        weight: how many of some hundred go so.
        lasts: days the trip may take.
    """

    name: str
    load: LoadKind
    filed: tuple[float, float]
    lead: tuple[float, float]
    steps: tuple[Step, ...]
    weight: int
    lasts: int = 2


SUBMIT: Final = (Step("submit", 0.2),)
PRECHECK: Final = (*SUBMIT, Step("precheck", 3))
ACCEPT: Final = (*PRECHECK, Step("accept", 2))
CONCLUDE: Final = (*ACCEPT, Step("conclude", 20))
GRANT: Final = (*CONCLUDE, Step("grant", 6))
REFUSE: Final = (*ACCEPT, Step("find_against", 20), Step("read_legally", 5), Step("refuse", 10))
SURVEYED: Final = (*ACCEPT, Step("survey", 30))
ESCORTED: Final = (*SURVEYED, Step("offer_escort", 3), Step("accept_escort", 1))
READ_TWICE: Final = (*ESCORTED, Step("conclude", 24), Step("read_again", 5))
GRANT_HEAVY: Final = (*READ_TWICE, Step("grant", 6))
TRIP: Final = (Step("start_trip", 1, "start"), Step("end_trip", 5))

DESTINIES: Final = (
    Destiny("used up", "low", (10, 45), (2, 4), (*SUBMIT, *TRIP), 24),
    Destiny("unclaimed", "wide", (0.1, 4), (10, 15), SUBMIT, 10),
    Destiny("expired", "low", (14, 45), (2, 5), SUBMIT, 24),
    Destiny("rejected", "overloaded", (8, 30), (12, 16), REFUSE, 6),
    Destiny("correction asked", "wide", (2, 5), (12, 18), (*PRECHECK, Step("ask_correction", 0.5)), 6),
    Destiny("escort offered", "girder", (5, 8), (14, 20), (*SURVEYED, Step("offer_escort", 0.5, "now")), 4),
    Destiny("revoked", "wide", (12, 16), (14, 18), (*GRANT, Step("revoke", 48)), 2),
    Destiny("claimed", "wide", (0.5, 3), (10, 15), (*SUBMIT, Step("claim", 1, "now")), 6),
    Destiny("changed dates", "low", (2, 5), (7, 10), (*SUBMIT, Step("change_dates", 24)), 4),
    Destiny("terminated", "wide", (5, 35), (8, 12), (*PRECHECK, Step("terminate", 1)), 5),
    Destiny("withdrawn", "wide", (2, 30), (10, 14), (*SUBMIT, Step("withdraw", 5)), 4),
    Destiny("not accepted", "divisible", (5, 40), (8, 12), (*PRECHECK, Step("not_accept", 1)), 6),
    Destiny("in force", "low", (4, 6), (3, 3.5), SUBMIT, 14, lasts=4),
    Destiny("under way", "low", (4, 6), (3, 3.5), (*SUBMIT, Step("start_trip", 1, "start")), 6, lasts=4),
    Destiny("issued ahead", "low", (0.2, 4), (6, 14), SUBMIT, 18),
    Destiny("issued after review", "wide", (6, 12), (13, 20), GRANT, 14),
    Destiny("reviewed and expired", "wide", (24, 45), (8, 10), GRANT, 12),
    Destiny("reviewed and used up", "wide", (20, 45), (8, 10), (*GRANT, *TRIP), 8),
    Destiny("heavy issued", "girder", (18, 26), (24, 34), GRANT_HEAVY, 9),
    Destiny("blade issued", "blade", (18, 26), (24, 34), GRANT_HEAVY, 5, lasts=3),
    Destiny("blade arrived", "blade", (34, 45), (16, 20), (*GRANT_HEAVY, *TRIP), 3, lasts=3),
    Destiny("draft", "low", (0.1, 3), (8, 14), (), 5),
    Destiny("unclaimed heavy", "girder", (0.1, 3), (15, 20), SUBMIT, 4),
    Destiny("silence", "wide", (9, 11), (15, 18), SUBMIT, 2),
    Destiny("overdue at the desk", "divisible", (9, 14), (16, 20), SUBMIT, 4),
    Destiny("prechecked", "girder", (1, 4), (12, 18), (*SUBMIT, Step("precheck", 0.7, "now")), 3),
    Destiny("corrected", "wide", (4, 6), (12, 18), (*PRECHECK, Step("ask_correction", 0.5), Step("resubmit", 20)), 3),
    Destiny("survey waits", "girder", (3, 7), (14, 20), ACCEPT, 6),
    Destiny("blade waits for survey", "blade", (3, 6), (14, 20), ACCEPT, 2, lasts=3),
    Destiny(
        "escort declined",
        "blade",
        (7, 9),
        (14, 20),
        (*SURVEYED, Step("offer_escort", 3), Step("decline_escort", 1)),
        3,
        lasts=3,
    ),
    Destiny("survey failed", "girder", (7, 10), (14, 20), (*ACCEPT, Step("fail_survey", 30)), 2),
    Destiny("review open", "wide", (2, 4), (12, 16), ACCEPT, 6),
    Destiny("review taken", "wide", (3, 5), (12, 16), (*ACCEPT, Step("claim_review", 10)), 4),
    Destiny("review overdue", "wide", (14, 18), (24, 28), ACCEPT, 3),
    Destiny("survey passed", "girder", (8, 11), (16, 22), ESCORTED, 3),
    Destiny("consulting", "girder", (8, 11), (16, 22), (*ESCORTED, Step("consult", 6)), 3),
    Destiny("approval", "wide", (4, 6), (12, 16), CONCLUDE, 5),
    Destiny("approval heavy", "girder", (10, 13), (18, 22), READ_TWICE, 3),
    Destiny("returned", "wide", (5, 7), (12, 16), (*CONCLUDE, Step("return", 4)), 2),
    Destiny("no permit needed", "small", (2, 40), (5, 8), SUBMIT, 5),
    Destiny("withdrawn late", "girder", (6, 30), (16, 20), (*ACCEPT, Step("withdraw", 20)), 3),
    Destiny("voided", "low", (4, 8), (10, 14), (*SUBMIT, Step("void", 20)), 3),
    Destiny("taken back", "wide", (12, 16), (18, 20), (*GRANT, Step("take_back", 30)), 1),
    Destiny("confiscated", "low", (4, 6), (3, 3.5), (*SUBMIT, Step("confiscate", 3, "start")), 1, lasts=4),
    Destiny("struck off", "low", (25, 45), (2, 4), (*SUBMIT, Step("strike_off", 120, "start")), 3),
    Destiny("suspended", "wide", (8, 10), (9, 11), (*GRANT, Step("suspend", 10)), 2, lasts=4),
    Destiny("held by an officer", "low", (4, 6), (3, 3.5), (*SUBMIT, Step("hold", 2, "now")), 2, lasts=4),
    Destiny("changed plates", "low", (2, 5), (7, 10), (*SUBMIT, Step("change_plates", 20)), 3),
    Destiny("renewed", "wide", (8, 10), (10, 12), (*GRANT, Step("renew", 10)), 2, lasts=3),
)
