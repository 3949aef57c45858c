"""The consents a case's ways ask for, each with its holder: from what was found on the way, by the table of the authority.

They are a list for the reviewer, who asks and says which he requires; none is ever taken for given by silence.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import cast

from services.issuance.conditions import CONDITIONS, NeededConsent
from services.issuance.consultations.queries import state_of
from shared.contracts.consultations import ConsentNeeded, ConsentState, Party
from shared.contracts.issuance import CaseSet
from shared.contracts.route_advisory import Finding
from shared.schema.issuance import Consultation


def consents_needed(
    sets: Sequence[CaseSet], consultations: Sequence[Consultation], moment: datetime
) -> list[ConsentNeeded]:
    """Each party the ways ask for once, with the places it is about and how far its consent is."""
    return [
        ConsentNeeded(
            party=row.party,
            holder=CONDITIONS.party_name(row.party),
            reason=row.zh,
            clause=row.clause,
            mark=row.mark,
            places=places,
            state=_state(row.party, consultations, moment),
        )
        for row in CONDITIONS.consents
        for places in (_places(row, sets),)
        if places is not None
    ]


def _places(row: NeededConsent, sets: Sequence[CaseSet]) -> list[str] | None:
    """Where on the way a row holds; None: nowhere."""
    if row.police:
        asked = any(one.assessment.escort.police_consultation for one in sets)
        return [] if asked else None
    found = [_place(finding) for one in sets for finding in one.route.findings if finding.kind in row.kinds]
    return list(dict.fromkeys(found)) or None


def _place(finding: Finding) -> str:
    return f"{finding.road.strip()} {finding.stake}".strip() or f"{finding.structure_id}"


def _state(party: Party, consultations: Sequence[Consultation], moment: datetime) -> ConsentState:
    """How far a party's consent is: its latest question that was not taken back."""
    asked = [row for row in consultations if row.party == party and row.withdrawn_at is None]
    if not asked:
        return "not_asked"
    latest = asked[-1]
    if latest.opinion is None:
        return cast("ConsentState", state_of(latest, moment))
    return "objected" if latest.opinion == "object" else "agreed"
