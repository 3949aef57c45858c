"""The evidence pack's differences: from the last version of what was asked, and from similar cases decided before."""

from copy import deepcopy
from typing import cast
from uuid import uuid4

from shared.testing.stack import Json, Stack
from tests.service.intake.filing import act, facts_of, hand_in_missing, submitted
from tests.service.issuance.cases import API, case_order, concluded, decide, decision, issued, opened
from tests.service.issuance.test_change_cases import asked
from tests.service.issuance.test_changes import own_facts


async def comparison(stack: Stack, case_id: object, who: str = "reviewer") -> Json:
    async with stack.client(who) as client:
        answer = await client.get(f"{API}/review-cases/{case_id}/comparison")
    assert answer.status_code == 200, answer.text
    return cast("Json", answer.json())


async def reviewed(stack: Stack, application: Json) -> object:
    """The id of the case an application leads to."""
    await hand_in_missing(stack, application)
    checked = await act(stack, "clerk", application, "precheck", {})
    assert checked.status_code == 200, checked.text
    accepted = await act(stack, "clerk", checked.json(), "acceptance")
    assert accepted.status_code == 200, accepted.text
    return accepted.json()["review_case_id"]


def changed(told: Json) -> dict[object, tuple[object, object]]:
    version = cast("dict[str, list[Json]]", told["last_version"])
    return {one["pointer"]: (one["before"], one["after"]) for one in version["differences"]}


async def test_what_was_handed_in_again_is_compared_with_what_was_asked_first(stack: Stack) -> None:
    facts = facts_of("class2_excavator")
    application = await submitted(stack, facts=facts)
    checked = (await act(stack, "clerk", application, "precheck", {})).json()
    items = [{"pointer": "/facts/cargo/name", "text": "名称不明确"}]
    notice = (await act(stack, "clerk", checked, "correction-notice", {"items": items})).json()
    mended = deepcopy(facts)
    mended["cargo"]["name"] = "液压挖掘机（配重已拆）"
    again = await act(stack, "carrier", notice, "resubmission", {"facts": mended})
    assert again.status_code == 200, again.text
    told = await comparison(stack, await reviewed(stack, again.json()))
    assert cast("Json", told["last_version"])["kind"] == "resubmission"
    assert changed(told) == {"/cargo/name": (facts["cargo"]["name"], mended["cargo"]["name"])}


async def test_a_copy_that_takes_the_place_of_another_is_compared_with_it(stack: Stack) -> None:
    facts = facts_of("class2_excavator")
    first = await submitted(stack, facts=facts)
    assert (await act(stack, "carrier", first, "withdrawal")).status_code == 200
    copied = (await act(stack, "carrier", first, "copy", {})).json()
    async with stack.client("carrier") as client:
        other = deepcopy(facts)
        other["vehicle_set"]["tyres"] -= 2
        headers = {"If-Match": f'"{copied["version"]}"', "Idempotency-Key": str(uuid4())}
        edited = await client.patch(
            f"/api/intake/v1/applications/{copied['id']}", json={"facts": other}, headers=headers
        )
    assert edited.status_code == 200, edited.text
    handed = await act(stack, "carrier", edited.json(), "submission")
    assert handed.status_code == 200, handed.text
    told = await comparison(stack, await reviewed(stack, handed.json()))
    version = cast("Json", told["last_version"])
    assert (version["kind"], version["number"]) == ("predecessor", first["number"])
    tyres = facts["vehicle_set"]["tyres"]
    assert changed(told) == {"/vehicle_set/tyres": (tyres, tyres - 2)}


async def test_a_change_is_compared_with_the_permit_as_it_stands(stack: Stack) -> None:
    permit = await issued(stack, facts=own_facts())
    told = await comparison(stack, await reviewed(stack, await asked(stack, permit)))
    version = cast("Json", told["last_version"])
    assert (version["kind"], version["number"]) == ("permit", permit.number)
    assert set(changed(told)) == {"/trip/planned_end"}


async def test_similar_cases_are_the_carriers_own_between_the_same_places(stack: Stack) -> None:
    carrier = str(uuid4())
    first = await case_order(stack, "class2_excavator", carrier_id=carrier)
    made = await decide(stack, decision(await concluded(stack, first)))
    assert made.status_code == 201, made.text
    refused = await case_order(stack, "class2_excavator", carrier_id=carrier)
    answer = await decide(stack, decision(await concluded(stack, refused, "refuse"), "refuse"))
    assert answer.status_code == 201, answer.text
    elsewhere = deepcopy(stack.facts("class2_excavator"))
    cast("dict[str, Json]", elsewhere["trip"])["destination"]["name"] = "别处"
    await decide(stack, decision(await concluded(stack, await case_order(stack, facts=elsewhere, carrier_id=carrier))))
    facts = deepcopy(stack.facts("class2_excavator"))
    cast("dict[str, int]", facts["vehicle_set"])["tyres"] -= 2
    case = await opened(stack, await case_order(stack, facts=facts, carrier_id=carrier))
    told = await comparison(stack, case["id"])
    assert told["last_version"] is None, "asked for once, and anew"
    similar = cast("list[Json]", told["similar"])
    assert [(one["kind"], one["application_number"]) for one in similar] == [
        ("refuse", refused["application_number"]),
        ("grant", first["application_number"]),
    ]
    assert similar[0]["grounds"]
    assert similar[1]["conditions"] == ["限白天通行"]
    assert [one["state"] for one in cast("list[Json]", similar[1]["permits"])] == ["issued"]
    assert similar[1]["same_way"]
    assert [one["pointer"] for one in cast("list[Json]", similar[1]["differences"])] == ["/vehicle_set/tyres"]
    stranger = await opened(stack, await case_order(stack, "class2_excavator", carrier_id=str(uuid4())))
    assert (await comparison(stack, stranger["id"]))["similar"] == []
    async with stack.client("carrier") as own:
        assert (await own.get(f"{API}/review-cases/{case['id']}/comparison")).status_code == 403
    async with stack.client("clerk") as clerk:
        assert (await clerk.get(f"{API}/review-cases/{uuid4()}/comparison")).status_code == 404
