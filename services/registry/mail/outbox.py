"""The outbox of e-mail: notifications put on their way to whoever gave an address, tried until sent or failed for good."""

import asyncio
from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID

from sqlalchemy import select, update
from sqlalchemy.dialects.postgresql import insert

from services.registry.mail.settings import SmtpSettings
from services.registry.mail.smtp import Letter, Outcome, send_all
from shared.contracts.notifications import TEMPLATES, fill
from shared.domain.clock import utc_now
from shared.domain.identifiers import uuid7
from shared.domain.roles import Role
from shared.platform.database import WriteSession
from shared.platform.feed import Position, next_rows, settled
from shared.platform.logging import get_log
from shared.platform.runtime import Runtime
from shared.platform.transaction import transaction
from shared.schema.library import Notification
from shared.schema.registry import Account, Mail, MailCursor

FEED_BATCH = 200
SEND_BATCH = 20
LEASE_S = 300
"""Seconds for which one sender has a mail to itself; longer than a batch takes."""
_NAME = "notification"
log = get_log("mail")


async def deliver(runtime: Runtime) -> None:
    """Put what is new on its way, then send what is due; without a mail server nothing is done.

    At least once: a mail may go out twice when the sender dies after it was handed over, under the same Message-ID.
    """
    settings = runtime.own(SmtpSettings)
    if settings.host is None:
        return
    while await _put_on_its_way(runtime, settings) == FEED_BATCH:
        pass
    while letters := await _take_due(runtime):
        outcomes = await asyncio.to_thread(send_all, settings, letters, runtime.stopping.is_set)
        await _write_down(runtime, settings, outcomes)
        if len(letters) < SEND_BATCH or runtime.stopping.is_set():
            return


async def _put_on_its_way(runtime: Runtime, settings: SmtpSettings) -> int:
    """A mail for every account a new notification is for; how many notifications were looked at."""
    async with transaction(runtime.database) as session:
        cursor = await _cursor(session)
        rows = await next_rows(session, Notification, Position(cursor.xact, cursor.last_id), limit=FEED_BATCH)
        if not rows:
            return 0
        cursor.xact, cursor.last_id = rows[-1].xact, rows[-1].id
        oldest = utc_now() - timedelta(hours=settings.oldest_h)
        mailed = [
            row
            for row in rows
            if row.created_at >= oldest and (known := TEMPLATES.templates.get(row.template)) and known.mail
        ]
        values = await _mails(session, mailed)
        if values:
            await session.execute(insert(Mail).values(values).on_conflict_do_nothing())
        return len(rows)


async def _cursor(session: WriteSession) -> MailCursor:
    """How far we are, locked. Before the first mail: behind everything that was told without one."""
    row = await session.get(MailCursor, _NAME, with_for_update=True)
    if row is not None:
        return row
    newest = select(Notification.xact, Notification.id).where(settled(Notification))
    last = (await session.execute(newest.order_by(Notification.xact.desc(), Notification.id.desc()).limit(1))).first()
    row = MailCursor(name=_NAME, xact=last.xact if last else -(1 << 63), last_id=last.id if last else UUID(int=0))
    session.add(row)
    return row


async def _mails(session: WriteSession, rows: Sequence[Notification]) -> list[dict[str, object]]:
    """The rows of mails, one for each open account with an address."""
    carriers = {row.carrier_id for row in rows if row.carrier_id}
    accounts = {row.account_id for row in rows if row.account_id}
    agents = Account.carrier_id.in_(carriers) & Account.roles.contains([Role.COMPANY_AGENT.value])
    query = select(Account).where(Account.active, Account.email.is_not(None), agents | Account.id.in_(accounts))
    found = (await session.scalars(query)).all()
    now = utc_now()
    return [
        {
            "id": uuid7(),
            "notification_id": row.id,
            "account_id": one.id,
            "address": one.email,
            "state": "queued",
            "next_try_at": now,
        }
        for row in rows
        for one in found
        if one.id == row.account_id or (row.carrier_id and one.carrier_id == row.carrier_id)
    ]


async def _take_due(runtime: Runtime) -> list[Letter]:
    """Mails whose time has come, put off for everybody else."""
    async with transaction(runtime.database) as session:
        due = (
            select(Mail.id)
            .where(Mail.state == "queued", Mail.next_try_at <= utc_now())
            .order_by(Mail.next_try_at)
            .limit(SEND_BATCH)
            .with_for_update(skip_locked=True)
        )
        ids = list(await session.scalars(due))
        mine = (
            update(Mail)
            .where(Mail.id.in_(ids))
            .values(tries=Mail.tries + 1, next_try_at=utc_now() + timedelta(seconds=LEASE_S))
            .returning(Mail.id, Mail.address, Mail.notification_id)
        )
        taken = (await session.execute(mine)).all() if ids else []
        told = await session.scalars(
            select(Notification).where(Notification.id.in_([row.notification_id for row in taken]))
        )
        rows = {row.id: row for row in told}
    return [
        Letter(row.id, row.address, fill(rows[row.notification_id].template, rows[row.notification_id].data))
        for row in taken
    ]


async def _write_down(runtime: Runtime, settings: SmtpSettings, outcomes: Sequence[Outcome]) -> None:
    async with transaction(runtime.database) as session:
        for outcome in outcomes:
            mail = await session.get_one(Mail, outcome.id)
            mail.reason = outcome.reason or ""
            if outcome.reason is None:
                mail.state, mail.sent_at = "sent", utc_now()
            elif outcome.final or mail.tries >= settings.tries_max:
                mail.state = "failed"
                log.error("mail failed", mail=str(mail.id), tries=mail.tries, reason=outcome.reason)
            else:
                mail.next_try_at = utc_now() + timedelta(seconds=pause_s(settings, mail.tries))
                log.warning("mail put off", mail=str(mail.id), tries=mail.tries, reason=outcome.reason)


def pause_s(settings: SmtpSettings, tries: int) -> int:
    """Seconds until a mail is tried again after so many failed tries: doubled each time, up to the longest pause."""
    return min(settings.first_pause_s << (tries - 1), settings.longest_pause_s)
