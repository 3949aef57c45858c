"""The signature on the document: valid, covering all of it, broken by any change, made outside the event loop."""

import io
import shutil
import subprocess
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko.sign.validation.status import PdfSignatureStatus, SignatureCoverageLevel
from pyhanko_certvalidator import ValidationContext

from services.issuance.keys import KeyRing, load_keys
from services.issuance.rendering.pdf import render_pdf
from services.issuance.rendering.signature import DocumentKeyError, load_signer, render_and_sign
from services.issuance.rendering.token import make_token
from tests.unit.issuance.pdfs import catalogue, dictionary, xmp
from tests.unit.issuance.permits import permit

AUTHORITY = "鄂尔多斯市交通运输局"


@pytest.fixture(scope="module")
def ring(tmp_path_factory: pytest.TempPathFactory) -> KeyRing:
    return load_keys(tmp_path_factory.mktemp("issuance") / "keys", authority_name=AUTHORITY)


@pytest.fixture(scope="module")
def signed(ring: KeyRing) -> bytes:
    return render_and_sign(permit(), make_token(permit(), ring.signing), ring.document_key)


def status(pdf: bytes, *, trusted: bytes | None = None) -> PdfSignatureStatus:
    (signature,) = PdfFileReader(io.BytesIO(pdf)).embedded_signatures
    roots = [signature.signer_cert] if trusted is None else []
    return validate_pdf_signature(signature, ValidationContext(trust_roots=roots, allow_fetching=False))


def test_is_valid_trusted_and_covers_the_whole_file(signed: bytes) -> None:
    found = status(signed)
    assert found.bottom_line
    assert found.coverage is SignatureCoverageLevel.ENTIRE_FILE
    assert found.docmdp_ok
    assert found.md_algorithm == "sha256"
    assert found.pkcs7_signature_mechanism == "sha256_ecdsa"


def test_is_pades_certifying_and_invisible(signed: bytes) -> None:
    (signature,) = PdfFileReader(io.BytesIO(signed)).embedded_signatures
    assert signature.sig_object["/SubFilter"] == "/ETSI.CAdES.detached"
    assert signature.docmdp_level.name == "NO_CHANGES"
    assert [float(edge) for edge in signature.sig_field["/Rect"]] == [0, 0, 0, 0]
    assert AUTHORITY in signature.signer_cert.subject.human_friendly


def test_any_change_breaks_it(signed: bytes) -> None:
    at = len(signed) // 3
    changed = signed[:at] + bytes([signed[at] ^ 1]) + signed[at + 1 :]
    assert not status(changed).intact


def test_a_stranger_is_not_trusted(signed: bytes) -> None:
    found = status(signed, trusted=b"")
    assert found.intact
    assert not found.bottom_line


def test_only_adds_to_the_document(ring: KeyRing, signed: bytes) -> None:
    plain = render_pdf(permit(), make_token(permit(), ring.signing))
    assert signed.startswith(plain)


def test_stays_what_pdf_a_3_allows(signed: bytes) -> None:
    root = catalogue(signed)
    assert signed.startswith(b"%PDF-1.7")
    assert "/Version" not in root
    assert list(dictionary(root, "/Extensions")) == ["/ESIC"]
    assert "<pdfaid:part>3</pdfaid:part>" in xmp(signed)


def test_works_in_a_spawned_process(ring: KeyRing) -> None:
    token = make_token(permit(), ring.signing)
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        pdf = pool.submit(render_and_sign, permit(), token, ring.document_key).result()
    assert status(pdf).bottom_line


async def test_refuses_to_run_on_an_event_loop(ring: KeyRing) -> None:
    with pytest.raises(RuntimeError, match="event loop"):
        render_and_sign(permit(), make_token(permit(), ring.signing), ring.document_key)


@pytest.mark.parametrize("content", [b"", b"no key", b"-----BEGIN CERTIFICATE-----\nMAA=\n-----END CERTIFICATE-----\n"])
def test_a_file_without_key_and_certificate_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "document.pem"
    path.write_bytes(content)
    with pytest.raises(DocumentKeyError):
        load_signer(path)


def test_a_new_document_key_is_noticed(tmp_path: Path) -> None:
    first = load_keys(tmp_path / "one", authority_name="甲").document_key
    second = load_keys(tmp_path / "two", authority_name="乙").document_key
    assert signer_name(first) == "甲"
    shutil.copyfile(second, first)
    assert signer_name(first) == "乙"


def signer_name(document_key: Path) -> str:
    certificate = load_signer(document_key).signing_cert
    assert certificate is not None
    return str(certificate.subject.native["common_name"])


@pytest.mark.pdf_tools
def test_pdfsig_agrees(signed: bytes, tmp_path: Path) -> None:
    path = tmp_path / "permit.pdf"
    path.write_bytes(signed)
    report = subprocess.run(["pdfsig", "-nocert", path], capture_output=True, text=True, check=False).stdout
    assert "Signature is Valid" in report
    assert "Total document signed" in report
