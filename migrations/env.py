"""Alembic's environment: runs on the connection it is handed, leaves the job queue's own tables alone."""

from alembic import context
from sqlalchemy import Connection, create_engine

from shared.schema.base import Base
from shared.schema.ownership import PUBLISHED_VIEWS, QUEUE_TABLES, owner_of

FOREIGN = {*QUEUE_TABLES, *(view for views in PUBLISHED_VIEWS.values() for view in views)}
OWNERS = owner_of()


def include_object(_: object, name: str | None, kind: str, *__: object) -> bool:
    """Whether autogenerate looks at a table: not the queue's, and of one owner alone when `-x owner=` is given."""
    if kind != "table" or name is None:
        return True
    wanted = context.get_x_argument(as_dictionary=True).get("owner")
    return name not in FOREIGN and (wanted is None or OWNERS.get(name) == wanted)


def run(connection: Connection) -> None:
    """Run the revisions, each in a transaction of its own, waiting for locks no longer than 5 s."""
    context.configure(
        connection=connection,
        target_metadata=Base.metadata,
        include_object=include_object,
        transaction_per_migration=True,
        compare_server_default=True,
    )
    with context.begin_transaction():
        context.run_migrations()


given = context.config.attributes.get("connection")
if isinstance(given, Connection):
    run(given)
else:
    url = context.config.get_main_option("sqlalchemy.url")
    if url is None:
        raise SystemExit("give the database: python -m services migrate")
    with create_engine(url).connect() as own:
        run(own)
