"""The factory of every service's FastAPI application: prefix, documents, problems, envelope, health."""

from typing import Any

from fastapi import APIRouter, FastAPI, Response
from fastapi.openapi.utils import get_openapi
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from pydantic import BaseModel
from sqlalchemy import text

from shared.contracts.problems import ProblemBody
from shared.platform import problems
from shared.platform.auth import Anyone
from shared.platform.middleware import Envelope
from shared.platform.runtime import Runtime, ServiceDefinition
from shared.platform.seal import AuditHead, published_head
from shared.platform.settings import PlatformSettings
from shared.platform.transaction import reading

VERSION = "0.1.0"
_PROBLEM = {"content": {problems.MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/ProblemBody"}}}}


class Health(BaseModel):
    """Whether a service lives or is ready."""

    service: str
    status: str


def _health(definition: ServiceDefinition, app: FastAPI) -> APIRouter:
    router = APIRouter(tags=["health"])

    @router.get("/health/live")
    async def live(_: Anyone) -> Health:
        """The process answers."""
        return Health(service=definition.name, status="live")

    @router.get("/health/ready")
    async def ready(_: Anyone) -> Health:
        """The service is loaded and reaches its database."""
        runtime: Runtime = app.state.runtime
        async with reading(runtime.database) as session:
            await session.execute(text("SELECT 1"))
        return Health(service=definition.name, status="ready")

    @router.get("/metrics", response_class=Response)
    async def metrics(_: Anyone) -> Response:
        """Prometheus metrics of this process."""
        return Response(generate_latest(), headers={"Content-Type": CONTENT_TYPE_LATEST})

    @router.get("/audit/head")
    async def audit_head(_: Anyone) -> AuditHead | None:
        """The newest signed seal of this service's audit log, for everybody to keep; null: nothing is sealed yet."""
        runtime: Runtime = app.state.runtime
        return await published_head(runtime)

    return router


def _document(app: FastAPI) -> dict[str, Any]:
    if app.openapi_schema is None:
        schema = get_openapi(
            title=app.title,
            version=app.version,
            description=app.description,
            routes=app.routes,
            openapi_version="3.1.0",
        )
        components = schema.setdefault("components", {}).setdefault("schemas", {})
        problem = ProblemBody.model_json_schema(ref_template="#/components/schemas/{model}")
        components.update(problem.pop("$defs", {}))
        components["ProblemBody"] = problem
        for unused in ("HTTPValidationError", "ValidationError"):
            components.pop(unused, None)
        app.openapi_schema = schema
    return app.openapi_schema


def create_app(definition: ServiceDefinition, settings: PlatformSettings) -> FastAPI:
    """The application of a service; the host sets `app.state.runtime` before it serves.

    Args:
        definition: what the service is made of.
        settings: shared settings.
    """
    base = f"/api/{definition.url_name}"
    app = FastAPI(
        title=f"Dajian {definition.url_name}",
        description=f"{definition.title[0]} / {definition.title[1]}",
        version=VERSION,
        openapi_url=f"{base}/openapi.json",
        docs_url=None,
        redoc_url=None,
        responses={"4XX": {"description": "Problem", **_PROBLEM}, "5XX": {"description": "Problem", **_PROBLEM}},
        separate_input_output_schemas=False,
        generate_unique_id_function=lambda route: route.name,
    )
    for router in definition.routers:
        app.include_router(router, prefix="" if definition.root_paths else f"{base}/v1")
    app.include_router(_health(definition, app), prefix=base)
    app.include_router(_health(definition, app), include_in_schema=False)
    problems.install(app)
    app.add_middleware(
        Envelope, service=definition.name, max_body_bytes=definition.max_body_bytes or settings.max_json_bytes
    )
    app.openapi = lambda: _document(app)  # type: ignore[method-assign]
    return app
