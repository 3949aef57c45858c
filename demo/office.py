"""The people of the demonstration: carrier, clerk, inspector, escort, reviewers, legal reader, approver, each with a signed-in client.

They act through the public HTTP API alone, so the same steps serve the demonstration and the journey tests.
"""

import asyncio
import struct
import zlib
from collections.abc import Callable, Mapping
from typing import Any
from uuid import uuid4

import httpx

Answer = dict[str, Any]
MOVING = frozenset({"accepted", "routed", "approved"})
"""Statuses the system moves on by itself."""
_PAUSE_S, _LONGEST_PAUSE_S = 0.05, 0.2


class StepFailed(Exception):  # noqa: N818 - reads as a statement
    """A step was answered with something else than expected."""


def keyed(version: int | None = None) -> dict[str, str]:
    """Headers of a state change: a key, and the version that was read."""
    key = {"Idempotency-Key": str(uuid4())}
    return key if version is None else {**key, "If-Match": f'"{version}"'}


def picture() -> bytes:
    """A small real PNG: what an inspector's phone would send."""
    width, height = 64, 48
    rows = b"".join(b"\0" + b"".join(bytes((x * 4, y * 5, 120)) for x in range(width)) for y in range(height))

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def expect(response: httpx.Response, *allowed: int) -> Answer:
    """The answer.

    Raises:
        StepFailed: it has another status than those allowed (200 and 201 unless told).
    """
    if response.status_code not in (allowed or (200, 201)):
        raise StepFailed(
            f"{response.request.method} {response.request.url.path}: {response.status_code} {response.text[:800]}"
        )
    answer: Answer = response.json()
    return answer


