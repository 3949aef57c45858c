"""Models of every table, one file an owner, and who owns what."""
