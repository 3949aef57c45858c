"""Traffic notices: who may do what, versions and keys, wrong input, lists, what anyone sees."""

from datetime import timedelta

import pytest

from shared.domain.clock import utc_now
from shared.testing.stack import Json, Stack, errors_at, keyed
from tests.service.route_advisory.roads import (
    BASE,
    act,
    checked,
    closing,
    draft,
    facts_of_their_own,
    lifted,
    published,
    segments,
    written,
)


async def _some_segments(stack: Stack) -> list[int]:
    return segments(await checked(stack, stack.facts("class1_generator_set")))


async def _closing(stack: Stack, **more: object) -> Json:
    """A notice in days of its own on segments of the network."""
    return closing(facts_of_their_own("class1_generator_set"), (await _some_segments(stack))[:2], **more)


async def test_a_notice_is_written_published_and_lifted(stack: Stack) -> None:
    body = await _closing(stack)
    async with stack.client("officer") as officer, stack.client("clerk") as clerk:
        made = await officer.post(f"{BASE}/notices", json=body, headers=keyed())
        assert made.status_code == 201
        notice = made.json()
        assert made.headers["Location"] == f"{BASE}/notices/{notice['id']}"
        assert (notice["state"], notice["published_at"], notice["plans_held"]) == ("draft", None, 0)
        read = await clerk.get(f"{BASE}/notices/{notice['id']}")
        assert read.headers["ETag"] == made.headers["ETag"]
        assert read.json() == notice
        out = await act(officer, notice, "publication")
        assert (out.status_code, out.json()["state"]) == (200, "published")
        assert out.headers["ETag"] != made.headers["ETag"]
        assert (await lifted(officer, out.json()))["state"] == "lifted"
    events = await stack.rows("SELECT action FROM audit_event WHERE aggregate_id = :id ORDER BY seq", id=notice["id"])
    assert [event["action"] for event in events] == ["creation", "publication", "lifting"]


@pytest.mark.parametrize("account", ["carrier", "clerk", "approver", "escort", "admin"])
async def test_only_road_officers_write_publish_and_lift(stack: Stack, account: str) -> None:
    body = await _closing(stack)
    async with stack.client("officer") as officer, stack.client(account) as other:
        notice = await written(officer, body)
        assert (await other.post(f"{BASE}/notices", json=body, headers=keyed())).status_code == 403
        assert (await act(other, notice, "publication")).status_code == 403
        assert (await act(other, notice, "lifting")).status_code == 403


async def test_carriers_read_public_notices_alone(stack: Stack) -> None:
    async with stack.client("carrier") as carrier, stack.public() as nobody:
        assert (await carrier.get(f"{BASE}/notices")).status_code == 403
        assert (await nobody.get(f"{BASE}/notices")).status_code == 401
        assert (await nobody.get(f"{BASE}/public/notices")).status_code == 200


async def test_an_act_needs_version_and_key(stack: Stack) -> None:
    async with stack.client("officer") as officer:
        notice = await written(officer, await _closing(stack))
        path = f"{BASE}/notices/{notice['id']}/publication"
        assert (await officer.post(path, headers=keyed())).status_code == 428
        assert (await officer.post(path, headers=keyed(99))).status_code == 412
        assert (await officer.post(path, headers={"If-Match": '"1"'})).status_code == 400
        headers = keyed(1)
        first, again = [await officer.post(path, headers=headers) for _ in range(2)]
        assert (first.status_code, again.status_code) == (200, 200)
        assert first.json() == again.json()
        await lifted(officer, first.json())


async def test_forbidden_steps_are_conflicts(stack: Stack) -> None:
    async with stack.client("officer") as officer:
        notice = await written(officer, await _closing(stack))
        assert (await act(officer, notice, "lifting")).status_code == 409
        out = (await act(officer, notice, "publication")).json()
        again = await act(officer, out, "publication")
        assert again.status_code == 409
        assert again.json()["type"].endswith("/transition_not_allowed")
        gone = await lifted(officer, out)
        assert (await act(officer, gone, "publication")).status_code == 409


async def test_a_notice_that_is_over_is_not_published(stack: Stack) -> None:
    now = utc_now()
    body = draft((await _some_segments(stack))[:1], now - timedelta(days=3), now - timedelta(days=1))
    async with stack.client("officer") as officer:
        answer = await act(officer, await written(officer, body), "publication")
    assert answer.status_code == 409
    assert answer.json()["type"].endswith("/notice_over")


