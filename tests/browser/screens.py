"""Pictures of every page at 1440 and 390 pixels: `make screenshots` writes them to docs/screenshots.

Uses the system at DAJIAN_BROWSER_URL, or starts one of its own on an empty folder.
"""

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from demo.office import Answer, Office
from demo.samples import moved, samples
from shared.domain.clock import SHANGHAI, utc_now
from shared.testing.process import Process
from tests.browser.people import DESKTOP, PHONE, Person, launch, with_office

FOLDER = Path("docs/screenshots")
Pages = dict[str, tuple[str, ...]]


@contextmanager
def a_system() -> Iterator[str]:
    """The address of a running system."""
    given = os.environ.get("DAJIAN_BROWSER_URL")
    if given:
        yield given
        return
    with tempfile.TemporaryDirectory() as folder:
        process = Process(Path(folder) / "data")
        process.ready()
        try:
            yield process.address
        finally:
            process.end()


async def furnish(office: Office) -> dict[str, Answer]:
    """Cases in several states, by what they show; each begins on a day of its own."""
    by_name = {sample.name: sample.facts for sample in samples()}

    def facts(name: str, days: int) -> dict[str, object]:
        return moved(by_name[name], days_ahead=days)

    made = {
        "issued": await office.apply(facts("class1_generator_set", 8)),
        "waiting": await office.apply(facts("class2_excavator", 9)),
        "stands_against": await office.apply(facts("not_accepted_divisible", 10)),
        "review": await office.accept(await office.apply(facts("class2_excavator", 20))),
        "survey": await office.accept(await office.apply(facts("class3_wind_blade", 12))),
        "offered": await office.accept(await office.apply(facts("class3_transformer", 14))),
        "refusable": await office.accept(await office.apply(facts("refused_axle_load", 16))),
    }
    await office.offer_escort(made["offered"])
    await office.survey(made["offered"], "pass")
    approval = await office.accept(await office.apply(facts("class2_excavator", 30)))
    await office.conclude(approval)
    made["approval"] = approval
    return made


def pages(made: dict[str, Answer]) -> dict[str, dict[str, str]]:
    """Addresses to look at, by person and picture."""
    permit = made["issued"]["permits"][0]["number"]
    today = utc_now().astimezone(SHANGHAI).date()
    return {
        "public": {"home": "/", "sign-in": "/sign-in", "check": f"/check?q={permit}", "try": "/try", "notices": "/notices"},
        "carrier": {
            "carrier-start": "/carrier",
            "carrier-case": f"/carrier/applications/{made['survey']['id']}",
            "carrier-form": f"/carrier/new?from={made['waiting']['id']}",
            "carrier-permit": f"/carrier/permits/{permit}",
            "carrier-permits": "/carrier/permits",
            "carrier-vehicles": "/carrier/vehicles",
            "carrier-inbox": "/inbox",
        },
        "clerk": {
            "clerk-queue": "/desk",
            "clerk-case": f"/desk/{made['waiting']['id']}",
            "clerk-case-against": f"/desk/{made['stands_against']['id']}",
            "all-applications": "/office/applications",
            "clerk-inbox": "/inbox",
        },
        "reviewer": {"review-list": "/review", "review-case": f"/review/{made['offered']['review_case_id']}"},
        "approver": {"approval-case": f"/review/{made['approval']['review_case_id']}", "standing": "/office/standing"},
        "inspector": {"surveys": "/surveys"},
        "escort": {"escort": "/escort"},
        "officer": {"roadside": "/road", "road-notices": "/road/notices"},
        "supervisor": {
            "overview": "/office",
            "supervisor-queue": "/desk",
            "figure": f"/office/figures/issued?first={today}&last={today}",
        },
        "admin": {"accounts": "/office/accounts"},
    }  # fmt: skip


def photograph(browser: Browser, address: str, wanted: dict[str, dict[str, str]], folder: Path) -> list[str]:
    """Write the pictures; gives the faults that were seen on the way."""
    folder.mkdir(parents=True, exist_ok=True)
    faults: list[str] = []
    for size in (DESKTOP, PHONE):
        for username, views in wanted.items():
            person = Person(browser, address, size)
            if username != "public":
                person.sign_in(username)
            for name, path in views.items():
                person.go(path)
                page = person.settle()
                page.screenshot(path=folder / f"{name}-{size[0]}.png", full_page=True)
            faults += [f"{username}: {fault}" for fault in person.faults]
            person.close()
    return faults


def main() -> int:
    """Furnish a system and take the pictures."""
    with a_system() as address, sync_playwright() as playwright:
        made = with_office(address, furnish)
        browser = launch(playwright)
        faults = photograph(browser, address, pages(made), FOLDER)
        browser.close()
    sys.stdout.writelines(f"{fault}\n" for fault in faults)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
