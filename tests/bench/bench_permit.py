"""How long a permit takes: laid out, with its QR code, signed; and how long a token check takes."""

import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter

from services.issuance.keys import load_keys
from services.issuance.rendering.signature import render_and_sign
from services.issuance.rendering.token import check_token, make_token
from tests.unit.issuance.permits import permit

RENDERS = 40
CHECKS = 500


def _milliseconds(work: Callable[[], object]) -> float:
    start = perf_counter()
    work()
    return (perf_counter() - start) * 1000


def render_sign_p50_ms() -> float:
    """Median of token, QR code, PDF and signature of permits that differ in their numbers, after three for warmth."""
    with tempfile.TemporaryDirectory() as folder:
        ring = load_keys(Path(folder) / "keys", authority_name="鄂尔多斯市交通运输局")
        permits = [permit(number=f"150600-2031-{index:06}") for index in range(RENDERS + 3)]

        def issue() -> None:
            document = permits.pop()
            render_and_sign(document, make_token(document, ring.signing), ring.document_key)

        times = [_milliseconds(issue) for _ in range(RENDERS + 3)]
    return median(times[3:])


def token_check_ms() -> float:
    """Median of one genuine token's check."""
    with tempfile.TemporaryDirectory() as folder:
        ring = load_keys(Path(folder) / "keys", authority_name="鄂尔多斯市交通运输局")
    token = make_token(permit(), ring.signing)
    return median(_milliseconds(lambda: check_token(token, ring.verifying)) for _ in range(CHECKS))


if __name__ == "__main__":
    print(f"permit.render_sign_p50_ms {render_sign_p50_ms():.1f} (target 50)")
    print(f"permit.token_check_ms {token_check_ms():.3f} (target 1)")
