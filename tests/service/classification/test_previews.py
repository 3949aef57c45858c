"""Previews over HTTP: the same answer as a submission with the same context, for anyone, within a limit."""

import json
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings

from services.classification.engine import Engine
from services.classification.previews.api import EXAMPLES
from shared.contracts.classification import Assessment
from shared.domain.clock import utc_now
from shared.platform.limits import RateLimit
from shared.testing.stack import SAMPLES, Stack, errors_at
from shared.testing.strategies import facts_bodies
from tests.service.classification.test_rule_sets import ASSESS

URL = "/api/classification/v1/previews"


def submitted(facts: object, application: str, at: str, *, route: object = None) -> dict[str, object]:
    assumed = ["papers", "credit", "route", "licence_scope", "ban"]
    context = {
        "submitted_at": at,
        "papers_verified": True,
        "licence_covers": True,
        "credit": "green",
        "route": route,
        "assumed": assumed,
    }
    return {"application_id": application, "facts_version": 1, "set_index": 0, "facts": facts, "context": context}


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(body=facts_bodies())
async def test_a_preview_is_what_a_submission_would_be_told(stack: Stack, body: object) -> None:
    async with stack.client("carrier") as carrier, stack.service_client("intake") as intake:
        at = utc_now().isoformat()
        preview = await carrier.post(URL, json=body)
        stored = await intake.post(ASSESS, json=submitted(body, str(uuid4()), at))
    assert preview.status_code == stored.status_code == 200
    assert preview.json() == stored.json()["assessment"]
    Assessment.model_validate_json(preview.content)


@pytest.mark.parametrize("name", sorted(EXAMPLES))
def test_the_documented_examples_are_the_samples(name: str) -> None:
    whole = json.loads((SAMPLES / f"{name}.json").read_text(encoding="utf-8"))
    assert EXAMPLES[name]["value"] == {part: whole[part] for part in EXAMPLES[name]["value"]}
    assert EXAMPLES[name]["summary"] == whole["title"]


def test_every_sample_is_documented() -> None:
    assert set(EXAMPLES) == {path.stem for path in SAMPLES.glob("*.json")}


async def test_the_examples_stand_in_the_document(stack: Stack) -> None:
    async with stack.public() as anyone:
        document = (await anyone.get("/api/classification/openapi.json")).json()
    operation = document["paths"]["/api/classification/v1/previews"]["post"]
    assert set(operation["requestBody"]["content"]["application/json"]["examples"]) == set(EXAMPLES)
    answer = operation["responses"]["200"]["content"]["application/json"]["schema"]
    assert answer == {"$ref": "#/components/schemas/Assessment"}


async def test_anonymous_callers_have_a_limit_signed_in_ones_none(
    stack: Stack, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stack.runtime("classification").own(Engine), "anonymous", RateLimit(2, 60))
    facts = stack.facts("class1_generator_set")
    async with stack.public() as anyone, stack.client("carrier") as carrier:
        assert [(await anyone.post(URL, json=facts)).status_code for _ in range(3)] == [200, 200, 429]
        assert [(await carrier.post(URL, json=facts)).status_code for _ in range(3)] == [200, 200, 200]


async def test_a_wrong_field_is_told(stack: Stack) -> None:
    facts = stack.facts("class1_generator_set")
    facts["loaded"] = {**facts["loaded"], "height_mm": -1}  # type: ignore[dict-item]
    async with stack.public() as anyone:
        answer = await anyone.post(URL, json=facts)
    assert (answer.status_code, list(errors_at(answer))) == (422, ["/loaded/height_mm"])
