"""What differs between two rule sets, in words."""

from collections.abc import Mapping
from typing import NamedTuple

from services.classification.rules.model import Text
from services.classification.rules.words import NOT_LAW, Leaf, Path_, Scalar, leaves, place, shown
from shared.contracts.classification import Mark


class Difference(NamedTuple):
    """One value that is not the same in both; None: it does not stand there."""

    path: Path_
    before: Scalar
    after: Scalar
    clause: str
    mark: Mark | None
    text: Text


def differences(before: Mapping[str, object], after: Mapping[str, object]) -> list[Difference]:
    """Every value that differs between two merged rule sets, in the order of the second; what is gone comes last.

    A row that stands in another place of its table is told as such, since the last or first fitting row decides.
    """
    old, new = ({leaf.path: leaf for leaf in leaves(rule_set)} for rule_set in (before, after))
    paths = [*new, *(path for path in old if path not in new)]
    changed = [
        _difference(path, old.get(path), new.get(path))
        for path in paths
        if path[0] not in NOT_LAW and not _same(old.get(path), new.get(path))
    ]
    return changed + _moved(before, after)


def _same(old: Leaf | None, new: Leaf | None) -> bool:
    # Equal in Python are True and 1: a rule set tells them apart.
    return old is not None and new is not None and repr(old.value) == repr(new.value)


def _difference(path: Path_, old: Leaf | None, new: Leaf | None) -> Difference:
    present = new or old
    if present is None:
        raise AssertionError("a path stands in one of the two")
    before, after = (Text(shown(leaf, "zh"), shown(leaf, "en")) if leaf else None for leaf in (old, new))
    zh, en = place(path, "zh"), place(path, "en")
    source = f"({present.clause})" if present.clause else ""
    if before and after:
        text = Text(f"{zh}:由 {before.zh} 改为 {after.zh}{source}", f"{en}: from {before.en} to {after.en} {source}")
    elif after:
        text = Text(f"{zh}:新增,{after.zh}{source}", f"{en}: new, {after.en} {source}")
    else:
        gone = before or Text("", "")
        text = Text(f"{zh}:删除，原为 {gone.zh}{source}", f"{en}: removed, was {gone.en} {source}")
    return Difference(
        path,
        old.value if old else None,
        new.value if new else None,
        present.clause,
        present.mark,
        Text(text.zh, text.en.rstrip()),
    )


def _moved(before: Mapping[str, object], after: Mapping[str, object], path: Path_ = ()) -> list[Difference]:
    found: list[Difference] = []
    for key, value in after.items():
        other = before.get(key)
        if isinstance(value, Mapping) and isinstance(other, Mapping) and key not in NOT_LAW:
            found += _moved(other, value, (*path, key))
    if path and path[0] not in NOT_LAW:
        common = [key for key in before if key in after and isinstance(after[key], Mapping)]
        now = [key for key in after if key in common]
        if common != now:
            zh, en = place(path, "zh"), place(path, "en")
            text = Text(f"{zh}:各行次序改变", f"{en}: the order of rows changed")
            found.append(Difference(path, ",".join(common), ",".join(now), "", None, text))
    return found
