"""DAJIAN_DEMO=full on the real start: a small living office, killed half way, gone on with, whole, never doubled."""

import subprocess
import sys
import time
from collections import Counter
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest

from demo.living.destinies import DESTINIES
from shared.contracts.demo_office import FURTHER_CARRIERS
from shared.testing.process import Process, environment, free_port, running
from tests.journey.calls import APPLICATIONS

pytestmark = [pytest.mark.embedded, pytest.mark.timeout(300)]
PLANNED = 12
OFFICE = {"DAJIAN_DEMO": "full", "DAJIAN_DEMO_OFFICE": str(PLANNED)}
WITHIN_S = 120
ENDS = {
    "used up": "issued",
    "unclaimed": "submitted",
    "expired": "issued",
    "rejected": "rejected",
    "correction asked": "correction",
    "escort offered": "survey",
    "revoked": "issued",
    "claimed": "precheck",
    "changed dates": "issued",
    "terminated": "terminated",
    "withdrawn": "withdrawn",
    "not accepted": "not_accepted",
}
"""The status each of the first ways ends in."""


def office(process: Process, *, done: int, finished: bool = False) -> dict[str, Any]:
    """How far the office is, once so much of it is done."""
    until = time.perf_counter() + WITHIN_S
    with httpx.Client(base_url=process.address, trust_env=False, timeout=30) as public:
        while time.perf_counter() < until:
            told: dict[str, Any] = public.get("/api/registry/v1/demonstration").raise_for_status().json()
            if told["done"] >= done and (told["finished_at"] or not finished):
                return told
            time.sleep(0.1)
    pytest.fail(f"not so far in {WITHIN_S} s: {told}; {process.said()}")


def doctor(folder: Path) -> str:
    """What the doctor says beside the running system."""
    command = [sys.executable, "-m", "services", "doctor"]
    own = environment(folder, free_port(), **OFFICE)
    return subprocess.run(command, env=own, capture_output=True, text=True, timeout=60, check=True).stdout


def everything(process: Process) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Every application and every permit, as the carriers' agents read them."""
    applications: list[dict[str, Any]] = []
    permits: list[dict[str, Any]] = []
    for agent in ("carrier", *(carrier.agent for carrier in FURTHER_CARRIERS)):
        with httpx.Client(base_url=process.address, headers=process.signed_in(agent), timeout=30) as client:
            page = client.get(APPLICATIONS, params={"limit": "100"}).raise_for_status().json()
            own = [client.get(f"{APPLICATIONS}/{row['id']}").raise_for_status().json() for row in page["items"]]
            numbers = [permit["number"] for one in own for permit in one["permits"]]
            permits += [client.get(f"/api/issuance/v1/permits/{n}").raise_for_status().json() for n in numbers]
            applications += own
    return applications, permits


def test_an_office_cut_off_half_way_is_gone_on_with_and_never_doubled(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    first = Process(folder, **OFFICE)
    try:
        first.ready()
        assert office(first, done=3)["finished_at"] is None
    finally:
        first.kill_everything()

    with running(folder, **OFFICE) as second:
        told = office(second, done=PLANNED, finished=True)
        assert (told["planned"], told["done"]) == (PLANNED, PLANNED)
        with httpx.Client(base_url=second.address, timeout=30) as public:
            assert f"{PLANNED}" in public.get("/plain").text
        applications, permits = everything(second)

    assert Counter(one["status"] for one in applications) == Counter(ENDS[one.name] for one in DESTINIES[:PLANNED])
    assert {one["state"] for one in permits} >= {"used_up", "expired", "revoked", "issued"}
    assert all(one["demonstration"] and one["number"].startswith("DEMO") for one in permits)
    began = datetime.fromisoformat(told["began_at"])
    filed = [datetime.fromisoformat(one["submitted_at"]) for one in applications]
    assert max(filed) <= began
    assert min(filed) < began - timedelta(days=10)
    assert len({one["carrier_id"] for one in applications}) > 2

    with running(folder, **OFFICE) as third:
        again = office(third, done=PLANNED, finished=True)
        assert f"demonstration office: {PLANNED} of {PLANNED} applications" in doctor(folder)
        assert again == told
        assert len(everything(third)[0]) == PLANNED
