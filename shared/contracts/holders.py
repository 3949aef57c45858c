"""Wire models of who has a case and when it may be expected to end."""

from datetime import datetime
from typing import Annotated, Literal

from pydantic import Field

from shared.contracts.facts import Wire

Party = Literal["applicant", "office", "system", "inspector", "third_party"]
Stage = Literal["desk", "accepted", "survey", "review", "approval"]


class Holder(Wire):
    """Who has the case: the party, the role it acts in, its names (officers' to staff alone), the act waited for.

    `due_at` is the legal end of the office's time: for the decision, before acceptance for a notice.
    """

    party: Party
    role: str
    names: list[str]
    waits_for: str
    since: datetime | None
    due_at: datetime | None
    due_provisional: bool
    promised_at: datetime | None


class Forecast(Wire):
    """When half and nine tenths of similar cases that waited as long had ended; a forecast, no promise.

    `cases` are those it rests on; `beyond`: this one has waited longer than any of them.
    """

    p50_at: datetime
    p90_at: datetime
    cases: int
    beyond: bool


class CaseHolder(Wire):
    """Who has a case (None: it has ended) and its forecast (None: too few similar cases were decided)."""

    holder: Holder | None
    forecast: Forecast | None


class StageHistory(Wire):
    """How long cases of a class and lane took from a stage to the decision, in seconds.

    Calibration: of the `tested` latest cases, how many ended within the p50 and p90 that the cases before them foretold.
    """

    class_: Annotated[Literal["I", "II", "III"], Field(alias="class", serialization_alias="class")]
    lane: Literal["instant", "fast", "survey"]
    stage: Stage
    cases: int
    p50_s: int
    p90_s: int
    tested: int
    within_p50: int
    within_p90: int
    computed_at: datetime

    model_config = {"populate_by_name": True}


class StageHistories(Wire):
    """The histories of an authority."""

    items: list[StageHistory]
