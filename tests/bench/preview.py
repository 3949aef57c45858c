"""What an assessment adds to an answer by HTTP: a preview beside an endpoint that only validates the same body."""

import asyncio
import multiprocessing
import os
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import cycle, islice
from multiprocessing.connection import Connection
from pathlib import Path
from statistics import median

import httpx
import uvicorn
from fastapi import APIRouter
from pydantic import BaseModel

from demo.samples import samples
from services.serve import bind
from services.together import running
from shared.contracts.facts import TransportFacts
from shared.platform.app import create_app
from shared.platform.auth import Anyone
from shared.platform.runtime import ServiceDefinition
from shared.platform.settings import PlatformSettings
from tests.bench.entries import Measured

ROUNDS = 7
REQUESTS = 160
FLOOR_NAME = "the same app factory, validating the same body"
NAME = "floor"
router = APIRouter()


class Validated(BaseModel):
    """The floor's answer."""

    valid: bool


@router.post("/previews")
async def validate(_facts: TransportFacts, _: Anyone) -> Validated:
    """Validate and say so."""
    return Validated(valid=True)


async def _serve(folder: Path, ready: Connection) -> None:
    """The system with the floor's application beside its services, until the parent closes the pipe."""
    settings = PlatformSettings(data_dir=folder, demo="accounts", log_level="warning")
    listener = bind("127.0.0.1", 0)
    async with running(settings) as host:
        app = create_app(ServiceDefinition(name=NAME, title=("基准", "Floor"), routers=(router,)), settings)
        app.state.runtime = host.runtimes["classification"]
        host.apps[NAME] = app
        config = uvicorn.Config(host.asgi, lifespan="off", log_config=None, access_log=False, server_header=False)
        server = uvicorn.Server(config)
        serving = asyncio.create_task(server.serve(sockets=[listener]))
        ready.send(listener.getsockname()[1])
        await asyncio.to_thread(ready.poll, None)
        server.should_exit = True
        await serving


def _child(folder: Path, ready: Connection) -> None:
    asyncio.run(_serve(folder, ready))


@contextmanager
def _served() -> Iterator[str]:
    context = multiprocessing.get_context("spawn")
    mine, theirs = context.Pipe()
    os.environ["DAJIAN_CLASSIFICATION_PREVIEWS_PER_MINUTE"] = "1000000"
    with tempfile.TemporaryDirectory(prefix="dajian-bench-") as place:
        process = context.Process(target=_child, args=(Path(place, "data"), theirs))
        process.start()
        try:
            if not mine.poll(90):
                raise RuntimeError("the system did not start")
            yield f"http://127.0.0.1:{mine.recv()}"
        finally:
            mine.send("end")
            process.join(20)


def _round(client: httpx.Client, path: str, bodies: list[dict[str, object]]) -> float:
    """Milliseconds a request, the median of a round."""
    took = []
    for body in islice(cycle(bodies), REQUESTS):
        request = client.build_request("POST", path, json=body)
        began = time.perf_counter()
        client.send(request).raise_for_status()
        took.append((time.perf_counter() - began) * 1000)
    return median(took)


def preview_http() -> list[Measured]:
    """`classification.preview_http_ratio`: time of a preview in times the floor's, by turns on one connection each."""
    bodies = [sample.facts for sample in samples()]
    with _served() as address, httpx.Client(base_url=address, trust_env=False, timeout=10) as client:
        paths = {name: f"/api/{name}/v1/previews" for name in ("classification", NAME)}
        for path in paths.values():
            _round(client, path, bodies)
        rounds = [
            (_round(client, paths["classification"], bodies), _round(client, paths[NAME], bodies))
            for _ in range(ROUNDS)
        ]
    ours, floor = (median(each) for each in zip(*rounds, strict=True))
    ratio = median(one / bare for one, bare in rounds)
    name = f"{FLOOR_NAME}: {floor:.2f} ms, a preview {ours:.2f} ms"
    return [Measured("classification.preview_http_ratio", ratio, ROUNDS, 1.0, name)]
