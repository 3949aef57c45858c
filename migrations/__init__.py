"""The one Alembic history of the one schema; each revision touches one service's tables and names its owner."""
