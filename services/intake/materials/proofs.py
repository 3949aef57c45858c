"""What shows that a material is there, from `materials.toml`: the form itself, a paper registry holds, an upload."""

import tomllib
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Annotated, Final, Literal

from pydantic import Field

from shared.contracts.classification import Assessment, Mark, Material
from shared.contracts.facts import Wire
from shared.contracts.intake import FileState, MaterialState
from shared.contracts.registry import CarrierStanding, PaperKind


class Proof(Wire):
    """What shows that a material is there, and the field it proves."""

    by: Literal["form", "lookup", "upload"]
    papers: frozenset[PaperKind] = frozenset()
    pointer: str


class Bounds(Wire):
    """Largest file and how many an application may have; for uploads in parts: largest part, how many at once, hours."""

    max_bytes: Annotated[int, Field(gt=0)]
    max_files: Annotated[int, Field(gt=0)]
    part_max_bytes: Annotated[int, Field(gt=0)]
    max_uploads: Annotated[int, Field(gt=0)]
    upload_hours: Annotated[int, Field(gt=0)]
    clause: str
    mark: Mark


class Materials(Wire):
    """All of it."""

    bounds: Bounds
    proofs: dict[str, Proof]

    def pointer_of(self, code: str) -> str:
        """The field a material proves, unless it is told otherwise."""
        proof = self.proofs.get(code)
        return proof.pointer if proof else ""


MATERIALS: Final = Materials.model_validate(
    tomllib.loads((Path(__file__).parent / "materials.toml").read_text(encoding="utf-8"))
)


def required(assessments: Iterable[Assessment]) -> list[Material]:
    """What an application needs: what any of its sets needs, each once."""
    return list({one.code: one for found in assessments for one in found.required_materials}.values())


def looked_up(standing: CarrierStanding | None) -> dict[str, bool]:
    """Which of the materials registry is asked for it holds, verified and in force; nothing when it was silent."""
    if standing is None:
        return {}
    faulty = {gap.kind for gap in standing.gaps}
    return {code: not proof.papers & faulty for code, proof in MATERIALS.proofs.items() if proof.by == "lookup"}


def state_of(code: str, held: dict[str, bool], files: Sequence[FileState]) -> MaterialState:
    """How a material stands: held by an authority already, or as the best of its uploads does."""
    proof = MATERIALS.proofs.get(code)
    if proof is not None and (proof.by == "form" or held.get(code)):
        return "held"
    best: tuple[FileState, ...] = ("verified", "given", "rejected")
    return next((state for state in best if state in files), "missing")
