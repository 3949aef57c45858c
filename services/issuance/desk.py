"""What the service keeps while it runs: its settings, keys, and which authority and series it issues for."""

import asyncio
from dataclasses import dataclass

from services.issuance.keys import KeyRing, load_keys
from services.issuance.rendering.signature import warm
from services.issuance.settings import IssuanceSettings
from services.issuance.verification.reader import NumberReader
from services.issuance.verification.tally import Tally
from shared.platform.runtime import Runtime
from shared.platform.tokens import Caller

DEMONSTRATION, REAL = "demonstration", "permit"


@dataclass(frozen=True, slots=True)
class Desk:
    """The issuing office.

    Args:
        settings: of issuance.
        keys: token keys and the document key.
        adcode: the authority this installation decides for.
        demonstration: permits are made in the demonstration series and marked.
        public_url: where anyone checks a permit.
    """

    settings: IssuanceSettings
    keys: KeyRing
    adcode: str
    demonstration: bool
    public_url: str

    @property
    def series(self) -> str:
        """The series of permit numbers."""
        return DEMONSTRATION if self.demonstration else REAL

    @property
    def template(self) -> str:
        """The template of permit numbers."""
        return self.settings.demonstration_template if self.demonstration else self.settings.number_template

    def authority_of(self, caller: Caller) -> str:
        """The authority whose rows an officer sees; one without an authority belongs to the installation's."""
        return caller.authority or self.adcode


async def prepare(runtime: Runtime) -> None:
    """Load settings and keys (made on first start), keep them, and warm the workers that make documents."""
    settings = IssuanceSettings()
    folder = runtime.settings.keys_dir / "issuance"
    keys = await asyncio.to_thread(load_keys, folder, authority_name=settings.authority_name)
    runtime.keep(
        Desk(
            settings=settings,
            keys=keys,
            adcode=runtime.settings.authority_adcode,
            demonstration=runtime.settings.demonstration != "none",
            public_url=runtime.settings.public_url.rstrip("/"),
        )
    )
    runtime.keep(Tally(runtime.database, runtime.settings.authority_adcode))
    runtime.keep(NumberReader(runtime.database))
    await asyncio.gather(*(runtime.cpu.run(warm, keys.document_key) for _ in range(runtime.settings.cpu_workers)))


async def finish(runtime: Runtime) -> None:
    """Write down what was counted and not written yet."""
    await runtime.own(Tally).finish()


def desk_of(runtime: Runtime) -> Desk:
    """The desk of a prepared service."""
    return runtime.own(Desk)
