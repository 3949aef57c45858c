"""The law as the system applies it, as a page: every figure of a rule set with its clause and how firm it is."""

from collections.abc import Mapping
from itertools import groupby
from typing import NamedTuple

from services.classification.rules.words import (
    LABELS,
    LANGUAGES,
    NOT_LAW,
    SOURCE_FIELDS,
    WORDS,
    Language,
    Leaf,
    leaves,
    mark_words,
    section,
    shown,
    word,
)
from shared.contracts.classification import Mark

LEFT_OUT = NOT_LAW | LABELS | {"basis", "rules"}
FOLDED = frozenset({"passed", "failed", "beyond", "within"})
"""Tables within a row that stand in its line."""
TITLES = {"zh": "本系统适用的规则", "en": "The law as this system applies it"}
HEADS = {"zh": ("项目", "规定", "条款", "可信程度"), "en": ("Subject", "Rule", "Clause", "Mark")}
NOTES = {
    "zh": "本页由规则集生成，与系统判定所用的数据相同。长度单位毫米，质量单位千克；界限含本数，超过才算超限。",
    "en": "This page is made from the rule set: the very figures the system decides by. A value equal to a bound is within it.",
}


class Line(NamedTuple):
    """One line of the page; the subject names the row, the rule says what holds."""

    subject: str
    rule: str
    clause: str
    mark: Mark


class Section(NamedTuple):
    """One table of the rule set."""

    title: str
    lines: list[Line]


class Page(NamedTuple):
    """The whole page in one language."""

    title: str
    rule_set: str
    version: str
    note: str
    sources: list[str]
    sections: list[Section]


def law_page(rule_set: Mapping[str, object], language: Language) -> Page:
    """The page of a merged rule set.

    Raises:
        ValueError: a figure rests on nothing.
    """
    by_table: dict[str, list[Leaf]] = {}
    for leaf in leaves(rule_set):
        if leaf.path[0] not in LEFT_OUT and _told(leaf, language):
            by_table.setdefault(leaf.path[0], []).append(leaf)
    order = [*WORDS.sections, *by_table]
    sections = [
        Section(section(name, language), _lines(by_table[name], language))
        for name in dict.fromkeys(order)
        if name in by_table
    ]
    title, sources = rule_set["title"], rule_set["sources"]
    if not isinstance(title, Mapping) or not isinstance(sources, Mapping):
        raise TypeError("title and sources are tables")
    named = [f"{short}:{text}" if language == "zh" else f"{short}: {text}" for short, text in sources.items()]
    return Page(TITLES[language], str(title[language]), str(rule_set["version"]), NOTES[language], named, sections)


def markdown(page: Page, language: Language) -> str:
    """The page as Markdown."""
    out = [f"# {page.title}", "", f"{page.rule_set} ({page.version})", "", page.note, ""]
    out += [f"- {source}" for source in page.sources]
    for title, lines in page.sections:
        out += ["", f"## {title}", "", _row(HEADS[language]), _row(("---",) * len(HEADS[language]))]
        out += [_row((line.subject, line.rule, line.clause, mark_words(line.mark, language))) for line in lines]
    return "\n".join(out) + "\n"


def _row(cells: tuple[str, ...]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def _told(leaf: Leaf, language: Language) -> bool:
    """Clauses and marks have columns of their own; texts stand in the page's language alone."""
    last = leaf.path[-1]
    return last not in SOURCE_FIELDS and (last not in LANGUAGES or last == language)


def _lines(found: list[Leaf], language: Language) -> list[Line]:
    """One line for the values that stand in one row and rest on the same."""
    lines: list[Line] = []
    for (parent, clause, mark), group in groupby(found, key=lambda leaf: (_parent(leaf), leaf.clause, leaf.mark)):
        if mark is None or not clause:
            raise ValueError(f"{'.'.join(parent)} has no clause or mark")
        subject = " · ".join(word(name, language, parent[0]) for name in parent[1:])
        said = "; ".join(_said(leaf, language) for leaf in group)
        lines.append(Line(subject, said, clause, mark))
    return lines


def _parent(leaf: Leaf) -> tuple[str, ...]:
    parent = leaf.path[:-1]
    # Texts and bounds of a condition stand with their row.
    return parent[:-1] if parent[-1] in FOLDED else parent


def _said(leaf: Leaf, language: Language) -> str:
    *above, last = leaf.path
    value = shown(leaf, language)
    named = [above[-1]] if above[-1] in FOLDED else []
    if last not in LANGUAGES:
        named.append(last)
    label = " ".join(word(name, language, leaf.path[0]) for name in named).strip()
    if not label:
        return value
    return f"{label}:{value}" if language == "zh" else f"{label}: {value}"
