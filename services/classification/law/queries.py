"""The law page and differences of stored rule sets, as wire models."""

import json
from collections.abc import Mapping
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from services.classification.law.schemas import Differences, DifferenceView, LawLine, LawPage, LawSection
from services.classification.rule_sets.queries import Content, content_of
from services.classification.rules.difference import differences
from services.classification.rules.law import law_page
from services.classification.rules.words import Language, mark_words
from shared.contracts.classification import ReasonText, RuleSetRef


async def page_of(session: AsyncSession, rule_set_id: UUID, language: Language) -> LawPage:
    """The page of a stored rule set.

    Raises:
        NotFound: no such rule set.
    """
    content = await content_of(session, rule_set_id)
    page = law_page(_read(content), language)
    sections = [
        LawSection(
            title=section.title,
            lines=[LawLine(**line._asdict(), mark_text=mark_words(line.mark, language)) for line in section.lines],
        )
        for section in page.sections
    ]
    return LawPage(
        title=page.title,
        rule_set=_ref(content),
        rule_set_title=page.rule_set,
        note=page.note,
        sources=page.sources,
        sections=sections,
    )


async def differences_of(session: AsyncSession, before_id: UUID, after_id: UUID) -> Differences:
    """What differs between two stored rule sets, what they inherit included.

    Raises:
        NotFound: no such rule set.
    """
    before, after = await content_of(session, before_id), await content_of(session, after_id)
    items = [
        DifferenceView(
            path=".".join(found.path),
            before=found.before,
            after=found.after,
            clause=found.clause,
            mark=found.mark,
            text=ReasonText(zh=found.text.zh, en=found.text.en),
        )
        for found in differences(_read(before), _read(after))
    ]
    return Differences(before=_ref(before), after=_ref(after), items=items)


def _read(content: Content) -> Mapping[str, object]:
    whole: dict[str, object] = json.loads(content.merged)
    return whole


def _ref(content: Content) -> RuleSetRef:
    return RuleSetRef(id=content.name, version=content.edition)
