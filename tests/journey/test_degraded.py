"""A service taken away and given back: the answer comes in time, nothing is lost, the job or a person finishes it."""

import time

import pytest

from demo.office import Office
from shared.clients.classification import ClassificationClient
from shared.contracts.classification import DueOrder
from shared.domain.clock import shanghai_day, utc_now
from shared.platform.transaction import ConnectionHeld, reading, transaction
from shared.testing.loads import own
from shared.testing.stack import Stack, sample
from tests.journey.calls import away, draft, read, submit

DAYS_AHEAD = 160
BUDGET_S = 2.5
MARGIN_S = 2.0


@pytest.mark.parametrize(
    ("service", "path_ends", "status"),
    [
        ("classification", "", "submitted"),
        ("route_advisory", "/lock", "routed"),
        ("issuance", "", "routed"),
    ],
)
async def test_the_job_finishes_what_a_silent_service_stopped(
    stack: Stack, service: str, path_ends: str, status: str
) -> None:
    async with stack.client("carrier") as carrier:
        filed = await draft(carrier, own(sample("class1_generator_set", days_ahead=DAYS_AHEAD)))
        async with away(stack, service, path_ends=path_ends):
            answer = await submit(carrier, filed)
            assert answer.status_code == 202, answer.text
            assert answer.json()["status"] == status
            assert answer.json()["number"]
            assert answer.json()["permits"] == []
        await stack.run_jobs()
        finished = await read(carrier, filed)
    assert finished["status"] == "issued"
    assert len(finished["permits"]) == 1


async def test_a_service_that_hangs_does_not_hang_the_submission(stack: Stack) -> None:
    async with stack.client("carrier") as carrier:
        filed = await draft(carrier, own(sample("class1_generator_set", days_ahead=DAYS_AHEAD + 10)))
        async with away(stack, "classification", path_ends="/assessments", hangs=True):
            began = time.perf_counter()
            answer = await submit(carrier, filed)
            took = time.perf_counter() - began
        assert answer.status_code == 202, answer.text
        assert answer.json()["assessment"] is None
        assert took < BUDGET_S + MARGIN_S
        await stack.run_jobs()
        assert (await read(carrier, filed))["status"] == "issued"


@pytest.mark.usefixtures("worker")
@pytest.mark.parametrize(
    ("service", "item"), [("route_advisory", "route_silent"), ("registry", "registry_silent")], ids=lambda value: value
)
async def test_a_case_nobody_could_check_goes_to_a_person(
    stack: Stack, office: Office, service: str, item: str
) -> None:
    facts = own(sample("class1_generator_set", days_ahead=DAYS_AHEAD + 20))
    async with stack.client("carrier") as carrier:
        filed = await draft(carrier, facts)
        async with away(stack, service):
            answer = await submit(carrier, filed)
    assert answer.status_code == 200, answer.text
    told = answer.json()
    assert (told["status"], told["permits"]) == ("submitted", [])
    assert told["lane"] != "instant"
    assert told["next"] == {"actor": "CK", "action": "precheck"}
    assert item in {one["code"] for one in told["open_items"]}
    accepted = await office.accept(told)
    assert accepted["status"] in {"review", "survey"}
    assert accepted["route_plan_id"]


async def test_no_call_while_a_session_is_held(stack: Stack) -> None:
    runtime = stack.runtime("intake")
    client, order = ClassificationClient(runtime), DueOrder(accepted_on=shanghai_day(utc_now()), working_days=2)
    async with transaction(runtime.database):
        with pytest.raises(ConnectionHeld):
            await client.due(order)
    async with reading(runtime.database):
        with pytest.raises(ConnectionHeld):
            await client.due(order)
    assert (await client.due(order)).due_at > utc_now()
