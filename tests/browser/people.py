"""The people of the browser tests: a page of their own each, signed in as they do it, its faults collected."""

import asyncio
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, TypeVar

import httpx
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Playwright, Request, Response

from demo.office import Answer, Office
from shared.contracts.demo import DEMO_ACCOUNTS, DEMO_PASSWORD

DESKTOP, PHONE = (1440, 900), (390, 844)
CHROMIUM = ("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
AXE = Path("services/portal/web/node_modules/axe-core/axe.min.js")
_WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
Result = TypeVar("Result")
STREAM = "/queue/events"
LOOK_MS, QUIET_LOOKS, SETTLE_LOOKS = 100, 5, 150


def chromium() -> str | None:
    """The browser of this machine; None: there is none."""
    return next((path for path in CHROMIUM if Path(path).exists()), None)


def launch(playwright: Playwright) -> Browser:
    """The machine's Chromium, without a screen."""
    return playwright.chromium.launch(executable_path=chromium(), args=list(FLAGS))


class Person:
    """Somebody with a browser; `faults` are console errors, exceptions, and answers of 500 and above.

    Args:
        browser: where the pages live.
        address: of the system.
        size: width and height of the screen.
    """

    def __init__(self, browser: Browser, address: str, size: tuple[int, int] = DESKTOP) -> None:
        width, height = size
        self.address = address
        self.faults: list[str] = []
        self.context: BrowserContext = browser.new_context(
            viewport={"width": width, "height": height},
            locale="zh-CN",
            timezone_id="Asia/Shanghai",
            has_touch=width < 600,
            reduced_motion="reduce",
        )
        self.context.set_default_timeout(15_000)
        # Of every page of this person, those that open by themselves too.
        self.context.on("console", self._on_console)
        self.context.on("weberror", lambda error: self.faults.append(str(error.error)))
        self.context.on("response", self._on_response)
        self.page: Page = self.context.new_page()
        self._asked: set[Request] = set()
        self.page.on("request", self._on_request)
        self.page.on("requestfinished", self._on_answered)
        self.page.on("requestfailed", self._on_answered)

    def _on_console(self, message: ConsoleMessage) -> None:
        # An answer of 4xx is shown to the person; Chromium writes it down as an error all the same.
        if message.type in {"error", "warning"} and "the server responded with a status of 4" not in message.text:
            self.faults.append(message.text)

    def _on_request(self, request: Request) -> None:
        if not request.url.endswith(STREAM):
            self._asked.add(request)

    def _on_answered(self, request: Request) -> None:
        self._asked.discard(request)

    def settle(self) -> Page:
        """Wait until nothing was asked for half a second; a live stream, which never ends, is not waited for."""
        quiet, left = 0, SETTLE_LOOKS
        while quiet < QUIET_LOOKS and left:
            self.page.wait_for_timeout(LOOK_MS)
            quiet, left = 0 if self._asked else quiet + 1, left - 1
        return self.page

    def _on_response(self, response: Response) -> None:
        if response.status >= 500:
            self.faults.append(f"{response.status} {response.url}")

    def go(self, path: str) -> Page:
        """Open an address of the application."""
        self.page.goto(f"{self.address}{path}")
        return self.page

    def sign_in(self, username: str, then: str = "/") -> Page:
        """Sign in by the page, as a person does."""
        page = self.go(f"/sign-in?then={then}")
        page.get_by_label("用户名").fill(username)
        page.get_by_label("密码").fill(DEMO_PASSWORD)
        page.get_by_role("button", name="登录", exact=True).click()
        page.wait_for_url(lambda url: "/sign-in" not in url)
        return page

    def violations(self) -> list[str]:
        """What axe finds against WCAG 2.2 AA on the page as it stands."""
        self.page.evaluate(AXE.read_text(encoding="utf-8"))
        found = self.page.evaluate("tags => axe.run(document, { runOnly: tags })", _WCAG)
        return [
            f"{one['id']}: {node['target']} {node['failureSummary']}"
            for one in found["violations"]
            for node in one["nodes"]
        ]

    def close(self) -> None:
        """Close every page."""
        self.context.close()


def with_office(address: str, work: Callable[[Office], Coroutine[Any, Any, Result]]) -> Result:
    """Let the office do something over HTTP, so that there is something to see."""

    async def run() -> Result:
        clients: dict[str, httpx.AsyncClient] = {
            "public": httpx.AsyncClient(base_url=address, timeout=30, trust_env=False)
        }
        for account in DEMO_ACCOUNTS:
            client = httpx.AsyncClient(base_url=address, timeout=30, trust_env=False)
            form = {"username": account.username, "password": DEMO_PASSWORD}
            answer: Answer = (await client.post("/api/registry/v1/tokens", data=form)).raise_for_status().json()
            client.headers["Authorization"] = f"Bearer {answer['access_token']}"
            clients[account.username] = client
        try:
            return await work(Office(clients))
        finally:
            for client in clients.values():
                await client.aclose()

    # Playwright's own loop runs in this thread.
    with ThreadPoolExecutor(1) as elsewhere:
        return elsewhere.submit(lambda: asyncio.run(run())).result()
