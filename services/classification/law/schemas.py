"""Wire models of the law as applied, and of the differences between two rule sets."""

from shared.contracts.classification import Mark, ReasonText, RuleSetRef
from shared.contracts.facts import Wire


class LawLine(Wire):
    """One line: what it is about, what holds, and what it rests on."""

    subject: str
    rule: str
    clause: str
    mark: Mark
    mark_text: str


class LawSection(Wire):
    """One part of the law."""

    title: str
    lines: list[LawLine]


class LawPage(Wire):
    """The law as this system applies it, in one language."""

    title: str
    rule_set: RuleSetRef
    rule_set_title: str
    note: str
    sources: list[str]
    sections: list[LawSection]


class DifferenceView(Wire):
    """One value that differs: where it stands (path by dots), both values, and the same in words."""

    path: str
    before: int | float | str | bool | None
    after: int | float | str | bool | None
    clause: str
    mark: Mark | None
    text: ReasonText


class Differences(Wire):
    """What differs between two rule sets."""

    before: RuleSetRef
    after: RuleSetRef
    items: list[DifferenceView]
