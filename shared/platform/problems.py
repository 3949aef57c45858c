"""Errors to answers: every fault leaves as `application/problem+json` with a stable type, in the caller's language."""

import re
from collections.abc import Mapping
from typing import cast

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from sqlalchemy.exc import DataError, DBAPIError, IntegrityError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.orm.exc import StaleDataError
from starlette.exceptions import HTTPException

from shared.contracts.problems import ProblemBody, ProblemField
from shared.domain.errors import Conflict, FieldError, Invalid, Problem, Unavailable
from shared.domain.field_errors import field_error_text
from shared.platform.etag import stale
from shared.platform.idempotency import Replay
from shared.platform.logging import current_request_id, get_log

TYPE_PREFIX = "https://dajian.dev/problems/"
MEDIA_TYPE = "application/problem+json"
_TITLES = {
    400: ("请求不完整", "Bad request"),
    401: ("未登录", "Not signed in"),
    403: ("无权操作", "Not allowed"),
    404: ("未找到", "Not found"),
    405: ("方法不支持", "Method not allowed"),
    409: ("当前状态不允许", "Conflict"),
    412: ("版本已更新", "Changed meanwhile"),
    413: ("内容过大", "Too large"),
    415: ("格式不支持", "Unsupported media type"),
    422: ("内容有误", "Not valid"),
    428: ("缺少版本", "Version required"),
    429: ("过于频繁", "Too many requests"),
    500: ("系统错误", "Internal error"),
    503: ("暂时不可用", "Unavailable"),
}
_RETRY_SQLSTATES = {"55P03", "57014", "40001", "40P01", "53300", "57P01", "57P03", "08006", "08003"}
_TAKEN_SQLSTATES = {"23505", "23P01"}
"""Unique and exclusion violations: somebody was first. Any other broken constraint is a fault of ours."""
_CONSTRAINT = re.compile(r'constraint "([a-z0-9_]+)"')
log = get_log("problems")


def language_of(request: Request) -> str:
    """`en` when the caller prefers English to Chinese, else `zh`."""
    accepted = request.headers.get("accept-language", "").lower()
    zh, en = accepted.find("zh"), accepted.find("en")
    return "en" if en >= 0 and (zh < 0 or en < zh) else "zh"


def _answer(request: Request, problem: Problem) -> Response:
    language = language_of(request)
    title = _TITLES.get(problem.status, _TITLES[500])
    fields = [
        ProblemField(pointer=e.pointer, code=e.code, detail=e.en if language == "en" else e.zh) for e in problem.errors
    ]
    body = ProblemBody(
        type=TYPE_PREFIX + problem.code,
        title=title[1] if language == "en" else title[0],
        status=problem.status,
        detail=problem.en if language == "en" else problem.zh,
        request_id=current_request_id(),
        errors=fields,
        **cast("dict[str, str]", problem.context),
    )
    headers = {"Content-Language": "en" if language == "en" else "zh-CN"}
    if problem.retry_after_s is not None:
        headers["Retry-After"] = str(problem.retry_after_s)
    if problem.status == 401:
        headers["WWW-Authenticate"] = "Bearer"
    return Response(body.model_dump_json(), status_code=problem.status, headers=headers, media_type=MEDIA_TYPE)


def _pointer(location: tuple[str | int, ...]) -> str:
    source, *rest = location or ("body",)
    parts = [str(part).replace("~", "~0").replace("/", "~1") for part in rest]
    if source == "body":
        return "".join(f"/{part}" for part in parts)
    return "/".join([str(source), *parts])


def _field_errors(error: RequestValidationError) -> list[FieldError]:
    found: list[FieldError] = []
    for item in error.errors():
        code, context = str(item["type"]), cast("Mapping[str, object]", item.get("ctx") or {})
        location = tuple(item["loc"])
        if code == "json_invalid":
            location = ("body",)
        zh = field_error_text(code, context, "zh", "内容无效")
        en = field_error_text(code, context, "en", str(item["msg"]))
        found.append(FieldError(_pointer(location), code, zh, en))
    return found


