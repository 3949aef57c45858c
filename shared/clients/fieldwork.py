"""Client of fieldwork: surveys."""

from shared.clients.base import ServiceClient
from shared.contracts.fieldwork import Survey, SurveyOrder


class FieldworkClient(ServiceClient):
    """Calls fieldwork."""

    service = "fieldwork"

    async def request_survey(self, order: SurveyOrder, key: str) -> Survey:
        """Ask for a survey; the same facts have one survey."""
        return await self.call("POST", "/internal/surveys", Survey, body=order, key=key)
