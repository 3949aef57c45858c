"""Telling people: a notification written in the transaction of the act that it tells of."""

import json
from collections.abc import Mapping
from uuid import UUID

from shared.contracts.notifications import names_of
from shared.platform.database import WriteSession
from shared.schema.library import Notification


def notify(
    session: WriteSession,
    *,
    service: str,
    template: str,
    data: Mapping[str, object],
    about: tuple[str, UUID],
    carrier_id: UUID | None = None,
    account_id: UUID | None = None,
) -> None:
    """Tell every agent of a carrier, or one account; what is kept of the data is what the template needs.

    Args:
        session: the transaction of the act.
        service: who tells.
        template: what is told, a name of `notifications.toml`.
        data: what its text is made of.
        about: the kind and the id of the thing it is about.
        carrier_id: whose agents are told.
        account_id: who else is told; one of the two is given.

    Raises:
        KeyError: there is no such template.
    """
    needed = {name: data[name] for name in names_of(template) if name in data}
    subject, subject_id = about
    session.add(
        Notification(
            service=service,
            carrier_id=carrier_id,
            account_id=account_id,
            template=template,
            data=json.loads(json.dumps(needed, default=str)),
            subject=subject,
            subject_id=subject_id,
        )
    )
