"""Client of issuance: review cases, automatic decisions, official papers."""

from urllib.parse import quote
from uuid import UUID

from shared.clients.base import ServiceClient
from shared.contracts.issuance import AutomaticDecision, PublicPermit, ReviewCase, ReviewCaseOrder
from shared.contracts.official import OfficialPaper, PrintedPaper


class IssuanceClient(ServiceClient):
    """Calls issuance."""

    service = "issuance"

    async def open_case(self, order: ReviewCaseOrder, key: str) -> ReviewCase:
        """Open the review of an accepted application; the same application has one case."""
        return await self.call("POST", "/internal/review-cases", ReviewCase, body=order, key=key)

    async def decide_automatically(self, order: ReviewCaseOrder, key: str) -> AutomaticDecision:
        """Open the case and decide it under the standing authority, if that covers it."""
        return await self.call("POST", "/internal/automatic-decisions", AutomaticDecision, body=order, key=key)

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
