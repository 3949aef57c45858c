"""`audit verify`: looks at the whole audit log and says what was done to it."""

import sys

from shared.platform.audit_check import verify
from shared.platform.place import database_beside
from shared.platform.settings import PlatformSettings


async def verify_log(settings: PlatformSettings) -> int:
    """Verify chains, seals and signatures; 0: nothing was altered, dropped, reordered or rewritten."""
    async with database_beside(settings) as url:
        report = await verify(url, settings.keys_dir)
    for line in report.wrong:
        sys.stdout.write(f"WRONG  {line}\n")
    verdict = f"{len(report.wrong)} faults" if report.wrong else "nothing was altered, dropped, reordered or rewritten"
    sys.stdout.write(
        f"{report.events} events in {report.chains} chains, {report.seals} seals,"
        f" {report.unsealed} events not sealed yet: {verdict}.\n"
    )
    return 1 if report.wrong else 0
