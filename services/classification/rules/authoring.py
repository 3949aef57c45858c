"""From a rule set's TOML as an officer writes it to a compiled set, or to faults that name line and field."""

import json
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from services.classification.rules.loading import RuleSetError, compile_rules, merged
from services.classification.rules.model import CompiledRules
from services.classification.rules.source import RuleSetSource
from shared.domain.field_errors import field_error_text

_PLACE = re.compile(r"\(at line (\d+), column \d+\)")
_HEADER = re.compile(r"\s*\[\[?([^\[\]]+)\]\]?\s*(?:#.*)?")
_KEY = re.compile(r"""\s*(?:[A-Za-z0-9_-]+|"[^"]*"|'[^']*')(?:\s*\.\s*(?:[A-Za-z0-9_-]+|"[^"]*"))*\s*=""")

Path = tuple[str, ...]
Place = tuple[int, Path]


class Fault(NamedTuple):
    """What is wrong with a rule set, and where: line of its TOML (None: in what it inherits), path of the field."""

    line: int | None
    field: str
    code: str
    zh: str
    en: str


class Parsed(NamedTuple):
    """A readable TOML: its content as JSON (days as ISO text), and the name of the set it inherits from."""

    content: str
    inherits: str | None


class Edition(NamedTuple):
    """A complete rule set: what names it, and the whole of it as JSON text in the order of its rows."""

    name: str
    version: str
    area: str
    title_zh: str
    title_en: str
    law_from: date
    inherits: str | None
    merged: str


def parse(text: str) -> Parsed | Fault:
    """Read the TOML; some milliseconds for a long one."""
    try:
        content = tomllib.loads(text)
        written = _written(content)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        message = str(error)
        place = _PLACE.search(message)
        line = int(place.group(1)) if place else text.count("\n") + 1
        en = _PLACE.sub("", message).strip()
        return Fault(line, "", "toml", f"不是有效的 TOML:{en}", f"is not valid TOML: {en}")
    inherits = content.get("inherits")
    return Parsed(written, inherits if isinstance(inherits, str) else None)


def examine(text: str, parsed: Parsed, base: str | None, *, most: int | None = None) -> Edition | list[Fault]:
    """Lay a set over its base and look at the whole: complete, consistent, and such as the engine can follow.

    Args:
        text: the TOML, to find the lines of faults in.
        parsed: what `parse` made of it.
        base: the base's merged JSON, None: it inherits from nothing.
        most: faults told at once; None: all.
    """
    own: dict[str, object] = json.loads(parsed.content)
    whole = merged(json.loads(base), own) if base else own
    try:
        source = RuleSetSource.model_validate(whole)
        compile_rules(source)
    except ValidationError as error:
        places = list(_places(text))
        found = error.errors(include_url=False, include_input=False)
        return [_fault(places, item) for item in found[:most]]
    except RuleSetError as error:
        return [Fault(None, "", "rule_set", error.zh, error.en)]
    return Edition(
        source.id,
        source.version,
        source.area,
        source.title.zh,
        source.title.en,
        source.effective_from,
        source.inherits,
        _written(whole),
    )


def load_merged(merged_json: str) -> CompiledRules:
    """The compiled rules of a stored set.

    Raises:
        pydantic.ValidationError, RuleSetError: the engine of this release cannot follow it.
    """
    return compile_rules(RuleSetSource.model_validate(json.loads(merged_json)))


def renamed(merged_json: str, version: str) -> str:
    """The same set under another version."""
    return _written({**json.loads(merged_json), "version": version})


def _written(content: Mapping[str, object]) -> str:
    """As it is stored: people read it in the database too."""
    return json.dumps(content, default=str, ensure_ascii=False)


def _fault(places: Sequence[Place], item: ErrorDetails) -> Fault:
    path = tuple(str(part) for part in item["loc"])
    context: Mapping[str, object] = item.get("ctx") or {}
    code = str(item["type"])
    if code == "rule_set":
        zh, en = str(context["zh"]), str(context["en"])
    else:
        zh, en = (field_error_text(code, context, language, str(item["msg"])) for language in ("zh", "en"))
    return Fault(_line_of(places, path), ".".join(path), code, zh, en)


def _line_of(places: Sequence[Place], path: Path) -> int | None:
    """The line that sets the field, or the nearest table or key above it; None: the text has nothing of it."""
    best, found = 0, None
    for number, at in places:
        depth = len(at)
        if best < depth <= len(path) and path[:depth] == at:
            best, found = depth, number
    return found


def _places(text: str) -> Iterator[Place]:
    """Every table and key of the text, with its line."""
    table: Path = ()
    for number, line in enumerate(text.splitlines(), start=1):
        if header := _HEADER.fullmatch(line):
            table = _parts(header.group(1))
            yield number, table
        elif key := _KEY.match(line):
            yield number, (*table, *_parts(key.group()))


def _parts(dotted: str) -> Path:
    return tuple(part.strip("\"'") for part in re.findall(r"""[A-Za-z0-9_-]+|"[^"]*"|'[^']*'""", dotted))
