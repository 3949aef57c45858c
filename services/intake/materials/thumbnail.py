"""Draws the first page of a file small: a program of its own, since what it reads comes from strangers.

Run by `preview.py` as a process with bounds on time and memory, in isolated mode: it imports nothing of ours.
The file is standard input, its kind the first argument, the picture (PNG) standard output.
"""

import resource
import sys
import tempfile
from pathlib import Path

import typst

MEMORY_BYTES = 1 << 31
CPU_S = 8
PAGE = """
#set page(width: 180pt, height: 240pt, margin: 0pt, fill: white)
#align(center + horizon, image("file.%s", width: 100%%, height: 100%%, fit: "contain"))
"""


def draw(data: bytes, kind: str) -> bytes:
    """The picture of a file: `pdf`, `png`, `jpg` or `webp`."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, f"file.{kind}").write_bytes(data)
        page = Path(folder, "page.typ")
        page.write_text(PAGE % kind, encoding="utf-8")
        return typst.compile(page, root=Path(folder), format="png", ppi=144, ignore_system_fonts=True)


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_S, CPU_S))
    sys.stdout.buffer.write(draw(sys.stdin.buffer.read(), sys.argv[1]))
