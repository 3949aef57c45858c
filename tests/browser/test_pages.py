"""Every page at both sizes: WCAG 2.2 AA, nothing wider than the screen, no text without its translation, small first load."""

import re

import pytest
from playwright.sync_api import Page, Response, expect

from demo.office import Answer
from tests.browser.conftest import Meeting
from tests.browser.people import DESKTOP, PHONE, Person, with_office
from tests.browser.screens import furnish, pages

FIRST_LOAD_BYTES = 250_000
_KEY = re.compile(
    r"\b(?:nav|state|queue|desk|review|form|status|case|act|structure|measure|advice|road|office|survey|escort"
    r"|permit|check|reason|assess|route|verdict|facts|due|lane|class|start|vehicles|materials|next|notices|team|inbox|messages|receipts|holder|signIns|keys|staff|correction|sets|change|consult|figures)\.[A-Za-z_.]+"
)
PEOPLE = ("public", "carrier", "clerk", "reviewer", "approver", "inspector", "escort", "officer", "supervisor", "admin")
pytestmark = pytest.mark.timeout(240)


@pytest.fixture(scope="session")
def made(address: str) -> dict[str, Answer]:
    """Cases to look at."""
    return with_office(address, furnish)


def _wrong(person: Person, name: str) -> list[str]:
    page = person.page
    found = [f"{name}: {one}" for one in person.violations()]
    wide = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    if wide > 0:
        found.append(f"{name}: {wide} px wider than the screen")
    return found + [f"{name}: text without translation: {key}" for key in _KEY.findall(page.inner_text("main"))]


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["1440", "390"])
@pytest.mark.parametrize("username", PEOPLE)
def test_every_page_is_good(meet: Meeting, made: dict[str, Answer], username: str, size: tuple[int, int]) -> None:
    person = meet(None if username == "public" else username, size=size)
    wrong: list[str] = []
    for name, path in pages(made)[username].items():
        person.go(path)
        person.settle()
        wrong += _wrong(person, name)
    assert wrong == []


def test_english_has_every_text(meet: Meeting, made: dict[str, Answer]) -> None:
    person = meet("carrier")
    person.page.get_by_role("button", name="English").click()
    for path in pages(made)["carrier"].values():
        person.go(path)
        page = person.settle()
        expect(page.locator("html")).to_have_attribute("lang", "en")
        assert _KEY.findall(page.inner_text("main")) == []


def _loaded_bytes(page: Page, address: str) -> int:
    """Bytes of the page and its files as they come over the wire."""
    sizes: list[int] = []

    def count(response: Response) -> None:
        if "/api/" not in response.url and response.url.startswith(address):
            sizes.append(int(response.headers.get("content-length", "0")))

    page.on("response", count)
    page.reload()
    page.wait_for_load_state("networkidle")
    return sum(sizes)


@pytest.mark.parametrize(("username", "path"), [(None, "/"), ("carrier", "/carrier"), ("carrier", "/carrier/new")])
def test_first_load_is_small(meet: Meeting, address: str, username: str | None, path: str) -> None:
    person = meet(username)
    person.go(path)
    session = person.context.new_cdp_session(person.page)
    session.send("Network.setCacheDisabled", {"cacheDisabled": True})
    total = _loaded_bytes(person.page, address)
    assert 20_000 < total <= FIRST_LOAD_BYTES, total
