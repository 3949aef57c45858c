"""Idempotency keys: the same key is the same act, done once.

Two kinds. *Simple*: key, body hash and answer are stored with the change, a replay gets the stored answer. *Driven*
(submission, decision): the first transaction stores key, body hash and the thing's id; a replay answers from its
present state. Only committed outcomes are stored, never errors. Scope: caller, method, path, key; seven days.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated
from uuid import UUID

from fastapi import Depends, Header, Request, Response
from pydantic import BaseModel
from sqlalchemy import func, select

from shared.domain.errors import BadRequest, Conflict, Invalid
from shared.platform.database import WriteSession
from shared.platform.etag import etag
from shared.platform.hashing import sha256
from shared.platform.tokens import Caller
from shared.platform.transaction import Tx
from shared.schema.library import IdempotencyRecord

KEPT_DAYS = 7


class Replay(Exception):  # noqa: N818 - not an error: the stored answer
    """The key was used for the same request: this was the answer."""

    def __init__(self, response: Response) -> None:
        super().__init__("replay")
        self.response = response


@dataclass(frozen=True, slots=True)
class KeyedRequest:
    """A request with its key: what makes it the same request again."""

    service: str
    scope_hash: bytes
    body_hash: bytes

    async def seen(self, session: WriteSession) -> IdempotencyRecord | None:
        """What is stored under the key, after making sure nobody is at it now.

        Raises:
            Conflict: `in_progress`, the same key is being worked on.
            Invalid: `idempotency_key_reused`, the key was used for another body.
        """
        lock = int.from_bytes(self.scope_hash[:8], "big", signed=True)
        if not await session.scalar(select(func.pg_try_advisory_xact_lock(lock))):
            raise Conflict(
                "in_progress", "同一请求正在处理，请稍后再试", "the same request is in progress", retry_after_s=1
            )
        record = await session.get(IdempotencyRecord, self.scope_hash)
        if record is not None and record.body_hash != self.body_hash:
            raise Invalid(
                "idempotency_key_reused",
                "此 Idempotency-Key 已用于另一内容的请求",
                "this Idempotency-Key was used with another body",
            )
        return record

    async def begin_driven(self, session: WriteSession, resource_id: UUID) -> bool:
        """Store the key of a driven act with the thing it drives; False: it is a replay."""
        if await self.seen(session) is not None:
            return False
        session.add(
            IdempotencyRecord(
                scope_hash=self.scope_hash,
                service=self.service,
                body_hash=self.body_hash,
                resource_id=resource_id,
                status_code=None,
                headers={},
                body=None,
            )
        )
        return True


async def _keyed_request(
    request: Request,
    idempotency_key: Annotated[
        str | None, Header(max_length=200, description="Chosen by the caller, once an act")
    ] = None,
) -> KeyedRequest:
    if not idempotency_key:
        raise BadRequest(
            "idempotency_key_required",
            "请给出 Idempotency-Key 请求头",
            "give an Idempotency-Key header with a state change",
        )
    caller: Caller | None = request.state.caller  # set by the access rule, which stands first in every signature
    scope = f"{caller.id if caller else '-'}\n{request.method}\n{request.url.path}\n{idempotency_key}"
    version = b"\n" + request.headers.get("if-match", "").encode()
    return KeyedRequest(
        service=request.app.state.runtime.service,
        scope_hash=hashlib.sha256(scope.encode()).digest(),
        body_hash=await sha256(await request.body(), version),
    )


Keyed = Annotated[KeyedRequest, Depends(_keyed_request, scope="function")]
"""The key of a driven act."""


class Once:
    """A simple keyed act: gives its answer through `answer`, which stores it with the change."""

    def __init__(self, keyed: KeyedRequest, session: WriteSession) -> None:
        self._keyed = keyed
        self._session = session

    def answer(
        self,
        model: BaseModel,
        *,
        status_code: int = 200,
        version: int | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Response:
        """The answer, stored under the key in the same transaction."""
        sent = dict(headers or {})
        if version is not None:
            sent["ETag"] = etag(version)
        body = model.model_dump_json(by_alias=True).encode()
        self._session.add(
            IdempotencyRecord(
                scope_hash=self._keyed.scope_hash,
                service=self._keyed.service,
                body_hash=self._keyed.body_hash,
                resource_id=None,
                status_code=status_code,
                headers=dict(sent),
                body=body,
            )
        )
        return Response(body, status_code=status_code, headers=sent, media_type="application/json")


async def _once(keyed: Keyed, session: Tx) -> Once:
    record = await keyed.seen(session)
    if record is not None:
        headers = {name: str(value) for name, value in record.headers.items()}
        raise Replay(
            Response(record.body, status_code=record.status_code or 200, headers=headers, media_type="application/json")
        )
    return Once(keyed, session)


OnceOnly = Annotated[Once, Depends(_once, scope="function")]
"""A simple keyed act on the endpoint's transaction."""
