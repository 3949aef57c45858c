"""Lists and timelines: who sees which rows, narrowed and paged; whose names are shown."""

from uuid import uuid4

import pytest

from services.intake.applications import search
from shared.testing.stack import Stack, keyed
from tests.service.intake.filing import (
    BASE,
    FAST,
    INSTANT,
    Json,
    act,
    clones,
    drafted,
    facts_of,
    prechecked,
    submitted,
)


async def test_agents_see_their_own_and_staff_what_was_handed_in(stack: Stack) -> None:
    draft, handed_in = await drafted(stack, facts_of(INSTANT)), await submitted(stack)
    url = f"{BASE}/applications"
    async with stack.client("carrier") as agent, stack.client("reviewer") as staff:
        own = [row["id"] for row in (await agent.get(url)).json()["items"]]
        seen = [row["id"] for row in (await staff.get(url)).json()["items"]]
    assert own[:2] == [handed_in["id"], draft["id"]]
    assert (seen[0], draft["id"] in seen) == (handed_in["id"], False)
    async with stack.other_carrier(uuid4()) as other, stack.client("escort") as escort:
        assert (await other.get(url)).json() == {"items": [], "next_cursor": None}
        assert (await escort.get(url)).status_code == 403


async def test_pages_hold_each_row_once(stack: Stack) -> None:
    wanted = {(await submitted(stack, "not_oversize"))["id"] for _ in range(5)}
    found: list[str] = []
    async with stack.client("clerk") as clerk:
        query: dict[str, str] = {"limit": "2", "status": "not_accepted"}
        while len(found) < 6:
            page = (await clerk.get(f"{BASE}/applications", params=query)).json()
            found += [row["id"] for row in page["items"]]
            if page["next_cursor"] is None:
                break
            query["cursor"] = page["next_cursor"]
    assert wanted <= set(found)
    assert len(found) == len(set(found))
    assert found == sorted(found, reverse=True)


async def test_filters_narrow(stack: Stack) -> None:
    application = await submitted(stack)
    plate = application["facts"]["vehicle_set"]["trailer"]["plate"]
    holds = {
        "number": application["number"],
        "status": "submitted",
        "class": "II",
        "lane": "fast",
        "carrier_id": application["carrier_id"],
        "plate": plate,
    }
    misses = {"status": "issued", "class": "III", "lane": "instant", "carrier_id": str(uuid4()), "plate": "蒙K00000"}
    async with stack.client("clerk") as clerk:
        page = (await clerk.get(f"{BASE}/applications", params=holds)).json()
        assert [row["id"] for row in page["items"]] == [application["id"]]
        assert page["items"][0]["plates"] == ["蒙K23456", "蒙K23456超"]
        for name, value in misses.items():
            page = (await clerk.get(f"{BASE}/applications", params={**holds, name: value})).json()
            assert page["items"] == [], name


@pytest.mark.parametrize(
    "query", [{"status": "gone"}, {"cursor": "x"}, {"limit": "0"}, {"limit": "101"}, {"number": "A1"}, {"plate": "1"}]
)
async def test_a_wrong_query_is_a_field_error(stack: Stack, query: dict[str, str]) -> None:
    async with stack.client("clerk") as clerk:
        assert (await clerk.get(f"{BASE}/applications", params=query)).status_code == 422


async def test_the_applicant_reads_no_officers_names_and_no_inner_notes(stack: Stack) -> None:
    application = await submitted(stack)
    await act(stack, "clerk", application, "precheck", {"note": "内部意见"})
    url = f"{BASE}/applications/{application['id']}/timeline"
    async with stack.client("carrier") as agent, stack.client("approver") as staff:
        own, seen = (await agent.get(url)).json(), (await staff.get(url)).json()
    assert [event["seq"] for event in seen] == list(range(1, len(seen) + 1))
    assert (own[-1]["role"], own[-1]["actor"], own[-1]["data"]) == ("CK", None, {})
    assert (seen[-1]["actor"], seen[-1]["data"]) == ("示范受理员", {"note": "内部意见"})
    assert own[0]["actor"] == "示范经办人"


async def test_the_claimant_is_shown_by_id_only(stack: Stack) -> None:
    assert "示范受理员" not in str(await prechecked(stack, FAST))


async def found(stack: Stack, who: str, **query: str) -> list[str]:
    async with stack.client(who) as client:
        answer = await client.get(f"{BASE}/applications", params={"limit": "100", **query})
    assert answer.status_code == 200, answer.text
    return [row["id"] for row in answer.json()["items"]]


async def named(stack: Stack, cargo: str) -> Json:
    facts = facts_of(FAST)
    return await submitted(stack, facts={**facts, "cargo": {**facts["cargo"], "name": cargo}})


@pytest.mark.parametrize("looked_through", [1_000, 1])
async def test_names_are_found_by_two_characters_and_plates_by_their_end(
    stack: Stack, monkeypatch: pytest.MonkeyPatch, looked_through: int
) -> None:
    """Among the newest rows and in the index of terms alike."""
    monkeypatch.setattr(search, "LOOKED_THROUGH", looked_through)
    first, other = await named(stack, f"龙门吊 {looked_through}"), await named(stack, f"蒸馏塔 {looked_through}")
    assert await found(stack, "clerk", q="龙门") == sorted(await found(stack, "clerk", q="门吊"), reverse=True)
    assert (await found(stack, "clerk", q="龙门"))[0] == first["id"]
    assert other["id"] not in await found(stack, "clerk", q="龙门")
    assert await found(stack, "clerk", q="龙塔") == []
    assert {first["id"], other["id"]} <= set(await found(stack, "carrier", q="3456超"))
    assert {first["id"], other["id"]} <= set(await found(stack, "clerk", q="示范大件"))
    assert await found(stack, "clerk", q="龙门", status="issued") == []


async def test_pages_of_a_search_hold_each_row_once(stack: Stack) -> None:
    made = await clones(stack, await named(stack, "循环水泵"), 6)
    seen: list[str] = []
    query = {"q": "水泵", "limit": "3"}
    async with stack.client("clerk") as clerk:
        while len(seen) < 10:
            page = (await clerk.get(f"{BASE}/applications", params=query)).json()
            seen += [row["id"] for row in page["items"]]
            if page["next_cursor"] is None:
                break
            query["cursor"] = page["next_cursor"]
    assert set(made) < set(seen)
    assert len(seen) == len(set(seen)) == 7


async def test_what_is_found_follows_the_names(stack: Stack) -> None:
    draft = await drafted(stack, facts_of(FAST))
    facts = {**draft["facts"], "cargo": {**draft["facts"]["cargo"], "name": "双梁行车"}}
    async with stack.client("carrier") as agent:
        url = f"{BASE}/applications/{draft['id']}"
        assert (await agent.patch(url, json={"facts": facts}, headers=keyed(draft["version"]))).status_code == 200
    assert await found(stack, "carrier", q="行车") == [draft["id"]]
    assert await found(stack, "clerk", q="行车") == []


async def test_one_character_is_too_short(stack: Stack) -> None:
    async with stack.client("clerk") as clerk:
        for typed in ("大", " 大 "):
            answer = await clerk.get(f"{BASE}/applications", params={"q": typed})
            assert answer.status_code == 422
