"""Client of issuance: review cases, automatic decisions, official papers."""

from urllib.parse import quote
from uuid import UUID

from shared.clients.base import ServiceClient
from shared.contracts.issuance import AutomaticDecision, PublicPermit, ReviewCase, ReviewCaseOrder
from shared.contracts.official import OfficialPaper, PrintedPaper
from shared.contracts.overrides import CaseDue, CaseReclassification


class IssuanceClient(ServiceClient):
    """Calls issuance."""

    service = "issuance"

    async def open_case(self, order: ReviewCaseOrder, key: str) -> ReviewCase:
        """Open the review of an accepted application; the same application has one case."""
        return await self.call("POST", "/internal/review-cases", ReviewCase, body=order, key=key)

    async def decide_automatically(self, order: ReviewCaseOrder, key: str) -> AutomaticDecision:
        """Open the case and decide it under the standing authority, if that covers it."""
        return await self.call("POST", "/internal/automatic-decisions", AutomaticDecision, body=order, key=key)

    async def reclassify(self, application_id: UUID, order: CaseReclassification) -> ReviewCase:
        """Take class and lane of an officer over into the case; the same twice is taken once.

        Raises:
            NotFound: it has no case.
            Conflict: `already_decided`.
        """
        path = f"/internal/review-cases/{application_id}/reclassification"
        return await self.call("POST", path, ReviewCase, body=order)

    async def count_due(self, application_id: UUID, due: CaseDue) -> ReviewCase:
        """Tell the statutory end of a case that was counted again.

        Raises:
            NotFound: it has no case.
        """
        return await self.call("POST", f"/internal/review-cases/{application_id}/due-date", ReviewCase, body=due)

    async def public_permit(self, number: str) -> PublicPermit:
        """What anyone may see of a permit.

        Raises:
            NotFound: there is none of that number.
        """
        return await self.call("GET", f"/public/permits/{quote(number, safe='')}", PublicPermit)

    async def close_case(self, application_id: UUID, key: str) -> ReviewCase:
        """Close the case of a withdrawn application."""
        return await self.call("POST", f"/internal/review-cases/{application_id}/closure", ReviewCase, key=key)

    async def print_paper(self, paper: OfficialPaper) -> PrintedPaper:
        """Have an official paper printed, sealed and signed; nothing changes, so it takes no key."""
        return await self.call("POST", "/internal/papers", PrintedPaper, body=paper)
