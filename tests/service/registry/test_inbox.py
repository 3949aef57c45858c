"""The inbox: who is told what, and what becomes of it by e-mail, with a real mail server."""

import secrets
from collections.abc import Iterator
from typing import Any
from uuid import UUID, uuid4

import pytest

from services.registry.mail.outbox import deliver
from services.registry.mail.settings import SmtpSettings
from shared.domain.identifiers import uuid7
from shared.domain.roles import Role
from shared.platform.notifications import notify
from shared.platform.tokens import Caller
from shared.platform.transaction import transaction
from shared.testing.stack import Stack, keyed, settled
from tests.service.registry.carriers import BASE, new_carrier
from tests.service.registry.mail_server import MailServer, mail_server

Json = dict[str, Any]
TEMPLATE = "application.withdrawal"


async def tell(stack: Stack, **to: UUID) -> UUID:
    """Something told by intake about an application of its own."""
    about = uuid7()
    async with transaction(stack.runtime("intake").database) as session:
        data = {"number": f"A{about.hex[-19:]}", "cargo": "挖掘机", "receipt": "X-CH", "secret": "not for the text"}
        notify(session, service="intake", template=TEMPLATE, data=data, about=("application", about), **to)
    return about


async def inbox(stack: Stack, who: Caller, **query: str) -> Json:
    async with stack.as_caller(who) as client:
        answer = await client.get(f"{BASE}/inbox", params=query)
    assert answer.status_code == 200, answer.text
    body: Json = answer.json()
    return body


def agent(carrier_id: UUID) -> Caller:
    return Caller(uuid4(), "经办人", frozenset({Role.COMPANY_AGENT}), carrier_id=carrier_id)


async def test_every_agent_of_the_carrier_is_told_and_nobody_else(stack: Stack) -> None:
    carrier = UUID(str((await new_carrier(stack))["id"]))
    about = await tell(stack, carrier_id=carrier)
    one, other = agent(carrier), agent(carrier)
    for who in (one, other):
        found = await inbox(stack, who)
        assert [(item["about_id"], item["read"]) for item in found["items"]] == [(str(about), False)]
        assert found["items"][0]["subject"]["zh"].endswith("已撤回")
        assert found["items"][0]["mail"] is None
    assert (await inbox(stack, agent(uuid4())))["items"] == []
    driver = Caller(uuid4(), "驾驶员", frozenset({Role.DRIVER}), carrier_id=carrier)
    assert (await inbox(stack, driver))["items"] == []
    async with stack.public() as nobody:
        assert (await nobody.get(f"{BASE}/inbox")).status_code == 401


async def test_reading_is_each_persons_own_and_can_be_repeated(stack: Stack) -> None:
    carrier = UUID(str((await new_carrier(stack))["id"]))
    for _ in range(3):
        await tell(stack, carrier_id=carrier)
    one, other = agent(carrier), agent(carrier)
    ids = [item["id"] for item in (await inbox(stack, one))["items"]]
    async with stack.as_caller(one) as client:
        for _ in range(2):
            answer = await client.post(f"{BASE}/inbox/readings", json={"ids": ids[:2]}, headers=keyed())
            assert answer.json() == {"unread": 1}, answer.text
        assert (await client.post(f"{BASE}/inbox/readings", json={"ids": []}, headers=keyed())).status_code == 422
    assert [item["id"] for item in (await inbox(stack, one, unread="true"))["items"]] == ids[2:]
    assert (await inbox(stack, other))["unread"] == 3
    stranger = agent(uuid4())
    async with stack.as_caller(stranger) as client:
        await client.post(f"{BASE}/inbox/readings", json={"ids": ids}, headers=keyed())
    assert await stack.rows("SELECT 1 FROM notification_reading WHERE account_id = :id", id=stranger.id) == []


async def test_a_long_inbox_comes_in_pages(stack: Stack) -> None:
    person = Caller(uuid4(), "受理员", frozenset({Role.CLERK}), "150600")
    told = [str(await tell(stack, account_id=person.id)) for _ in range(5)]
    first = await inbox(stack, person, limit="3")
    second = await inbox(stack, person, limit="3", cursor=first["next_cursor"])
    assert [item["about_id"] for item in (*first["items"], *second["items"])] == told[::-1]
    assert second["next_cursor"] is None


async def _rolled_back(stack: Stack, carrier: UUID) -> None:
    async with transaction(stack.runtime("intake").database) as session:
        notify(
            session, service="intake", template=TEMPLATE, data={}, about=("application", uuid7()), carrier_id=carrier
        )
        await session.flush()
        raise ZeroDivisionError


async def test_nothing_is_told_when_the_act_is_rolled_back(stack: Stack) -> None:
    carrier = uuid4()
    with pytest.raises(ZeroDivisionError):
        await _rolled_back(stack, carrier)
    assert await stack.rows("SELECT 1 FROM notification WHERE carrier_id = :id", id=carrier) == []


@pytest.fixture
def smtp(stack: Stack) -> Iterator[SmtpSettings]:
    """Lets registry speak to the test's mail server for the length of a test."""
    runtime = stack.runtime("registry")
    usual = runtime.own(SmtpSettings)
    runtime.keep(SmtpSettings(host="127.0.0.1", port=1, security="none", sender="dajian@example.org", first_pause_s=0))
    yield runtime.own(SmtpSettings)
    runtime.keep(usual)


