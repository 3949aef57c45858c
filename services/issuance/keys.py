"""The authority's key files: made once, guarded, loaded: token keys (Ed25519) and the document key (P-256)."""

import base64
import hashlib
import os
import secrets
import stat
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final, TypedDict

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.x509.oid import NameOID

from services.issuance.rendering.token import KID_BYTES, TokenKey, VerifyingKeys, signing_key, verifying_key

FOLDER_MODE: Final = 0o700
FILE_MODE: Final = 0o600
OTHERS: Final = 0o077
DOCUMENT_FILE: Final = "document.pem"
SIGNING_FILES: Final = "token-[0-9][0-9][0-9][0-9].pem"
CERTIFICATE_DAYS: Final = 3650
COMMON_NAME_BYTES: Final = 64
"""Upper bound of a common name (X.520), counted in UTF-8 as the library does: 21 Chinese characters."""


class KeyFolderError(RuntimeError):
    """A key folder cannot be used; the message says in one sentence what to do."""


class PublicKeyEntry(TypedDict):
    """One token key as a JWK (RFC 8037); `kid` is the COSE key id in hexadecimal."""

    kid: str
    kty: str
    crv: str
    alg: str
    use: str
    x: str


class PublicKeys(TypedDict):
    """What anybody needs to check tokens and documents; the first key is the one that signs now."""

    keys: list[PublicKeyEntry]
    document_certificates: list[str]


@dataclass(frozen=True, slots=True)
class KeyRing:
    """Loaded keys: the newest token key signs, all of them verify; documents are signed from their file."""

    signing: TokenKey
    verifying: VerifyingKeys
    document_key: Path
    public: PublicKeys


def load_keys(folder: Path, *, authority_name: str) -> KeyRing:
    """Load the keys, making what is missing: on first start everything. Safe when several processes start at once.

    Args:
        folder: the key folder; made with mode 0700.
        authority_name: name in the certificate that is made; not looked at when there is one.

    Raises:
        KeyFolderError: others can read a key, a file is damaged, or the folder cannot be written.
    """
    try:
        folder.mkdir(mode=FOLDER_MODE, parents=True, exist_ok=True)
        _refuse_shared(folder)
        if not _token_files(folder):
            _create(folder / "token-0001.pem", _token_pem())
        if not (folder / DOCUMENT_FILE).exists():
            _create(folder / DOCUMENT_FILE, _document_pem(authority_name))
        return _load(folder)
    except OSError as error:
        raise KeyFolderError(f"The key folder {folder} cannot be used: {error.strerror}.") from error


def rotate_token_key(folder: Path) -> KeyRing:
    """Add a token key that signs from now on; tokens of the older keys stay valid while their files stay.

    Raises:
        KeyFolderError: as `load_keys`; or the folder holds no keys yet.
    """
    files = _token_files(folder)
    if not files:
        raise KeyFolderError(f"The key folder {folder} holds no token key; start the service once to make one.")
    newest = int(files[-1].stem.removeprefix("token-"))
    try:
        _create(folder / f"token-{newest + 1:04}.pem", _token_pem())
        return _load(folder)
    except OSError as error:
        raise KeyFolderError(f"The key folder {folder} cannot be used: {error.strerror}.") from error


def _load(folder: Path) -> KeyRing:
    tokens = [_token_key(path) for path in reversed(_token_files(folder))]
    certificates = _certificates(folder / DOCUMENT_FILE)
    by_kid: dict[bytes, Ed25519PublicKey] = {_kid(key.public_key()): key.public_key() for key in tokens}
    newest = tokens[0]
    return KeyRing(
        signing=signing_key(_kid(newest.public_key()), newest),
        verifying={kid: verifying_key(kid, key) for kid, key in by_kid.items()},
        document_key=folder / DOCUMENT_FILE,
        public=_public(by_kid, certificates),
    )


def _token_files(folder: Path) -> list[Path]:
    return sorted(folder.glob(SIGNING_FILES))


