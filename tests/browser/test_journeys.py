"""Each person from sign-in to result, in a real browser."""

from typing import Any
from uuid import uuid4

import pytest
from playwright.sync_api import Page, expect

from demo.office import picture
from demo.samples import moved, samples
from tests.browser.conftest import Meeting
from tests.browser.forms import fill
from tests.browser.people import PHONE, with_office

FACTS: dict[str, dict[str, Any]] = {sample.name: sample.facts for sample in samples()}
pytestmark = pytest.mark.timeout(180)


def _told(page: Page, text: str) -> None:
    expect(page.locator(".el-message", has_text=text).first).to_be_visible()


def _cargo(facts: dict[str, Any], days: int) -> dict[str, Any]:
    """The facts with a cargo nobody else sends."""
    dated: dict[str, Any] = moved(facts, days_ahead=days)
    return {**dated, "cargo": {**dated["cargo"], "name": f"{dated['cargo']['name']} {uuid4().hex[:8]}"}}


def test_carrier_applies_while_seeing_the_answer_and_gets_the_permit(meet: Meeting) -> None:
    carrier = meet("carrier", then="/carrier/new")
    page = carrier.page
    facts = moved(FACTS["class1_generator_set"], days_ahead=40)
    fill(page, facts, f"柴油发电机组 {uuid4().hex[:8]}")
    answer = page.get_by_label("核查结论")
    expect(answer.get_by_text("需办理许可")).to_be_visible()
    expect(answer.get_by_text("一类").first).to_be_visible()
    expect(answer.get_by_text("提交后即时发证")).to_be_visible()
    expect(answer.get_by_text("已核验").first).to_be_visible()
    page.get_by_role("button", name="提交申请").click()
    opened = page.get_by_role("link", name="打开通行证")
    expect(opened).to_be_visible(timeout=30_000)
    opened.click()
    expect(page.get_by_role("heading", name="超限运输车辆通行证")).to_be_visible()
    expect(page.get_by_role("img", name="执法人员扫码核验")).to_be_visible()
    number = page.locator(".number").inner_text()
    assert carrier.violations() == []

    public = meet(size=PHONE)
    public.go("/check").get_by_label("通行证编号或扫码内容").fill(number)
    public.page.get_by_role("button", name="查验").click()
    expect(public.page.get_by_text("尚未到启用日期")).to_be_visible()
    expect(public.page.get_by_text("蒙K·12345", exact=True)).to_be_visible()


def test_faster_lane_is_said_while_typing(meet: Meeting) -> None:
    facts = moved(FACTS["class1_generator_set"], days_ahead=60)
    facts = {**facts, "loaded": {**facts["loaded"], "height_mm": 4300}}  # type: ignore[dict-item]
    page = meet("carrier", then="/carrier/new").page
    fill(page, facts, "发电机组")
    expect(page.get_by_text("这样改更快")).to_be_visible()
    page.get_by_label("总高", exact=True).fill("4200")
    expect(page.get_by_text("这样改更快")).to_have_count(0)


def test_clerk_reviewer_and_approver_carry_a_case_to_the_permit(meet: Meeting, address: str) -> None:
    application = with_office(address, lambda office: office.apply(_cargo(FACTS["class2_excavator"], 50)))
    clerk = meet("clerk")
    clerk.page.get_by_role("link", name=application["number"]).click()
    clerk.page.get_by_role("button", name="受领此件").click()
    _told(clerk.page, "已受领")
    assert clerk.violations() == []
    clerk.page.get_by_label("初审意见(内部)".replace("(", "（").replace(")", "）")).fill("材料齐全，数据相符")
    clerk.page.get_by_role("button", name="完成初审").click()
    clerk.page.get_by_role("button", name="受理", exact=True).click()
    _told(clerk.page, f"已受理 {application['number']}")
    expect(clerk.page.get_by_role("heading", name="受理台")).to_be_visible()

    reviewer = meet("reviewer")
    reviewer.page.get_by_role("link", name=application["number"]).click()
    reviewer.page.get_by_role("button", name="认领").click()
    reviewer.page.get_by_role("button", name="提交审查意见").click()
    _told(reviewer.page, "审查意见已提交")
    assert reviewer.violations() == []

    approver = meet("approver")
    approver.page.get_by_role("link", name=application["number"]).click()
    approver.page.get_by_role("button", name="准予许可").click()
    _told(approver.page, "已签发")

    carrier = meet("carrier", then=f"/carrier/applications/{application['id']}")
    expect(carrier.page.get_by_role("link", name="打开通行证")).to_be_visible(timeout=20_000)


