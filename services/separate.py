"""`run-separate`: every service and worker as its own process on its own port, started again when it dies."""

import asyncio
import os
import signal
import sys
import time
from collections.abc import Mapping

import httpx

from services import maintenance, shape
from services.command import SUPERVISOR
from services.serve import bind, say, stop_on_signals
from shared.platform import database_roles, migrate
from shared.platform.logging import get_log
from shared.platform.place import database
from shared.platform.plain import PlainError
from shared.platform.secrets import master_secret
from shared.platform.settings import PlatformSettings

STOP_WITHIN_S = 4.0
READY_WITHIN_S = 120.0
LOOK_EVERY_S = 0.1
FIRST_PAUSE_S, LONGEST_PAUSE_S, STEADY_AFTER_S = 0.2, 10.0, 10.0
_OURS = ("DAJIAN_SERVICE_", "DATABASE_URL", "DAJIAN_POOL_")
log = get_log("supervisor")


class Child:
    """One process, kept alive.

    Args:
        name: for the log.
        arguments: what follows `python -m services`.
        environment: its own settings.
    """

    def __init__(self, name: str, arguments: list[str], environment: Mapping[str, str]) -> None:
        self.name = name
        self._arguments = arguments
        inherited = {key: value for key, value in os.environ.items() if not key.startswith(_OURS)}
        self._environment = {**inherited, **environment, SUPERVISOR: str(os.getpid())}
        self._process: asyncio.subprocess.Process | None = None

    async def run(self) -> int:
        """Run it once; its exit code. In a session of its own: Ctrl-C at the terminal reaches the supervisor alone."""
        self._process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "services", *self._arguments, env=self._environment, start_new_session=True
        )
        return await self._process.wait()

    async def keep(self, stopping: asyncio.Event) -> None:
        """Run it again and again until told to stop; the pause grows while it dies young."""
        pause = FIRST_PAUSE_S
        while not stopping.is_set():
            started = time.monotonic()
            code = await self.run()
            if stopping.is_set():
                return
            pause = FIRST_PAUSE_S if time.monotonic() - started > STEADY_AFTER_S else pause
            log.error("process died", process=self.name, code=code, again_in_s=pause)
            await asyncio.wait([asyncio.create_task(stopping.wait())], timeout=pause)
            pause = min(pause * 2, LONGEST_PAUSE_S)

    def signal(self, number: signal.Signals) -> None:
        """Signal it, if it runs."""
        if self._process is not None and self._process.returncode is None:
            self._process.send_signal(number)


def _children(settings: PlatformSettings, url: str) -> list[Child]:
    master = master_secret(settings)
    made: list[Child] = []
    for process in shape.processes(settings.port):
        own = shape.environment(process, settings, url, master)
        if process.service == shape.PORTAL:
            own = {**own, "DAJIAN_DEVELOPMENT_PROXY": "true"}
        made.append(Child(process.name, process.arguments, own))
    return made


async def run_separate(settings: PlatformSettings) -> int:
    """Run everything apart until told to stop: the embedded database or, at DATABASE_URL, an administrator's."""
    started = time.perf_counter()
    for process in shape.processes(settings.port):
        bind(settings.host, process.port).close()
    stopping = asyncio.Event()
    stop_on_signals(stopping)
    async with database(settings) as url:
        await migrate.upgrade(url)
        await maintenance.bootstrap(settings, url)
        await _install(settings, url, stopping)
        children = _children(settings, url)
        keepers = [asyncio.create_task(child.keep(stopping), name=child.name) for child in children]
        try:
            await _until_ready(settings, stopping)
            if not stopping.is_set():
                say(_greeting(settings, time.perf_counter() - started))
            await stopping.wait()
        finally:
            stopping.set()
            await _end(children, keepers)
    return 0


async def _install(settings: PlatformSettings, url: str, stopping: asyncio.Event) -> None:
    """Put base and demonstration data, by a process of its own: the supervisor itself stays small."""
    own = {"DAJIAN_EMBEDDED_DATABASE": str(settings.own_database).lower(), "DAJIAN_DEMO": settings.demonstration}
    child = Child("install", ["install"], {"DATABASE_URL": url, "DAJIAN_DATA_DIR": str(settings.data_dir), **own})
    running = asyncio.create_task(child.run())
    stop = asyncio.create_task(stopping.wait())
    await asyncio.wait([running, stop], return_when=asyncio.FIRST_COMPLETED)
    stop.cancel()
    if not running.done():
        child.signal(signal.SIGKILL)
    if await running and not stopping.is_set():
        raise PlainError("The base data could not be put into the database; the lines above say why.")


async def _until_ready(settings: PlatformSettings, stopping: asyncio.Event) -> None:
    waiting = list(shape.processes(settings.port))
    until = time.monotonic() + READY_WITHIN_S
    async with httpx.AsyncClient(trust_env=False, timeout=5) as client:
        while waiting and not stopping.is_set():
            try:
                answer = await client.get(f"http://127.0.0.1:{waiting[0].port}/health/ready")
            except httpx.TransportError:
                answer = None
            if answer is not None and answer.is_success:
                waiting.pop(0)
            elif time.monotonic() > until:
                names = ", ".join(process.name for process in waiting)
                raise PlainError(f"Not ready after {READY_WITHIN_S:.0f} s: {names}. The log says why.")
            else:
                await asyncio.sleep(LOOK_EVERY_S)


async def _end(children: list[Child], keepers: list[asyncio.Task[None]]) -> None:
    for number, patience_s in ((signal.SIGTERM, STOP_WITHIN_S), (signal.SIGKILL, 1.0)):
        for child in children:
            child.signal(number)
        _, late = await asyncio.wait(keepers, timeout=patience_s)
        if not late:
            return


def _greeting(settings: PlatformSettings, seconds: float) -> list[str]:
    lines = ["", f"Dajian 大件 runs apart after {seconds:.1f} s:  http://127.0.0.1:{settings.port}"]
    lines += [f"  {process.name:<24} port {process.port}" for process in shape.processes(settings.port)]
    enforced = f"each on its own database role ({database_roles.PREFIX}_<service>)"
    return [*lines, f"  {enforced}", f"  Data: {settings.data_dir}", "  Stop with Ctrl-C.", ""]