@pytest.mark.parametrize(
    ("change", "pointer"),
    [
        ({"segment_ids": [7]}, "/segment_ids/0"),
        ({"segment_ids": []}, "/segment_ids"),
        ({"segment_ids": [0]}, "/segment_ids/0"),
        ({"segment_ids": [10**20]}, "/segment_ids/0"),
        ({"segment_ids": ["5000000"]}, "/segment_ids/0"),
        ({"starts_at": "2030-05-02T00:00:00+08:00", "ends_at": "2030-05-01T00:00:00+08:00"}, "/ends_at"),
        ({"starts_at": 0}, "/starts_at"),
        ({"ends_at": "2030-05-01"}, "/ends_at"),
        ({"kind": "party"}, "/kind"),
        ({"title": " "}, "/title"),
        ({"title": "封" * 201}, "/title"),
        ({"hard": "yes"}, "/hard"),
        ({"limits": {"height_mm": 0}}, "/limits/height_mm"),
        ({"limits": {"speed_kmh": 5}}, "/limits/speed_kmh"),
        ({"state": "published"}, "/state"),
    ],
)
async def test_wrong_fields_are_named(stack: Stack, change: Json, pointer: str) -> None:
    async with stack.client("officer") as officer:
        answer = await officer.post(f"{BASE}/notices", json={**await _closing(stack), **change}, headers=keyed())
    assert answer.status_code == 422, answer.text
    assert errors_at(answer) == [pointer]


async def test_the_second_of_two_segments_is_named(stack: Stack) -> None:
    body = await _closing(stack)
    known = (await _some_segments(stack))[0]
    async with stack.client("officer") as officer:
        answer = await officer.post(f"{BASE}/notices", json={**body, "segment_ids": [known, 9]}, headers=keyed())
    assert errors_at(answer) == ["/segment_ids/1"]


@pytest.mark.parametrize("moment", ["0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-12:00"])
async def test_the_edges_of_time_are_field_errors(stack: Stack, moment: str) -> None:
    async with stack.client("officer") as officer:
        body = {**await _closing(stack), "starts_at": moment, "ends_at": None}
        answer = await officer.post(f"{BASE}/notices", json=body, headers=keyed())
    assert answer.status_code == 422
    assert errors_at(answer) == ["/starts_at"]


async def test_lists_are_paged_and_filtered(stack: Stack) -> None:
    body = await _closing(stack, kind="seasonal_guarantee", hard=False)
    async with stack.client("officer") as officer:
        made = [str((await written(officer, body))["id"]) for _ in range(3)]
        query = {"kind": "seasonal_guarantee", "state": "draft", "limit": "2"}
        first = (await officer.get(f"{BASE}/notices", params=query)).json()
        rest = (await officer.get(f"{BASE}/notices", params={**query, "cursor": first["next_cursor"]})).json()
    told = [notice["id"] for notice in first["items"] + rest["items"]]
    assert told[:3] == made[::-1]
    assert len(first["items"]) == 2


async def test_anyone_sees_what_is_published_and_not_over(stack: Stack) -> None:
    async with stack.client("officer") as officer, stack.public() as nobody:
        hidden = await written(officer, await _closing(stack))
        shown = await published(officer, await _closing(stack))
        seen = (await nobody.get(f"{BASE}/public/notices")).json()["items"]
        mine = next(item for item in seen if item["id"] == shown["id"])
        assert hidden["id"] not in {item["id"] for item in seen}
        assert {"version", "plans_held", "state"}.isdisjoint(mine)
        assert mine["roads"] == ["G210"]
        of_road = {road: await nobody.get(f"{BASE}/public/notices", params={"road": road}) for road in ("G210", "S24")}
        found = {road: shown["id"] in {i["id"] for i in answer.json()["items"]} for road, answer in of_road.items()}
        assert found == {"G210": True, "S24": False}
        assert (await nobody.get(f"{BASE}/public/notices", params={"road": "X0"})).json()["items"] == []
        await lifted(officer, shown)
        later = (await nobody.get(f"{BASE}/public/notices")).json()["items"]
        assert shown["id"] not in {item["id"] for item in later}
