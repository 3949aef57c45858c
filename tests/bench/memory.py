"""What one process holds after work, and how soon it answers when started again on its data."""

import asyncio
import tempfile
from pathlib import Path
from statistics import median

import asyncpg

from shared.testing.loads import Slots
from shared.testing.process import Process, running
from tests.bench.entries import Measured
from tests.bench.submit import database, drafts, submissions, warm_up

SUBMISSIONS = 20
STARTS = 3
IDLE_LOOK_S = 0.2
JOBS_WITHIN_S = 60
WAITING = "SELECT count(*) FROM pgqueuer WHERE status IN ('queued', 'picked')"


async def _work(process: Process, folder: Path) -> None:
    """Twenty submissions, and the jobs they leave."""
    headers, slots = process.signed_in("carrier"), Slots()
    await warm_up(process.address, headers, slots)
    filed = await drafts(process.address, headers, slots, number=SUBMISSIONS - 1)
    await submissions(process.address, headers, filed)
    connection = await asyncpg.connect(database(folder))
    try:
        async with asyncio.timeout(JOBS_WITHIN_S):
            while await connection.fetchval(WAITING):  # noqa: ASYNC110 - another process does them
                await asyncio.sleep(IDLE_LOOK_S)
    finally:
        await connection.close()


def _pss_kb(pid: int) -> int:
    """What a process holds; nothing, once it has ended."""
    try:
        rollup = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii")
    except (FileNotFoundError, ProcessLookupError):
        return 0
    return next(int(line.split()[1]) for line in rollup.splitlines() if line.startswith("Pss:"))


def held_mb(process: Process) -> float:
    """Proportional set size of all own processes, CPU workers included, without Postgres."""
    return sum(_pss_kb(pid) for pid in process.own()) / 1024


def one_process() -> list[Measured]:
    """`memory.one_process_mb` after twenty submissions and their jobs; then `start.warm_s` on the data they left."""
    with tempfile.TemporaryDirectory(prefix="dajian-bench-") as place:
        folder = Path(place, "data")
        with running(folder) as process:
            asyncio.run(_work(process, folder))
            held = held_mb(process)
        starts = []
        for _ in range(STARTS):
            process = Process(folder)
            try:
                starts.append(process.ready())
            finally:
                process.end()
    return [
        Measured("memory.one_process_mb", held, 1),
        Measured("start.warm_s", median(starts), STARTS),
    ]
