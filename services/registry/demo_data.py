"""Demonstration data of registry: people, and the carrier of the sample applications with its vehicles and their papers.

The living office (DAJIAN_DEMO=full) has more people, and more carriers with vehicles like those of the samples.
"""

from collections.abc import Sequence
from datetime import timedelta
from typing import Final, NamedTuple
from uuid import UUID

from sqlalchemy import exists, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from services.registry.passwords import Passwords
from shared.contracts.demo import (
    AGENCY_ID,
    CARRIER_ID,
    CARRIER_NAME,
    DEMO_ACCOUNTS,
    DEMO_PASSWORD,
    DemoAccount,
    demo_id,
)
from shared.contracts.demo_office import (
    FURTHER_ACCOUNTS,
    FURTHER_CARRIERS,
    SECOND_AGENCY_ID,
    OfficeCarrier,
    RigKind,
    rigs,
)
from shared.domain.clock import shanghai_day, utc_now
from shared.domain.roles import Role
from shared.platform.database import WriteSession
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
_LIKE: Final[dict[RigKind, tuple[DemoVehicle, DemoVehicle]]] = {
    "low": (DEMO_VEHICLES[0], DEMO_VEHICLES[1]),
    "wide": (DEMO_VEHICLES[2], DEMO_VEHICLES[3]),
    "girder": (DEMO_VEHICLES[4], DEMO_VEHICLES[5]),
    "blade": (DEMO_VEHICLES[6], DEMO_VEHICLES[7]),
}
"""The vehicles of the samples each kind of rig is made after."""
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
    office = runtime.settings.demonstration == "full"
    wanted = (*DEMO_ACCOUNTS, *FURTHER_ACCOUNTS) if office else DEMO_ACCOUNTS
    async with reading(runtime.database) as session:
        there = set((await session.scalars(select(Account.id).where(Account.id.in_(one.id for one in wanted)))).all())
        if not there and await holds_real_rows(session):
            raise DemoRefusedError(
                "The database holds real data, so demonstration data is refused. Set DAJIAN_DEMO=none, "
                "or DAJIAN_DATA_DIR to another folder."
            )
    missing = [account for account in wanted if account.id not in there]
    hashed = await (await Passwords.make()).hash(DEMO_PASSWORD) if missing else ""
    async with transaction(runtime.database) as writing:
        if missing:
            await _put_accounts(writing, missing, hashed, runtime.settings.authority_adcode)
        await _put_carrier(writing)
        if office:
            for carrier in FURTHER_CARRIERS:
                await _put_further(writing, carrier)


async def holds_real_rows(session: AsyncSession) -> bool:
    """Whether there is an account or a carrier that is not of the demonstration."""
    people = [account.id for account in (*DEMO_ACCOUNTS, *FURTHER_ACCOUNTS)]
    companies = [CARRIER_ID, *(carrier.id for carrier in FURTHER_CARRIERS)]
    real = exists(select(Account.id).where(Account.id.not_in(people)))
    return bool(await session.scalar(select(real | exists(select(Carrier.id).where(Carrier.id.not_in(companies))))))


async def _put_accounts(session: WriteSession, accounts: Sequence[DemoAccount], hashed: str, adcode: str) -> None:
    agents = {carrier.agent: carrier.id for carrier in FURTHER_CARRIERS}
    rows = [
        {
            "id": account.id,
            "username": account.username,
            "display_name": account.display_name,
            "password_hash": hashed,
            "roles": [account.role.value],
            "authority_adcode": None if account.role in {Role.COMPANY_AGENT, Role.ESCORT_DISPATCHER} else adcode,
            "carrier_id": agents.get(account.username, CARRIER_ID) if account.role is Role.COMPANY_AGENT else None,
            "agency_id": _agency_of(account),
        }
        for account in accounts
    ]
    await session.execute(insert(Account).values(rows).on_conflict_do_nothing())


def _agency_of(account: DemoAccount) -> UUID | None:
    if account.role is not Role.ESCORT_DISPATCHER:
        return None
    return SECOND_AGENCY_ID if account in FURTHER_ACCOUNTS else AGENCY_ID


async def _put_carrier(session: WriteSession) -> None:
    carrier = {"id": CARRIER_ID, "name": CARRIER_NAME, "credit_code_no": "91150600MA0DEMH00X", "phone": "0477-8000000"}
    await _put_company(session, carrier, "示范许可 150600000001", DEMO_VEHICLES)


async def _put_further(session: WriteSession, carrier: OfficeCarrier) -> None:
    row = {
        "id": carrier.id,
        "name": carrier.name,
        "credit_code_no": carrier.credit_code_no,
        "phone": f"0477-80000{carrier.agent[-1]}0",
    }
    fleet = [
        vehicle
        for rig in rigs()
        if rig.carrier is carrier
        for vehicle in (
            _LIKE[rig.kind][0]._replace(plate=rig.tractor),
            _LIKE[rig.kind][1]._replace(plate=rig.trailer),
        )
    ]
    await _put_company(session, row, f"示范许可 15060000000{carrier.agent[-1]}", fleet)


async def _put_company(
    session: WriteSession, carrier: dict[str, object], licence: str, fleet: Sequence[DemoVehicle]
) -> None:
    """A carrier with its vehicles, and every paper of both."""
    carrier_id = UUID(str(carrier["id"]))
    await session.execute(insert(Carrier).values(carrier).on_conflict_do_nothing())
    vehicles = [
        {"id": demo_id(f"vehicle:{v.plate}"), "carrier_id": carrier_id, "model": _MODELS[v.kind], **v._asdict()}
        for v in fleet
    ]
    await session.execute(insert(Vehicle).values(vehicles).on_conflict_do_nothing())
    papers = [_paper(carrier_id, carrier_id, "transport_licence", licence, covers=True)]
    papers += [_paper(carrier_id, carrier_id, kind, f"示范 {kind}") for kind in ("agent_id", "authorisation")]
    papers += [
        _paper(carrier_id, demo_id(f"vehicle:{v.plate}"), "vehicle_licence", f"示范行驶证 {v.plate}") for v in fleet
    ]
    await session.execute(insert(Paper).values(papers).on_conflict_do_nothing())


def _paper(
    carrier_id: UUID, owner_id: UUID, kind: str, number: str, *, covers: bool | None = None
) -> dict[str, object]:
    now = utc_now()
    return {
        "id": demo_id(f"paper:{owner_id}:{kind}"),
        "carrier_id": carrier_id,
        "owner_id": owner_id,
        "kind": kind,
        "number": number,
        "covers_oversize": covers,
        "valid_to": shanghai_day(now) + timedelta(days=VALID_DAYS),
        "verified_at": now,
        "verified_by": demo_id("account:clerk"),
    }
