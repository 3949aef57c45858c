"""Verifications are counted by kind and verdict, written soon, kept when the database is away, and name nobody."""

import asyncio
from datetime import timedelta

import pytest

from services.issuance.verification import tally as tallies
from services.issuance.verification.tally import Tally
from shared.domain.clock import utc_now
from shared.platform.database import Database
from shared.testing.stack import Stack
from tests.service.issuance.cases import API, issued


async def counted(stack: Stack, authority: str) -> dict[tuple[str, str], int]:
    query = "SELECT kind, verdict, calls FROM verify_tally WHERE authority_adcode = :a"
    sums: dict[tuple[str, str], int] = {}
    for row in await stack.rows(query, a=authority):
        key = (str(row["kind"]), str(row["verdict"]))
        sums[key] = sums.get(key, 0) + int(str(row["calls"]))
    return sums


async def test_look_ups_by_number_code_and_plate_are_counted(stack: Stack, monkeypatch: pytest.MonkeyPatch) -> None:
    permit, runtime, authority = await issued(stack), stack.runtime("issuance"), "990201"
    own = Tally(runtime.database, authority)
    monkeypatch.setitem(runtime._own, Tally, own)
    at = (utc_now() + timedelta(days=1)).isoformat()
    async with stack.public() as public:
        for _ in range(3):
            await public.post(f"{API}/public/verifications", json={"token": permit.token})
        await public.post(f"{API}/public/verifications", json={"token": "HC1:NO"})
        await public.get(f"{API}/public/permits/{permit.number}")
        await public.get(f"{API}/public/permits/NO-SUCH-NUMBER")
    async with stack.client("officer") as officer:
        met = {"plates": ["蒙A00000"], "at": at, "lon": 110.0, "lat": 39.6}
        assert (await officer.post(f"{API}/permit-matches", json=met)).status_code == 200
    await own.finish()
    assert await counted(stack, authority) == {
        ("token", "not_yet_valid"): 3,
        ("token", "forged"): 1,
        ("number", "issued"): 1,
        ("number", "unknown"): 1,
        ("match", "no_permit"): 1,
    }
    columns = "SELECT column_name FROM information_schema.columns WHERE table_name = 'verify_tally'"
    kept = {str(row["column_name"]) for row in await stack.rows(columns)}
    assert kept == {"id", "authority_adcode", "kind", "verdict", "calls", "at"}, "no number, plate or address"


class _Telling(Tally):
    """One that tells when it has written."""

    written = asyncio.Event()

    async def write(self) -> None:
        await super().write()
        self.written.set()


async def test_a_count_is_written_by_itself(stack: Stack, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tallies, "WRITTEN_AFTER_S", 0.0)
    own = _Telling(stack.runtime("issuance").database, "990202")
    own.count("number", "active")
    await asyncio.wait_for(own.written.wait(), 5)
    own.count("number", "active")
    await own.finish()
    assert await counted(stack, "990202") == {("number", "active"): 2}


async def test_what_cannot_be_written_is_kept_for_the_next_time(stack: Stack) -> None:
    away = Database("postgresql://nobody@127.0.0.1:1/none", application_name="test")
    own = Tally(away, "990203")
    own.count("token", "valid")
    await own.finish()
    own._database = stack.runtime("issuance").database
    own.count("token", "valid")
    await own.finish()
    await away.close()
    assert await counted(stack, "990203") == {("token", "valid"): 2}
