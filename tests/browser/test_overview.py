"""The supervisor's overview: charts beside tables that say the same, each figure opening the list it counts."""

import re

import pytest
from playwright.sync_api import Locator, expect

from demo.samples import moved
from tests.browser.conftest import Meeting
from tests.browser.people import with_office
from tests.browser.test_desk import FACTS, waiting

CHARTS = ("每月办理", "受理队列按到期", "申请按状态与办理方式")
pytestmark = pytest.mark.timeout(120)


def _bar(picture: Locator) -> Locator:
    """The first bar of the fast lane, by its colour."""
    return picture.locator("svg path[fill='#1c4f8a']").filter(visible=True).first


def test_each_chart_stands_beside_a_table_of_links(meet: Meeting, address: str) -> None:
    waiting(address, 153)
    supervisor = meet("supervisor", then="/office")
    page = supervisor.page
    for title in CHARTS:
        card = page.locator("section.card").filter(has=page.get_by_role("heading", name=title, exact=True))
        expect(card.locator(".picture svg")).to_be_visible()
        expect(card.get_by_role("table", name=title, exact=True)).to_be_visible()
    assert supervisor.violations() == []
    page.get_by_role("link", name=re.compile("^待受领、未到期：")).click()
    expect(page).to_have_url(re.compile(r"/desk\?stage=unclaimed&band=later"))
    expect(page.get_by_role("button", name="未到期")).to_have_attribute("aria-pressed", "true")


def test_a_state_opens_as_many_applications_as_it_counts(meet: Meeting, address: str) -> None:
    waiting(address, 154)
    page = meet("supervisor", then="/office").page
    link = page.get_by_role("table", name=CHARTS[2]).get_by_role("link").first
    counted = int(link.inner_text())
    link.click()
    expect(page.get_by_role("heading", name="全部申请")).to_be_visible()
    expect(page.locator("tbody tr")).to_have_count(min(counted, 50))


def test_a_bar_opens_its_list(meet: Meeting, address: str) -> None:
    waiting(address, 155)
    page = meet("supervisor", then="/office").page
    _bar(page.locator(".picture").nth(2)).click()
    expect(page).to_have_url(re.compile(r"/office/applications\?status=\w+&lane=fast"))


def test_a_count_of_the_month_lists_what_it_counts(meet: Meeting, address: str) -> None:
    facts = moved(FACTS["class1_generator_set"], days_ahead=156)
    with_office(address, lambda office: office.apply(facts))
    page = meet("supervisor", then="/office").page
    page.get_by_role("link", name="本月发证").click()
    expect(page).to_have_url(re.compile(r"/office/figures/issued\?first="))
    expect(page.get_by_role("heading", name="发证", exact=True)).to_be_visible()
    page.locator("tbody a").first.click()
    expect(page).to_have_url(re.compile(r"/check\?q="))