def _public(keys: Mapping[bytes, Ed25519PublicKey], certificates: list[x509.Certificate]) -> PublicKeys:
    return PublicKeys(
        keys=[
            PublicKeyEntry(
                kid=kid.hex(),
                kty="OKP",
                crv="Ed25519",
                alg="EdDSA",
                use="sig",
                x=base64.urlsafe_b64encode(key.public_bytes_raw()).rstrip(b"=").decode("ascii"),
            )
            for kid, key in keys.items()
        ],
        document_certificates=[
            certificate.public_bytes(serialization.Encoding.PEM).decode("ascii") for certificate in certificates
        ],
    )


def _kid(key: Ed25519PublicKey) -> bytes:
    """Key id: the head of the SHA-256 of the raw public key, so that it needs no register."""
    return hashlib.sha256(key.public_bytes_raw()).digest()[:KID_BYTES]


def _refuse_shared(path: Path) -> None:
    if os.name == "posix" and stat.S_IMODE(path.stat().st_mode) & OTHERS:
        mode = FOLDER_MODE if path.is_dir() else FILE_MODE
        raise KeyFolderError(f"Others can read {path}; close it with: chmod {mode:o} {path}")


def _read(path: Path) -> bytes:
    _refuse_shared(path)
    return path.read_bytes()


def _token_key(path: Path) -> Ed25519PrivateKey:
    try:
        key = serialization.load_pem_private_key(_read(path), password=None)
    except (ValueError, TypeError) as error:
        raise KeyFolderError(f"{path} holds no readable private key; restore it from a backup.") from error
    if not isinstance(key, Ed25519PrivateKey):
        raise KeyFolderError(f"{path} must hold an Ed25519 key; restore it from a backup.")
    return key


def _certificates(path: Path) -> list[x509.Certificate]:
    """Certificate of the document key and the rest of its chain, after checking that key and certificate belong together."""
    pem = _read(path)
    try:
        key = serialization.load_pem_private_key(pem, password=None)
        chain = x509.load_pem_x509_certificates(pem)
    except (ValueError, TypeError) as error:
        raise KeyFolderError(
            f"{path} must hold a private key and its certificate; restore it from a backup."
        ) from error
    if key.public_key() != chain[0].public_key():
        raise KeyFolderError(f"The first certificate in {path} does not belong to its private key; put the right one.")
    return chain


def _create(path: Path, content: bytes) -> None:
    """Write a file that appears whole and once: when another process was first, its file stays and ours goes."""
    draft = path.with_name(f".{path.name}.{secrets.token_hex(8)}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, FILE_MODE)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        try:
            path.hardlink_to(draft)
        except FileExistsError:
            return
    finally:
        draft.unlink()


def _private_pem(key: Ed25519PrivateKey | ec.EllipticCurvePrivateKey) -> bytes:
    return key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )


def _token_pem() -> bytes:
    return _private_pem(Ed25519PrivateKey.generate())


def _document_pem(authority_name: str) -> bytes:
    """A P-256 key with a self-signed certificate, in one file so that both appear together.

    It proves that nothing was changed since; a certificate of a licensed certification service, which a reliable
    signature needs (E-signature Law art. 13, 16), replaces it in the same file.
    """
    key = ec.generate_private_key(ec.SECP256R1())
    common_name = authority_name.encode()[:COMMON_NAME_BYTES].decode(errors="ignore")
    name = x509.Name(
        [
            x509.NameAttribute(NameOID.COUNTRY_NAME, "CN"),
            x509.NameAttribute(NameOID.COMMON_NAME, common_name),
        ]
    )
    now = datetime.now(UTC)
    identifier = x509.SubjectKeyIdentifier.from_public_key(key.public_key())
    usage = dict.fromkeys(
        ("key_encipherment", "data_encipherment", "key_agreement", "key_cert_sign", "crl_sign", "encipher_only"), False
    )
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=CERTIFICATE_DAYS))
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(
            x509.KeyUsage(digital_signature=True, content_commitment=True, decipher_only=False, **usage), critical=True
        )
        .add_extension(identifier, critical=False)
        .sign(key, hashes.SHA256())
    )
    return _private_pem(key) + certificate.public_bytes(serialization.Encoding.PEM)
