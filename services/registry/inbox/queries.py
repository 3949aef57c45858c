"""Reading an inbox: whose notifications are whose, which were read, and how each fares by e-mail."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import ColumnElement, and_, exists, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from shared.contracts.notifications import TEMPLATES, Inbox, MailState, Notice, fill
from shared.domain.roles import Role
from shared.platform.paging import cut
from shared.platform.tokens import Caller
from shared.schema.library import Notification
from shared.schema.registry import Mail, NotificationReading

COUNTED = 100
"""Unread notifications are counted up to here."""


def told_to(caller: Caller) -> ColumnElement[bool]:
    """The notifications of a person: his own, and an agent's those of his carrier."""
    own = Notification.account_id == caller.id
    if caller.carrier_id is None or not caller.has(Role.COMPANY_AGENT):
        return own
    return or_(own, Notification.carrier_id == caller.carrier_id)


def _unread(caller: Caller) -> ColumnElement[bool]:
    reading = NotificationReading.notification_id == Notification.id
    return ~exists().where(and_(reading, NotificationReading.account_id == caller.id))


async def count_unread(session: AsyncSession, caller: Caller) -> int:
    """How many notifications the caller has not read, at most `COUNTED`."""
    some = select(Notification.id).where(told_to(caller), _unread(caller)).limit(COUNTED).subquery()
    return await session.scalar(select(func.count()).select_from(some)) or 0


async def inbox(session: AsyncSession, caller: Caller, *, unread: bool, cursor: UUID | None, limit: int) -> Inbox:
    """A page of the caller's inbox, newest first."""
    query = select(Notification).where(told_to(caller))
    if unread:
        query = query.where(_unread(caller))
    if cursor is not None:
        query = query.where(Notification.id < cursor)
    found = (await session.scalars(query.order_by(Notification.id.desc()).limit(limit + 1))).all()
    rows, following = cut(found, limit, lambda row: row.id)
    return Inbox(
        items=await _shown(session, caller, rows),
        next_cursor=following,
        unread=await count_unread(session, caller),
    )


async def _shown(session: AsyncSession, caller: Caller, rows: Sequence[Notification]) -> list[Notice]:
    ids = [row.id for row in rows]
    own = NotificationReading.account_id == caller.id
    read = set(
        await session.scalars(
            select(NotificationReading.notification_id).where(own, NotificationReading.notification_id.in_(ids))
        )
    )
    sent = select(Mail).where(Mail.account_id == caller.id, Mail.notification_id.in_(ids))
    mails = {mail.notification_id: mail for mail in await session.scalars(sent)}
    return [
        _notice(row, read=row.id in read, mail=mails.get(row.id)) for row in rows if row.template in TEMPLATES.templates
    ]


def _notice(row: Notification, *, read: bool, mail: Mail | None) -> Notice:
    told = fill(row.template, row.data)
    return Notice.model_validate(
        {
            "id": row.id,
            "template": row.template,
            "subject": told.subject,
            "body": told.body,
            "about": row.subject,
            "about_id": row.subject_id,
            "at": row.created_at,
            "read": read,
            "mail": mail and MailState.model_validate({name: getattr(mail, name) for name in MailState.model_fields}),
        }
    )
