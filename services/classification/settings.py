"""Settings of classification."""

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict


class ClassificationSettings(BaseSettings):
    """What classification needs beyond the platform.

    Args:
        rule_set: name of the rule set file a new installation begins with; its bases come with it.
        enactment_lead_s: seconds a rule set is enacted ahead at least, so that every process has it when it begins.
        look_every_s: pause between two looks for new rule sets and days, in every process.
        previews_per_minute: previews an address may ask for without signing in.
    """

    model_config = SettingsConfigDict(env_prefix="DAJIAN_CLASSIFICATION_", frozen=True, extra="ignore")

    rule_set: str = "ordos"
    enactment_lead_s: int = Field(default=60, ge=60, le=86_400)
    look_every_s: float = Field(default=4, gt=0, le=5)
    previews_per_minute: int = Field(default=600, ge=1)
