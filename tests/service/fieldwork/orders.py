"""Surveys, photos and assignments of a test's own."""

from uuid import UUID, uuid4

from shared.contracts.demo import AGENCY_ID
from shared.testing.stack import Json, Stack, keyed

BASE = "/api/fieldwork/v1"
PNG = b"\x89PNG\r\n\x1a\n"


def order(stack: Stack, **changes: object) -> Json:
    """An order as issuance sends it."""
    return {
        "application_id": str(uuid4()),
        "application_number": "A1506002026120700001",
        "facts_version": 1,
        "authority_adcode": "150600",
        "carrier_id": str(uuid4()),
        "carrier_name": "测试运输有限公司",
        "facts": [stack.facts("class3_wind_blade")],
        "escort_spec": {"front": 1, "rear": 1},
        "due_at": "2026-12-20T15:59:59Z",
        **changes,
    }


async def new_survey(stack: Stack, **changes: object) -> tuple[Json, UUID]:
    """A survey that waits for its report, and the carrier it concerns."""
    asked = order(stack, **changes)
    async with stack.service_client("issuance") as issuance:
        made = await issuance.post(f"{BASE}/internal/surveys", json=asked)
    assert made.status_code == 200, made.text
    found: Json = made.json()
    return found, UUID(str(asked["carrier_id"]))


async def new_photo(stack: Stack, data: bytes = b"") -> str:
    """The id of a stored photo."""
    async with stack.client("inspector") as inspector:
        made = await inspector.post(
            f"{BASE}/photos", params={"name": "front.png"}, content=PNG + (data or uuid4().bytes), headers=keyed()
        )
    assert made.status_code == 201, made.text
    return str(made.json()["id"])


async def report_body(stack: Stack, **changes: object) -> Json:
    """A report that passes."""
    base: Json = {"conclusion": "pass", "conditions": [], "inspectors": ["巴图", "李四"]}
    return {**base, "photo_ids": [await new_photo(stack)], **changes}


async def reported_survey(stack: Stack, **changes: object) -> tuple[Json, UUID]:
    """A survey with a report, and the carrier it concerns."""
    survey, carrier = await new_survey(stack)
    body = await report_body(stack, **changes)
    async with stack.client("inspector") as inspector:
        done = await inspector.post(f"{BASE}/surveys/{survey['id']}/report", json=body, headers=keyed(1))
    assert done.status_code == 200, done.text
    found: Json = done.json()
    return found, carrier


async def new_offer(stack: Stack, agency_id: object = AGENCY_ID) -> tuple[Json, UUID]:
    """An escort offered to an agency, and the carrier that offers it."""
    survey, carrier = await new_survey(stack)
    async with stack.other_carrier(carrier) as agent:
        body = {"application_id": survey["application_id"], "agency_id": str(agency_id)}
        made = await agent.post(f"{BASE}/assignments", json=body, headers=keyed())
    assert made.status_code == 201, made.text
    found: Json = made.json()
    return found, carrier


async def new_agency(stack: Stack) -> str:
    """The id of a qualified agency."""
    draft = {"name": f"测试护送公司{uuid4().hex[:8]}", "phone": "0477-7654321", "vehicles": 3, "staff": 6}
    async with stack.client("reviewer") as reviewer:
        made = await reviewer.post(f"{BASE}/agencies", json=draft, headers=keyed())
    assert made.status_code == 201, made.text
    return str(made.json()["id"])


async def overdue(stack: Stack, assignment_id: object) -> None:
    """Let the time to answer an offer run out."""
    due = "UPDATE escort_assignment SET respond_due = now() - interval '1 s' WHERE id = :id RETURNING 1"
    assert await stack.rows(due, id=assignment_id)


async def clearance(stack: Stack, application_id: object) -> tuple[bool, bool]:
    """What issuance reads: survey passed, escort accepted."""
    rows = await stack.rows("SELECT * FROM v_field_clearance WHERE application_id = :id", id=application_id)
    return (bool(rows[0]["survey_passed"]), bool(rows[0]["escort_accepted"])) if rows else (False, False)


async def decision_row(stack: Stack) -> str:
    """An INSERT that makes issuance's view show the application `:id` as decided, whatever else its table holds."""
    columns = await stack.rows(
        "SELECT column_name, data_type FROM information_schema.columns "
        "WHERE table_name = 'review_case' AND is_nullable = 'NO'"
    )
    fill = {
        "uuid": "gen_random_uuid()",
        "jsonb": "'{}'",
        "integer": "1",
        "bigint": "1",
        "boolean": "false",
        "timestamp with time zone": "now()",
        "character varying": "'x'",
    }
    values = {str(column["column_name"]): fill[str(column["data_type"])] for column in columns}
    values |= {"application_id": ":id", "state": "'decided'"}
    return f"INSERT INTO review_case ({', '.join(values)}) VALUES ({', '.join(values.values())}) RETURNING 1"  # noqa: S608


async def decide(stack: Stack, application_id: object) -> None:
    """Let issuance have decided an application."""
    await stack.rows(await decision_row(stack), id=application_id)
