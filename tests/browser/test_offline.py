"""A phone that opened the offline page once checks permits without a network, by code and by plate."""

from typing import Any

import httpx
import pytest
from playwright.sync_api import Page, expect

from demo.office import Answer, Office
from demo.samples import moved, samples
from shared.contracts.demo import DEMO_PASSWORD
from tests.browser.conftest import Meeting
from tests.browser.people import PHONE, with_office

FACTS: dict[str, dict[str, Any]] = {sample.name: sample.facts for sample in samples()}
API = "/api/issuance/v1"
pytestmark = pytest.mark.timeout(120)


def opened(page: Page, address: str) -> None:
    page.goto(f"{address}/offline/")
    expect(page.locator("html[data-ready]")).to_be_attached()


def token_of(address: str, days: int) -> str:
    """The code of a permit that was just issued."""

    async def apply(office: Office) -> Answer:
        return await office.apply(moved(FACTS["class1_generator_set"], days_ahead=days))

    applied = with_office(address, apply)
    with httpx.Client(base_url=address, trust_env=False) as carrier:
        form = {"username": "carrier", "password": DEMO_PASSWORD}
        access = carrier.post("/api/registry/v1/tokens", data=form).json()["access_token"]
        path = f"{API}/permits/{applied['permits'][0]['number']}"
        return str(carrier.get(path, headers={"Authorization": f"Bearer {access}"}).json()["token"])


def test_permits_are_checked_without_a_network(meet: Meeting, address: str) -> None:
    token = token_of(address, 200)
    person = meet(size=PHONE)
    page = person.page
    opened(page, address)
    assert page.locator("dd[data-name=keys]").get_attribute("data-state") == "fresh"
    person.context.set_offline(True)
    page.reload()
    expect(page.locator("html[data-ready]")).to_be_attached()
    for name in ("keys", "revocations", "extract"):
        expect(page.locator(f"dd[data-name={name}]")).to_have_attribute("data-state", "fresh")
    page.get_by_label("二维码内容").fill(token)
    page.get_by_role("button", name="核验 Check").click()
    verdict = page.locator("#verdict .verdict")
    expect(verdict).to_have_attribute("data-verdict", "not_yet_valid")
    page.get_by_label("二维码内容").fill(token[:-3] + "000")
    page.get_by_role("button", name="核验 Check").click()
    expect(verdict).to_have_attribute("data-verdict", "forged")
    page.get_by_label("车牌后五位").fill("ZZZZZ")
    page.get_by_role("button", name="查找 Find").click()
    expect(page.locator("#found")).to_contain_text("名册中没有此车的通行证")
    assert page.evaluate("document.documentElement.scrollWidth - window.innerWidth") <= 0
    person.context.set_offline(False)
    assert person.violations() == []


def test_a_list_that_has_grown_old_is_told_apart(meet: Meeting, address: str) -> None:
    token = token_of(address, 1)
    page = meet(size=PHONE).page
    page.clock.install()
    opened(page, address)
    # Two days on the permit runs, and the list of today says nothing about it.
    page.clock.fast_forward("50:00:00")
    page.get_by_role("button", name="更新名单").click()
    expect(page.locator("dd[data-name=revocations]")).to_have_attribute("data-state", "stale")
    page.get_by_label("二维码内容").fill(token)
    page.get_by_role("button", name="核验 Check").click()
    verdict = page.locator("#verdict .verdict")
    expect(verdict).to_have_attribute("data-list", "stale")
    assert verdict.get_attribute("data-verdict") in {"valid", "expired"}