def test_materials_are_handed_in_and_checked_before_acceptance(meet: Meeting, address: str) -> None:
    application = with_office(address, lambda office: office.apply(_cargo(FACTS["class3_wind_blade"], 75)))
    clerk = meet("clerk", then=f"/desk/{application['id']}")
    clerk.page.get_by_role("button", name="受领此件").click()
    clerk.page.get_by_role("button", name="完成初审").click()
    clerk.page.get_by_role("button", name="受理", exact=True).click()
    expect(clerk.page.get_by_role("alert").filter(has_text="缺少材料").filter(has_text="护送方案").last).to_be_visible()
    assert clerk.violations() == []

    carrier = meet("carrier", size=PHONE, then=f"/carrier/applications/{application['id']}")
    given = carrier.page.get_by_role("region", name="申请材料")
    expect(given.get_by_text("材料未齐，暂不能受理")).to_be_visible()
    plan = given.get_by_label("上传：护送方案")
    plan.set_input_files({"name": "plan.txt", "mimeType": "text/plain", "buffer": b"front and rear"})
    expect(given.get_by_role("alert")).to_contain_text("文件类型不符")
    plan.set_input_files({"name": "plan.png", "mimeType": "image/png", "buffer": picture()})
    expect(given.get_by_role("button", name="打开 plan.png")).to_be_visible()
    expect(given.get_by_role("alert")).to_have_count(0)
    drawing = {"name": "drawing.png", "mimeType": "image/png", "buffer": picture()}
    given.get_by_label("上传：车货总体外廓尺寸轮廓图").set_input_files(drawing)  # type: ignore[arg-type]
    expect(given.get_by_role("button", name="打开 drawing.png")).to_be_visible()
    expect(given.get_by_text("材料未齐")).to_have_count(0)
    assert carrier.violations() == []

    clerk.page.reload()
    found = clerk.page.get_by_role("region", name="申请材料")
    with clerk.page.expect_popup() as opened:
        found.get_by_role("button", name="打开 plan.png").click()
    opened.value.wait_for_url("blob:**")
    found.get_by_role("button", name="退回：plan.png").click()
    clerk.page.get_by_role("dialog").get_by_role("textbox").fill("缺少异常处理")
    clerk.page.get_by_role("dialog").get_by_role("button", name="退回").click()
    expect(found.get_by_text("缺少异常处理")).to_be_visible()
    expect(found.get_by_text("材料未齐，不能受理")).to_be_visible()
    found.get_by_role("button", name="核对无误：plan.png").click()
    expect(found.get_by_text("材料未齐")).to_have_count(0)
    assert clerk.violations() == []
    clerk.page.get_by_role("button", name="受理", exact=True).click()
    _told(clerk.page, f"已受理 {application['number']}")


def test_survey_and_escort_on_phones(meet: Meeting, address: str) -> None:
    async def accepted(office: Any) -> Any:
        return await office.accept(await office.apply(_cargo(FACTS["class3_wind_blade"], 70)))

    application = with_office(address, accepted)
    carrier = meet("carrier", size=PHONE, then=f"/carrier/applications/{application['id']}")
    carrier.page.get_by_label("鄂尔多斯市示范护送服务有限公司").check()
    carrier.page.get_by_role("button", name="发出护送委托").click()
    _told(carrier.page, "已向 鄂尔多斯市示范护送服务有限公司 发出委托")

    escort = meet("escort", size=PHONE)
    offer = escort.page.get_by_role("article").filter(has_text=application["number"])
    offer.get_by_role("button", name="接受").click()
    escort.page.get_by_role("dialog").get_by_role("button", name="接受").click()
    _told(escort.page, f"已接受 {application['number']}")
    assert escort.violations() == []

    inspector = meet("inspector", size=PHONE)
    inspector.page.get_by_role("link", name=application["number"]).click()
    inspector.page.get_by_role("button", name="提交报告").click()
    expect(inspector.page.get_by_text("请至少上传一张照片")).to_be_visible()
    inspector.page.get_by_label("通过", exact=True).check()
    photo = {"name": "site.png", "mimeType": "image/png", "buffer": picture()}
    inspector.page.locator("input[type=file]").set_input_files(photo)  # type: ignore[arg-type]
    expect(inspector.page.get_by_role("img", name="照片 1")).to_be_visible()
    inspector.page.get_by_label("第二勘验人").fill("示范勘验员乙")
    assert inspector.violations() == []
    inspector.page.get_by_role("button", name="提交报告").click()
    _told(inspector.page, f"已提交 {application['number']} 的勘验报告")

    with_office(address, lambda office: office.approve(application))
    carrier.page.reload()
    expect(carrier.page.get_by_role("link", name="打开通行证")).to_be_visible(timeout=20_000)


def test_officer_checks_a_plate(meet: Meeting, address: str) -> None:
    with_office(address, lambda office: office.apply(_cargo(FACTS["class1_generator_set"], 90)))
    officer = meet("officer", size=PHONE)
    officer.page.get_by_label("车牌或通行证编号").fill("蒙K12345")
    officer.page.get_by_role("button", name="核查", exact=True).click()
    expect(officer.page.get_by_role("status").filter(has_text="通行证")).to_be_visible()
    assert officer.violations() == []
