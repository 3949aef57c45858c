"""The system of the browser tests, its browser, and people with a page each whose faults fail the test."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.browser.people import DESKTOP, Person, chromium, launch
from tests.browser.screens import a_system

collect_ignore_glob = [] if chromium() else ["test_*.py"]
"""Without a Chromium on the machine there is nothing to test with."""

Meeting = Callable[..., Person]


@pytest.fixture(scope="session")
def address() -> Iterator[str]:
    """Where the system answers."""
    with a_system() as running:
        yield running


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        opened = launch(playwright)
        yield opened
        opened.close()


@pytest.fixture
def meet(browser: Browser, address: str) -> Iterator[Meeting]:
    """Somebody new: `meet("clerk")` signed in, `meet()` not; on leaving, nobody may have seen a fault."""
    people: list[Person] = []

    def meet(username: str | None = None, *, size: tuple[int, int] = DESKTOP, then: str = "/") -> Person:
        person = Person(browser, address, size)
        people.append(person)
        if username:
            person.sign_in(username, then)
        return person

    yield meet
    faults = [fault for person in people for fault in person.faults]
    for person in people:
        person.close()
    assert faults == []
