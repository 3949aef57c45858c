"""The law as applied, for anyone; of any rule set, and the differences of two, for staff."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Request

from services.classification.access import RuleReader
from services.classification.engine import Engine
from services.classification.law.queries import differences_of, page_of
from services.classification.law.schemas import Differences, LawPage
from services.classification.rules.words import Language
from shared.contracts.classification import OfficeMoment
from shared.domain.clock import utc_now
from shared.platform.auth import Anyone
from shared.platform.runtime import runtime_of
from shared.platform.transaction import Read

router = APIRouter(tags=["law"])
Lang = Annotated[Language, Query(description="Language of the page")]


@router.get("/public/law")
async def read_law(
    _: Anyone, session: Read, request: Request, lang: Lang = "zh", at: OfficeMoment | None = None
) -> LawPage:
    """The law as this system applies it now, or did at a moment: every figure with its clause and mark."""
    edition = await runtime_of(request).own(Engine).at(at or utc_now())
    return await page_of(session, edition.row, lang)


@router.get("/rule-sets/{rule_set_id}/law")
async def read_law_of_rule_set(rule_set_id: UUID, _: RuleReader, session: Read, lang: Lang = "zh") -> LawPage:
    """The same page of any rule set, draft or not."""
    return await page_of(session, rule_set_id, lang)


@router.get("/rule-sets/{rule_set_id}/differences/{other_id}")
async def compare_rule_sets(rule_set_id: UUID, other_id: UUID, _: RuleReader, session: Read) -> Differences:
    """What the second rule set changes against the first, in words."""
    return await differences_of(session, rule_set_id, other_id)
