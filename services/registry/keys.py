"""The keys tokens are signed with: Ed25519, one JSON Web Key a file, made once, read by their owner alone."""

import json
import os
import secrets
import stat
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from joserfc.errors import JoseError
from joserfc.jwk import OKPKey

from shared.contracts.registry import PublicKey, PublicKeySet
from shared.platform.plain import PlainError

FILES: Final = "[0-9][0-9][0-9][0-9].json"
_CURVE: Final = "Ed25519"
_OTHERS: Final = 0o077


class SigningKeys:
    """Loaded keys: the newest signs, all of them verify.

    Args:
        keys: private keys, newest first, at least one.
    """

    def __init__(self, keys: Sequence[OKPKey]) -> None:
        self.newest = keys[0]
        public = [key.as_dict(private=False) for key in keys]
        self._public = PublicKeySet(
            keys=[
                PublicKey(kty="OKP", crv="Ed25519", use="sig", kid=str(key["kid"]), x=str(key["x"])) for key in public
            ]
        )

    def public_set(self) -> PublicKeySet:
        """What everybody checks tokens with."""
        return self._public


def load_keys(folder: Path) -> SigningKeys:
    """Load the keys of a folder, making the first one when there is none; safe when processes start at once.

    Raises:
        PlainError: others can read a key, a file is damaged, or the folder cannot be used.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        if not _files(folder):
            _create(folder / "0001.json")
        return SigningKeys([_read(path) for path in reversed(_files(folder))])
    except OSError as error:
        raise PlainError(f"The key folder {folder} cannot be used ({error.strerror}).") from error


def add_key(folder: Path) -> SigningKeys:
    """Add a key that signs from the next start on; tokens of the older keys stay valid while their files stay."""
    load_keys(folder)
    newest = int(_files(folder)[-1].stem)
    _create(folder / f"{newest + 1:04}.json")
    return load_keys(folder)


def _files(folder: Path) -> list[Path]:
    return sorted(folder.glob(FILES))


def _read(path: Path) -> OKPKey:
    if os.name == "posix" and stat.S_IMODE(path.stat().st_mode) & _OTHERS:
        raise PlainError(f"Others can read the key {path}. Close it with: chmod 600 {path}")
    try:
        key = OKPKey.import_key(json.loads(path.read_text(encoding="ascii")))
    except (JoseError, ValueError, KeyError, TypeError) as error:
        raise PlainError(f"{path} holds no readable key. Restore it from a backup.") from error
    if key.curve_name != _CURVE or not key.is_private or not key.kid:
        raise PlainError(f"{path} must hold a private Ed25519 key with its kid. Restore it from a backup.")
    return key


def _create(path: Path) -> None:
    """Write a new key that appears whole and once: when another process was first, its key stays and ours goes."""
    key = OKPKey.generate_key(_CURVE, auto_kid=True)
    draft = path.with_name(f".{path.name}.{secrets.token_hex(8)}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(descriptor, "w", encoding="ascii") as file:
            json.dump(key.as_dict(private=True), file)
            file.flush()
            os.fsync(file.fileno())
        try:
            path.hardlink_to(draft)
        except FileExistsError:
            return
    finally:
        draft.unlink()
