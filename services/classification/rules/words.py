"""A rule set in words: its fields and values in Chinese and English, with the clause and mark each rests on."""

import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Literal, NamedTuple, cast

from services.classification.rules.model import Text
from shared.contracts.classification import Mark

Language = Literal["zh", "en"]
Path_ = tuple[str, ...]
Scalar = str | int | float | bool | None
NOT_LAW = frozenset({"id", "version", "area", "inherits", "effective_from", "title", "sources"})
LABELS = frozenset({"class_labels", "lane_labels", "measure_labels"})
SOURCE_FIELDS = frozenset({"clause", "mark"})
LANGUAGES = frozenset({"zh", "en"})


class Leaf(NamedTuple):
    """One value of a rule set, where it stands, and what it rests on."""

    path: Path_
    value: Scalar
    clause: str
    mark: Mark | None


class _Words(NamedTuple):
    sections: Mapping[str, Text]
    words: Mapping[str, Text]
    units: Mapping[str, Text]
    marks: Mapping[str, Text]


def _read() -> _Words:
    tables = tomllib.loads((Path(__file__).parent / "labels.toml").read_text(encoding="utf-8"))
    return _Words(*({key: Text(**text) for key, text in tables[name].items()} for name in _Words._fields))


WORDS = _read()


def leaves(rule_set: Mapping[str, object]) -> Iterator[Leaf]:
    """Every value of a merged rule set in its order; lists of scalars are one value, lists of tables are numbered."""
    basis = cast("Mapping[str, Mapping[str, str]]", rule_set.get("basis", {}))
    yield from _walk(rule_set, (), "", None, basis)


def _walk(
    node: object, path: Path_, clause: str, mark: Mark | None, basis: Mapping[str, Mapping[str, str]]
) -> Iterator[Leaf]:
    given = basis.get(".".join(path))
    if given:
        clause, mark = given["clause"], cast("Mark", given["mark"])
    if isinstance(node, Mapping):
        clause, mark = str(node.get("clause", clause)), cast("Mark | None", node.get("mark", mark))
        for key, value in node.items():
            yield from _walk(value, (*path, key), clause, mark, basis)
    elif isinstance(node, list) and any(isinstance(item, Mapping) for item in node):
        for number, item in enumerate(node, start=1):
            yield from _walk(item, (*path, str(number)), clause, mark, basis)
    elif isinstance(node, list):
        yield Leaf(path, ",".join(str(item) for item in node), clause, mark)
    else:
        yield Leaf(path, cast("Scalar", node), clause, mark)


def word(name: str, language: Language, table: str = "") -> str:
    """The word of a field, row or value, the one of its table before the general one; itself when it has none."""
    text = WORDS.words.get(f"{table}.{name}") or WORDS.words.get(name)
    return getattr(text, language) if text else name


def section(name: str, language: Language) -> str:
    """The title of a table of the rule set."""
    text = WORDS.sections.get(name)
    return getattr(text, language) if text else name


def mark_words(mark: Mark, language: Language) -> str:
    """What a mark tells."""
    return str(getattr(WORDS.marks[mark], language))


def place(path: Path_, language: Language) -> str:
    """Where a value stands, in words."""
    named = [word(name, language, path[0]) for name in path[1:]]
    return " · ".join([section(path[0], language), *named])


def shown(leaf: Leaf, language: Language) -> str:
    """A value with its unit."""
    value, last = leaf.value, leaf.path[-1]
    if value is None or value == "":
        return "—"
    if isinstance(value, bool):
        return word(str(value).lower(), language)
    separator = "、" if language == "zh" else ", "
    units = (WORDS.units.get(name.rsplit("_", 1)[-1]) for name in reversed(leaf.path))
    unit = next(filter(None, units), None)
    if unit and str(value).replace(",", "").isdigit():
        numbers = separator.join(f"{int(part):,}".replace(",", " ") for part in str(value).split(","))
        return f"{numbers} {getattr(unit, language)}"
    if isinstance(value, str) and last not in SOURCE_FIELDS | LANGUAGES:
        return separator.join(word(part, language, leaf.path[0]) for part in value.split(","))
    return str(value)
