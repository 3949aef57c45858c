"""Who and what the living office of the demonstration has besides: carriers with their rigs, agents, clerks, an agency."""

from typing import Final, Literal, NamedTuple
from uuid import UUID

from shared.contracts.demo import CARRIER_ID, CARRIER_NAME, DemoAccount, demo_id
from shared.domain.roles import Role

RigKind = Literal["low", "wide", "girder", "blade"]


class OfficeCarrier(NamedTuple):
    """A carrier: the sign-in name of its agent, who that is, and the rigs it has of each kind."""

    agent: str
    agent_name: str
    name: str
    credit_code_no: str
    rigs: tuple[RigKind, ...]

    @property
    def id(self) -> UUID:
        """Its id."""
        return CARRIER_ID if self.agent == "carrier" else demo_id(f"carrier:{self.agent}")


class Rig(NamedTuple):
    """A tractor and its trailer."""

    kind: RigKind
    carrier: OfficeCarrier
    tractor: str
    trailer: str


FURTHER_CARRIERS: Final = (
    OfficeCarrier(
        "carrier2",
        "王建军",
        "达拉特旗远恒重载物流有限公司（示范）",
        "91150621MA0DEMA20X",
        ("low", "low", "wide", "girder"),
    ),
    OfficeCarrier(
        "carrier3",
        "李海霞",
        "准格尔旗宏泰大件运输有限公司（示范）",
        "91150622MA0DEMA30X",
        ("low", "wide", "wide", "girder"),
    ),
    OfficeCarrier(
        "carrier4",
        "赵永胜",
        "伊金霍洛旗鼎盛特种运输有限公司（示范）",
        "91150627MA0DEMA40X",
        ("low", "low", "wide", "wide"),
    ),
    OfficeCarrier(
        "carrier5",
        "巴特尔",
        "乌审旗昌源工程运输有限公司（示范）",
        "91150626MA0DEMA50X",
        ("low", "low", "wide", "girder"),
    ),
    OfficeCarrier(
        "carrier6",
        "苏日娜",
        "东胜区蒙通风电物流有限公司（示范）",
        "91150602MA0DEMA60X",
        ("low", "wide", "blade", "blade"),
    ),
)
"""The carriers beside the samples' own."""

OWN_CARRIER: Final = OfficeCarrier("carrier", "示范经办人", CARRIER_NAME, "", ("low", "wide", "girder", "blade"))
"""The samples' carrier, with the rigs of the samples."""

_OWN_PLATES: Final[dict[RigKind, tuple[str, str]]] = {
    "low": ("蒙K12345", "蒙K1234挂"),
    "wide": ("蒙K23456", "蒙K23456超"),
    "girder": ("蒙K34567", "蒙K3456挂"),
    "blade": ("蒙K45678", "蒙K45678超"),
}
_LETTERS: Final = "ABCDE"

SECOND_AGENCY_ID: Final = demo_id("agency:2")
SECOND_AGENCY_NAME: Final = "蒙西护航道路服务有限公司（示范）"

FURTHER_ACCOUNTS: Final = (
    *(DemoAccount(carrier.agent, carrier.agent_name, Role.COMPANY_AGENT) for carrier in FURTHER_CARRIERS),
    DemoAccount("clerk2", "刘敏", Role.CLERK),
    DemoAccount("clerk3", "其其格", Role.CLERK),
    DemoAccount("escort2", "陈志强", Role.ESCORT_DISPATCHER),
)
"""People beside the demonstration accounts, with the same password and the same bounds."""


def rigs() -> tuple[Rig, ...]:
    """Every rig of every carrier, the samples' first."""
    own = [Rig(kind, OWN_CARRIER, *_OWN_PLATES[kind]) for kind in OWN_CARRIER.rigs]
    further = [
        Rig(kind, carrier, f"蒙K{letter}{number}208", f"蒙K{letter}{number}20{'超' if kind != 'low' else '挂'}")
        for letter, carrier in zip(_LETTERS, FURTHER_CARRIERS, strict=True)
        for number, kind in enumerate(carrier.rigs, start=1)
    ]
    return (*own, *further)
