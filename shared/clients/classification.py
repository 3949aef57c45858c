"""Client of classification: stored assessments and due dates."""

from uuid import UUID

from shared.clients.base import ServiceClient
from shared.contracts.classification import AssessmentOrder, AssessmentView, DueDate, DueOrder, StoredAssessment
from shared.contracts.pauses import ClockGrounds


class ClassificationClient(ServiceClient):
    """Calls classification."""

    service = "classification"

    async def assess(self, order: AssessmentOrder, key: str) -> StoredAssessment:
        """Assess one vehicle set; the same key gives the same assessment."""
        return await self.call("POST", "/internal/assessments", StoredAssessment, body=order, key=key)

    async def assessment(self, assessment_id: UUID) -> AssessmentView:
        """A stored assessment as it holds now, an officer's override included."""
        return await self.call("GET", f"/internal/assessments/{assessment_id}", AssessmentView)

    async def due(self, order: DueOrder) -> DueDate:
        """The end of a limit in working days that starts with an acceptance."""
        return await self.call("POST", "/internal/due-dates", DueDate, body=order)

    async def clock_grounds(self) -> ClockGrounds:
        """What stops the clock of a case and what does not, by the rule set in force."""
        return await self.call("GET", "/clock-grounds", ClockGrounds)
