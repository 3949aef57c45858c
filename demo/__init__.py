"""The demonstration: sample applications and the people who carry them through the public API, end to end."""
