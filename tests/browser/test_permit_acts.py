"""Acts on a permit and on a case under review: a change at once, the driver's link, a party asked and its answer."""

from typing import Any
from uuid import uuid4

import pytest
from playwright.sync_api import Page, expect

from demo.office import Answer, Office
from demo.samples import moved, samples
from tests.browser.conftest import Meeting
from tests.browser.people import PHONE, with_office

FACTS: dict[str, dict[str, Any]] = {sample.name: sample.facts for sample in samples()}
pytestmark = pytest.mark.timeout(120)


def _facts(name: str, days_ahead: int) -> dict[str, Any]:
    facts = moved(FACTS[name], days_ahead=days_ahead)
    return {**facts, "cargo": {**facts["cargo"], "name": f"货物 {uuid4().hex[:8]}"}}  # type: ignore[dict-item]


def _told(page: Page, text: str) -> None:
    expect(page.locator(".el-message").filter(has_text=text).last).to_be_visible()


def _path(url: str) -> str:
    """The link without its origin: the system answers elsewhere here."""
    return "/" + url.split("/", 3)[3]


def test_a_permit_is_changed_and_shown_to_the_driver(meet: Meeting, address: str) -> None:
    issued = with_office(address, lambda office: office.apply(_facts("class1_generator_set", 40)))
    number = issued["permits"][0]["number"]
    carrier = meet("carrier", then=f"/carrier/permits/{number}")
    page = carrier.page
    change = page.get_by_role("button", name="申请变更")
    expect(change).to_be_disabled()
    ends = page.get_by_label("计划结束")
    ends.fill(ends.input_value()[:11] + "16:00")
    change.click()
    _told(page, f"{number} 已换发第 2 版")

    page.get_by_role("button", name="生成链接").click()
    _told(page, "已生成驾驶员链接")
    assert carrier.violations() == []
    url = page.get_by_text("/driver/").inner_text()
    driver = meet(size=PHONE)
    driver.go(_path(url))
    expect(driver.page.get_by_text(number)).to_be_visible()
    assert driver.violations() == []

    page.get_by_role("button", name="停用全部链接").click()
    _told(page, "已停用全部驾驶员链接")
    driver.page.reload()
    expect(driver.page.get_by_role("alert")).to_be_visible()


def test_a_party_is_asked_and_answers_by_its_link(meet: Meeting, address: str) -> None:
    async def accepted(office: Office) -> Answer:
        return await office.accept(await office.apply(_facts("class2_excavator", 42)))

    case = with_office(address, accepted)
    reviewer = meet("reviewer", then=f"/review/{case['review_case_id']}")
    page = reviewer.page
    page.get_by_role("button", name="认领").click()
    page.get_by_role("button", name="征求意见").click()
    page.get_by_label("单位名称").fill("鄂尔多斯市公安局交通管理支队")
    page.get_by_label("征询事项").fill("该车组 3 日夜间通行包茂高速，是否同意？")
    assert reviewer.violations() == []
    page.get_by_role("button", name="发送").click()
    _told(page, "已向 鄂尔多斯市公安局交通管理支队 征求意见")
    expect(page.get_by_text("等待答复")).to_be_visible()

    party = meet(size=PHONE)
    party.go(_path(page.get_by_text("/consultation/").inner_text()))
    expect(party.page.get_by_text("该车组 3 日夜间通行包茂高速，是否同意？")).to_be_visible()
    party.page.get_by_label("有条件同意").check()
    party.page.get_by_label("通行条件").fill("夜间 22 时后通行")
    party.page.get_by_label("答复人（姓名、职务）").fill("王警官")
    assert party.violations() == []
    party.page.get_by_role("button", name="发送").click()
    expect(party.page.get_by_role("status").filter(has_text="有条件同意")).to_be_visible()
    page.reload()
    expect(page.get_by_text("王警官")).to_be_visible()
