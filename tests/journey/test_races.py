"""The races: one permit an application whoever drives it, no live permit over a closed road, one decision a case."""

import asyncio
from collections import Counter
from uuid import uuid4

import httpx
import pytest

from demo.office import Office
from services.intake.applications.schemas import ApplicationJob
from shared.domain.errors import Unavailable
from shared.domain.roles import Role
from shared.platform.tokens import Caller
from shared.testing.loads import Slots, own
from shared.testing.stack import Json, Stack, keyed, sample
from tests.journey.calls import Answer, When, draft, read, rival, submit

APPLICATIONS = 200
AT_ONCE = 8
JOB_TRIES = 3
PAIRS = 24
SERIAL_DIGITS = 6
MOMENTS: tuple[tuple[str, str, When], ...] = (
    ("registry", "/standings", "request"),
    ("route_advisory", "/route-plans", "request"),
    ("route_advisory", "/route-plans", "response"),
    ("classification", "/assessments", "response"),
    ("route_advisory", "/lock", "request"),
    ("route_advisory", "/lock", "response"),
    ("issuance", "/automatic-decisions", "request"),
    ("issuance", "/automatic-decisions", "response"),
)
"""When the road is closed: as these calls of a submission leave, or as their answers come."""


async def _job(stack: Stack, application_id: str) -> int:
    """The job's own way in, again and again as the queue would; how often another driver had the application."""
    handler = next(s.jobs["intake.drive"] for s in stack.host.definitions if s.name == "intake")
    payload = ApplicationJob.model_validate({"application_id": application_id}).model_dump_json().encode()
    refused = 0
    for _ in range(JOB_TRIES):
        try:
            await handler(stack.runtime("intake"), payload)
        except Unavailable:
            refused += 1
    return refused


@pytest.mark.timeout(300)
async def test_driver_job_and_repeated_client_make_one_permit(stack: Stack) -> None:
    slots, places = Slots(days_ahead=10), asyncio.Semaphore(AT_ONCE)
    answers: Counter[int] = Counter()
    filed: list[Answer] = []

    async def contend(client: httpx.AsyncClient) -> int:
        async with places:
            one = await draft(client, slots.take())
            filed.append(one)
            key = str(uuid4())
            first, second, refused = await asyncio.gather(
                submit(client, one, key), submit(client, one, key), _job(stack, one["id"])
            )
            answers.update((first.status_code, second.status_code))
            assert {200, 202} & {first.status_code, second.status_code}
            again = await submit(client, one, key)
            assert again.status_code in {200, 202}, again.text
            return refused

    async with stack.client("carrier") as client:
        refused = await asyncio.gather(*(contend(client) for _ in range(APPLICATIONS)))
    await stack.run_jobs()
    assert set(answers) <= {200, 202, 409}
    assert sum(refused), "no job ever met another driver: this was no race"
    mine = [one["id"] for one in filed]
    ends = await stack.rows("SELECT status FROM application WHERE id::text = ANY(:ids)", ids=mine)
    assert Counter(str(row["status"]) for row in ends) == {"issued": APPLICATIONS}
    once = (
        "SELECT application_id::text, count(*) FROM permit WHERE application_id::text = ANY(:ids) GROUP BY 1",
        """SELECT application_id::text, count(*) FROM decision JOIN review_case c ON c.id = review_case_id
            WHERE application_id::text = ANY(:ids) GROUP BY 1""",
    )
    for query in once:
        counted = await stack.rows(query, ids=mine)
        assert [row["count"] for row in counted] == [1] * APPLICATIONS
    await _numbers_are_gapless(stack, mine)


