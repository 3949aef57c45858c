"""Permits drawn after their issue to be looked at again (事后抽查)."""
