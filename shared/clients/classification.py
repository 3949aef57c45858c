"""Client of classification: stored assessments."""

from shared.clients.base import ServiceClient
from shared.contracts.classification import AssessmentOrder, StoredAssessment


class ClassificationClient(ServiceClient):
    """Calls classification."""

    service = "classification"

    async def assess(self, order: AssessmentOrder, key: str) -> StoredAssessment:
        """Assess one vehicle set; the same key gives the same assessment."""
        return await self.call("POST", "/internal/assessments", StoredAssessment, body=order, key=key)
