"""`python -m services.issuance.verify`: checks a permit's token, or finds permits by plate, without a network.

    python -m services.issuance.verify --keys keys.json --revocations revocations.json TOKEN
    python -m services.issuance.verify --keys keys.json --extract extract.json --plate 12345

Prints one JSON object. Exit code 0: valid, on a fresh list (or a permit was found in a fresh extract); 1: any other
verdict; 2: files that cannot be read; 3: valid, but the list is stale, forged or missing.
"""

import argparse
import json
import sys
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from services.issuance.offline.checking import Keys, check_offline, keys_of, open_list, permits_by_plate
from shared.contracts.verification import ActiveExtract, PublicKeys, RevocationList
from shared.domain.clock import utc_now

GOOD, NOT_GOOD, UNREADABLE, NOT_SURE = 0, 1, 2, 3


def main(arguments: Sequence[str] | None = None, *, moment: datetime | None = None) -> int:
    """Run the command; the exit code."""
    parser = argparse.ArgumentParser(prog="python -m services.issuance.verify", description="Check permits offline")
    parser.add_argument("--keys", type=Path, required=True, help="file of /public/keys")
    parser.add_argument("--revocations", type=Path, help="file of /public/revocations")
    parser.add_argument("--extract", type=Path, help="file of /public/extract")
    wanted = parser.add_mutually_exclusive_group(required=True)
    wanted.add_argument("token", nargs="?", help="HC1:... as scanned")
    wanted.add_argument("--plate", help="the last five characters of a plate, or more")
    chosen = parser.parse_args(arguments)
    now = moment or utc_now()
    file: Path | None = chosen.extract if chosen.plate else chosen.revocations
    try:
        keys = keys_of(PublicKeys.model_validate_json(chosen.keys.read_bytes()))
        body = file.read_bytes() if file else None
    except (OSError, ValueError) as error:
        sys.stderr.write(f"{error}\n")
        return UNREADABLE
    code, answer = _by_plate(chosen.plate, body, keys, now) if chosen.plate else _token(chosen.token, body, keys, now)
    sys.stdout.write(json.dumps(answer, ensure_ascii=False) + "\n")
    return code


def _token(token: str, body: bytes | None, keys: Keys, now: datetime) -> tuple[int, dict[str, object]]:
    verdict = check_offline(token, keys, open_list(body, keys, now, RevocationList), now)
    answer: dict[str, object] = {
        "verdict": verdict.verdict,
        "list": verdict.list_state,
        "since": verdict.since.isoformat() if verdict.since else None,
        "permit": verdict.claims.model_dump(mode="json") if verdict.claims else None,
    }
    if verdict.relied_on:
        return GOOD, answer
    return (NOT_SURE if verdict.verdict == "valid" else NOT_GOOD), answer


def _by_plate(tail: str, body: bytes | None, keys: Keys, now: datetime) -> tuple[int, dict[str, object]]:
    extract = open_list(body, keys, now, ActiveExtract)
    found = permits_by_plate(extract.content, tail) if extract.content else ()
    answer: dict[str, object] = {
        "list": extract.state,
        "permits": [entry.model_dump(mode="json") for entry in found],
    }
    in_force = any(entry.valid_from <= now <= entry.valid_to and not entry.hold for entry in found)
    if not in_force:
        return NOT_GOOD, answer
    return (GOOD if extract.state == "fresh" else NOT_SURE), answer


if __name__ == "__main__":
    sys.exit(main())
