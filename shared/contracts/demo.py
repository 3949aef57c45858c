"""Identities of the demonstration data, so that services agree on them: accounts, carrier, agency, vehicles."""

from typing import NamedTuple
from uuid import NAMESPACE_URL, UUID, uuid5

from shared.domain.roles import Role

DEMO_PASSWORD = "dajian-demo"


def demo_id(name: str) -> UUID:
    """The fixed id of a demonstration row."""
    return uuid5(NAMESPACE_URL, f"dajian:demo:{name}")


CARRIER_ID = demo_id("carrier")
CARRIER_NAME = "鄂尔多斯市示范大件运输有限公司"
AGENCY_ID = demo_id("agency")
AGENCY_NAME = "鄂尔多斯市示范护送服务有限公司"


class DemoAccount(NamedTuple):
    """A demonstration account."""

    username: str
    display_name: str
    role: Role

    @property
    def id(self) -> UUID:
        """Its account id."""
        return demo_id(f"account:{self.username}")


DEMO_ACCOUNTS = (
    DemoAccount("carrier", "示范经办人", Role.COMPANY_AGENT),
    DemoAccount("clerk", "示范受理员", Role.CLERK),
    DemoAccount("reviewer", "示范审查员甲", Role.REVIEWER),
    DemoAccount("reviewer2", "示范审查员乙", Role.REVIEWER),
    DemoAccount("approver", "示范审批人", Role.APPROVER),
    DemoAccount("inspector", "示范勘验员甲", Role.INSPECTOR),
    DemoAccount("inspector2", "示范勘验员乙", Role.INSPECTOR),
    DemoAccount("escort", "示范护送调度", Role.ESCORT_DISPATCHER),
    DemoAccount("officer", "示范路政员", Role.ROAD_OFFICER),
    DemoAccount("agent", "示范话务员", Role.HOTLINE_AGENT),
    DemoAccount("supervisor", "示范督办员", Role.SUPERVISOR),
    DemoAccount("admin", "示范管理员", Role.ADMIN),
)
