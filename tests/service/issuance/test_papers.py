"""Papers of acts: each act gives one, numbered and signed; its addressee and the office read it, nobody else."""

from typing import cast
from uuid import uuid4

from shared.testing.stack import Json, Stack, keyed
from tests.service.issuance.cases import API, case_order, concluded, decide, decision, issued
from tests.service.issuance.test_changes import change, later, own_facts


async def papers(stack: Stack, who: str = "carrier", **query: object) -> list[Json]:
    async with stack.client(who) as client:
        answer = await client.get(f"{API}/papers", params={name: str(value) for name, value in query.items()})
    assert answer.status_code == 200, answer.text
    return cast("list[Json]", answer.json()["items"])


async def end(stack: Stack, number: str) -> None:
    """The holder gives the present revision up."""
    async with stack.client("carrier") as client:
        version = (await client.get(f"{API}/permits/{number}")).json()["version"]
        answer = await client.post(f"{API}/permits/{number}/voiding", json={"reason": "不运了"}, headers=keyed(version))
    assert answer.status_code == 200, answer.text


async def test_each_act_on_a_permit_gives_its_paper(stack: Stack) -> None:
    permit = await issued(stack, facts=own_facts())
    async with stack.client("approver") as client:
        path, version = f"{API}/permits/{permit.number}", permit.version
        for round_ in range(2):
            for verb in ("suspension", "resumption"):
                body = {"reason": f"桥梁抢修{round_}"}
                answer = await client.post(f"{path}/{verb}", json=body, headers=keyed(version))
                assert answer.status_code == 200, answer.text
                version = answer.json()["version"]
    assert (await change(stack, permit.number, dates=later(permit, 1))).status_code == 201
    await end(stack, permit.number)
    await stack.run_jobs()
    given = await papers(stack, permit_number=permit.number)
    series = [str(one["number"]).removeprefix(f"{permit.number}-") for one in given]
    assert series == ["ZT", "HT", "ZT2", "HT2", "BG", "ZF"]
    kept = await stack.rows("SELECT document_sha256 FROM act_paper WHERE permit_number = :n", n=permit.number)
    assert all(row["document_sha256"] for row in kept), "printed without anybody asking"
    told = "SELECT count(*) AS n FROM notification WHERE template = 'permit.act' AND data ->> 'number' = :n"
    assert await stack.rows(told, n=permit.number) == [{"n": len(given)}]
    document = f"{API}/papers/{given[0]['number']}/document"
    async with stack.client("carrier") as own, stack.other_carrier(uuid4()) as strange, stack.public() as public:
        pdf = await own.get(document)
        again = await own.get(document)
        assert (await strange.get(document)).status_code == 404
        assert (await strange.get(f"{API}/papers?permit_number={permit.number}")).json()["items"] == []
        assert (await public.get(document)).status_code == 401
        assert (await own.get(f"{API}/papers")).status_code == 422
    assert pdf.content.startswith(b"%PDF-")
    assert pdf.content == again.content, "signed once"


async def test_a_grant_and_a_refusal_give_their_decisions(stack: Stack) -> None:
    granted = await issued(stack)
    order = await case_order(stack, "class2_excavator")
    refused = await decide(stack, decision(await concluded(stack, order, "refuse"), "refuse"))
    assert refused.status_code == 201, refused.text
    await stack.run_jobs()
    await stack.run_jobs()
    (grant,) = await papers(stack, "clerk", application_id=granted.order["application_id"])
    assert (grant["kind"], grant["number"]) == ("grant", f"{granted.order['application_number']}-ZY")
    (refusal,) = await papers(stack, "clerk", application_id=order["application_id"])
    assert (refusal["kind"], refusal["title"]) == (
        "refusal",
        {"zh": "不予行政许可决定书", "en": "Decision to refuse"},
    )
    async with stack.client("carrier") as client:
        for one in (grant, refusal):
            assert (await client.get(f"{API}/papers/{one['number']}/document")).content.startswith(b"%PDF-")
