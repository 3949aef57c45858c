"""Wiring of registry."""

from services.registry.accounts.api import router as accounts
from services.registry.accounts.links import first_link
from services.registry.api_keys.api import router as api_keys
from services.registry.carrier_users.api import router as carrier_users
from services.registry.carriers.api import router as carriers
from services.registry.demo_data import load_demo
from services.registry.demonstration.api import router as demonstration
from services.registry.deputies.api import router as deputies
from services.registry.drivers.api import router as drivers
from services.registry.inbox.api import router as inbox
from services.registry.install import install
from services.registry.keys import load_keys
from services.registry.mail.outbox import deliver
from services.registry.mail.settings import SmtpSettings
from services.registry.officers.api import router as officers
from services.registry.organisation.api import router as organisation
from services.registry.organisation.queries import shortages_of
from services.registry.organisation.staffing import warning_of
from services.registry.papers.api import router as papers
from services.registry.passwords import Passwords
from services.registry.reminders.telling import remind
from services.registry.settings import SignInSettings
from services.registry.sign_in.api import router as sign_in
from services.registry.sign_in.clients import ServiceSecrets
from services.registry.sign_in.throttle import forget
from services.registry.standings.api import router as standings
from services.registry.vehicles.api import router as vehicles
from shared.platform.runtime import Runtime, ServiceDefinition, Timer
from shared.platform.transaction import reading


async def prepare(runtime: Runtime) -> None:
    """Load keys and secrets, and keep what signing in needs."""
    runtime.keep(load_keys(runtime.settings.keys_dir / "registry"))
    runtime.keep(ServiceSecrets.load(runtime.settings))
    runtime.keep(SignInSettings())
    runtime.keep(SmtpSettings())
    runtime.keep(await Passwords.make())


async def greet(runtime: Runtime) -> tuple[str, ...]:
    """Tell how the first administrator comes in, when there is none yet."""
    token = await first_link(runtime)
    if token is None:
        return await _shortages(runtime)
    path = "/api/registry/v1/first-passwords"
    return (
        "Nobody can sign in yet. Make the first administrator, once, within a day:",
        f'  POST {path} {{"token": "{token}", "username": "...", "display_name": "...", "password": "..."}}',
    )


async def _shortages(runtime: Runtime) -> tuple[str, ...]:
    """Warn of classes of case that cannot be staffed."""
    async with reading(runtime.database) as session:
        return tuple(warning_of(one) for one in await shortages_of(session, runtime.settings.authority_adcode))


SERVICE = ServiceDefinition(
    name="registry",
    title=("主体与身份", "Registry"),
    routers=(
        sign_in,
        accounts,
        carriers,
        vehicles,
        papers,
        standings,
        officers,
        inbox,
        api_keys,
        organisation,
        deputies,
        drivers,
        carrier_users,
        demonstration,
    ),
    prepare=prepare,
    install=install,
    demo=load_demo,
    greet=greet,
    timers=(
        Timer("registry.forget", 3600, forget),
        Timer("registry.mail", 5, deliver),
        Timer("registry.reminders", 3600, remind),
    ),
)
