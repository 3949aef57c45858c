"""The web application's build and the plain page that stands in for it."""

import json
from pathlib import Path

import pytest

from services.portal import build
from services.portal.pages.api import AREAS
from services.portal.pages.render import ServiceState, System, start_page
from shared.contracts.registry import DemonstrationOffice
from shared.domain.clock import utc_now

STATES = [ServiceState("intake", ("申请受理", "Application intake"), up=True)]
WEB = Path("services/portal/web")


def test_lock_names_no_registry_and_carries_hashes() -> None:
    packages = json.loads((WEB / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    installed = {name: package for name, package in packages.items() if name}
    assert [name for name, package in installed.items() if "resolved" in package] == []
    assert [name for name, package in installed.items() if not package.get("integrity", "").startswith("sha512-")] == []


def test_stamp_follows_the_sources_and_the_documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    web, documents = tmp_path / "web", tmp_path / "openapi"
    (web / "src").mkdir(parents=True)
    documents.mkdir()
    (web / "src" / "main.ts").write_text("1")
    (documents / "intake.json").write_text("{}")
    monkeypatch.setattr(build, "WEB", web)
    monkeypatch.setattr(build, "ROOT", tmp_path)
    first = build.sources_hash()
    (web / "node_modules").mkdir()
    (web / "node_modules" / "any.js").write_text("not ours")
    assert build.sources_hash() == first
    (documents / "intake.json").write_text('{"changed": true}')
    assert build.sources_hash() != first


@pytest.mark.parametrize("language", ["zh", "en"])
def test_plain_page_says_when_the_application_is_not_built(language: str) -> None:
    without = start_page(language, System(STATES, None, built=False), None)
    assert "make web" in without
    assert 'action="/plain"' in without
    assert "make web" not in start_page(language, System(STATES, None, built=True), None)


def test_plain_page_tells_how_far_the_demonstration_is() -> None:
    growing = DemonstrationOffice(planned=250, done=214, began_at=utc_now(), finished_at=None)
    whole = growing.model_copy(update={"done": 250, "finished_at": utc_now()})
    assert "214 of 250" in start_page("en", System(STATES, growing, built=True), None)
    assert "250 件示范办件" in start_page("zh", System(STATES, whole, built=True), None)


def test_portal_serves_every_area_the_router_knows() -> None:
    router = (WEB / "src" / "router.ts").read_text(encoding="utf-8")
    paths = {line.split("path: '/")[1].split("'")[0] for line in router.splitlines() if "path: '/" in line}
    first = {path.split("/")[0].split(":")[0] for path in paths} - {""}
    assert first == set(AREAS)


def test_english_texts_are_of_the_chinese_shape() -> None:
    assert "const en: Texts" in (WEB / "src" / "locales" / "en.ts").read_text(encoding="utf-8")
