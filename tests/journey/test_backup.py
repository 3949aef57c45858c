"""A backup of the running system, restored beside it: the same rows, the same keys, permits that still verify."""

from pathlib import Path
from uuid import uuid4

import httpx
from sqlalchemy import text

from demo.office import Office
from services.catalog import load
from shared.platform.embedded.backup import backup
from shared.platform.embedded.restore import restore
from shared.platform.host import build_host
from shared.platform.settings import PlatformSettings
from shared.testing.loads import own
from shared.testing.stack import ORIGIN, Stack, admin, sample

TABLES = "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1"
CONTENT = 'SELECT count(*) AS rows, md5(string_agg(t::text, chr(10) ORDER BY t::text)) AS content FROM "{table}" AS t'


async def _content(url: str) -> dict[str, tuple[int, str | None]]:
    """Rows and a hash of the content of every table."""
    async with admin(url) as connection:
        names = [row.name for row in await connection.execute(text(TABLES))]
        found = {}
        for name in names:
            row = (await connection.execute(text(CONTENT.format(table=name)))).one()
            found[name] = (row.rows, row.content)
        return found


def _folders(root: Path) -> dict[str, Path]:
    return {"files": root / "files", "keys": root / "keys"}


async def test_a_restored_system_verifies_the_permits_it_issued(stack: Stack, office: Office, tmp_path: Path) -> None:
    application = await office.apply(own(sample("class1_generator_set", days_ahead=190)))
    number = application["permits"][0]["number"]
    permit, document = await office.permit(number), await office.document(number)
    await stack.run_jobs()
    archive, elsewhere = tmp_path / "dajian.backup", tmp_path / "elsewhere"
    await backup(stack.url, archive, _folders(stack.runtime("issuance").settings.data_dir))
    before = await _content(stack.url)
    url = f"{stack.url.rsplit('/', 1)[0]}/restored_{uuid4().hex}"
    async with admin(stack.url) as connection:
        await connection.execute(text(f'CREATE DATABASE "{url.rsplit("/", 1)[1]}"'))
    await restore(url, archive, _folders(elsewhere))
    after = await _content(url)
    assert after == before
    assert after["permit"][0] > 0
    host = build_host(load(), PlatformSettings(data_dir=elsewhere, demo="accounts", log_level="error"), url)
    try:
        await host.prepare()
        transport = httpx.ASGITransport(app=host.asgi)
        token = (stack.client("carrier")).headers["Authorization"]
        async with httpx.AsyncClient(transport=transport, base_url=ORIGIN, timeout=30) as client:
            scanned = await client.post("/api/issuance/v1/public/verifications", json={"token": permit["token"]})
            assert scanned.json()["verdict"] == "not_yet_valid"
            assert scanned.json()["number"] == number
            path = f"/api/issuance/v1/permits/{number}/document"
            again = await client.get(path, headers={"Authorization": token})
            assert again.content == document
    finally:
        await host.close()
