"""`make demo`: starts the system on a folder of its own, carries the samples through, prints a table, stops."""

import asyncio
import json
import os
import shutil
import socket
import sys
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path

import httpx

from demo.carry import Row, carry
from demo.office import Office, StepFailed
from demo.samples import samples
from shared.contracts.demo import DEMO_ACCOUNTS, DEMO_PASSWORD

BUILD = Path("build")
START_WITHIN_S = 90
STOP_WITHIN_S = 10
NEEDED = ("carrier", "clerk", "inspector", "escort", "reviewer", "reviewer2", "supervisor", "approver")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@asynccontextmanager
async def _system(folder: Path) -> AsyncIterator[str]:
    """The system as its own process, on a free port and, when embedded, on a fresh folder."""
    data = folder / "data"
    shutil.rmtree(data, ignore_errors=True)
    port = _free_port()
    address = f"http://127.0.0.1:{port}"
    environment = {
        "DAJIAN_DEMO": "accounts",
        "DAJIAN_LOG_LEVEL": "warning",
        **os.environ,
        "DAJIAN_DATA_DIR": str(data.resolve()),
        "DAJIAN_PORT": str(port),
        "DAJIAN_PUBLIC_URL": address,
    }
    with (folder / "server.log").open("w", encoding="utf-8") as log:
        command = (sys.executable, "-m", "services")
        process = await asyncio.create_subprocess_exec(*command, env=environment, stdout=log, stderr=log)
        try:
            await _ready(process, address, folder / "server.log")
            yield address
        finally:
            if process.returncode is None:
                process.terminate()
            await asyncio.wait_for(process.wait(), STOP_WITHIN_S)


def _tail(log: Path) -> str:
    return log.read_text(encoding="utf-8")[-2000:]


async def _ready(process: asyncio.subprocess.Process, address: str, log: Path) -> None:
    async with httpx.AsyncClient(base_url=address, trust_env=False) as client, asyncio.timeout(START_WITHIN_S):
        while True:
            if process.returncode is not None:
                raise StepFailed(f"the system did not start:\n{_tail(log)}")
            try:
                if (await client.get("/health/ready")).is_success:
                    return
            except httpx.TransportError:
                await asyncio.sleep(0.1)


async def _signed_in(address: str, stack: AsyncExitStack) -> dict[str, httpx.AsyncClient]:
    clients: dict[str, httpx.AsyncClient] = {}
    for name in ("public", *(account.username for account in DEMO_ACCOUNTS if account.username in NEEDED)):
        client = httpx.AsyncClient(base_url=address, timeout=30, trust_env=False)
        clients[name] = await stack.enter_async_context(client)
        if name == "public":
            continue
        form = {"username": name, "password": DEMO_PASSWORD}
        answer = await client.post("/api/registry/v1/tokens", data=form)
        if not answer.is_success:
            raise StepFailed(f"sign-in of {name}: {answer.status_code} {answer.text[:300]}")
        client.headers["Authorization"] = f"Bearer {answer.json()['access_token']}"
    return clients


def _table(rows: list[Row]) -> str:
    head = ("sample", "class", "lane", "outcome", "status", "s", "permit", "verified", "as expected")
    lines = [head] + [
        (
            row.sample,
            row.class_ or "-",
            row.lane or "-",
            row.outcome,
            row.status,
            f"{row.seconds:.2f}",
            row.permit_number or "-",
            {True: "yes", False: "NO", None: "-"}[row.verified],
            "yes" if row.as_expected else "NO",
        )
        for row in rows
    ]
    widths = [max(len(line[column]) for line in lines) for column in range(len(head))]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip() for line in lines
    )


async def _demonstrate() -> int:
    folder = BUILD / "demo"
    folder.mkdir(parents=True, exist_ok=True)
    async with _system(folder) as address, AsyncExitStack() as stack:
        office = Office(await _signed_in(address, stack))
        rows = [await carry(office, sample, folder) for sample in samples()]
    (BUILD / "demo.json").write_text(
        json.dumps([row.as_json() for row in rows], ensure_ascii=False, indent=1) + "\n", "utf-8"
    )
    sys.stdout.write(f"{_table(rows)}\n\nWritten: {BUILD / 'demo.json'}; permits: {folder}\n")
    return 0 if all(row.as_expected for row in rows) else 1


if __name__ == "__main__":
    try:
        sys.exit(asyncio.run(_demonstrate()))
    except TimeoutError:
        sys.exit(f"The demonstration stopped: the system did not move on in time; see {BUILD / 'demo' / 'server.log'}")
    except (StepFailed, OSError) as failure:
        sys.exit(f"The demonstration stopped: {failure}")
