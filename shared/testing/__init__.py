"""For tests alone: a database, running services, callers, strategies."""
