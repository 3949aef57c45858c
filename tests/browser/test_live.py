"""The live queue in the browser: what a colleague does shows at once, by one stream however many pages are open."""

from typing import Any
from uuid import uuid4

import pytest
from playwright.sync_api import Page, Request, expect

from demo.office import Answer, Office
from demo.samples import moved, samples
from tests.browser.conftest import Meeting
from tests.browser.people import with_office

FACTS: dict[str, dict[str, Any]] = {sample.name: sample.facts for sample in samples()}
pytestmark = pytest.mark.timeout(120)
AT_ONCE_MS = 3000
"""Well below the ten seconds after which a page without a stream looks."""


def _waiting(address: str, days_ahead: int) -> Answer:
    facts = moved(FACTS["class2_excavator"], days_ahead=days_ahead)
    named = {**facts, "cargo": {**facts["cargo"], "name": f"挖掘机 {uuid4().hex[:8]}"}}  # type: ignore[dict-item]
    return with_office(address, lambda office: office.apply(named))


def _claimed(address: str, application: Answer) -> None:
    async def claim(office: Office) -> Answer:
        return await office.precheck(application)

    with_office(address, claim)


def _gone(page: Page, application: Answer, within_ms: int = AT_ONCE_MS) -> None:
    link = page.get_by_role("tabpanel").get_by_role("link", name=application["number"])
    expect(link).to_have_count(0, timeout=within_ms)


def test_a_colleagues_claim_shows_without_reloading_in_every_page(meet: Meeting, address: str) -> None:
    first, second = _waiting(address, 140), _waiting(address, 141)
    clerk = meet("clerk")
    # Whoever signs in comes to the queue and has a stream there: that one is begun before those of the pages are counted.
    expect(clerk.page.get_by_text("实时更新")).to_be_visible()
    streams: list[Request] = []
    clerk.context.on("request", lambda asked: streams.append(asked) if "/queue/events" in asked.url else None)
    page = clerk.go("/desk")
    expect(page.get_by_text("实时更新")).to_be_visible()
    expect(page.get_by_role("link", name=first["number"])).to_be_visible()
    with page.expect_popup() as opened:
        page.evaluate("window.open(location.href)")
    other = opened.value
    expect(other.get_by_text("实时更新")).to_be_visible()
    expect(other.get_by_role("link", name=first["number"])).to_be_visible()

    _claimed(address, first)
    _gone(page, first)
    _gone(other, first)
    assert len(streams) == 1

    with other.expect_response("**/queue/events"):
        page.close()
    expect(other.get_by_text("实时更新")).to_be_visible()
    expect(other.get_by_role("link", name=second["number"])).to_be_visible()
    _claimed(address, second)
    _gone(other, second)
    assert len(streams) == 2


def test_without_a_stream_the_page_looks_by_itself(meet: Meeting, address: str) -> None:
    application = _waiting(address, 142)
    clerk = meet("clerk")
    clerk.context.route("**/queue/events", lambda route: route.fulfill(status=429))
    page = clerk.go("/desk")
    expect(page.get_by_text("每 10 秒更新")).to_be_visible()
    expect(page.get_by_role("link", name=application["number"])).to_be_visible()
    _claimed(address, application)
    _gone(page, application, 14_000)
