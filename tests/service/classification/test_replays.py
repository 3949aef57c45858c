"""A draft rehearsed over stored assessments: what changes is counted and listed, and a stop is no loss."""

from datetime import datetime, timedelta
from uuid import UUID, uuid4

import pytest

from services.classification.replays import commands
from services.classification.replays.commands import go_through
from services.classification.replays.schemas import ReplayJob
from shared.domain.clock import utc_now
from shared.domain.errors import Unavailable
from shared.testing.stack import Stack, keyed
from tests.service.classification.test_rule_sets import ASSESS, drafted, order, overlay

URL = "/api/classification/v1/replays"
HEIGHTS = (3900, 4050, 4110, 4190, 4300, 4600)


async def stored(stack: Stack) -> tuple[datetime, datetime, dict[int, str]]:
    """One assessment of each height; the time they were made in, and their applications."""
    began = utc_now()
    applications: dict[int, str] = {}
    async with stack.service_client("intake") as intake:
        for height in HEIGHTS:
            application = uuid4()
            body = order(stack, utc_now(), application, height_mm=height)
            assert (await intake.post(ASSESS, json=body)).status_code == 200
            applications[height] = str(application)
    return began, utc_now(), applications


def request(rule_set: object, began: datetime, ended: datetime) -> dict[str, object]:
    return {"rule_set_id": rule_set, "from": began.isoformat(), "to": ended.isoformat()}


async def test_a_draft_is_rehearsed(stack: Stack, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(commands, "BATCH", 4)
    began, ended, applications = await stored(stack)
    async with stack.client("admin") as admin:
        draft = await drafted(admin, overlay("replay.1", 4100))
        started = await admin.post(URL, json=request(draft["id"], began, ended), headers=keyed())
        assert (started.status_code, started.json()["state"], started.json()["total"]) == (202, "queued", len(HEIGHTS))
        await stack.run_jobs()
        done = (await admin.get(started.headers["Location"])).json()
        assert (done["state"], done["done"], done["changed"], done["unreadable"]) == ("done", len(HEIGHTS), 2, 0)
        assert done["moves"] == [
            {"what": "class", "before": "I", "after": "II", "count": 2},
            {"what": "lane", "before": "instant", "after": "fast", "count": 2},
        ]
        assert done["finished_at"]
        changes: list[dict[str, object]] = []
        cursor: str | None = None
        while True:
            query = {"limit": "1"} | ({"cursor": cursor} if cursor else {})
            page = (await admin.get(f"{started.headers['Location']}/changes", params=query)).json()
            changes += page["items"]
            cursor = page["next_cursor"]
            if cursor is None:
                break
        assert [change["application_id"] for change in changes] == [applications[4110], applications[4190]]
        assert changes[0]["before"] == {"outcome": "permit_required", "class": "I", "lane": "instant"}
        assert changes[0]["after"] == {"outcome": "permit_required", "class": "II", "lane": "fast"}
        assert (await admin.get(URL)).json()["items"][0]["id"] == done["id"]


async def test_the_set_in_force_changes_nothing(stack: Stack) -> None:
    began, ended, _ = await stored(stack)
    async with stack.client("supervisor") as supervisor:
        found = (await supervisor.get("/api/classification/v1/rule-sets", params={"state": "in_force"})).json()
        own = next(item["id"] for item in found["items"] if item["name"] == "ordos")
        started = await supervisor.post(URL, json=request(own, began, ended), headers=keyed())
        await stack.run_jobs()
        done = (await supervisor.get(started.headers["Location"])).json()
    assert (done["state"], done["done"], done["changed"], done["moves"]) == ("done", len(HEIGHTS), 0, [])


async def test_only_the_newest_version_of_a_set_is_replayed(stack: Stack) -> None:
    began, application = utc_now(), uuid4()
    async with stack.service_client("intake") as intake, stack.client("admin") as admin:
        for version, height in ((1, 4110), (2, 4600)):
            body = order(stack, utc_now(), application, height_mm=height) | {"facts_version": version}
            await intake.post(ASSESS, json=body)
        draft = await drafted(admin, overlay("replay.2", 4100))
        started = await admin.post(URL, json=request(draft["id"], began, utc_now()), headers=keyed())
        await stack.run_jobs()
        done = (await admin.get(started.headers["Location"])).json()
    assert (done["total"], done["done"], done["changed"]) == (1, 1, 0)


async def test_a_stop_is_no_loss_and_a_doubled_job_no_gain(stack: Stack, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(commands, "BATCH", 2)
    began, ended, _ = await stored(stack)
    runtime = stack.runtime("classification")
    async with stack.client("admin") as admin:
        draft = await drafted(admin, overlay("replay.3", 4100))
        started = await admin.post(URL, json=request(draft["id"], began, ended), headers=keyed())
        payload = ReplayJob(replay_id=UUID(started.json()["id"])).model_dump_json().encode()
        advance = commands._advance

        async def then_stop(*args: object) -> bool:
            runtime.stopping.set()
            return await advance(*args)  # type: ignore[arg-type]

        monkeypatch.setattr(commands, "_advance", then_stop)
        with pytest.raises(Unavailable):
            await go_through(runtime, payload)
        runtime.stopping.clear()
        monkeypatch.setattr(commands, "_advance", advance)
        half = (await admin.get(started.headers["Location"])).json()
        assert (half["state"], half["done"]) == ("running", 2)
        await go_through(runtime, payload)
        await go_through(runtime, payload)
        await stack.run_jobs()
        done = (await admin.get(started.headers["Location"])).json()
    assert (done["state"], done["done"], done["changed"]) == ("done", len(HEIGHTS), 2)


async def test_who_may_rehearse_what(stack: Stack) -> None:
    now = utc_now()
    async with stack.client("clerk") as clerk, stack.client("admin") as admin:
        assert (await clerk.post(URL, json=request(str(uuid4()), now, now), headers=keyed())).status_code == 403
        assert (await admin.post(URL, json=request(str(uuid4()), now, now), headers=keyed())).status_code == 404
        backwards = request(str(uuid4()), now, now - timedelta(days=1))
        assert (await admin.post(URL, json=backwards, headers=keyed())).status_code == 422
        assert (await admin.get(f"{URL}/{uuid4()}/changes")).status_code == 404