class Office:
    """Everybody, by username.

    Args:
        clients: signed-in clients.
        patience_s: how long to wait for the system's own steps.
    """

    def __init__(self, clients: Mapping[str, httpx.AsyncClient], *, patience_s: float = 30) -> None:
        self._clients = clients
        self._patience_s = patience_s

    async def apply(self, facts: Mapping[str, object]) -> Answer:
        """The carrier files a draft and submits it; gives the application, decided so far."""
        carrier = self._clients["carrier"]
        draft = expect(await carrier.post("/api/intake/v1/applications", json={"facts": facts}, headers=keyed()))
        return await self.submit(draft)

    async def submit(self, draft: Answer) -> Answer:
        """The carrier submits a draft; 202 means the system finishes it soon."""
        path = f"/api/intake/v1/applications/{draft['id']}"
        response = await self._clients["carrier"].post(f"{path}/submission", headers=keyed(draft["version"]))
        answer = expect(response, 200, 202)
        if response.status_code == 202:
            return await self.until(answer["id"], lambda a: a["assessment"] is not None and a["status"] not in MOVING)
        return answer

    async def application(self, identity: str, who: str = "carrier") -> Answer:
        """The application as somebody reads it."""
        return expect(await self._clients[who].get(f"/api/intake/v1/applications/{identity}"))

    async def until(self, identity: str, reached: Callable[[Answer], bool]) -> Answer:
        """Wait until an application is where the system was to bring it."""
        pause_s = _PAUSE_S
        async with asyncio.timeout(self._patience_s):
            while True:
                answer = await self.application(identity)
                if reached(answer):
                    return answer
                await asyncio.sleep(pause_s)
                pause_s = min(pause_s * 2, _LONGEST_PAUSE_S)

    async def _act(self, who: str, thing: str, act: str, version: int, body: object = None) -> Answer:
        return expect(await self._clients[who].post(f"{thing}/{act}", json=body, headers=keyed(version)), 200, 201, 202)

    async def precheck(self, application: Answer) -> Answer:
        """The clerk claims the case and checks it."""
        path = f"/api/intake/v1/applications/{application['id']}"
        claimed = await self._act("clerk", path, "claim", application["version"])
        return await self._act("clerk", path, "precheck", claimed["version"], {"note": "材料齐全，数据相符"})

    async def _checked(self, application: Answer) -> Answer:
        """The application after the pre-check; made now, if it was not yet."""
        return application if application["status"] == "precheck" else await self.precheck(application)

    async def hand_in(self, application: Answer) -> None:
        """The carrier hands in what no authority holds already: drawings and plans."""
        carrier, path = self._clients["carrier"], f"/api/intake/v1/applications/{application['id']}/materials"
        needed = expect(await carrier.get(path))["required"]
        for code in (one["code"] for one in needed if one["state"] == "missing"):
            headers = {**keyed(), "Content-Type": "image/png"}
            expect(await carrier.post(f"{path}?code={code}&name={code}.png", content=picture(), headers=headers), 201)

    async def accept(self, application: Answer) -> Answer:
        """The clerk accepts, when everything is there; the system routes the case."""
        await self.hand_in(application)
        checked = await self._checked(application)
        path = f"/api/intake/v1/applications/{application['id']}"
        await self._act("clerk", path, "acceptance", checked["version"])
        return await self.until(application["id"], lambda a: a["status"] in {"review", "survey", "issued"})

    async def not_accept(self, application: Answer, ground: str, explanation: str) -> Answer:
        """The clerk does not accept, with a ground."""
        checked = await self._checked(application)
        path = f"/api/intake/v1/applications/{application['id']}"
        body = {"ground": ground, "explanation": explanation}
        return await self._act("clerk", path, "non-acceptance", checked["version"], body)

    async def survey(self, application: Answer, conclusion: str = "pass") -> Answer:
        """The inspector photographs and reports; two names stand under it."""
        inspector = self._clients["inspector"]
        found = await self._survey_of(application["id"])
        upload = await inspector.post(
            "/api/fieldwork/v1/photos?name=site.png",
            content=picture(),
            headers={**keyed(), "Content-Type": "image/png"},
        )
        body = {
            "conclusion": conclusion,
            "conditions": [],
            "inspectors": ["示范勘验员甲", "示范勘验员乙"],
            "photo_ids": [expect(upload)["id"]],
        }
        return await self._act(
            "inspector", f"/api/fieldwork/v1/surveys/{found['id']}", "report", found["version"], body
        )

    async def _survey_of(self, application_id: str) -> Answer:
        async with asyncio.timeout(self._patience_s):
            while True:
                path = f"/api/fieldwork/v1/surveys?state=requested&application_id={application_id}"
                surveys = expect(await self._clients["inspector"].get(path))["items"]
                if surveys:
                    found: Answer = surveys[0]
                    return found
                await asyncio.sleep(_PAUSE_S)

    async def offer_escort(self, application: Answer) -> Answer:
        """The carrier offers the escort to an agency it chose."""
        carrier = self._clients["carrier"]
        agencies = expect(await carrier.get("/api/fieldwork/v1/agencies"))["items"]
        body = {"application_id": application["id"], "agency_id": agencies[0]["id"]}
        return expect(await carrier.post("/api/fieldwork/v1/assignments", json=body, headers=keyed()))

    async def accept_escort(self, assignment: Answer) -> Answer:
        """The agency finds it among its own and accepts."""
        mine = expect(await self._clients["escort"].get("/api/fieldwork/v1/assignments?mine=true&limit=100"))["items"]
        offered = next(item for item in mine if item["id"] == assignment["id"])
        path = f"/api/fieldwork/v1/assignments/{offered['id']}"
        return await self._act("escort", path, "acceptance", offered["version"])

    async def conclude(self, application: Answer, conclusion: str = "grant") -> Answer:
        """The reviewer concludes."""
        path = f"/api/issuance/v1/review-cases/{application['review_case_id']}"
        case = expect(await self._clients["reviewer"].get(path))
        body = {"conclusion": conclusion, "text": "经审查，符合要求" if conclusion == "grant" else "存在不予许可情形"}
        return await self._act("reviewer", path, "conclusion", case["version"], body)

    async def read_again(self, case: Answer, reader: str, act: str) -> Answer:
        """A second reviewer, or the legal reader, stands by the conclusion."""
        path = f"/api/issuance/v1/review-cases/{case['id']}"
        return await self._act(reader, path, act, case["version"], {"text": "已复核，同意审查意见"})

    async def decide(
        self, case: Answer, kind: str = "grant", grounds: list[dict[str, str]] | None = None
    ) -> httpx.Response:
        """The approver decides; the raw answer, since a refusal to decide is of interest too."""
        body = {"review_case_id": case["id"], "version": case["version"], "kind": kind, "grounds": grounds or []}
        return await self._clients["approver"].post("/api/issuance/v1/decisions", json=body, headers=keyed())

    async def approve(self, application: Answer) -> Answer:
        """Reviewer and approver, to the permit."""
        case = await self.conclude(application)
        if case["class"] == "III":
            case = await self.read_again(case, "reviewer2", "second-reading")
        expect(await self.decide(case))
        return await self.until(application["id"], lambda a: a["status"] == "issued")

    async def refuse(self, application: Answer) -> Answer:
        """Reviewer and approver, to the refusal with its grounds from the assessment."""
        case = await self.conclude(application, "refuse")
        await self.read_again(case, "supervisor", "legal-reading")
        return await self.decide_against(application)

    async def decide_against(self, application: Answer) -> Answer:
        """The approver refuses what was concluded and read so."""
        path = f"/api/issuance/v1/review-cases/{application['review_case_id']}"
        case = expect(await self._clients["approver"].get(path))
        failed = [reason for reason in application["assessment"]["reasons"] if not reason["passed"]]
        grounds = [{"clause": r["clause"], "text": r["text"]["zh"]} for r in failed if r["rule"].startswith("art17")]
        expect(await self.decide(case, "refuse", grounds))
        return await self.until(application["id"], lambda a: a["status"] == "rejected")

    async def permit(self, number: str) -> Answer:
        """The permit as its holder reads it."""
        return expect(await self._clients["carrier"].get(f"/api/issuance/v1/permits/{number}"))

    async def document(self, number: str) -> bytes:
        """The signed PDF."""
        response = await self._clients["carrier"].get(f"/api/issuance/v1/permits/{number}/document")
        if response.status_code != 200 or not response.content.startswith(b"%PDF-"):
            raise StepFailed(f"document of {number}: {response.status_code} {response.text[:300]}")
        return response.content

    async def verified(self, number: str, token: str) -> bool:
        """Anyone checks number and token: both must name the same valid permit."""
        public = self._clients["public"]
        shown = expect(await public.get(f"/api/issuance/v1/public/permits/{number}"))
        scanned = expect(await public.post("/api/issuance/v1/public/verifications", json={"token": token}))
        good = scanned["verdict"] in {"valid", "not_yet_valid"}
        return bool(good and scanned["number"] == number == shown["number"] and not shown["hold"])
