"""Client of intake: the stage of a case, mirrored back."""

from shared.clients.base import ServiceClient
from shared.contracts.intake import MirrorAnswer, StageMirror


class IntakeClient(ServiceClient):
    """Calls intake."""

    service = "intake"

    async def mirror_stage(self, mirror: StageMirror) -> MirrorAnswer:
        """Tell the stage of a case; an older one is ignored."""
        return await self.call("POST", "/internal/stages", MirrorAnswer, body=mirror)
