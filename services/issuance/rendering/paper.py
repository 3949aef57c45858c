"""Official papers (文书): notices and decisions as signed PDFs, all of one form under the authority's seal."""

import json
from pathlib import Path

from services.issuance.rendering.document import SHANGHAI, IssuingAuthority
from services.issuance.rendering.glyphs import printable
from services.issuance.rendering.pdf import compiled
from services.issuance.rendering.signature import load_signer, sign_pdf
from services.issuance.rendering.texts import chinese_date, prose
from shared.contracts.official import OfficialPaper


def render_paper(paper: OfficialPaper, authority: IssuingAuthority, *, demonstration: bool) -> bytes:
    """The paper before signing, bit-identical for the same paper and authority."""
    shown = {
        "title": printable(paper.title),
        "number": f"编号：{printable(paper.number)}",
        "addressee": f"{printable(paper.addressee)}：",
        "body": _paragraphs(paper.body),
        "items": _paragraphs(paper.items),
        "closing": _paragraphs([*paper.closing, paper.remedies]),
        "authority": printable(authority.name),
        "date": chinese_date(paper.issued_at.astimezone(SHANGHAI).date()),
        "foot": f"{printable(paper.file_name)}　本文书经电子签名，内容改动即可识别。",
        "pages": "第 {page} 页　共 {pages} 页",
        "banner": "示范文书：由示范系统生成，不具有法律效力。" if demonstration else None,
        "watermark": "示范" if demonstration else None,
        "seal": "示范用章" if demonstration else printable(authority.seal_line),
    }
    return compiled("paper.typ", {"paper": json.dumps(shown, ensure_ascii=False)}, paper.issued_at)


def _paragraphs(texts: list[str]) -> list[str]:
    """Each line a paragraph of its own; what the fonts cannot print as its code point."""
    return [printable(prose(line)) for text in texts for line in text.splitlines() if line.strip()]


def render_and_sign_paper(
    paper: OfficialPaper, authority: IssuingAuthority, demonstration: bool, document_key: Path
) -> bytes:
    """The signed PDF of a paper: the whole work, for a process pool.

    Raises:
        DocumentKeyError: the key file is not one.
        OSError: the key file cannot be read.
    """
    pdf = render_paper(paper, authority, demonstration=demonstration)
    return sign_pdf(pdf, load_signer(document_key), reason=f"出具{paper.title}", location=authority.name)