async def agent_with_mail(stack: Stack, carrier: object, address: str) -> Caller:
    """An agent's account, made by the administrator; he sets his address himself."""
    draft = {"username": f"a{secrets.token_hex(6)}", "display_name": "经办人", "roles": ["CA"], "carrier_id": carrier}
    async with stack.client("admin") as admin:
        made = (await admin.post(f"{BASE}/accounts", json=draft, headers=keyed())).json()["account"]
    person = Caller(UUID(made["id"]), "经办人", frozenset({Role.COMPANY_AGENT}), carrier_id=UUID(str(carrier)))
    async with stack.as_caller(person) as client:
        wrong = await client.patch(f"{BASE}/me", json={"email": "no address"}, headers=keyed(made["version"]))
        assert wrong.status_code == 422
        stale = await client.patch(f"{BASE}/me", json={"email": address}, headers=keyed(99))
        assert stale.status_code == 412
        answer = await client.patch(f"{BASE}/me", json={"email": address}, headers=keyed(made["version"]))
        assert answer.json()["email"] == address, answer.text
    return person


async def run(stack: Stack, server: MailServer) -> None:
    """Send what is due, now."""
    runtime = stack.runtime("registry")
    runtime.keep(runtime.own(SmtpSettings).model_copy(update={"port": server.port}))
    await settled(runtime, "notification")
    await deliver(runtime)


async def state(stack: Stack, who: Caller) -> Json:
    found = (await inbox(stack, who))["items"][0]["mail"]
    assert isinstance(found, dict)
    return found


async def test_a_mail_goes_out_once_to_who_gave_an_address(stack: Stack, smtp: SmtpSettings) -> None:
    carrier = (await new_carrier(stack))["id"]
    async with mail_server() as server:
        await run(stack, server)
        person = await agent_with_mail(stack, carrier, f"{secrets.token_hex(4)}@example.com")
        await tell(stack, carrier_id=UUID(str(carrier)))
        assert (await inbox(stack, person))["items"][0]["mail"] is None
        for _ in range(3):
            await run(stack, server)
        assert [mail["To"] for mail in server.mails] == [(await me(stack, person))["email"]]
        assert "挖掘机" in server.mails[0].get_content()
    assert (await state(stack, person))["state"] == "sent"


async def me(stack: Stack, who: Caller) -> Json:
    async with stack.as_caller(who) as client:
        found: Json = (await client.get(f"{BASE}/me")).json()
    return found


async def test_a_server_that_is_away_or_busy_is_tried_again(stack: Stack, smtp: SmtpSettings) -> None:
    carrier = (await new_carrier(stack))["id"]
    async with mail_server() as server:
        await run(stack, server)
        person = await agent_with_mail(stack, carrier, f"{secrets.token_hex(4)}@example.com")
        await tell(stack, carrier_id=UUID(str(carrier)))
        server.greeting = "421 come back later"
        await run(stack, server)
        found = await state(stack, person)
        assert (found["state"], found["tries"], found["reason"]) == ("queued", 1, "421 come back later")
        server.greeting = "220 test"
        server.refusal = lambda _: "451 greylisted"
        await run(stack, server)
        assert (await state(stack, person))["reason"] == "451 greylisted"
        server.refusal = lambda _: None
        await run(stack, server)
        assert len(server.mails) == 1
        found = await state(stack, person)
        assert (found["state"], found["tries"], found["reason"]) == ("sent", 3, "")


async def test_an_address_that_is_refused_fails_for_good_and_holds_nobody_up(stack: Stack, smtp: SmtpSettings) -> None:
    carrier = (await new_carrier(stack))["id"]
    async with mail_server() as server:
        await run(stack, server)
        gone = await agent_with_mail(stack, carrier, f"gone{secrets.token_hex(4)}@example.com")
        here = await agent_with_mail(stack, carrier, f"here{secrets.token_hex(4)}@example.com")
        server.refusal = lambda address: "550 no such user" if address.startswith("gone") else None
        await tell(stack, carrier_id=UUID(str(carrier)))
        await run(stack, server)
        found = await state(stack, gone)
        assert (found["state"], found["reason"]) == ("failed", "550 no such user")
        assert (await state(stack, here))["state"] == "sent"
        await run(stack, server)
        assert len(server.mails) == 1


async def test_patience_ends(stack: Stack, smtp: SmtpSettings) -> None:
    carrier = (await new_carrier(stack))["id"]
    runtime = stack.runtime("registry")
    async with mail_server() as server:
        await run(stack, server)
        person = await agent_with_mail(stack, carrier, f"{secrets.token_hex(4)}@example.com")
        await tell(stack, carrier_id=UUID(str(carrier)))
        server.greeting = "421 never"
        runtime.keep(runtime.own(SmtpSettings).model_copy(update={"tries_max": 2}))
        for _ in range(3):
            await run(stack, server)
        found = await state(stack, person)
    assert (found["state"], found["tries"]) == ("failed", 2)


async def test_without_a_server_nothing_is_put_on_its_way(stack: Stack) -> None:
    before = await stack.rows("SELECT count(*) AS mails FROM mail")
    await tell(stack, carrier_id=uuid4())
    await deliver(stack.runtime("registry"))
    assert await stack.rows("SELECT count(*) AS mails FROM mail") == before
