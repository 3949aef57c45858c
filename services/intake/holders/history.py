"""The history of durations by authority, class, lane and stage, counted again by a timer, with how well it foretold."""

from datetime import timedelta
from typing import Final

from sqlalchemy import delete, text

from services.intake.settings import LIMITS
from shared.domain.clock import utc_now
from shared.platform.runtime import Runtime
from shared.platform.transaction import transaction
from shared.schema.intake import StageHistory

STAGE_OF_ACT: Final = {
    "submission": "desk",
    "resubmission": "desk",
    "automatic_acceptance": "accepted",
    "acceptance": "accepted",
    "deemed_acceptance": "accepted",
    "survey_requested": "survey",
    "review_opened": "review",
    "survey_completed": "review",
    "return": "review",
    "sent_for_approval": "approval",
}
"""The stage a case enters by an act."""
STAGE_OF_STATUS: Final = {
    "submitted": "desk",
    "precheck": "desk",
    "accepted": "accepted",
    "routed": "accepted",
    "survey": "survey",
    "review": "review",
    "consult": "review",
    "approval": "approval",
    "approved": "approval",
}
"""The stage a running case stands in; a case that waits for its applicant stands in none."""
_STEPS: Final = 100
_COUNT: Final = text(
    """
    INSERT INTO stage_history (authority_adcode, class, lane, stage, cases, quantiles_s, tested, within_p50, within_p90,
                               computed_at)
    WITH acts AS (SELECT * FROM unnest(CAST(:acts AS text[]), CAST(:stages AS text[])) AS t (action, stage)),
    decided AS (
        SELECT id, authority_adcode, class, lane, decided_at FROM application
        WHERE status IN ('issued', 'rejected') AND decided_at >= :since AND class IS NOT NULL AND lane IS NOT NULL
    ),
    took AS (
        SELECT d.authority_adcode, d.class, d.lane, acts.stage, d.decided_at,
               extract(epoch FROM d.decided_at - max(e.at))::float8 AS seconds
        FROM decided AS d JOIN audit_event AS e ON e.aggregate_id = d.id JOIN acts ON acts.action = e.action
        WHERE e.at <= d.decided_at
        GROUP BY d.id, d.authority_adcode, d.class, d.lane, d.decided_at, acts.stage
    ),
    before AS (
        SELECT authority_adcode, class, lane, stage,
               percentile_cont(ARRAY[0.5, 0.9]) WITHIN GROUP (ORDER BY seconds) AS foretold
        FROM took WHERE decided_at < :split GROUP BY 1, 2, 3, 4 HAVING count(*) >= :least
    ),
    tested AS (
        SELECT authority_adcode, class, lane, stage, count(*) AS tested,
               count(*) FILTER (WHERE seconds <= foretold[1]) AS within_p50,
               count(*) FILTER (WHERE seconds <= foretold[2]) AS within_p90
        FROM took JOIN before USING (authority_adcode, class, lane, stage) WHERE decided_at >= :split GROUP BY 1, 2, 3, 4
    )
    SELECT authority_adcode, class, lane, stage, count(*),
           percentile_cont(CAST(:points AS float8[])) WITHIN GROUP (ORDER BY seconds),
           coalesce(max(tested), 0), coalesce(max(within_p50), 0), coalesce(max(within_p90), 0), :now
    FROM took LEFT JOIN tested USING (authority_adcode, class, lane, stage)
    GROUP BY 1, 2, 3, 4 HAVING count(*) >= :least
    """
)


async def count_history(runtime: Runtime) -> None:
    """Count the history again: what was decided in the time looked back on, tested on the latest part of it."""
    now, bounds = utc_now(), LIMITS.forecast
    values = {
        "acts": list(STAGE_OF_ACT),
        "stages": list(STAGE_OF_ACT.values()),
        "since": now - timedelta(days=bounds.history_days),
        "split": now - timedelta(days=bounds.tested_days),
        "least": bounds.least_cases,
        "points": [step / _STEPS for step in range(_STEPS + 1)],
        "now": now,
    }
    async with transaction(runtime.database) as session:
        await session.execute(delete(StageHistory))
        await session.execute(_COUNT, values)
