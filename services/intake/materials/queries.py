"""Reading the materials of an application: what it needs, what registry holds, what was handed in."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from services.intake.applications.asking import stored_standing
from services.intake.applications.case import assessments_of
from services.intake.materials.proofs import MATERIALS, looked_up, required, state_of
from shared.contracts.intake import MaterialFile, MaterialList, RequiredMaterial
from shared.domain.errors import Conflict, NotFound, not_found
from shared.schema.intake import Application, LookupLog, Material

_AGAINST = frozenset({"rejected", "missing"})


def no_material() -> NotFound:
    """The answer for a file that does not exist or is of another application."""
    return not_found("材料", "material")


async def files_of(session: AsyncSession, application_id: UUID) -> list[Material]:
    """What was handed in, in order."""
    query = select(Material).where(Material.application_id == application_id).order_by(Material.id)
    return list((await session.scalars(query)).all())


async def file_of(session: AsyncSession, application_id: UUID, material_id: UUID) -> Material:
    """One file of an application.

    Raises:
        NotFound: there is none.
    """
    row = await session.get(Material, material_id)
    if row is None or row.application_id != application_id:
        raise no_material()
    return row


def shown_file(row: Material) -> MaterialFile:
    """A file as it is answered."""
    return MaterialFile.model_validate({name: getattr(row, name) for name in MaterialFile.model_fields})


async def listed(session: AsyncSession, row: Application) -> MaterialList:
    """What an application needs and how each stands, with every file."""
    files = [shown_file(one) for one in await files_of(session, row.id)]
    log = select(LookupLog.looked_up_at).where(
        LookupLog.application_id == row.id, LookupLog.facts_version == row.facts_version
    )
    wanted = _required(row, files)
    return MaterialList(
        required=wanted,
        files=files,
        complete=bool(wanted) and not any(one.state in _AGAINST for one in wanted),
        looked_up_at=await session.scalar(log),
    )


def _required(row: Application, files: list[MaterialFile]) -> list[RequiredMaterial]:
    held = looked_up(stored_standing(row))
    return [
        RequiredMaterial(
            code=one.code,
            clause=one.clause,
            text=one.text,
            pointer=MATERIALS.pointer_of(one.code),
            state=state_of(one.code, held, [file.state for file in files if file.code == one.code]),
        )
        for one in required(assessments_of(row))
    ]


async def refuse_incomplete(session: AsyncSession, row: Application) -> None:
    """Raise unless everything the application needs is there (Licensing Law art. 32(5)).

    Raises:
        Conflict: `materials_missing`, with their codes.
    """
    files = [shown_file(one) for one in await files_of(session, row.id)]
    missing = [one for one in _required(row, files) if one.state in _AGAINST]
    if missing:
        names = "、".join(one.text.zh for one in missing)
        raise Conflict(
            "materials_missing",
            f"缺少材料：{names}；请发补正通知或重新查询",
            f"not there: {', '.join(one.text.en for one in missing)}; give a correction notice or look up again",
            context={"materials": ",".join(one.code for one in missing)},
        )
