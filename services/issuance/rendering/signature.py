"""The authority's signature on the document: PAdES, invisible, certifying that nothing may be changed."""

import asyncio
import io
from functools import lru_cache
from pathlib import Path
from typing import Final

from asn1crypto import keys as asn1_keys
from asn1crypto import pem
from asn1crypto import x509 as asn1_x509
from pyhanko.pdf_utils.extensions import DeveloperExtension
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import MDPPerm, SigFieldSpec, SigSeedSubFilter
from pyhanko.sign.signers import PdfSignatureMetadata, SimpleSigner
from pyhanko.sign.signers import sign_pdf as pyhanko_sign
from pyhanko_certvalidator.registry import SimpleCertificateStore

from services.issuance.rendering.document import PermitDocument
from services.issuance.rendering.pdf import render_pdf, warm_fonts

FIELD_NAME: Final = "IssuingAuthority"
BASE_VERSION: Final = "/1.7"
RESERVED_BYTES: Final = 16_384
"""Hexadecimal digits kept for the signature container with its chain; letting pyhanko estimate would sign twice."""


class _ArchivalWriter(IncrementalPdfFileWriter):
    """An update that leaves what PDF/A-3 fixed: version 1.7 and the metadata, whose dates agree with each other.

    pyhanko would raise the file to PDF 2.0 for a P-256 signature (PAdES allows it in 1.7) and rewrite the metadata in
    a form PDF/A-3 does not know. The time of signing stands in the signature.
    """

    output_version = (1, 7)

    def ensure_output_version(self, version: tuple[int, int]) -> None:
        """Keep the version of the document."""

    def register_extension(self, ext: DeveloperExtension) -> None:
        """Declare extensions of PDF 1.7 alone: PAdES itself (ESIC), not the elliptic curves of PDF 2.0."""
        if ext.base_version == BASE_VERSION:
            super().register_extension(ext)

    def _update_meta(self) -> None:
        """Keep the metadata of the document."""


class DocumentKeyError(ValueError):
    """A document key file does not hold one private key and its certificate."""


def load_signer(document_key: Path) -> SimpleSigner:
    """Signer of a PEM file with one unencrypted PKCS #8 key, its certificate, and further certificates of the chain.

    Raises:
        DocumentKeyError: the file holds something else.
        OSError: the file cannot be read.
    """
    return _signer(document_key, document_key.stat().st_mtime_ns)


@lru_cache(maxsize=4)
def _signer(document_key: Path, _modified_ns: int) -> SimpleSigner:
    parts = document_key.read_bytes()
    if not pem.detect(parts):
        raise DocumentKeyError(f"{document_key} is not a PEM file; restore it from a backup.")
    blocks = [(kind, der) for kind, _, der in pem.unarmor(parts, multiple=True)]
    keys = [der for kind, der in blocks if kind == "PRIVATE KEY"]
    chain = [asn1_x509.Certificate.load(der) for kind, der in blocks if kind == "CERTIFICATE"]
    if len(keys) != 1 or not chain:
        raise DocumentKeyError(f"{document_key} must hold one unencrypted private key and its certificate (PEM).")
    others = SimpleCertificateStore()  # type: ignore[no-untyped-call]
    others.register_multiple(chain)
    return SimpleSigner(
        signing_cert=chain[0],
        signing_key=asn1_keys.PrivateKeyInfo.load(keys[0]),
        cert_registry=others,
    )


def sign_pdf(pdf: bytes, signer: SimpleSigner, *, reason: str, location: str) -> bytes:
    """The document with the authority's signature as an incremental update (PAdES B-B, certifying, invisible).

    Runs an event loop of its own: call it in a process or thread without one.

    Args:
        pdf: the document before signing.
        signer: from `load_signer`.
        reason: shown by readers beside the signature.
        location: shown by readers beside the signature.

    Raises:
        RuntimeError: called on an event loop, which it would hold up.
    """
    if _on_event_loop():
        raise RuntimeError("Documents are signed in a process or a thread, never on the event loop.")
    metadata = PdfSignatureMetadata(
        field_name=FIELD_NAME,
        md_algorithm="sha256",
        subfilter=SigSeedSubFilter.PADES,
        certify=True,
        docmdp_permissions=MDPPerm.NO_CHANGES,
        reason=reason,
        location=location,
    )
    out = io.BytesIO()
    pyhanko_sign(
        _ArchivalWriter(io.BytesIO(pdf)),
        metadata,
        signer,
        new_field_spec=SigFieldSpec(FIELD_NAME, box=None),
        bytes_reserved=RESERVED_BYTES,
        output=out,
    )
    return out.getvalue()


def _on_event_loop() -> bool:
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return False
    return True


def warm(document_key: Path) -> None:
    """What the first permit would have to wait for in a new worker process: fonts and key read, libraries loaded."""
    warm_fonts()
    load_signer(document_key)


def render_and_sign(document: PermitDocument, qr_token: str, document_key: Path) -> bytes:
    """The signed PDF of a permit: the whole work, for a process pool (arguments and result can be pickled).

    Args:
        document: the permit.
        qr_token: its token from `make_token`.
        document_key: PEM file with the document key and certificate; read again when it changes.

    Raises:
        DocumentKeyError: the key file is not one.
        RuntimeError: called on an event loop.
        OSError: the key file cannot be read.
    """
    pdf = render_pdf(document, qr_token)
    return sign_pdf(pdf, load_signer(document_key), reason=f"签发{document.title}", location=document.authority.name)
