"""Who may call fieldwork, as aliases in the signatures, and which rows a caller sees."""

from typing import Annotated

from fastapi import Depends
from sqlalchemy import ColumnElement

from shared.domain.roles import STAFF, Role
from shared.platform.auth import Access
from shared.platform.tokens import Caller
from shared.schema.fieldwork import EscortAssignment, Survey

Inspector = Annotated[Caller, Depends(Access(Role.INSPECTOR))]
Reviewer = Annotated[Caller, Depends(Access(Role.REVIEWER))]
Agent = Annotated[Caller, Depends(Access(Role.COMPANY_AGENT))]
Dispatcher = Annotated[Caller, Depends(Access(Role.ESCORT_DISPATCHER))]
PhotoReader = Annotated[Caller, Depends(Access(Role.INSPECTOR, *STAFF))]
SurveyReader = Annotated[Caller, Depends(Access(Role.COMPANY_AGENT, Role.INSPECTOR, *STAFF))]
AgencyReader = Annotated[
    Caller, Depends(Access(Role.COMPANY_AGENT, Role.ESCORT_DISPATCHER, Role.ESCORT_STAFF, Role.INSPECTOR, *STAFF))
]
AgencyKeeper = Annotated[Caller, Depends(Access(Role.REVIEWER, Role.APPROVER))]
AssignmentReader = AgencyReader


def survey_rows(caller: Caller) -> ColumnElement[bool]:
    """Surveys a caller sees: an agent his company's (row rule 1), the office its authority's."""
    if caller.has(Role.COMPANY_AGENT):
        return Survey.carrier_id == caller.carrier_id
    return Survey.authority_adcode == caller.authority


def assignment_rows(caller: Caller) -> ColumnElement[bool]:
    """Assignments a caller sees: an agent his offers, an agency its own (row rules 1, 2), the office its authority's."""
    if caller.has(Role.COMPANY_AGENT):
        return EscortAssignment.carrier_id == caller.carrier_id
    if caller.has(Role.ESCORT_DISPATCHER, Role.ESCORT_STAFF):
        return EscortAssignment.agency_id == caller.agency_id
    return EscortAssignment.authority_adcode == caller.authority