async def _numbers_are_gapless(stack: Stack, mine: list[str]) -> None:
    """From the first of mine on, every serial of the series was given, and once."""
    numbers = [str(row["number"]) for row in await stack.rows("SELECT number FROM permit WHERE revision = 1")]
    own_numbers = await stack.rows("SELECT number FROM permit WHERE application_id::text = ANY(:ids)", ids=mine)
    first = min(str(row["number"]) for row in own_numbers)
    series = first[:-SERIAL_DIGITS]
    given = sorted(int(one.removeprefix(series)) for one in numbers if one.startswith(series) and one >= first)
    start = int(first.removeprefix(series))
    assert given == list(range(start, start + len(given)))
    counters = await stack.rows("SELECT last_serial FROM permit_counter")
    assert given[-1] in [row["last_serial"] for row in counters]


async def _segments(client: httpx.AsyncClient, facts: Json) -> list[int]:
    check = (await client.post("/api/route-advisory/v1/route-checks", json={"facts": facts})).json()
    return [segment["id"] for segment in check["segments"]]


async def _closure(officer: httpx.AsyncClient, segment: int, facts: Json) -> Answer:
    """The draft of a closure of a segment during the trip, and no longer."""
    trip = facts["trip"]
    assert isinstance(trip, dict)
    body = {
        "kind": "closure",
        "title": "施工封闭",
        "segment_ids": [segment],
        "starts_at": trip["planned_start"],
        "ends_at": trip["planned_end"],
        "hard": True,
    }
    answer = await officer.post("/api/route-advisory/v1/notices", json=body, headers=keyed())
    assert answer.status_code == 201, answer.text
    notice: Answer = answer.json()
    return notice


async def _notice(officer: httpx.AsyncClient, notice: Answer, act: str) -> Answer:
    path = f"/api/route-advisory/v1/notices/{notice['id']}/{act}"
    answer = await officer.post(path, headers=keyed(notice["version"]))
    assert answer.status_code == 200, answer.text
    changed: Answer = answer.json()
    return changed


LIVE_OVER_CLOSED = """
    SELECT p.number FROM permit p JOIN route_plan r ON r.id = p.route_plan_id
      JOIN restriction x ON x.segment_ids && r.segment_ids AND x.lifted_at IS NULL AND x.hard
                        AND x.starts_at < p.valid_to AND coalesce(x.ends_at, 'infinity') > p.valid_from
     WHERE p.state IN ('issued', 'active')
       AND NOT EXISTS (SELECT FROM plan_hold h WHERE h.plan_id = r.id AND h.notice_id = x.notice_id AND h.lifted_at IS NULL)
"""


