"""Roles and their codes, as in the permission matrix."""

from enum import StrEnum


class Role(StrEnum):
    """Who somebody is. A person may hold several, but never two on one case."""

    COMPANY_AGENT = "CA"
    DRIVER = "DR"
    ESCORT_DISPATCHER = "ED"
    ESCORT_STAFF = "ES"
    PLATFORM_COMPANY = "PC"
    CLERK = "CK"
    REVIEWER = "RV"
    APPROVER = "AP"
    INSPECTOR = "SI"
    ROAD_OFFICER = "RO"
    HOTLINE_AGENT = "HA"
    HANDLER_UNIT = "HU"
    SUPERVISOR = "SV"
    GRID_WORKER = "GW"
    ADMIN = "AD"
    SERVICE = "service"


STAFF = frozenset({Role.CLERK, Role.REVIEWER, Role.APPROVER, Role.SUPERVISOR})
"""Who reads every application of the authority."""

ROLE_NAMES: dict[Role, tuple[str, str]] = {
    Role.COMPANY_AGENT: ("企业经办人", "company agent"),
    Role.DRIVER: ("驾驶员", "driver"),
    Role.ESCORT_DISPATCHER: ("护送机构调度", "escort dispatcher"),
    Role.ESCORT_STAFF: ("护送人员", "escort staff"),
    Role.PLATFORM_COMPANY: ("平台企业", "platform company"),
    Role.CLERK: ("受理岗", "clerk"),
    Role.REVIEWER: ("审查", "reviewer"),
    Role.APPROVER: ("审批", "approver"),
    Role.INSPECTOR: ("勘验员", "survey inspector"),
    Role.ROAD_OFFICER: ("路政执法人员", "road officer"),
    Role.HOTLINE_AGENT: ("热线话务员", "hotline agent"),
    Role.HANDLER_UNIT: ("承办单位", "handler unit"),
    Role.SUPERVISOR: ("督办", "supervisor"),
    Role.GRID_WORKER: ("网格员", "grid worker"),
    Role.ADMIN: ("管理员", "administrator"),
    Role.SERVICE: ("系统", "system"),
}
