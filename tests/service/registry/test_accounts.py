"""Accounts: the first administrator's link, invitations, and who may make them."""

import asyncio
from uuid import uuid4

import httpx
import pytest

from services.registry.accounts.links import first_link
from services.registry.demo_data import DemoRefusedError, load_demo
from services.registry.main import greet
from shared.contracts.demo import AGENCY_ID, CARRIER_ID, DEMO_ACCOUNTS
from shared.platform.settings import PlatformSettings
from shared.testing.stack import Stack, errors_at, keyed
from tests.service.registry.conftest import Bare

ACCOUNTS = "/api/registry/v1/accounts"
FIRST = "/api/registry/v1/first-passwords"
PASSWORD = "a long enough password"


def _draft(**changes: object) -> dict[str, object]:
    base = {"username": f"clerk-{uuid4().hex[:12]}", "display_name": "测试", "roles": ["CK"]}
    return {**base, "authority_adcode": "150600", **changes}


def _admin(token: str, name: str = "root-admin") -> dict[str, str]:
    return {"token": token, "username": name, "display_name": "首任管理员", "password": PASSWORD}


async def _post(stack: Stack, body: object) -> httpx.Response:
    async with stack.public() as client:
        return await client.post(FIRST, json=body)


async def test_the_first_administrator_comes_in_by_a_link_once(bare: Bare, real: PlatformSettings) -> None:
    async with bare(real) as stack:
        runtime = stack.runtime("registry")
        token = await first_link(runtime)
        assert token
        stored = await stack.rows("SELECT token_hash FROM one_time_link")
        assert token not in str(stored)
        made = await _post(stack, _admin(token))
        assert (made.status_code, made.json()["roles"]) == (201, ["AD"])
        assert made.json()["authority_adcode"] == "150600"
        again = await _post(stack, _admin(token, "second-admin"))
        assert (again.status_code, again.json()["type"].rsplit("/", 1)[1]) == (409, "link_used")
        assert await first_link(runtime) is None
        assert all("cannot be staffed" in line for line in await greet(runtime)), "no link any more"
        async with stack.public() as client:
            signed_in = await client.post(
                "/api/registry/v1/tokens", data={"username": "root-admin", "password": PASSWORD}
            )
        assert signed_in.status_code == 200


async def test_two_holders_at_once_make_one_administrator(bare: Bare, real: PlatformSettings) -> None:
    async with bare(real) as stack:
        runtime = stack.runtime("registry")
        one, two = await first_link(runtime), await first_link(runtime)
        assert one
        assert two
        orders = [_admin(token, f"admin-{n}") for n, token in enumerate([one, one, one, two, two, two])]
        answers = await asyncio.gather(*(_post(stack, order) for order in orders))
        assert sorted(answer.status_code for answer in answers) == [201, *[409] * 5]
        assert len(await stack.rows("SELECT 1 FROM account")) == 1
        late = await _post(stack, _admin(two, "late-admin"))
        assert late.json()["type"].rsplit("/", 1)[1] in {"link_used", "administrator_exists"}


async def test_the_greeting_shows_the_link(bare: Bare, real: PlatformSettings) -> None:
    async with bare(real) as stack:
        lines = "\n".join(await greet(stack.runtime("registry")))
        assert FIRST in lines
        assert '"token": "' in lines


async def test_an_expired_or_unknown_link_is_refused(bare: Bare, real: PlatformSettings) -> None:
    async with bare(real) as stack:
        token = await first_link(stack.runtime("registry"))
        assert token
        await stack.rows("UPDATE one_time_link SET expires_at = now() RETURNING 1")
        expired = await _post(stack, _admin(token))
        assert (expired.status_code, expired.json()["type"].rsplit("/", 1)[1]) == (409, "link_expired")
        assert (await _post(stack, _admin("x" * 43))).status_code == 404
        assert await stack.rows("SELECT 1 FROM account") == []


@pytest.mark.parametrize(
    ("change", "pointer"),
    [
        ({"password": "short"}, "/password"),
        ({"password": 123456789012}, "/password"),
        ({"username": "Root"}, "/username"),
        ({"username": None}, "/username"),
        ({"display_name": None}, "/display_name"),
        ({"display_name": "\x00"}, "/display_name"),
        ({"token": "short"}, "/token"),
        ({"roles": ["AD"]}, "/roles"),
    ],
)
async def test_a_wrong_field_is_told_and_the_link_stays_good(
    bare: Bare, real: PlatformSettings, change: dict[str, object], pointer: str
) -> None:
    async with bare(real) as stack:
        token = await first_link(stack.runtime("registry"))
        assert token
        wrong = await _post(stack, {**_admin(token), **change})
        assert (wrong.status_code, errors_at(wrong)) == (422, [pointer])
        assert (await _post(stack, _admin(token))).status_code == 201


