"""Telling the applicant what happened to an application: every act there is a template for."""

from collections.abc import Mapping
from typing import cast

from shared.contracts.notifications import TEMPLATES
from shared.platform.database import WriteSession
from shared.platform.notifications import notify
from shared.schema.intake import ASSISTED, Application


def tell_applicant(session: WriteSession, row: Application, event: str, data: Mapping[str, object]) -> None:
    """Tell every agent of the carrier of an act, if it is one that is told."""
    assisted = event == "submission" and row.channel == ASSISTED
    template = "application.assisted_submission" if assisted else f"application.{event}"
    if template in TEMPLATES.templates:
        notify(
            session,
            service="intake",
            template=template,
            data={**told_of(row), **data, **_lines(data)},
            about=("application", row.id),
            carrier_id=row.carrier_id,
        )


def told_of(row: Application) -> dict[str, object]:
    """What every text about an application may name."""
    permits = [str(cast("Mapping[str, object]", permit)["number"]) for permit in row.permits]
    return {"number": row.number, "cargo": row.cargo_name, "permits": "、".join(permits)}


def _lines(data: Mapping[str, object]) -> dict[str, object]:
    """The items of a correction notice as lines; the permits of a decision as one line."""
    lines: dict[str, object] = {}
    items, permits = data.get("items"), data.get("permits")
    if isinstance(items, list):
        lines["items"] = [str(cast("Mapping[str, object]", one)["text"]) for one in items]
    if isinstance(permits, list):
        lines["permits"] = "、".join(str(one) for one in permits)
    return lines
