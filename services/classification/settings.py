"""Settings of classification."""

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict


class ClassificationSettings(BaseSettings):
    """What classification needs beyond the platform.

    Args:
        rule_set: name of the rule set file in force.
        previews_per_minute: previews an address may ask for without signing in.
    """

    model_config = SettingsConfigDict(env_prefix="DAJIAN_CLASSIFICATION_", frozen=True, extra="ignore")

    rule_set: str = "ordos"
    previews_per_minute: int = Field(default=600, ge=1)
