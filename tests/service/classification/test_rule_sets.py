"""Rule sets from draft into force: who may do what, faults with their lines, inheritance, choice by moment."""

from datetime import datetime, timedelta
from pathlib import Path
from uuid import UUID, uuid4

import httpx
import pytest
import pytest_asyncio

from services.classification.engine import Engine
from shared.domain.clock import utc_now
from shared.domain.roles import Role
from shared.platform.tokens import Caller
from shared.testing.stack import Stack, errors_at, keyed

URL = "/api/classification/v1/rule-sets"
ASSESS = "/api/classification/v1/internal/assessments"
FILES = Path("services/classification/rules/rule_sets")
LEAD = 60


def overlay(edition: str, height: int = 4100, *, name: str = "ordos", area: str = "150600") -> str:
    return f"""
id = "{name}"
version = "{edition}"
area = "{area}"
inherits = "inner-mongolia"
effective_from = 2021-08-11
title = {{ zh = "试行规则", en = "Trial rules" }}

[competence]
own = ["1506"]

[class_bounds.I]
height_mm = {height}
"""


def draft_body(source: str) -> dict[str, str]:
    return {"source_toml": source, "note": "试行"}


async def drafted(admin: httpx.AsyncClient, source: str) -> dict[str, object]:
    response = await admin.post(URL, json=draft_body(source), headers=keyed())
    assert response.status_code == 201, response.text
    body: dict[str, object] = response.json()
    assert response.headers["ETag"] == f'"{body["version"]}"'
    return body


async def act(client: httpx.AsyncClient, row: dict[str, object], what: str, **body: object) -> httpx.Response:
    headers = keyed(int(str(row["version"])))
    return await client.post(f"{URL}/{row['id']}/{what}", json=body or None, headers=headers)


async def enacted(stack: Stack, source: str, at: datetime | None = None) -> dict[str, object]:
    """A rule set drafted by the administrator, reviewed by the supervisor, put in force by the administrator."""
    async with stack.client("admin") as admin, stack.client("supervisor") as supervisor:
        row = await drafted(admin, source)
        reviewed = (await act(supervisor, row, "review")).json()
        answer = await act(admin, reviewed, "enactment", effective_from=at.isoformat() if at else None)
        assert answer.status_code == 200, answer.text
        body: dict[str, object] = answer.json()
        return body


def order(stack: Stack, at: datetime, application: UUID | None = None, **loaded: int) -> dict[str, object]:
    facts = stack.facts("class1_generator_set")
    facts["loaded"] = {**facts["loaded"], **loaded}  # type: ignore[dict-item]
    context = {
        "submitted_at": at.isoformat(),
        "papers_verified": True,
        "licence_covers": True,
        "credit": "green",
        "route": {"verdict": "clear"},
    }
    return {
        "application_id": str(application or uuid4()),
        "facts_version": 1,
        "set_index": 0,
        "facts": facts,
        "context": context,
    }


@pytest_asyncio.fixture
async def supervisor_who_writes(stack: Stack) -> Caller:
    """One person with both roles: may still not review or enact alone."""
    return Caller(uuid4(), "身兼二职", frozenset({Role.ADMIN, Role.SUPERVISOR}), authority="150600")


async def test_installed_sets_are_in_force_and_inherit(stack: Stack) -> None:
    async with stack.client("clerk") as clerk:
        items = (await clerk.get(URL, params={"state": "in_force"})).json()["items"]
        found = {item["name"]: item for item in items}
        assert {"national-2021", "inner-mongolia", "ordos"} <= set(found)
        assert {found[name]["area"] for name in ("national-2021", "inner-mongolia", "ordos")} == {
            "000000",
            "150000",
            "150600",
        }
        view = await clerk.get(f"{URL}/{found['ordos']['id']}")
        assert view.json()["source_toml"] == (FILES / "ordos.toml").read_text(encoding="utf-8")
        assert (await clerk.get(f"{URL}/{uuid4()}")).status_code == 404


