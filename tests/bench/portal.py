"""`portal.*`: what the pages load, when their largest part is painted, how soon the queue with 500 rows answers a hand.

In the machine's Chromium on the built pages, as `tests/browser` uses them. A load begins with an empty cache.
"""

import asyncio
import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any

from playwright.sync_api import Browser, sync_playwright

from services.portal.pages.bundle import application_page
from shared.testing.process import running
from tests.bench.big_database import fill
from tests.bench.entries import Measured
from tests.bench.submit import database
from tests.browser.people import Person, chromium, launch

PAGES = ((None, "/"), (None, "/check"), ("carrier", "/carrier"), ("carrier", "/carrier/new"))
"""Who opens which page: what anyone and a carrier comes to first."""
WAITING, LOADS, ROUNDS = 500, 5, 7
_PAINTED = """() => new Promise(done => new PerformanceObserver(list => done(list.getEntries().at(-1).startTime))
    .observe({ type: 'largest-contentful-paint', buffered: true }))"""
_WATCH = """() => { window.answered = []; new PerformanceObserver(list => list.getEntries().forEach(one =>
    one.interactionId && window.answered.push(one.duration))).observe({ type: 'event', durationThreshold: 16 }) }"""
_FRAMES = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))"
_FRAME_MS = 16.0
"""What an interaction took that the browser does not tell: it tells those that took a frame or longer."""


def pages() -> list[Measured]:
    """Every figure of the pages, measured on one system with 500 applications waiting in the queue.

    Raises:
        RuntimeError: there is no Chromium, the pages were not built, or a page told of a fault.
    """
    if chromium() is None or application_page() is None:
        raise RuntimeError("portal.* needs a Chromium (Debian: chromium) and the built pages (make web)")
    with tempfile.TemporaryDirectory(prefix="dajian-bench-") as place:
        folder = Path(place, "data")
        with running(folder) as process:
            asyncio.run(fill(database(folder), WAITING, waiting=WAITING))
            with sync_playwright() as playwright:
                browser = launch(playwright)
                loads = [_loaded(browser, process.address, *page) for page in PAGES]
                answers = _answers(browser, process.address)
                browser.close()
    return [
        Measured("portal.first_load_kb_gzip", max(size for size, _ in loads) / 1000, len(PAGES) * LOADS),
        Measured("portal.largest_paint_ms", max(painted for _, painted in loads), len(PAGES) * LOADS),
        Measured("portal.queue_interaction_ms", median(answers), len(answers)),
    ]


def _loaded(browser: Browser, address: str, username: str | None, path: str) -> tuple[float, float]:
    """Bytes over the wire of a page and its files without the API's answers, and when it was painted; the middle load."""
    person = Person(browser, address)
    if username:
        person.sign_in(username)
    session = person.context.new_cdp_session(person.page)
    session.send("Network.enable")
    session.send("Network.setCacheDisabled", {"cacheDisabled": True})
    loads: list[tuple[int, float]] = []
    for _ in range(LOADS):
        files: dict[str, int] = {}
        session.on("Network.responseReceived", lambda event, files=files: _note(event, files))
        session.on("Network.loadingFinished", lambda event, files=files: _weigh(event, files))
        person.go(path).wait_for_load_state("networkidle")
        loads.append((sum(files.values()), float(person.page.evaluate(_PAINTED))))
    _close(person)
    return median(size for size, _ in loads), median(painted for _, painted in loads)


def _note(event: dict[str, Any], files: dict[str, int]) -> None:
    if "/api/" not in event["response"]["url"]:
        files.setdefault(event["requestId"], 0)


def _weigh(event: dict[str, Any], files: dict[str, int]) -> None:
    if event["requestId"] in files:
        files[event["requestId"]] = event["encodedDataLength"]


def _answers(browser: Browser, address: str) -> list[float]:
    """The slowest answer of each round of a clerk's hand on the queue: another tab and back, a search, a class."""
    person = Person(browser, address)
    page = person.sign_in("clerk", "/desk")
    page.get_by_text(f"共 {WAITING} 件").wait_for()
    tabs, search = page.get_by_role("tab"), page.get_by_role("searchbox")
    acts: tuple[Callable[[], None], ...] = (
        lambda: tabs.nth(1).click(),
        lambda: tabs.nth(0).click(),
        lambda: search.press_sequentially("蒙K12"),
        lambda: search.press("Control+a"),
        lambda: search.press("Delete"),
    )
    slowest: list[float] = []
    page.evaluate(_WATCH)
    for _ in range(ROUNDS):
        page.evaluate("window.answered.length = 0")
        for act in acts:
            act()
            page.evaluate(_FRAMES)
        slowest.append(max([_FRAME_MS, *page.evaluate("window.answered")]))
    _close(person)
    return slowest


def _close(person: Person) -> None:
    if person.faults:
        raise RuntimeError(f"the page told of faults: {person.faults}")
    person.close()
