"""The desk: the queue's lists and filters, handing over, the supervisor's assignment by load."""

from typing import Any
from uuid import uuid4

import pytest
from playwright.sync_api import Page, expect

from demo.office import Answer
from demo.samples import moved, samples
from tests.browser.conftest import Meeting
from tests.browser.forms import fill
from tests.browser.people import PHONE, with_office

FACTS: dict[str, dict[str, Any]] = {sample.name: sample.facts for sample in samples()}
pytestmark = pytest.mark.timeout(120)


def waiting(address: str, days_ahead: int, name: str = "class2_excavator") -> Answer:
    """A case that waits in the queue."""
    facts = moved(FACTS[name], days_ahead=days_ahead)
    named = {**facts, "cargo": {**facts["cargo"], "name": f"挖掘机 {uuid4().hex[:8]}"}}  # type: ignore[dict-item]
    return with_office(address, lambda office: office.apply(named))


def told(page: Page, text: str) -> None:
    expect(page.locator(".el-message").filter(has_text=text).last).to_be_visible()


def test_the_next_case_is_the_one_due_first_and_filters_stay(meet: Meeting, address: str) -> None:
    waiting(address, 150)
    clerk = meet("clerk")
    page = clerk.page
    first = page.get_by_role("tabpanel").get_by_role("link").first
    number = first.inner_text()
    page.get_by_role("button", name="未到期").click()
    page.get_by_label("类别", exact=True).select_option("II")
    page.reload()
    expect(page.get_by_label("类别", exact=True)).to_have_value("II")
    expect(page.get_by_role("button", name="未到期")).to_have_attribute("aria-pressed", "true")
    page.get_by_label("类别", exact=True).select_option("")
    page.get_by_role("button", name="未到期").click()
    page.get_by_role("button", name="取下一件").click()
    told(page, f"已受领 {number}")
    expect(page.get_by_role("heading", name=number)).to_be_visible()
    expect(page.get_by_role("button", name="完成初审")).to_be_visible()
    page.get_by_role("button", name="退回队列").click()
    told(page, "已退回队列")


def test_the_supervisor_gives_a_case_to_who_has_least(meet: Meeting, address: str) -> None:
    application = waiting(address, 151)
    clerk = meet("clerk", then=f"/desk/{application['id']}")
    expect(clerk.page.get_by_role("button", name="受领此件")).to_be_visible()
    supervisor = meet("supervisor", then="/desk")
    page = supervisor.page
    expect(page.get_by_role("button", name="取下一件")).to_have_count(0)
    page.get_by_role("button", name=f"分派 {application['number']}").click()
    assert supervisor.violations() == []
    page.get_by_role("button", name="分派", exact=True).last.click()
    told(page, f"{application['number']} 已交给 示范受理员")
    page.get_by_role("tab", name="全组").click()
    row = page.get_by_role("row").filter(has_text=application["number"])
    expect(row.get_by_text("示范受理员")).to_be_visible()
    expect(clerk.page.get_by_role("button", name="完成初审")).to_be_visible()


def test_a_correction_goes_to_the_carrier_and_comes_back(meet: Meeting, address: str) -> None:
    application = waiting(address, 152)
    clerk = meet("clerk", then=f"/desk/{application['id']}")
    page = clerk.page
    page.get_by_role("button", name="受领此件").click()
    told(page, "已受领")
    page.get_by_role("button", name="当场更正").click()
    expect(page.get_by_role("button", name="更正并重新核查")).to_be_disabled()
    page.get_by_label("起运地 详细地址").fill("东胜区铁西工业园二号门")
    page.get_by_label("申请人确认方式").fill("电话确认")
    page.get_by_role("button", name="更正并重新核查").click()
    told(page, "已更正 1 处")
    page.get_by_role("button", name="重新核对证照与路线").click()
    told(page, "已重新核对")
    page.get_by_role("button", name="补正通知").click()
    page.get_by_role("button", name="增加一项").click()
    page.get_by_label("所涉字段").select_option("/loaded/height_mm")
    page.get_by_label("第 1 项：需补正的内容").fill("总高与轮廓图不符，请核对")
    page.get_by_role("button", name="增加一项").click()
    page.get_by_label("第 2 项：需补正的内容").fill("请补交委托合同")
    assert clerk.violations() == []
    page.get_by_role("button", name="发出补正通知").click()
    told(page, "的补正通知已发出")

    carrier = meet("carrier", size=PHONE, then=f"/carrier/applications/{application['id']}")
    asked = carrier.page.get_by_role("region", name="补正通知")
    expect(asked.get_by_text("总高与轮廓图不符，请核对")).to_be_visible()
    assert carrier.violations() == []
    asked.get_by_role("link", name="修改申请内容").click()
    expect(carrier.page.get_by_label("总高", exact=True)).to_have_value(
        str(application["facts"]["loaded"]["height_mm"])
    )
    carrier.page.get_by_label("总高", exact=True).fill("4300")
    carrier.page.get_by_label("说明（受理人员可见）").fill("已按轮廓图改正总高")
    carrier.page.get_by_role("button", name="重新提交").click()
    told(carrier.page, f"已重新提交 {application['number']}")

    page.goto(f"{address}/desk/{application['id']}")
    expect(page.get_by_role("button", name="完成初审")).to_be_visible()


def test_a_carrier_copies_a_trip_for_another_day(meet: Meeting, address: str) -> None:
    application = waiting(address, 153)
    carrier = meet("carrier", then=f"/carrier/applications/{application['id']}")
    page = carrier.page
    page.get_by_role("button", name="再办一件").click()
    page.get_by_label("返程", exact=True).check()
    assert carrier.violations() == []
    page.get_by_role("button", name="建立草稿").click()
    told(page, "已建立新的草稿")
    expect(page.get_by_role("heading", name="修改申请")).to_be_visible()
    origin = page.get_by_role("group", name="起运地", exact=True)
    expect(origin.get_by_label("详细地址")).to_have_value(application["facts"]["trip"]["destination"]["address"])


def test_two_vehicle_sets_go_by_the_stricter_one(meet: Meeting) -> None:
    facts = moved(FACTS["class2_excavator"], days_ahead=154)
    carrier = meet("carrier", then="/carrier/new")
    page = carrier.page
    fill(page, facts, f"挖掘机 {uuid4().hex[:8]}")
    expect(page.get_by_text("需办理许可").first).to_be_visible()
    page.get_by_role("button", name="增加一组车辆").click()
    vehicles = page.get_by_role("region", name="车辆", exact=True)
    expect(vehicles.get_by_label("车牌号").first).to_have_value("")
    vehicles.get_by_role("group", name="牵引车").get_by_label("车牌号").fill("蒙K77001")
    vehicles.get_by_role("group", name="挂车").get_by_label("车牌号").fill("蒙K7701挂")
    answer = page.get_by_role("complementary", name="核查结论")
    expect(answer.get_by_role("img", name="车辆侧视图")).to_have_count(2)
    page.get_by_role("region", name="车货总体").get_by_label("总高").fill("5300")
    expect(answer.get_by_text("整件从严")).to_be_visible()
    expect(page.get_by_role("button", name="第 2 组车辆").get_by_text("三类")).to_be_visible()
    expect(page.get_by_role("button", name="第 1 组车辆").get_by_text("二类")).to_be_visible()
    page.evaluate("scrollTo(0, 0)")
    assert carrier.violations() == []
    page.get_by_role("button", name="提交申请").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("A150600", timeout=30_000)