@pytest.mark.parametrize(
    ("change", "line", "field"),
    [
        (('version = "x"', 'version = "x'), 3, ""),
        (("height_mm = 4100", "height_mm = 3900"), None, ""),
        (("height_mm = 4100", 'height_mm = "tall"'), 13, "class_bounds.I.height_mm"),
        (("height_mm = 4100", "hight_mm = 4100"), 13, "class_bounds.I.hight_mm"),
        (('area = "150600"', 'area = "Ordos"'), 4, "area"),
        (('inherits = "inner-mongolia"', 'inherits = "absent"'), None, "inherits"),
    ],
)
async def test_a_faulty_draft_is_told_with_line_and_field(
    stack: Stack, change: tuple[str, str], line: int | None, field: str
) -> None:
    source = overlay("x").replace(*change)
    async with stack.client("admin") as admin:
        answer = await admin.post(URL, json=draft_body(source), headers=keyed())
    assert answer.status_code == 422
    assert set(errors_at(answer)) == {"/source_toml"}
    detail = answer.json()["errors"][0]["detail"]
    assert detail.startswith(f"line {line}: {field}" if line else field)


async def test_only_administrators_write_and_versions_count(stack: Stack) -> None:
    async with stack.client("reviewer") as reviewer, stack.client("admin") as admin:
        refused = await reviewer.post(URL, json=draft_body(overlay("w.1")), headers=keyed())
        assert refused.status_code == 403
        row = await drafted(admin, overlay("w.1"))
        place = f"{URL}/{row['id']}"
        assert (await admin.put(place, json=draft_body(overlay("w.2")), headers=keyed(99))).status_code == 412
        changed = await admin.put(place, json=draft_body(overlay("w.2")), headers=keyed(1))
        assert (changed.status_code, changed.json()["edition"], changed.json()["version"]) == (200, "w.2", 2)
        again = await admin.post(URL, json=draft_body(overlay("w.2")), headers=keyed())
        assert (again.status_code, again.json()["type"].rsplit("/", 1)[1]) == (409, "already_exists")


async def test_nobody_reviews_or_enacts_alone(stack: Stack, supervisor_who_writes: Caller) -> None:
    async with stack.as_caller(supervisor_who_writes) as both, stack.client("supervisor") as supervisor:
        row = await drafted(both, overlay("alone.1"))
        own = await act(both, row, "review")
        assert (own.status_code, own.json()["type"].rsplit("/", 1)[1]) == (409, "same_person")
        assert (await act(both, row, "enactment", effective_from=None)).status_code == 409
        reviewed = (await act(supervisor, row, "review")).json()
        assert reviewed["state"] == "reviewed"
        refused = await act(supervisor, reviewed, "enactment", effective_from=None)
        assert (refused.status_code, refused.json()["type"].rsplit("/", 1)[1]) == (409, "same_person")
        soon = (utc_now() + timedelta(seconds=LEAD - 5)).isoformat()
        early = await act(both, reviewed, "enactment", effective_from=soon)
        assert (early.status_code, list(errors_at(early))) == (422, ["/effective_from"])
        back = await act(both, reviewed, "return", reason="附件有误")
        assert (back.json()["state"], back.json()["reviewed_by"]) == ("draft", None)


async def test_who_changed_a_draft_does_not_review_it(stack: Stack, supervisor_who_writes: Caller) -> None:
    async with stack.as_caller(supervisor_who_writes) as both, stack.client("admin") as admin:
        row = await drafted(admin, overlay("edited.1"))
        changed = await both.put(f"{URL}/{row['id']}", json=draft_body(overlay("edited.1")), headers=keyed(1))
        assert (await act(both, changed.json(), "review")).status_code == 409


