"""The job queue's own tables, as its library (PgQueuer 1.6.0) ships them.

owner=library
"""

import re
from pathlib import Path

from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_SQL = Path(__file__).parents[1] / "sql" / "pgqueuer_1_6_0.sql"


def _statements() -> list[str]:
    """The file's statements: split at semicolons that end a line outside of dollar quotes."""
    text = _SQL.read_text(encoding="utf-8")
    quoted = re.split(r"(\$\$.*?\$\$)", text, flags=re.DOTALL)
    marked = "".join(part if index % 2 else part.replace(";\n", ";\0") for index, part in enumerate(quoted))
    return [statement.strip() for statement in marked.split("\0") if statement.strip().rstrip(";")]


def upgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    for statement in _statements():
        op.get_bind().exec_driver_sql(statement)


def downgrade() -> None:
    for table in ("pgqueuer", "pgqueuer_log", "pgqueuer_schedules", "pgqueuer_statistics"):
        op.execute(f"DROP TABLE IF EXISTS {table} CASCADE")
    op.execute("DROP FUNCTION IF EXISTS fn_pgqueuer_changed CASCADE")
    op.execute("DROP TYPE IF EXISTS pgqueuer_status CASCADE")
