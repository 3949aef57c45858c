"""The organisation over HTTP; deputies for a period; what cannot be staffed is warned of."""

from datetime import datetime, timedelta
from typing import Any

from services.registry.main import greet
from shared.domain.clock import utc_now
from shared.domain.roles import Role
from shared.platform.settings import PlatformSettings
from shared.testing.stack import Stack, keyed
from tests.service.registry.carriers import BASE
from tests.service.registry.conftest import Bare
from tests.service.registry.test_sign_ins import bearing, look_again, person, status, token

Json = dict[str, Any]


async def appoint(stack: Stack, absent: Json, deputy: Json, **changes: Any) -> Any:
    now = utc_now()
    order = {
        "account_id": absent["id"],
        "deputy_id": deputy["id"],
        "role": "RV",
        "starts_at": (now - timedelta(minutes=1)).isoformat(),
        "ends_at": (now + timedelta(minutes=30)).isoformat(),
        **changes,
    }
    async with stack.client("admin") as admin:
        return await admin.post(f"{BASE}/deputies", json=order, headers=keyed())


async def test_the_tree_is_told_parents_first(stack: Stack) -> None:
    async with stack.client("carrier") as anyone:
        units = (await anyone.get(f"{BASE}/organisation")).json()["units"]
    codes = [unit["code"] for unit in units]
    assert codes[0] == "150600"
    assert sum(unit["kind"] == "authority" for unit in units) == 10
    assert {"brigade", "station"} <= {unit["kind"] for unit in units}
    for unit in units[1:]:
        assert codes.index(unit["parent_code"]) < codes.index(unit["code"])


async def test_a_person_belongs_to_a_unit_that_exists(stack: Stack) -> None:
    draft = {"username": "unit.person", "display_name": "路政员", "roles": ["RO"], "authority_adcode": "150600"}
    async with stack.client("admin") as admin:
        wrong = await admin.post(f"{BASE}/accounts", json={**draft, "unit_code": "150600-X"}, headers=keyed())
        assert wrong.status_code == 422
        made = await admin.post(f"{BASE}/accounts", json={**draft, "unit_code": "150602-3"}, headers=keyed())
    assert made.json()["account"]["unit_code"] == "150602-3", made.text


async def test_a_deputy_holds_the_role_for_the_period(stack: Stack) -> None:
    absent, deputy = await person(stack, "RV"), await person(stack, "CK")
    cases = "/api/issuance/v1/review-cases"
    before = await token(stack, deputy, "Firefox")
    assert await status(stack, before, cases) == 200, "a clerk reads cases"
    made = await appoint(stack, absent, deputy)
    assert made.status_code == 201, made.text
    bearer = await token(stack, deputy, "Firefox")
    async with bearing(stack, bearer) as client:
        again = await client.get(f"{BASE}/me/sign-ins")
        ends = datetime.fromisoformat(again.json()["items"][0]["expires_at"])
    assert ends <= utc_now() + timedelta(minutes=30), "the token ends with the period"
    officers = await stack.runtime("registry").tokens.verify(bearer)
    assert officers.roles == {Role.CLERK, Role.REVIEWER}
    async with stack.service_client("issuance") as service:
        params = {"authority": "150600", "role": "RV"}
        found = (await service.get(f"{BASE}/internal/officers", params=params)).json()["items"]
    assert deputy["id"] in {one["id"] for one in found}
    (mine,) = [one for one in made.json()["items"] if one["deputy_id"] == deputy["id"]]
    async with stack.client("admin") as admin:
        closed = await admin.post(f"{BASE}/deputies/{mine['id']}/closure", headers=keyed())
        assert deputy["id"] not in {one["deputy_id"] for one in closed.json()["items"]}
    look_again(stack)
    assert await status(stack, bearer) == 401, "the sign-in that held the role ended with it"
    after = await stack.runtime("registry").tokens.verify(await token(stack, deputy, "Firefox"))
    assert after.roles == {Role.CLERK}


async def test_what_cannot_be_appointed(stack: Stack) -> None:
    absent, deputy = await person(stack, "RV"), await person(stack, "CK")
    now = utc_now()
    assert (await appoint(stack, absent, absent)).status_code == 422
    assert (await appoint(stack, absent, deputy, role="AP")).status_code == 422
    assert (await appoint(stack, absent, deputy, ends_at=(now - timedelta(days=1)).isoformat())).status_code == 422
    assert (await appoint(stack, absent, {"id": "0190b1d0-0000-7000-8000-000000000000"})).status_code == 422
    other = await person(stack, "RV")
    assert (await appoint(stack, absent, other)).json()["type"].endswith("/own_role")
    assert (await appoint(stack, absent, deputy)).status_code == 201
    assert (await appoint(stack, absent, deputy)).json()["type"].endswith("/already_deputy")
    async with stack.client("clerk") as clerk:
        assert (await clerk.get(f"{BASE}/deputies")).status_code == 403


async def test_what_cannot_be_staffed_is_told_and_greeted(bare: Bare, real: PlatformSettings) -> None:
    async with bare(real) as stack:
        runtime = stack.runtime("registry")
        (_, order) = await greet(runtime)
        link = order.split('"token": "')[1].split('"')[0]
        first = {"token": link, "username": "first", "display_name": "管理员", "password": "correct-horse-battery"}
        async with stack.public() as anyone:
            assert (await anyone.post(f"{BASE}/first-passwords", json=first)).status_code == 201
        lines = await greet(runtime)
        assert [line.split(" cannot")[0] for line in lines] == ["Class I", "Class II", "Class III"]
        async with stack.client("admin") as admin:
            found = (await admin.get(f"{BASE}/staffing")).json()["shortages"]
        assert (found[0]["class"], found[0]["posts"]) == ("I", ["CK", "RV", "AP"])
