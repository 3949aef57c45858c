"""The law as applied over HTTP, and what a draft would change."""

from datetime import timedelta
from uuid import uuid4

from shared.domain.clock import utc_now
from shared.testing.stack import Stack
from tests.service.classification.test_rule_sets import URL, drafted, overlay

LAW = "/api/classification/v1/public/law"


async def test_anyone_reads_the_law_in_both_languages(stack: Stack) -> None:
    async with stack.public() as anyone:
        zh = (await anyone.get(LAW)).json()
        en = (await anyone.get(LAW, params={"lang": "en"})).json()
        past = await anyone.get(LAW, params={"at": "2010-01-01T00:00:00Z"})
    assert zh["rule_set"]["id"] == en["rule_set"]["id"] == "ordos"
    assert [len(section["lines"]) for section in zh["sections"]] == [len(part["lines"]) for part in en["sections"]]
    lines = [line for section in zh["sections"] for line in section["lines"]]
    assert all(line["clause"] and line["mark"] and line["mark_text"] for line in lines)
    assert past.status_code == 409


async def test_a_draft_is_compared_with_what_is_in_force(stack: Stack) -> None:
    async with stack.client("admin") as admin, stack.client("carrier") as carrier:
        draft = await drafted(admin, overlay("differs.1", 4150))
        found = (await admin.get(URL, params={"state": "in_force", "name": "ordos"})).json()["items"][0]
        place = f"{URL}/{found['id']}/differences/{draft['id']}"
        told = (await admin.get(place)).json()
        assert told["after"] == {"id": "ordos", "version": "differs.1"}
        heights = [item for item in told["items"] if item["path"] == "class_bounds.I.height_mm"]
        assert [(item["before"], item["after"]) for item in heights] == [(4200, 4150)]
        assert "4 200 mm to 4 150 mm" in heights[0]["text"]["en"]
        assert (await carrier.get(place)).status_code == 403
        assert (await admin.get(f"{URL}/{found['id']}/differences/{uuid4()}")).status_code == 404
        page = (await admin.get(f"{URL}/{draft['id']}/law", params={"lang": "en"})).json()
        assert page["rule_set"]["version"] == "differs.1"


async def test_the_law_of_a_moment_is_the_law_of_that_moment(stack: Stack) -> None:
    async with stack.public() as anyone:
        then = (await anyone.get(LAW, params={"at": (utc_now() - timedelta(days=30)).isoformat()})).json()
    assert then["rule_set"] == {"id": "ordos", "version": "2026.1"}