@pytest.mark.timeout(300)
async def test_no_live_permit_over_a_road_closed_meanwhile(stack: Stack) -> None:
    slots, ends, notices = Slots(days_ahead=70), Counter[str](), []
    async with stack.client("carrier") as carrier, stack.client("officer") as officer, stack.public() as public:
        try:
            for pair in range(PAIRS):
                facts = slots.take()
                segments = await _segments(carrier, facts)
                closed = segments[len(segments) // 2]
                notice = await _closure(officer, closed, facts)
                filed = await draft(carrier, facts)

                async def close(notice: Answer = notice) -> None:
                    notices.append(await _notice(officer, notice, "publication"))

                async with rival(stack, *MOMENTS[pair % len(MOMENTS)], close):
                    assert (await submit(carrier, filed)).status_code in {200, 202}
                await stack.run_jobs()
                ends[await _end(stack, carrier, public, filed, closed)] += 1
            assert await stack.rows(LIVE_OVER_CLOSED) == []
        finally:
            for notice in notices:
                await _notice(officer, notice, "lifting")
    assert len(notices) == PAIRS
    assert ends["held"], "the closure never came after the lock"
    assert ends["held"] < PAIRS, "the closure never came before the lock"


async def _end(stack: Stack, carrier: httpx.AsyncClient, public: httpx.AsyncClient, filed: Answer, closed: int) -> str:
    """How the pair ended: another way, no permit, or a permit that is held."""
    application = await read(carrier, filed)
    if not application["permits"]:
        return "no permit"
    number = application["permits"][0]["number"]
    shown = (await public.get(f"/api/issuance/v1/public/permits/{number}")).json()
    row = await stack.rows(
        "SELECT segment_ids FROM route_plan WHERE id = CAST(:id AS uuid)", id=application["route_plan_id"]
    )
    over = closed in list(map(int, row[0]["segment_ids"]))  # type: ignore[call-overload]
    assert shown["hold"] is over
    return "held" if over else "another way"


AUTOMATIC = "SELECT count(*) FROM decision WHERE automatic"


async def test_no_automatic_decision_after_the_switch(stack: Stack) -> None:
    slots, at_the_switch = Slots(days_ahead=110), list[Json]()
    current = "/api/issuance/v1/standing-authorities/current"
    async with stack.client("carrier") as carrier, stack.client("approver") as approver:
        authority = (await approver.get(current)).json()
        path = f"/api/issuance/v1/standing-authorities/{authority['id']}"

        async def suspend() -> None:
            body = {"scope": "all", "reason": "抽查"}
            answer = await approver.post(f"{path}/suspension", json=body, headers=keyed(authority["version"]))
            assert answer.status_code == 200, answer.text
            at_the_switch.extend(await stack.rows(AUTOMATIC))

        filed = [await draft(carrier, slots.take()) for _ in range(12)]
        try:
            async with rival(stack, "issuance", "/automatic-decisions", "request", suspend, nth=4):
                answers = await asyncio.gather(*(submit(carrier, one) for one in filed))
            assert {answer.status_code for answer in answers} <= {200, 202}
            await stack.run_jobs()
            assert at_the_switch == await stack.rows(AUTOMATIC), "a decision fell after the switch"
            ends = Counter([(await read(carrier, one))["status"] for one in filed])
        finally:
            version = (await approver.get(current)).json()["version"]
            resumed = await approver.post(f"{path}/resumption", json={"scope": "all"}, headers=keyed(version))
            assert resumed.status_code == 200, resumed.text
    assert set(ends) == {"issued", "review"}
    assert ends.total() == len(filed)


@pytest.mark.usefixtures("worker")
@pytest.mark.parametrize("kinds", [("grant", "grant"), ("grant", "refuse"), ("refuse", "grant")], ids="-".join)
async def test_two_approvers_at_once_decide_once(stack: Stack, office: Office, kinds: tuple[str, str]) -> None:
    application = await office.accept(await office.apply(own(sample("class2_excavator", days_ahead=150))))
    case = await office.conclude(application)
    ground = [{"clause": "第十七条", "text": "车货总体情况不符合安全通行要求"}]
    other = Caller(uuid4(), "另一审批人", frozenset({Role.APPROVER}), authority="150600")
    async with stack.client("approver") as one, stack.as_caller(other) as two:
        answers = await asyncio.gather(
            *(
                client.post("/api/issuance/v1/decisions", json=_order(case, kind, ground), headers=keyed())
                for client, kind in zip((one, two), kinds, strict=True)
            )
        )
    codes = sorted(answer.status_code for answer in answers)
    assert codes[0] == 201, [answer.text for answer in answers]
    assert codes[1] in {409, 412}, [answer.text for answer in answers]
    won = next(kind for kind, answer in zip(kinds, answers, strict=True) if answer.status_code == 201)
    end = {"grant": "issued", "refuse": "rejected"}[won]
    await office.until(application["id"], lambda a: a["status"] == end)
    made = await stack.rows("SELECT kind FROM decision WHERE review_case_id = CAST(:id AS uuid)", id=case["id"])
    permits = await stack.rows("SELECT 1 FROM permit WHERE application_id = CAST(:id AS uuid)", id=application["id"])
    assert made == [{"kind": won}]
    assert len(permits) == (won == "grant")


def _order(case: Answer, kind: str, ground: list[dict[str, str]]) -> Json:
    grounds = ground if kind == "refuse" else []
    return {"review_case_id": case["id"], "version": case["version"], "kind": kind, "grounds": grounds}