async def test_a_demonstration_makes_no_link(stack: Stack) -> None:
    assert await first_link(stack.runtime("registry")) is None


async def test_demonstration_data_is_refused_outside_the_embedded_mode(bare: Bare, real: PlatformSettings) -> None:
    served = PlatformSettings.model_validate({"DATABASE_URL": "postgresql://x/y", "data_dir": real.data_dir})
    async with bare(served) as stack:
        with pytest.raises(DemoRefusedError, match="DAJIAN_DEMO=none"):
            await load_demo(stack.runtime("registry"))
        assert await stack.rows("SELECT 1 FROM account") == []


async def test_demonstration_data_is_refused_where_real_rows_are(bare: Bare, real: PlatformSettings) -> None:
    async with bare(real) as stack:
        token = await first_link(stack.runtime("registry"))
        assert token
        await _post(stack, _admin(token))
        with pytest.raises(DemoRefusedError, match="real data"):
            await load_demo(stack.runtime("registry"))
        assert len(await stack.rows("SELECT 1 FROM account")) == 1
        assert await stack.rows("SELECT 1 FROM vehicle") == []


async def test_demonstration_data_loads_twice_and_beside_what_was_added(bare: Bare, real: PlatformSettings) -> None:
    async with bare(real) as stack:
        await load_demo(stack.runtime("registry"))
        counts = (
            "SELECT (SELECT count(*) FROM account) a, (SELECT count(*) FROM vehicle) v, (SELECT count(*) FROM paper) p"
        )
        before = await stack.rows(counts)
        async with stack.client("admin") as admin:
            assert (await admin.post(ACCOUNTS, json=_draft(), headers=keyed())).status_code == 201
        await load_demo(stack.runtime("registry"))
        after = await stack.rows(counts)
        assert before[0]["a"] == len(DEMO_ACCOUNTS)
        assert after == [{**before[0], "a": len(DEMO_ACCOUNTS) + 1}]
        hashes = await stack.rows("SELECT DISTINCT password_hash FROM account WHERE password_hash IS NOT NULL")
        assert len(hashes) == 1


async def test_a_repeated_invitation_is_one_account_with_a_fresh_link(stack: Stack) -> None:
    draft, headers = _draft(), keyed()
    async with stack.client("admin") as admin:
        first = (await admin.post(ACCOUNTS, json=draft, headers=headers)).json()
        second = (await admin.post(ACCOUNTS, json=draft, headers=headers)).json()
        taken = await admin.post(ACCOUNTS, json=draft, headers=keyed())
    assert first["account"]["id"] == second["account"]["id"]
    assert first["token"] != second["token"]
    assert taken.status_code == 409
    order = {"password": PASSWORD}
    assert (await _post(stack, {**order, "token": first["token"]})).status_code == 404
    done = await _post(stack, {**order, "token": second["token"]})
    assert (done.status_code, done.json()["password_set"]) == (201, True)
    stored = await stack.rows("SELECT body FROM idempotency_record WHERE resource_id = :id", id=done.json()["id"])
    assert [row["body"] for row in stored] == [None]
    async with stack.client("admin") as admin:
        assert (await admin.post(ACCOUNTS, json=draft, headers=headers)).status_code == 409


async def test_an_invitation_is_for_its_name(stack: Stack) -> None:
    async with stack.client("admin") as admin:
        token = (await admin.post(ACCOUNTS, json=_draft(), headers=keyed())).json()["token"]
    other = await _post(stack, {"token": token, "password": PASSWORD, "username": "somebody-else"})
    assert (other.status_code, errors_at(other)) == (422, ["/username"])


