"""Pure Python: time, identifiers, roles, lives, errors. Imports nothing of ours but itself."""
