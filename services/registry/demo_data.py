"""Demonstration data of registry: people, one carrier, and every vehicle of the sample applications with its papers."""

from datetime import timedelta
from typing import Final, NamedTuple
from uuid import UUID

from sqlalchemy import exists, select
from sqlalchemy.dialects.postgresql import insert

from services.registry.passwords import Passwords
from shared.contracts.demo import AGENCY_ID, CARRIER_ID, CARRIER_NAME, DEMO_ACCOUNTS, DEMO_PASSWORD, demo_id
from shared.domain.clock import shanghai_day, utc_now
from shared.domain.roles import Role
from shared.platform.database import ReadSession, WriteSession
from shared.platform.plain import PlainError
from shared.platform.runtime import Runtime
from shared.platform.transaction import reading, transaction
from shared.schema.registry import Account, Carrier, Paper, Vehicle

VALID_DAYS: Final = 730
"""Papers of the demonstration are good for two years from the day they are loaded."""


class DemoVehicle(NamedTuple):
    """A vehicle of the samples."""

    plate: str
    kind: str
    curb_mass_kg: int
    axles: int


DEMO_VEHICLES: Final = (
    DemoVehicle("蒙K12345", "tractor", 8_810, 3),
    DemoVehicle("蒙K1234挂", "flatbed", 9_000, 3),
    DemoVehicle("蒙K23456", "tractor", 8_810, 3),
    DemoVehicle("蒙K23456超", "flatbed", 9_000, 5),
    DemoVehicle("蒙K34567", "tractor", 8_800, 3),
    DemoVehicle("蒙K3456挂", "flatbed", 12_000, 3),
    DemoVehicle("蒙K45678", "tractor", 9_200, 3),
    DemoVehicle("蒙K45678超", "flatbed", 36_000, 5),
    DemoVehicle("蒙K50000", "tractor", 13_000, 3),
    DemoVehicle("蒙K50001", "tractor", 13_000, 3),
    DemoVehicle("蒙K50002", "tractor", 13_000, 3),
    DemoVehicle("蒙K56789超", "hydraulic", 105_000, 56),
    DemoVehicle("蒙K67890", "tractor", 9_000, 3),
    DemoVehicle("蒙K6789挂", "flatbed", 9_000, 3),
    DemoVehicle("蒙K78901", "tractor", 9_000, 3),
    DemoVehicle("蒙K7890挂", "flatbed", 9_000, 3),
    DemoVehicle("蒙K89012", "tractor", 9_000, 3),
    DemoVehicle("蒙K8901挂", "flatbed", 9_500, 3),
)
_MODELS: Final = {"tractor": "示范牵引车", "flatbed": "示范平板挂车", "hydraulic": "示范液压轴线车"}


class DemoRefusedError(PlainError):
    """Demonstration data would mix with real data, or open a real system with a password everybody knows."""


async def load_demo(runtime: Runtime) -> None:
    """Put the demonstration data that is not there yet.

    Raises:
        DemoRefusedError: outside the embedded mode, or the database holds real accounts or carriers.
    """
    if not runtime.settings.own_database:
        raise DemoRefusedError(
            "Demonstration data is for the embedded database alone. Set DAJIAN_DEMO=none, or unset DATABASE_URL."
        )
    async with reading(runtime.database) as session:
        there = await session.get(Account, DEMO_ACCOUNTS[0].id)
        if there is None and await _holds_real_rows(session):
            raise DemoRefusedError(
                "The database holds real data, so demonstration data is refused. Set DAJIAN_DEMO=none, "
                "or DAJIAN_DATA_DIR to another folder."
            )
    hashed = None if there else await (await Passwords.make()).hash(DEMO_PASSWORD)
    async with transaction(runtime.database) as writing:
        if hashed:
            await _put_accounts(writing, hashed, runtime.settings.authority_adcode)
        await _put_carrier(writing)


async def _holds_real_rows(session: ReadSession) -> bool:
    carriers = exists(select(Carrier.id).where(Carrier.id != CARRIER_ID))
    return bool(await session.scalar(select(exists(select(Account.id)) | carriers)))


async def _put_accounts(session: WriteSession, hashed: str, adcode: str) -> None:
    rows = [
        {
            "id": account.id,
            "username": account.username,
            "display_name": account.display_name,
            "password_hash": hashed,
            "roles": [account.role.value],
            "authority_adcode": None if account.role in {Role.COMPANY_AGENT, Role.ESCORT_DISPATCHER} else adcode,
            "carrier_id": CARRIER_ID if account.role is Role.COMPANY_AGENT else None,
            "agency_id": AGENCY_ID if account.role is Role.ESCORT_DISPATCHER else None,
        }
        for account in DEMO_ACCOUNTS
    ]
    await session.execute(insert(Account).values(rows).on_conflict_do_nothing())


async def _put_carrier(session: WriteSession) -> None:
    carrier = {"id": CARRIER_ID, "name": CARRIER_NAME, "credit_code_no": "91150600MA0DEMH00X", "phone": "0477-8000000"}
    await session.execute(insert(Carrier).values(carrier).on_conflict_do_nothing())
    vehicles = [
        {"id": demo_id(f"vehicle:{v.plate}"), "carrier_id": CARRIER_ID, "model": _MODELS[v.kind], **v._asdict()}
        for v in DEMO_VEHICLES
    ]
    await session.execute(insert(Vehicle).values(vehicles).on_conflict_do_nothing())
    papers = [_paper(CARRIER_ID, "transport_licence", "示范许可 150600000001", covers=True)]
    papers += [_paper(CARRIER_ID, kind, f"示范 {kind}") for kind in ("agent_id", "authorisation")]
    papers += [_paper(demo_id(f"vehicle:{v.plate}"), "vehicle_licence", f"示范行驶证 {v.plate}") for v in DEMO_VEHICLES]
    await session.execute(insert(Paper).values(papers).on_conflict_do_nothing())


def _paper(owner_id: UUID, kind: str, number: str, *, covers: bool | None = None) -> dict[str, object]:
    now = utc_now()
    return {
        "id": demo_id(f"paper:{owner_id}:{kind}"),
        "carrier_id": CARRIER_ID,
        "owner_id": owner_id,
        "kind": kind,
        "number": number,
        "covers_oversize": covers,
        "valid_to": shanghai_day(now) + timedelta(days=VALID_DAYS),
        "verified_at": now,
        "verified_by": demo_id("account:clerk"),
    }
