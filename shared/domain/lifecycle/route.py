"""Lives of a traffic notice (路况公告) and of a route plan (路线方案) (M08)."""

from shared.domain.lifecycle.base import Lifecycle, rows
from shared.domain.roles import Role

NOTICE = Lifecycle(
    name=("公告", "notice"),
    states={"draft": "草稿", "published": "已发布", "lifted": "已解除"},
    terminal=frozenset({"lifted"}),
    rows=(
        *rows("draft", "publication", "published", {Role.ROAD_OFFICER}),
        *rows("published", "lifting", "lifted", {Role.ROAD_OFFICER}),
    ),
)

ROUTE_PLAN = Lifecycle(
    name=("路线方案", "route plan"),
    states={"checked": "已核查", "locked": "已锁定", "superseded": "已替换"},
    terminal=frozenset({"superseded"}),
    rows=(
        *rows("checked", "lock", "locked", {Role.SERVICE}, "no newer restriction on its segments"),
        *rows("checked", "renewal", "checked", {Role.SERVICE}, "a newer notice touches it"),
        *rows("locked", "renewal", "checked", {Role.SERVICE}, "on hold, and no permit was issued on it"),
        *rows("checked locked", "supersession", "superseded", {Role.SERVICE}),
    ),
)
