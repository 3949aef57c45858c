"""One pool of spawned processes for work above 5 ms, so that the event loop stays free."""

import asyncio
import multiprocessing
import os
import signal
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import ParamSpec, TypeVar

from shared.platform.embedded.trampoline import end_with_parent

P = ParamSpec("P")
R = TypeVar("R")


class CpuPool:
    """Worker processes, started on first use.

    Args:
        workers: how many.
    """

    def __init__(self, workers: int) -> None:
        self._workers = workers
        self._pool: ProcessPoolExecutor | None = None

    def _started(self) -> ProcessPoolExecutor:
        if self._pool is None:
            self._pool = ProcessPoolExecutor(
                self._workers,
                mp_context=multiprocessing.get_context("spawn"),
                initializer=end_with_parent,  # a killed service must leave no worker behind
                initargs=(os.getpid(), signal.SIGKILL),
            )
        return self._pool

    async def run(self, function: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Run a module-level function in a worker; a worker that died is replaced, and the work done once more."""
        if kwargs:
            raise TypeError("pass arguments by position: they cross a process border")
        loop, pool = asyncio.get_running_loop(), self._started()
        try:
            return await loop.run_in_executor(pool, function, *args)
        except BrokenProcessPool:
            if self._pool is pool:  # else another caller has replaced it
                self._pool = None
            return await loop.run_in_executor(self._started(), function, *args)

    def close(self) -> None:
        """End the workers."""
        if self._pool is not None:
            workers = list((self._pool._processes or {}).values())  # noqa: SLF001 - no public way before Python 3.14
            self._pool.shutdown(wait=False, cancel_futures=True)
            for worker in workers:
                worker.terminate()
            self._pool = None