async def test_a_lost_password_is_set_anew_and_lifts_the_lock(stack: Stack) -> None:
    draft = _draft()
    async with stack.client("admin") as admin, stack.public() as public:
        made = (await admin.post(ACCOUNTS, json=draft, headers=keyed())).json()
        assert (await _post(stack, {"token": made["token"], "password": PASSWORD})).status_code == 201
        form = {"username": draft["username"], "password": "forgotten"}
        while (await public.post("/api/registry/v1/tokens", data=form)).status_code != 429:
            pass
        link = await admin.post(f"{ACCOUNTS}/{made['account']['id']}/links", headers=keyed())
        assert link.status_code == 201
        new = "another long password"
        assert (await _post(stack, {"token": link.json()["token"], "password": new})).status_code == 201
        assert (await public.post("/api/registry/v1/tokens", data={**form, "password": new})).status_code == 200
    actions = await stack.rows(
        "SELECT action FROM audit_event WHERE aggregate_id = :id ORDER BY seq", id=made["account"]["id"]
    )
    assert [row["action"] for row in actions] == ["creation", "password", "link", "password"]


@pytest.mark.parametrize(
    ("change", "pointer"),
    [
        ({"roles": []}, "/roles"),
        ({"roles": ["XX"]}, "/roles/0"),
        ({"roles": ["service"]}, "/roles"),
        ({"roles": ["CA", "CK"]}, "/roles"),
        ({"authority_adcode": None}, "/authority_adcode"),
        ({"authority_adcode": "999999"}, "/authority_adcode"),
        ({"carrier_id": str(CARRIER_ID)}, "/carrier_id"),
        ({"roles": ["CA"], "authority_adcode": None}, "/carrier_id"),
        ({"roles": ["CA"], "authority_adcode": None, "carrier_id": str(AGENCY_ID)}, "/carrier_id"),
        ({"roles": ["ED"], "authority_adcode": None}, "/agency_id"),
        ({"username": "no spaces"}, "/username"),
        ({"active": False}, "/active"),
    ],
)
async def test_a_wrong_account_is_told_by_pointer(stack: Stack, change: dict[str, object], pointer: str) -> None:
    async with stack.client("admin") as admin:
        answer = await admin.post(ACCOUNTS, json=_draft(**change), headers=keyed())
    assert (answer.status_code, errors_at(answer)) == (422, [pointer])


async def test_only_the_administrator_keeps_accounts(stack: Stack) -> None:
    for account in DEMO_ACCOUNTS:
        async with stack.client(account.username) as client:
            expected = 200 if account.username == "admin" else 403
            assert (await client.get(ACCOUNTS)).status_code == expected
            if expected == 403:
                assert (await client.post(ACCOUNTS, json=_draft(), headers=keyed())).status_code == 403
    async with stack.public() as nobody:
        assert (await nobody.get(ACCOUNTS)).status_code == 401


async def test_lists_are_paged_and_filtered(stack: Stack) -> None:
    drafts = [_draft(roles=["GW"]) for _ in range(3)]
    async with stack.client("admin") as admin:
        for draft in drafts:
            await admin.post(ACCOUNTS, json=draft, headers=keyed())
        names: list[str] = []
        params: dict[str, str | int] = {"role": "GW", "limit": 2}
        while True:
            page = (await admin.get(ACCOUNTS, params=params)).json()
            names += [item["username"] for item in page["items"]]
            if page["next_cursor"] is None:
                break
            params["cursor"] = page["next_cursor"]
        assert names[:3] == [draft["username"] for draft in reversed(drafts)]
        assert len(set(names)) == len(names)
        one = (await admin.get(ACCOUNTS, params={"username": str(drafts[0]["username"])})).json()["items"]
        assert [item["username"] for item in one] == [drafts[0]["username"]]
        assert "password_hash" not in str(one)
        for name, value in (("limit", "0"), ("cursor", "x")):
            answer = await admin.get(ACCOUNTS, params={name: value})
            assert (answer.status_code, errors_at(answer)) == (422, [f"query/{name}"])


async def test_nobody_closes_his_own_account(stack: Stack) -> None:
    admin_id = next(account.id for account in DEMO_ACCOUNTS if account.username == "admin")
    async with stack.client("admin") as admin:
        version = (await admin.get(f"{ACCOUNTS}/{admin_id}")).json()["version"]
        path = f"{ACCOUNTS}/{admin_id}/deactivation"
        assert (await admin.post(path, headers=keyed(version))).json()["type"].endswith("own_account")
        assert (await admin.post(path, headers=keyed(version + 1))).status_code == 412
        assert (await admin.post(path, headers=keyed())).status_code == 428
        assert (await admin.post(path, headers={"If-Match": f'"{version}"'})).status_code == 400
