"""What people of the living office do beyond the samples' way, each over the API: asked, corrected, withdrawn, ended, held, changed."""

from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from demo.office import MOVING, Answer, Office, expect, keyed

PERMITS: Final = "/api/issuance/v1/permits"
APPLICATIONS: Final = "/api/intake/v1/applications"
_NOTICE: Final = (
    ("/facts/loaded/height_mm", "车货总高与轮廓图标注不一致，请核对后更正"),
    ("/facts/trip/destination", "请补充卸货地点的详细地址"),
)


class LivingOffice(Office):
    """Carrier, clerk and the others of one case, with all they may do about it."""

    async def draft(self, facts: Answer) -> Answer:
        """The carrier writes a draft and leaves it."""
        return expect(await self._clients["carrier"].post(APPLICATIONS, json={"facts": facts}, headers=keyed()))

    async def settled(self, identity: str) -> Answer:
        """An application once the system has nothing to do about it by itself."""
        return await self.until(
            identity, lambda a: a["status"] == "draft" or bool(a["assessment"] and a["status"] not in MOVING)
        )

    async def precheck(self, application: Answer) -> Answer:
        """The clerk checks the case; claims it, where nobody has."""
        if application["status"] == "submitted":
            return await super().precheck(application)
        return await self.on_application("clerk", application, "precheck", {"note": "材料齐全，数据相符"})

    async def on_application(self, who: str, application: Answer, act: str, body: object = None) -> Answer:
        """Somebody does something with an application."""
        return await self._act(who, f"{APPLICATIONS}/{application['id']}", act, application["version"], body)

    async def ask_correction(self, application: Answer) -> Answer:
        """The clerk tells everything that is to be mended, at once."""
        items = [{"pointer": pointer, "text": text} for pointer, text in _NOTICE]
        return await self.on_application("clerk", application, "correction-notice", {"items": items})

    async def terminate(self, application: Answer) -> Answer:
        """The clerk stops a wrong application, with guidance."""
        body = {"reason": "wrong_dimensions", "guidance": "实测尺寸与申报不符，请按实际尺寸重新填报后提交"}
        return await self.on_application("clerk", application, "termination", body)

    async def assignment_of(self, application: Answer) -> Answer:
        """The newest escort assignment of an application."""
        path = f"/api/fieldwork/v1/assignments?application_id={application['id']}"
        newest: Answer = expect(await self._clients["carrier"].get(path))["items"][0]
        return newest

    async def offer_to(self, application: Answer, agency_id: UUID) -> None:
        """The carrier offers the escort to this agency."""
        body = {"application_id": application["id"], "agency_id": str(agency_id)}
        expect(await self._clients["carrier"].post("/api/fieldwork/v1/assignments", json=body, headers=keyed()))

    async def answer_offer(self, application: Answer, act: str, body: object = None) -> None:
        """The agency accepts or declines."""
        offered = await self.assignment_of(application)
        await self._act("escort", f"/api/fieldwork/v1/assignments/{offered['id']}", act, offered["version"], body)

    async def case_of(self, application: Answer) -> Answer:
        """The review case as the reviewer reads it."""
        path = f"/api/issuance/v1/review-cases/{application['review_case_id']}"
        return expect(await self._clients["reviewer"].get(path))

    async def claim_review(self, application: Answer) -> None:
        """A reviewer takes the case."""
        case = await self.case_of(application)
        await self._act("reviewer", f"/api/issuance/v1/review-cases/{case['id']}", "claim", case["version"])

    async def return_review(self, application: Answer) -> None:
        """The approver sends the case back."""
        case = await self.case_of(application)
        body = {"reason": "通行时段与桥梁限行时段衔接说明不足", "fixes": ["补充夜间通行的安全措施"]}
        await self._act("approver", f"/api/issuance/v1/review-cases/{case['id']}", "return", case["version"], body)

    async def consult(self, application: Answer) -> None:
        """The reviewer asks the traffic police."""
        path = f"/api/issuance/v1/review-cases/{application['review_case_id']}/consultations"
        body = {
            "party": "traffic_police",
            "party_name": "公安局交通管理支队（示范）",
            "question": "拟通行路段夜间是否可临时管制交通，请予答复",
        }
        expect(await self._clients["reviewer"].post(path, json=body, headers=keyed()))

    async def on_permit(self, who: str, number: str, act: str, body: object) -> None:
        """Somebody does something with a permit."""
        permit = await self.permit(number)
        await self._act(who, f"{PERMITS}/{number}", act, permit["version"], body)

    async def revoke(self, number: str) -> None:
        """The legal reader agrees, the approver undoes the grant."""
        await self.on_permit("supervisor", number, "legal-reading", {"text": "申请材料不实，同意撤销"})
        body = {"reason": "申请人以不实的车辆证件取得许可", "clause": "行政许可法第六十九条第二款"}
        await self.on_permit("approver", number, "revocation", body)

    async def start_trip(self, number: str) -> None:
        """The carrier reports that the run begins."""
        expect(await self._clients["carrier"].post(f"{PERMITS}/{number}/trips", json={}, headers=keyed()))

    async def end_trip(self, number: str) -> None:
        """The carrier reports that the run has ended."""
        trips = expect(await self._clients["carrier"].get(f"{PERMITS}/{number}/trips"))["items"]
        path = f"{PERMITS}/{number}/trips/{trips[-1]['id']}/end"
        expect(await self._clients["carrier"].post(path, json={}, headers=keyed()))

    async def change(self, number: str, order: dict[str, object]) -> None:
        """The holder changes plates or days."""
        expect(await self._clients["carrier"].post(f"{PERMITS}/{number}/changes", json=order, headers=keyed()))

    async def change_days(self, number: str) -> None:
        """The holder travels a day later."""
        permit = await self.permit(number)
        later = {key: _later(permit[key], days=1) for key in ("valid_from", "valid_to")}
        await self.change(number, {"dates": later})

    async def renew(self, number: str) -> None:
        """The approver extends the validity by two days."""
        permit = await self.permit(number)
        body = {"valid_to": _later(permit["valid_to"], days=2), "reason": "大风天气停运，顺延通行期限"}
        expect(await self._clients["approver"].post(f"{PERMITS}/{number}/renewals", json=body, headers=keyed()))


def _later(moment: str, *, days: int) -> str:
    return (datetime.fromisoformat(moment) + timedelta(days=days)).isoformat()
