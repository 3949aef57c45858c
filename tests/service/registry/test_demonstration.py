"""The living office's row: begun once, never among real people, counted case by case."""

from uuid import uuid4

from services.registry.demonstration import commands
from services.registry.demonstration.queries import the_office
from shared.platform.transaction import reading, transaction
from shared.schema.registry import Carrier
from tests.conftest import new_stack

ADDRESS = "/api/registry/v1/demonstration"


async def test_it_is_never_begun_among_real_people_but_once_counted_and_finished() -> None:
    async with new_stack("office") as stack, stack.public() as anyone:
        database = stack.runtime("registry").database
        real = Carrier(id=uuid4(), name="真实承运有限公司", credit_code_no="91150600MA0REAL00X", phone="0477-1234567")
        async with transaction(database) as session:
            session.add(real)
        async with transaction(database) as session:
            assert await commands.begin(session, seed=7, planned=2) is None
            await session.delete(await session.get_one(Carrier, real.id))
        assert (await anyone.get(ADDRESS)).status_code == 404

        async with transaction(database) as session:
            first = await commands.begin(session, seed=7, planned=2)
        async with transaction(database) as session:
            again = await commands.begin(session, seed=8, planned=9)
            assert first is not None
            assert again is not None
            assert (again.seed, again.planned, again.began_at) == (7, 2, first.began_at)
            await commands.write_down(session, 1)
        told = (await anyone.get(ADDRESS)).json()
        assert (told["planned"], told["done"], told["finished_at"]) == (2, 1, None)

        async with transaction(database) as session:
            await commands.write_down(session, 0)
            await commands.finish(session)
        assert (await anyone.get(ADDRESS)).json()["finished_at"] is not None
        async with reading(database) as session:
            row = await the_office(session)
            assert row is not None
            assert row.done == [1, 0]
