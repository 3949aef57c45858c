"""Handing materials in, and what the clerk finds of them."""

from uuid import UUID

from services.intake.applications.events import locked_for, note
from services.intake.applications.queries import filing_role
from services.intake.materials.proofs import MATERIALS
from services.intake.materials.queries import file_of, files_of
from services.intake.queue.desk import refuse_unheld
from shared.contracts.intake import MaterialCheck
from shared.domain.clock import utc_now
from shared.domain.errors import Conflict
from shared.domain.roles import Role
from shared.platform.audit import acting
from shared.platform.database import WriteSession
from shared.platform.files import DOCUMENT_TYPES, FileStore
from shared.platform.tokens import Caller
from shared.schema.intake import Application, Material

_OPEN = frozenset({"draft", "submitted", "precheck", "correction"})
"""States in which materials may still be handed in and checked."""


async def hand_in(
    session: WriteSession,
    caller: Caller,
    application_id: UUID,
    *,
    files: FileStore,
    data: bytes,
    code: str,
    name: str,
    pointer: str | None,
) -> Material:
    """Store a material before acceptance; what it is is read from its bytes.

    Raises:
        NotFound: not the caller's application.
        Conflict: `closed_to_materials`, it is accepted or has ended; `too_many_files`.
        TooLarge, Invalid: too many bytes, or another kind of file than is taken.
    """
    role = filing_role(caller)
    row = await locked_for(session, caller, application_id, version=None, role=role)
    refuse_closed(row)
    if len(await files_of(session, row.id)) >= MATERIALS.bounds.max_files:
        most = MATERIALS.bounds.max_files
        raise Conflict("too_many_files", f"一件申请最多 {most} 个文件", f"an application has at most {most} files")
    stored = await files.keep(
        session, data, name=name, allowed=DOCUMENT_TYPES, max_bytes=MATERIALS.bounds.max_bytes, by=caller.id
    )
    await session.flush()
    material = Material(
        application_id=row.id,
        code=code,
        pointer=MATERIALS.pointer_of(code) if pointer is None else pointer,
        file_id=stored.id,
        name=stored.name,
        media_type=stored.media_type,
        size_bytes=stored.size_bytes,
        sha256=stored.sha256,
        state="given",
        note="",
        uploaded_by=caller.id,
    )
    session.add(material)
    await session.flush()
    told = {"code": code, "name": name, "sha256": stored.sha256}
    await note(session, row, "material", acting(caller, role), told)
    return material


async def check(
    session: WriteSession, caller: Caller, application_id: UUID, material_id: UUID, *, body: MaterialCheck
) -> Material:
    """Write down what the clerk who has the case found of a file.

    Raises:
        NotFound: no such file.
        Conflict: `claimed_by_another`, another clerk has the case; `closed_to_materials`.
    """
    row = await locked_for(session, caller, application_id, version=None, role=Role.CLERK)
    refuse_closed(row)
    refuse_unheld(row, caller)
    material = await file_of(session, row.id, material_id)
    material.state, material.note = body.result, body.note
    material.checked_by, material.checked_at = caller.id, utc_now()
    row.active_at = material.checked_at
    told = {"code": material.code, "name": material.name, **body.model_dump(mode="json")}
    await note(session, row, "material_check", acting(caller, Role.CLERK), {**told, "material": str(material.id)})
    await session.flush()
    return material


def refuse_closed(row: Application) -> None:
    """Raise once an application takes no materials any more.

    Raises:
        Conflict: `closed_to_materials`.
    """
    if row.status not in _OPEN:
        raise Conflict(
            "closed_to_materials",
            "申请已受理或已结束，不再收取材料",
            "it is accepted or has ended: nothing more is taken",
        )
