"""The auditor: reads everything after the faults and says what is lost, stuck or doubled; prints its counts."""

import re
from collections.abc import Sequence
from pathlib import Path

import asyncpg

from shared.domain.lifecycle.application import APPLICATION
from shared.platform.audit_check import verify
from shared.platform.settings import plain_url

WAIT = "SELECT count(*) FROM pgqueuer WHERE status IN ('queued', 'picked')"
FAULTS = {
    "drafts without their first audit event": """
        SELECT id FROM application a
        WHERE NOT EXISTS (SELECT FROM audit_event e WHERE e.aggregate_id = a.id AND e.seq = 1)
    """,
    "applications whose state is not the last their audit tells": """
        SELECT a.id FROM application a WHERE a.status = 'issued'
        AND NOT EXISTS (SELECT FROM audit_event e WHERE e.aggregate_id = a.id
                        AND e.action IN ('automatic_decision', 'issue'))
    """,
    "acts done twice on an application": """
        SELECT aggregate_id, action FROM audit_event
        WHERE aggregate = 'application' AND action IN (
            'submission', 'automatic_acceptance', 'acceptance', 'routing', 'review_opened', 'survey_requested',
            'automatic_decision', 'survey_completed', 'issue', 'refusal', 'no_permit_needed')
        GROUP BY 1, 2 HAVING count(*) > 1
    """,
    "issued applications without a permit": """
        SELECT id FROM application a WHERE status = 'issued'
        AND NOT EXISTS (SELECT FROM permit p WHERE p.application_id = a.id)
    """,
    "permits of applications that are not issued": """
        SELECT number FROM permit p WHERE NOT EXISTS (
            SELECT FROM application a WHERE a.id = p.application_id AND a.status = 'issued')
    """,
    "permits doubled": """
        SELECT application_id, set_index FROM permit WHERE revision = 1 GROUP BY 1, 2 HAVING count(*) > 1
    """,
    "permit numbers doubled": "SELECT number FROM permit WHERE revision = 1 GROUP BY 1 HAVING count(*) > 1",
    "application numbers doubled": """
        SELECT number FROM application WHERE number IS NOT NULL GROUP BY 1 HAVING count(*) > 1
    """,
    "review cases doubled": "SELECT application_id FROM review_case GROUP BY 1 HAVING count(*) > 1",
    "decisions doubled": "SELECT review_case_id FROM decision GROUP BY 1 HAVING count(*) > 1",
    "surveys doubled": "SELECT application_id, facts_version FROM survey GROUP BY 1, 2 HAVING count(*) > 1",
    "assessments doubled": """
        SELECT application_id, facts_version, set_index FROM assessment GROUP BY 1, 2, 3 HAVING count(*) > 1
    """,
    "locked plans doubled": """
        SELECT application_id, set_index FROM route_plan WHERE state = 'locked' GROUP BY 1, 2 HAVING count(*) > 1
    """,
    "permits without their document": "SELECT number FROM permit WHERE document_sha256 IS NULL",
    "jobs held": "SELECT entrypoint, id FROM pgqueuer WHERE status = 'failed'",
}
"""What must not be: each query gives the rows that are wrong."""


def serial(number: str) -> int:
    """The counter in a permit number: its last digits."""
    found = re.search(r"(\d+)$", number)
    assert found is not None, number
    return int(found[1])


async def waiting_jobs(url: str) -> int:
    """Jobs that are still to be done."""
    connection = await asyncpg.connect(plain_url(url))
    try:
        return int(await connection.fetchval(WAIT))
    finally:
        await connection.close()


async def examine(url: str, keys_dir: Path, acknowledged: Sequence[str], submitted: Sequence[str]) -> dict[str, object]:
    """Look at everything; what is wrong, by name (empty: nothing).

    Args:
        url: the database, as superuser.
        keys_dir: the installation's keys.
        acknowledged: ids of applications whose draft was acknowledged.
        submitted: ids of those whose submission was.
    """
    wrong: dict[str, object] = {}
    connection = await asyncpg.connect(plain_url(url))
    try:
        for name, query in FAULTS.items():
            if rows := [tuple(row.values()) for row in await connection.fetch(query)]:
                wrong[name] = rows
        status = {str(row["id"]): row["status"] for row in await connection.fetch("SELECT id, status FROM application")}
        numbers = await connection.fetch("SELECT number FROM permit WHERE revision = 1 ORDER BY number")
        done = await connection.fetchval("SELECT count(*) FROM pgqueuer_log WHERE status = 'successful'")
    finally:
        await connection.close()
    if lost := set(acknowledged) - set(status):
        wrong["acknowledged drafts lost"] = lost
    if stuck := {one: status.get(one) for one in submitted if status.get(one) not in APPLICATION.terminal}:
        wrong["acknowledged submissions stuck"] = stuck
    serials = [serial(row["number"]) for row in numbers]
    if serials != list(range(serials[0], serials[0] + len(serials)) if serials else []):
        wrong["gaps in permit numbers"] = serials
    report = await verify(url, keys_dir)
    if report.wrong:
        wrong["audit log"] = report.wrong
    print(
        f"auditor: {len(status)} applications, {len(numbers)} permits, {done} jobs done,"
        f" {report.events} audit events in {report.chains} chains, {report.seals} seals; wrong: {wrong or 'nothing'}"
    )
    return wrong
