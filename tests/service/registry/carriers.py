"""Carriers of a test's own, entered over HTTP."""

import secrets
from uuid import uuid4

from shared.testing.stack import Json, Stack, keyed

_SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY"
BASE = "/api/registry/v1"


def credit_code() -> str:
    """A unified credit code (统一社会信用代码) nobody else has."""
    return "91150600MA" + "".join(secrets.choice(_SIGNS) for _ in range(8))


def plate(tail: str = "") -> str:
    """A plate nobody else has."""
    return "蒙K" + "".join(secrets.choice("0123456789ABCDEF") for _ in range(5)) + tail


def carrier_draft(**changes: object) -> Json:
    name = f"测试运输有限公司{uuid4().hex[:8]}"
    return {"name": name, "credit_code_no": credit_code(), "phone": "0477-1234567", **changes}


def vehicle_draft(**changes: object) -> Json:
    base: Json = {"plate": plate(), "kind": "tractor", "model": "牵引车", "curb_mass_kg": 9000, "axles": 3}
    return {**base, **changes}


async def new_carrier(stack: Stack) -> Json:
    """A carrier without papers."""
    async with stack.client("clerk") as clerk:
        made = await clerk.post(f"{BASE}/carriers", json=carrier_draft(), headers=keyed())
    assert made.status_code == 201, made.text
    found: Json = made.json()
    return found


async def new_vehicle(stack: Stack, carrier_id: object) -> Json:
    """A vehicle without papers."""
    async with stack.client("clerk") as clerk:
        made = await clerk.post(f"{BASE}/carriers/{carrier_id}/vehicles", json=vehicle_draft(), headers=keyed())
    assert made.status_code == 201, made.text
    found: Json = made.json()
    return found


async def hand_in(stack: Stack, owner: str, *, verify: bool = True, **fields: object) -> Json:
    """Hand in a paper as the clerk (`owner` such as `carriers/<id>`), and verify it."""
    draft = {"number": "号 1", "valid_to": "2099-12-31", **fields}
    async with stack.client("clerk") as clerk:
        made = await clerk.post(f"{BASE}/{owner}/papers", json=draft, headers=keyed())
        assert made.status_code == 201, made.text
        found: Json = made.json()
        if verify:
            path = f"{BASE}/papers/{found['id']}/verification"
            verified = await clerk.post(path, headers=keyed(int(str(found["version"]))))
            assert verified.status_code == 200, verified.text
            found = verified.json()
    return found
