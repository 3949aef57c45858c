"""Client of fieldwork: surveys."""

from uuid import UUID

from shared.clients.base import ServiceClient
from shared.contracts.fieldwork import FieldworkClosure, Survey, SurveyOrder


class FieldworkClient(ServiceClient):
    """Calls fieldwork."""

    service = "fieldwork"

    async def request_survey(self, order: SurveyOrder, key: str) -> Survey:
        """Ask for a survey; the same facts have one survey."""
        return await self.call("POST", "/internal/surveys", Survey, body=order, key=key)

    async def close(self, application_id: UUID, key: str) -> FieldworkClosure:
        """Cancel the survey and the escort of an application that ended without a permit."""
        path = f"/internal/applications/{application_id}/closure"
        return await self.call("POST", path, FieldworkClosure, key=key)
