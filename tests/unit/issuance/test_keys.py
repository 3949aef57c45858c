"""The key folder: made once, closed to others, rotated without breaking older tokens."""

import base64
import stat
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from services.issuance.keys import KeyFolderError, load_keys, rotate_token_key
from services.issuance.rendering.token import check_token, make_token, verifying_key
from tests.unit.issuance.permits import permit

AUTHORITY = "鄂尔多斯市交通运输局"


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def kids(folder: Path) -> list[str]:
    return [key["kid"] for key in load_keys(folder, authority_name=AUTHORITY).public["keys"]]


def test_first_start_makes_closed_files(tmp_path: Path) -> None:
    folder = tmp_path / "data" / "keys"
    load_keys(folder, authority_name=AUTHORITY)
    assert mode(folder) == 0o700
    assert {path.name: mode(path) for path in folder.iterdir()} == {"token-0001.pem": 0o600, "document.pem": 0o600}


def test_a_second_start_loads_the_same_keys(tmp_path: Path) -> None:
    first = load_keys(tmp_path / "keys", authority_name=AUTHORITY)
    second = load_keys(tmp_path / "keys", authority_name="改名后的机关")
    assert first.public == second.public
    assert check_token(make_token(permit(), first.signing), second.verifying).verdict == "ok"


def test_the_certificate_names_the_authority_and_allows_signing_only(tmp_path: Path) -> None:
    ring = load_keys(tmp_path / "keys", authority_name=AUTHORITY * 9)
    certificate = x509.load_pem_x509_certificate(ring.public["document_certificates"][0].encode())
    assert isinstance(certificate.public_key(), ec.EllipticCurvePublicKey)
    assert certificate.subject.rfc4514_string().startswith(f"CN={(AUTHORITY * 9)[:21]},")
    usage = certificate.extensions.get_extension_for_class(x509.KeyUsage).value
    assert usage.digital_signature
    assert usage.content_commitment
    assert not usage.key_cert_sign


def test_public_keys_verify_alone_and_hold_nothing_private(tmp_path: Path) -> None:
    ring = load_keys(tmp_path / "keys", authority_name=AUTHORITY)
    (entry,) = ring.public["keys"]
    raw = base64.urlsafe_b64decode(entry["x"] + "=")
    kid = bytes.fromhex(entry["kid"])
    stranger = {kid: verifying_key(kid, Ed25519PublicKey.from_public_bytes(raw))}
    assert check_token(make_token(permit(), ring.signing), stranger).verdict == "ok"
    assert "PRIVATE" not in str(ring.public)
    assert "d" not in entry


def test_rotation_signs_with_the_newest_and_verifies_with_all(tmp_path: Path) -> None:
    old = load_keys(tmp_path / "keys", authority_name=AUTHORITY)
    new = rotate_token_key(tmp_path / "keys")
    assert new.signing.kid != old.signing.kid
    assert new.public["keys"][0]["kid"] == new.signing.kid.hex()
    assert check_token(make_token(permit(), old.signing), new.verifying).verdict == "ok"
    assert check_token(make_token(permit(), new.signing), new.verifying).verdict == "ok"
    assert check_token(make_token(permit(), new.signing), old.verifying).verdict == "unknown_key"
    (tmp_path / "keys" / "token-0001.pem").unlink()
    retired = load_keys(tmp_path / "keys", authority_name=AUTHORITY)
    assert check_token(make_token(permit(), old.signing), retired.verifying).verdict == "unknown_key"


def test_rotation_needs_a_first_key(tmp_path: Path) -> None:
    with pytest.raises(KeyFolderError, match="no token key"):
        rotate_token_key(tmp_path)


@pytest.mark.parametrize("name", ["token-0001.pem", "document.pem", "."])
@pytest.mark.parametrize("bits", [0o040, 0o004])
def test_keys_others_can_read_are_refused(tmp_path: Path, name: str, bits: int) -> None:
    folder = tmp_path / "keys"
    load_keys(folder, authority_name=AUTHORITY)
    path = folder / name
    path.chmod(mode(path) | bits)
    with pytest.raises(KeyFolderError, match=r"chmod [67]00 "):
        load_keys(folder, authority_name=AUTHORITY)


def test_a_damaged_key_is_told_not_replaced(tmp_path: Path) -> None:
    folder = tmp_path / "keys"
    load_keys(folder, authority_name=AUTHORITY)
    for name in ("token-0001.pem", "document.pem"):
        whole = (folder / name).read_bytes()
        (folder / name).write_bytes(whole[:60])
        with pytest.raises(KeyFolderError, match="restore it from a backup"):
            load_keys(folder, authority_name=AUTHORITY)
        assert (folder / name).read_bytes() == whole[:60]
        (folder / name).write_bytes(whole)


def test_a_key_of_another_kind_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "keys"
    load_keys(folder, authority_name=AUTHORITY)
    (folder / "token-0001.pem").write_bytes((folder / "document.pem").read_bytes())
    with pytest.raises(KeyFolderError, match="Ed25519"):
        load_keys(folder, authority_name=AUTHORITY)


def test_a_certificate_of_another_key_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "keys"
    ring = load_keys(folder, authority_name=AUTHORITY)
    other = Ed25519PrivateKey.generate().private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    ring.document_key.write_bytes(other + ring.public["document_certificates"][0].encode())
    with pytest.raises(KeyFolderError, match="does not belong"):
        load_keys(folder, authority_name=AUTHORITY)


def test_a_path_that_cannot_be_a_folder_is_one_plain_line(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(KeyFolderError, match="cannot be used"):
        load_keys(tmp_path / "file" / "keys", authority_name=AUTHORITY)


def test_processes_that_start_together_agree(tmp_path: Path) -> None:
    """Each sees the whole keys of the one that was first; nothing half-written stays."""
    folder = tmp_path / "keys"
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        found = list(pool.map(kids, [folder] * 6))
    assert len({tuple(each) for each in found}) == 1
    assert sorted(path.name for path in folder.iterdir()) == ["document.pem", "token-0001.pem"]
