"""Who writes which table: one service a table; library tables are added to by every service."""

from collections.abc import Mapping

from shared.schema import classification, fieldwork, intake, issuance, library, registry, route_advisory
from shared.schema.base import Base

LIBRARY = "library"

OWNER_MODULES = {
    "registry": registry,
    "intake": intake,
    "classification": classification,
    "route_advisory": route_advisory,
    "issuance": issuance,
    "fieldwork": fieldwork,
    LIBRARY: library,
}

QUEUE_TABLES = ("pgqueuer", "pgqueuer_log", "pgqueuer_statistics", "pgqueuer_schedules")
"""Tables of the job queue's own library: outside the models, read and written by every service."""

PUBLISHED_VIEWS: Mapping[str, tuple[str, ...]] = {
    "route_advisory": ("v_plan_hold",),
    "fieldwork": ("v_field_clearance",),
    "intake": ("v_application_end", "v_application_status", "v_permit_change_case"),
    "classification": ("v_day_override",),
    "issuance": ("v_permit", "v_permit_plan", "v_permit_hold", "v_case_stage", "v_case_holder"),
}
"""Views a service publishes for others to read."""


def owner_of() -> dict[str, str]:
    """The owner of every table, by table name."""
    owners: dict[str, str] = {}
    for owner, module in OWNER_MODULES.items():
        for mapper in Base.registry.mappers:
            if mapper.class_.__module__ == module.__name__:
                owners[mapper.local_table.name] = owner  # type: ignore[attr-defined]
    return owners
