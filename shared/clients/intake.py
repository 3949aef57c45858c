"""Client of intake: what others tell it of a case, and the change of a permit, applied for."""

from shared.clients.base import ServiceClient
from shared.contracts.changes import ChangeCaseOrder, OpenedChange
from shared.contracts.intake import MirrorAnswer, StageMirror
from shared.contracts.overrides import DayTold, OverrideAnswer, OverrideTold
from shared.contracts.pauses import PausesAnswer, PausesTold


class IntakeClient(ServiceClient):
    """Calls intake."""

    service = "intake"

    async def mirror_stage(self, mirror: StageMirror) -> MirrorAnswer:
        """Tell the stage of a case; an older one is ignored."""
        return await self.call("POST", "/internal/stages", MirrorAnswer, body=mirror)

    async def open_change(self, order: ChangeCaseOrder) -> OpenedChange:
        """Open and hand in the application of a change; the same id is the same application.

        Raises:
            Conflict: `change_case_open`, `duplicate`.
        """
        return await self.call("POST", "/internal/permit-changes", OpenedChange, body=order, key=str(order.id))

    async def take_override(self, told: OverrideTold) -> OverrideAnswer:
        """Tell what an officer set; the same twice is taken once.

        Raises:
            NotFound: no such application.
            Conflict: it comes too late.
        """
        return await self.call("POST", "/internal/overrides", OverrideAnswer, body=told)

    async def day_changed(self, told: DayTold) -> DayTold:
        """Tell that a day of the calendar changed: the ends it touches are counted again."""
        return await self.call("POST", "/internal/day-changes", DayTold, body=told)

    async def tell_pauses(self, told: PausesTold) -> PausesAnswer:
        """Tell every pause of a case; an older telling is ignored."""
        return await self.call("POST", "/internal/pauses", PausesAnswer, body=told)
