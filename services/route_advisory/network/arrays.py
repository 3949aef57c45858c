"""The network as numpy arrays, in one folder of memory-mappable .npy files named by its version."""

import json
import shutil
import tempfile
from dataclasses import dataclass, fields
from functools import cached_property
from pathlib import Path
from typing import Self

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]

_META = "meta.json"


@dataclass(frozen=True)
class Network:
    """Everything a route check needs, by index: nodes, segments, search structure, geometry, limits, bridges.

    Arrays of limits have the shape (5, n) in the order of `rows.MEASURES`; inf stands for "no limit", nan for "unknown".

    Args:
        version: names the folder; a hash of the arrays, so that equal rows have equal versions.
        roads: road codes, indexed by `seg_road`.
        names: names of the structures, indexed as `st_*`.
        node_id: ids of nodes, ascending.
        seg_*: segments by ascending id: ends as node indices, length m, class index, stakes m (2, n).
        out_*: search structure by start node: `out_seg` sorted by (start, end, segment), `pair_first` the first entry
            of each (start, end), `pair_to` its end, `pair_indptr` by start node. Parallel segments share a pair.
        in_*: the same arcs by end node, sorted by (end, segment): segment, start node, and whether it runs backwards.
        line_*: geometry points by segment with their share of the segment's length; `piece_*` the straight pieces.
        item_*: what sets a limit: segments with posted limits and all structures, sorted by (segment, share along it);
            `item_at` is nan for a whole segment; `item_allowed` is the limit less the required clearance;
            `item_needs` is the measure above which an unknown limit sends to survey.
        st_*: structures by ascending id.
        br_*: bridges: structure index, condition class (0 unknown), day of rating (ordinal, 0 unknown), lanes, frequency,
            factors, design loads (2, n) (-1 none), spans by `br_indptr` into `span_m`, continuous, special.
    """

    version: str
    roads: tuple[str, ...]
    names: tuple[str, ...]
    node_id: Ints
    node_lon: Floats
    node_lat: Floats
    seg_id: Ints
    seg_from: Ints
    seg_to: Ints
    seg_length: Floats
    seg_oneway: Bools
    seg_road: Ints
    seg_stake: Floats
    seg_class: Ints
    out_seg: Ints
    pair_first: Ints
    pair_to: Ints
    pair_indptr: Ints
    in_indptr: Ints
    in_seg: Ints
    in_from: Ints
    in_backward: Bools
    line_indptr: Ints
    line_lon: Floats
    line_lat: Floats
    line_at: Floats
    piece_seg: Ints
    piece_point: Ints
    item_seg: Ints
    item_at: Floats
    item_structure: Ints
    item_bridge: Ints
    item_kind: Ints
    item_limit: Floats
    item_allowed: Floats
    item_needs: Floats
    item_indptr: Ints
    st_id: Ints
    st_kind: Ints
    st_stake: Floats
    st_sample: Bools
    br_structure: Ints
    br_condition: Ints
    br_rated: Ints
    br_lanes: Ints
    br_frequency: Floats
    br_cq_design: Floats
    br_cq_load: Floats
    br_loads: Ints
    br_continuous: Bools
    br_special: Bools
    br_indptr: Ints
    span_m: Floats

    @cached_property
    def segment_index(self) -> dict[int, int]:
        """Index of a segment by its id."""
        return {key: index for index, key in enumerate(self.seg_id.tolist())}

    @cached_property
    def sample(self) -> bool:
        """Whether any structure is made up."""
        return bool(self.st_sample.any())

    @cached_property
    def spans(self) -> tuple[Floats, Ints]:
        """Distinct spans in m, and for each entry of `span_m` its place among them."""
        distinct, places = np.unique(self.span_m, return_inverse=True)
        return distinct, places.astype(np.int64)

    @classmethod
    def array_names(cls) -> tuple[str, ...]:
        """Names of the array fields."""
        return tuple(field.name for field in fields(cls) if field.name not in {"version", "roads", "names"})

    def save(self, parent: Path) -> Path:
        """Write the folder `parent/version` and return it; a folder already there is left as it is.

        The folder appears whole or not at all, so that other processes may load it at any time.
        """
        target = parent / self.version
        if target.exists():
            return target
        parent.mkdir(parents=True, exist_ok=True)
        draft = Path(tempfile.mkdtemp(prefix=f".{self.version}-", dir=parent))
        for name in self.array_names():
            np.save(draft / f"{name}.npy", getattr(self, name), allow_pickle=False)
        texts = {"roads": self.roads, "names": self.names}
        (draft / _META).write_text(json.dumps(texts, ensure_ascii=False), encoding="utf-8")
        try:
            draft.rename(target)
        except OSError:
            shutil.rmtree(draft)
            if not target.exists():
                raise
        return target

    @classmethod
    def load(cls, folder: Path) -> Self:
        """Map a saved network into memory, read only.

        Raises:
            FileNotFoundError: the folder is no saved network.
        """
        meta = json.loads((folder / _META).read_text(encoding="utf-8"))
        arrays = {name: np.load(folder / f"{name}.npy", mmap_mode="r") for name in cls.array_names()}
        return cls(version=folder.name, roads=tuple(meta["roads"]), names=tuple(meta["names"]), **arrays)
