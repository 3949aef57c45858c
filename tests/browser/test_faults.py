"""What goes wrong is said plainly and nothing typed is lost: wrong input, two people on one case, an ended sign-in, no network."""

from typing import Any
from uuid import uuid4

import pytest
from playwright.sync_api import expect

from demo.samples import moved, samples
from shared.contracts.demo import DEMO_PASSWORD
from tests.browser.conftest import Meeting
from tests.browser.forms import fill, fill_cargo
from tests.browser.people import with_office

FACTS: dict[str, dict[str, Any]] = {sample.name: sample.facts for sample in samples()}
pytestmark = pytest.mark.timeout(120)


def test_wrong_password_is_said(meet: Meeting) -> None:
    page = meet().go("/sign-in")
    page.get_by_label("用户名").fill("carrier")
    page.get_by_label("密码").fill("not the password")
    page.get_by_role("button", name="登录", exact=True).click()
    expect(page.get_by_role("alert")).to_be_visible()
    assert "/sign-in" in page.url


def test_pages_open_for_their_role_alone(meet: Meeting) -> None:
    page = meet("carrier", then="/desk").page
    expect(page.get_by_role("heading", name="示范经办人")).to_be_visible()
    assert page.url.endswith("/carrier")
    stranger = meet()
    stranger.go("/desk")
    expect(stranger.page.get_by_role("heading", name="登录")).to_be_visible()


def test_a_field_error_stands_at_its_field(meet: Meeting) -> None:
    page = meet("carrier", then="/carrier/new").page
    facts = moved(FACTS["class1_generator_set"], days_ahead=100)
    fill(page, facts, "发电机组")
    page.get_by_label("总高", exact=True).fill("1000")
    expect(page.get_by_text("总体尺寸不得小于货物尺寸")).to_be_visible()
    assert page.get_by_label("总高", exact=True).get_attribute("aria-invalid") == "true"
    page.get_by_label("总高", exact=True).fill("4200")
    page.get_by_label("计划开始").fill("2020-01-01T08:00")
    page.get_by_role("button", name="提交申请").click()
    expect(page.locator(".fault", has_text="开始时间不得早于提交时间")).to_be_visible()


def test_missing_fields_are_named_and_reached(meet: Meeting) -> None:
    page = meet("carrier", then="/carrier/new").page
    page.get_by_role("button", name="提交申请").click()
    expect(page.get_by_role("alert")).to_contain_text("处需要修改")
    expect(page.get_by_label("货物名称")).to_be_focused()


def test_a_draft_outlives_the_page(meet: Meeting) -> None:
    page = meet("carrier", then="/carrier/new").page
    fill_cargo(page, FACTS["class2_excavator"], "挖掘机 草稿")
    expect(page.get_by_text("草稿已自动保存")).to_be_visible()
    page.reload()
    expect(page.get_by_text("已恢复上次未提交的内容")).to_be_visible()
    expect(page.get_by_label("货物名称")).to_have_value("挖掘机 草稿")


def test_two_clerks_on_one_case(meet: Meeting, address: str) -> None:
    """The second has no live updates: he learns by trying."""
    facts = moved(FACTS["class2_excavator"], days_ahead=110)
    facts = {**facts, "cargo": {**facts["cargo"], "name": f"挖掘机 {uuid4().hex[:8]}"}}  # type: ignore[dict-item]
    application = with_office(address, lambda office: office.apply(facts))
    first, second = meet("clerk", then=f"/desk/{application['id']}"), meet("clerk")
    second.context.route("**/queue/events", lambda route: route.fulfill(status=429))
    second.go(f"/desk/{application['id']}")
    expect(second.page.get_by_role("button", name="受领此件")).to_be_visible()
    first.page.get_by_role("button", name="受领此件").click()
    expect(first.page.get_by_role("button", name="完成初审")).to_be_visible()
    second.page.get_by_role("button", name="受领此件").click()
    expect(second.page.locator(".el-message--error")).to_be_visible()
    expect(second.page.get_by_role("button", name="完成初审")).to_be_visible()


def test_the_form_outlives_the_sign_in(meet: Meeting) -> None:
    page = meet("carrier", then="/carrier/new").page
    fill(page, moved(FACTS["class1_generator_set"], days_ahead=120), f"发电机组 {uuid4().hex[:8]}")
    page.evaluate("""() => {
        const kept = JSON.parse(sessionStorage.getItem('dajian.session'))
        sessionStorage.setItem('dajian.session', JSON.stringify({ ...kept, token: 'ended' }))
    }""")
    page.reload()
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_text("登录已到期")).to_be_visible()
    dialog.get_by_label("密码").fill(DEMO_PASSWORD)
    dialog.get_by_role("button", name="登录", exact=True).click()
    expect(dialog).to_have_count(0)
    page.get_by_role("button", name="提交申请").click()
    expect(page.get_by_role("link", name="打开通行证")).to_be_visible(timeout=30_000)


def test_without_network_nothing_is_lost(meet: Meeting) -> None:
    person = meet("carrier", then="/carrier/new")
    page = person.page
    fill(page, moved(FACTS["class1_generator_set"], days_ahead=130), f"发电机组 {uuid4().hex[:8]}")
    expect(page.get_by_text("需办理许可").first).to_be_visible()
    person.context.set_offline(True)
    page.get_by_role("button", name="提交申请").click()
    expect(page.get_by_text("网络不通").first).to_be_visible()
    person.context.set_offline(False)
    page.get_by_role("button", name="提交申请").click()
    expect(page.get_by_role("link", name="打开通行证")).to_be_visible(timeout=30_000)
    person.faults = [fault for fault in person.faults if "ERR_INTERNET_DISCONNECTED" not in fault]


def test_without_script_a_permit_is_checked(browser: Any, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    page.get_by_role("link", name="按编号查验通行证").click()
    page.locator("input[name=number]").fill("NOSUCH-1")
    page.get_by_role("button").first.click()
    expect(page.get_by_role("status")).to_contain_text("NOSUCH-1")
    context.close()