def _constraint_name(error: DBAPIError) -> str | None:
    original = getattr(error.orig, "__cause__", None)
    name = getattr(original, "constraint_name", None)
    if isinstance(name, str):
        return name
    found = _CONSTRAINT.search(str(error.orig))
    return found.group(1) if found else None


def _sqlstate(error: DBAPIError) -> str:
    return str(getattr(error.orig, "sqlstate", None) or getattr(error.orig, "pgcode", "") or "")


def unavailable() -> Unavailable:
    """The answer when the database is away, full or waits on locks: worth another try."""
    return Unavailable("unavailable", "系统繁忙，请稍后再试", "busy; try again in a moment", retry_after_s=2)


def problem_of(error: Exception) -> Problem | None:
    """The problem a known fault becomes; None: nobody foresaw it."""
    if isinstance(error, Problem):
        return error
    if isinstance(error, StaleDataError):
        return stale()
    if isinstance(error, IntegrityError) and _sqlstate(error) in _TAKEN_SQLSTATES:
        name = _constraint_name(error) or "constraint"
        return Conflict(
            "already_exists",
            "已有相同记录或与其他记录冲突",
            "this exists already or conflicts",
            context={"constraint": name},
        )
    if isinstance(error, DataError) and not _passing(error):
        return Invalid("invalid_value", "有内容超出可存储的范围", "a value cannot be stored")
    return unavailable() if _passing(error) else None


def _passing(error: Exception) -> bool:
    """Whether a fault is one of load or of a database that is away: worth another try."""
    if isinstance(error, DBAPIError):
        lost = error.connection_invalidated or isinstance(error, OperationalError)
        return lost or _sqlstate(error) in _RETRY_SQLSTATES
    return isinstance(error, PoolTimeout | ConnectionError | TimeoutError)


async def _on_problem(request: Request, error: Exception) -> Response:
    problem = problem_of(error)
    if problem is None:
        log.error("unhandled error", exc_info=error, path=request.url.path)
        problem = Problem("internal_error", "系统错误，请将请求编号告知管理员", "internal error; tell the request id")
    elif not isinstance(error, Problem):
        log.warning("database refused", code=problem.code, error=str(error.__cause__ or error)[:500])
    return _answer(request, problem)


async def _on_validation(request: Request, error: Exception) -> Response:
    fields = _field_errors(cast("RequestValidationError", error))
    problem = Invalid("invalid_fields", "有字段不符合要求", "a field is not valid", errors=fields)
    return _answer(request, problem)


async def _on_http(request: Request, error: Exception) -> Response:
    status = cast("HTTPException", error).status_code
    problem = Problem("http_error", "请求无法处理", str(cast("HTTPException", error).detail))
    problem.code = {400: "bad_request", 404: "not_found", 405: "method_not_allowed", 413: "too_large"}.get(
        status, "http_error"
    )
    title = _TITLES.get(status, _TITLES[500])
    problem.zh, problem.en = title
    problem.status = status  # type: ignore[misc]
    answer = _answer(request, problem)
    for name, value in (cast("HTTPException", error).headers or {}).items():
        answer.headers[name] = value
    return answer


async def _on_replay(_: Request, error: Exception) -> Response:
    return cast("Replay", error).response


def install(app: FastAPI) -> None:
    """Answer every fault of an application with a problem."""
    app.add_exception_handler(Problem, _on_problem)
    app.add_exception_handler(RequestValidationError, _on_validation)
    app.add_exception_handler(HTTPException, _on_http)
    app.add_exception_handler(Replay, _on_replay)
    for known in (StaleDataError, DBAPIError, PoolTimeout, ConnectionError, TimeoutError):
        app.add_exception_handler(known, _on_problem)
    app.add_exception_handler(Exception, _on_problem)
