"""The offline page's script gives the verdicts of the offline library: on genuine tokens, on touched ones, on touched lists."""

import json
import random
import subprocess
from datetime import datetime, timedelta
from pathlib import Path
from typing import cast

import playwright

from services.issuance.offline.checking import check_offline, keys_of, open_list, permits_by_plate
from shared.contracts.verification import ActiveExtract, PublicKeys, RevocationList
from shared.domain.clock import utc_now
from shared.testing.stack import Json, Stack, keyed
from tests.service.issuance.cases import API, LEGALLY_READ, age_lists, change_permit, hold, issued
from tests.service.issuance.test_changes import change, later
from tests.service.issuance.test_offline import fetched

NODE = Path(playwright.__file__).parent / "driver" / "node"
CHECK = Path("services/portal/static/offline/check.js").resolve().as_uri()
_SCRIPT = f"""
import {{ byPlate, checkToken, keysOf, openList }} from '{CHECK}'
import {{ readFileSync }} from 'node:fs'
const asked = JSON.parse(readFileSync(0, 'utf8'))
const keys = keysOf(JSON.parse(asked.keys))
const lists = []
for (const [kind, text, now] of asked.lists) lists.push((await openList(kind, text, keys, now)).state)
const revocations = await openList('revocations', asked.revocations, keys, asked.now)
const verdicts = []
for (const [token, now] of asked.tokens) {{
  const told = await checkToken(token, keys, revocations, now)
  verdicts.push([told.verdict, told.claims && [told.claims.number, told.claims.plates, told.claims.mass]])
}}
const extract = await openList('extract', asked.extract, keys, asked.now)
const found = asked.tails.map((tail) => byPlate(extract, tail).map((entry) => entry.number))
process.stdout.write(JSON.stringify({{ lists, verdicts, found }}))
"""


def by_script(asked: Json) -> Json:
    """What the page's script answers, run by the Node that Playwright brings."""
    done = subprocess.run(
        [str(NODE), "--no-warnings", "--input-type=module", "-e", _SCRIPT],
        input=json.dumps(asked).encode(),
        capture_output=True,
        check=True,
        timeout=60,
    )
    return cast("Json", json.loads(done.stdout))


def milliseconds(moment: datetime) -> int:
    return int(moment.timestamp() * 1000)


def touched(token: str, count: int) -> list[str]:
    """The token with a character changed, cut or added: seldom of our form, sometimes with another content."""
    chance, made = random.Random(7), []
    for _ in range(count):
        at = chance.randrange(4, len(token))
        made.append(chance.choice([token[:at] + chance.choice("0AZ $%:") + token[at + 1 :], token[:at], token + "A"]))
    return made


async def test_the_script_and_the_library_say_the_same(stack: Stack) -> None:
    good, held, ended, changed = [await issued(stack) for _ in range(4)]
    await hold(stack, held.order)
    await change_permit(stack, ended.number, "legal_reading = CAST(:r AS jsonb)", r=LEGALLY_READ)
    async with stack.client("approver") as client:
        body = {"reason": "骗取", "clause": "第六十九条"}
        path = f"{API}/permits/{ended.number}/revocation"
        assert (await client.post(path, json=body, headers=keyed(ended.version))).status_code == 200
    newer = (await change(stack, changed.number, dates=later(changed, 1))).json()["token"]
    await age_lists(stack)
    published, revoked, extract = [await fetched(stack, name) for name in ("keys", "revocations", "extract")]
    keys, now = keys_of(PublicKeys.model_validate_json(published)), utc_now()
    fresh = open_list(revoked, keys, now, RevocationList)
    running = datetime.fromisoformat(later(good, 0)["valid_from"]) + timedelta(minutes=1)
    over = datetime.fromisoformat(later(good, 0)["valid_to"]) + timedelta(minutes=1)
    tokens = [held.token, ended.token, changed.token, newer, "HC1:ABC", "", *touched(good.token, 40)]
    asked = [(good.token, now), (good.token, over), *((token, running) for token in [good.token, *tokens])]
    whole = json.loads(revoked)
    broken = json.dumps({**whole, "jws": whole["jws"][:-6] + "AAAAAA"})
    lists = [
        ("revocations", revoked.decode(), now),
        ("revocations", revoked.decode(), now + timedelta(days=3)),
        ("revocations", broken, now),
        ("revocations", extract.decode(), now),
        ("extract", extract.decode(), now),
        ("revocations", "{}", now),
        ("revocations", None, now),
    ]
    plate = fresh_plate(extract)
    told = by_script(
        {
            "keys": published.decode(),
            "revocations": revoked.decode(),
            "extract": extract.decode(),
            "now": milliseconds(now),
            "tokens": [(token, milliseconds(at)) for token, at in asked],
            "lists": [(kind, text, milliseconds(at)) for kind, text, at in lists],
            "tails": [plate[-5:], plate[-4:], "ZZZZZ"],
        }
    )
    assert told["lists"] == ["fresh", "stale", "forged", "forged", "fresh", "forged", "missing"]
    expected = []
    for token, at in asked:
        by_library = check_offline(token, keys, fresh, at)
        claims = by_library.claims
        expected.append([by_library.verdict, claims and [claims.number, list(claims.plates), claims.gross_mass_kg]])
    assert told["verdicts"] == expected
    assert {one[0] for one in expected} >= {
        "valid",
        "expired",
        "not_yet_valid",
        "on_hold",
        "revoked",
        "superseded",
        "forged",
    }
    content = open_list(extract, keys, now, ActiveExtract).content
    assert content is not None
    assert told["found"] == [[one.number for one in permits_by_plate(content, plate[-5:])], [], []]


def fresh_plate(extract: bytes) -> str:
    """A plate the extract holds; a place holder when it holds none."""
    entries = json.loads(extract)["entries"]
    return str(entries[0]["plates"][0]) if entries else "蒙K00000"


async def test_a_token_of_an_unknown_key_and_one_of_an_altered_content(stack: Stack) -> None:
    permit = await issued(stack)
    published, revoked, extract = [await fetched(stack, name) for name in ("keys", "revocations", "extract")]
    none = json.dumps({"keys": [], "document_certificates": []})
    asked: Json = {"revocations": revoked.decode(), "extract": extract.decode(), "now": milliseconds(utc_now())}
    asked |= {"tokens": [(permit.token, milliseconds(utc_now()))], "lists": [], "tails": []}
    assert by_script({**asked, "keys": none})["verdicts"] == [["unknown_key", None]]
    other = json.loads(published)
    other["keys"][0]["x"] = "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"
    assert by_script({**asked, "keys": json.dumps(other)})["verdicts"] == [["altered", None]]
