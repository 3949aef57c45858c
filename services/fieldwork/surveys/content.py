"""What a survey keeps of the order it was asked for with."""

from typing import Annotated

from pydantic import Field

from shared.contracts.facts import TransportFacts, Wire
from shared.schema.base import JsonObject
from shared.schema.fieldwork import Survey


class SurveyContent(Wire):
    """The facts of every vehicle set, the carrier's name, and the escort the load needs."""

    facts: Annotated[list[TransportFacts], Field(min_length=1)]
    carrier_name: str
    escort_spec: JsonObject

    @classmethod
    def of(cls, row: Survey) -> "SurveyContent":
        """The content of a stored survey."""
        return cls.model_validate(row.content)