async def test_the_moment_of_submission_chooses(stack: Stack) -> None:
    at = utc_now() + timedelta(days=400)
    row = await enacted(stack, overlay("moment.1", 4100), at)
    assert row["state"] == "scheduled"
    await stack.runtime("classification").own(Engine).look()
    async with stack.service_client("intake") as intake:
        application = uuid4()
        later = order(stack, at + timedelta(seconds=1), application, height_mm=4150)
        before = await intake.post(ASSESS, json=order(stack, at - timedelta(seconds=1), height_mm=4150))
        after = await intake.post(ASSESS, json=later)
        assert (before.json()["assessment"]["class"], after.json()["assessment"]["class"]) == ("I", "II")
        assert after.json()["assessment"]["rule_set"] == {"id": "ordos", "version": "moment.1"}
        early = await intake.post(ASSESS, json=order(stack, datetime.fromisoformat("2020-01-01T00:00:00Z")))
        assert (early.status_code, early.json()["type"].rsplit("/", 1)[1]) == (409, "no_rule_set")
        # The step stays assessed by its own rules, whatever the second order says.
        same = {**later, "context": order(stack, at - timedelta(days=1))["context"]}
        assert (await intake.post(ASSESS, json=same)).json() == after.json()


async def test_a_new_base_carries_its_heirs_over(stack: Stack) -> None:
    at = utc_now() + timedelta(days=800)
    own = await enacted(stack, overlay("heir.1", 4120), at - timedelta(days=1))
    national = (FILES / "national-2021.toml").read_text(encoding="utf-8").replace("2021.1", "heir-base")
    national = national.replace("width_mm = 3000\n", "width_mm = 2900\n", 1)
    base = await enacted(stack, national, at)
    await stack.runtime("classification").own(Engine).look()
    edition = await stack.runtime("classification").own(Engine).at(at)
    rules = edition.rules
    assert (rules.source.class_bounds.I.width_mm, rules.source.class_bounds.I.height_mm) == (2900, 4120)
    assert rules.source.version == "heir.1+2026.1+heir-base"
    async with stack.client("clerk") as clerk:
        view = (await clerk.get(f"{URL}/{edition.row}")).json()
    assert (view["derived_from"], view["state"], view["enacted_by"]) == (own["id"], "scheduled", base["enacted_by"])


async def test_a_base_that_breaks_an_heir_is_refused(stack: Stack) -> None:
    at = utc_now() + timedelta(days=1200)
    await enacted(stack, overlay("fragile.1", 4010), at - timedelta(days=1))
    national = (FILES / "national-2021.toml").read_text(encoding="utf-8").replace("2021.1", "breaking")
    national = national.replace(
        "height_mm = 4000\nwidth_mm = 2550\nlength", "height_mm = 4050\nwidth_mm = 2550\nlength", 1
    )
    async with stack.client("admin") as admin, stack.client("supervisor") as supervisor:
        row = await drafted(admin, national)
        reviewed = (await act(supervisor, row, "review")).json()
        answer = await act(admin, reviewed, "enactment", effective_from=at.isoformat())
        assert (answer.status_code, answer.json()["type"].rsplit("/", 1)[1]) == (409, "breaks_heir")
        assert "ordos" in answer.json()["detail"]


async def test_a_set_is_laid_over_the_base_of_its_moment(stack: Stack) -> None:
    at = utc_now() + timedelta(days=1600)
    region = (FILES / "inner-mongolia.toml").read_text(encoding="utf-8").replace("2026.1", "rebased")
    async with stack.client("admin") as admin, stack.client("supervisor") as supervisor:
        row = await drafted(admin, overlay("late.1"))
        base = await enacted(stack, region + '"1502" = "包头市交通运输局"\n', at - timedelta(days=1))
        reviewed = (await act(supervisor, row, "review")).json()
        answer = await act(admin, reviewed, "enactment", effective_from=at.isoformat())
        assert (answer.status_code, answer.json()["inherits_id"]) == (200, base["id"])
    await stack.runtime("classification").own(Engine).look()
    edition = await stack.runtime("classification").own(Engine).at(at)
    assert edition.rules.source.competence.authorities["1502"] == "包头市交通运输局"


async def test_an_enactment_is_in_the_audit(stack: Stack) -> None:
    row = await enacted(stack, overlay("audit.1"), utc_now() + timedelta(days=100))
    events = await stack.rows(
        "SELECT action, actor_role FROM audit_event WHERE aggregate_id = :id ORDER BY seq", id=UUID(str(row["id"]))
    )
    assert [(event["action"], event["actor_role"]) for event in events] == [
        ("creation", "AD"),
        ("review", "SV"),
        ("enactment", "AD"),
    ]
