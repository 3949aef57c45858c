"""One Alembic head; the migrations make what the models say; every revision names its owner."""

import re
from pathlib import Path

from alembic import command
from alembic.script import ScriptDirectory
from sqlalchemy import Connection
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.pool import NullPool

from shared.platform import migrate
from shared.testing.stack import Stack


def test_one_head_and_owners_named() -> None:
    scripts = ScriptDirectory.from_config(migrate._config())
    assert len(scripts.get_heads()) == 1
    for path in Path("migrations/versions").glob("*.py"):
        assert re.search(r"^owner=\w+$", path.read_text(encoding="utf-8"), re.MULTILINE), path


async def test_migrations_make_what_the_models_say(stack: Stack) -> None:
    def compare(connection: Connection) -> None:
        command.check(migrate._config(connection))

    engine = create_async_engine(stack.url, poolclass=NullPool)
    try:
        async with engine.connect() as connection:
            await connection.run_sync(compare)
    finally:
        await engine.dispose()
