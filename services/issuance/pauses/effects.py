"""A due date explained in words: from when it is counted, which times do not count, and what counts all the same. Pure."""

from collections.abc import Sequence
from datetime import date, datetime

from shared.contracts.classification import ClockPause
from shared.contracts.official import chinese_day
from shared.contracts.pauses import ClockGrounds


def effects(accepted_at: datetime, days: int, pauses: Sequence[ClockPause], grounds: ClockGrounds) -> list[str]:
    """The lines, in Chinese, as a notice prints them; days are Shanghai days."""
    named = {ground.code: ground for ground in grounds.stops}
    lines = [f"自受理次日起计算：{chinese_day(accepted_at.isoformat())}受理，法定期限{days}个工作日，法定节假日不计。"]
    for pause in pauses:
        ground = named.get(pause.reason)
        why = f"{ground.zh}（{ground.clause}）" if ground else pause.reason
        lines.append(f"不计入：{day(pause.first)}至{day(pause.last)}，{why}，告知书编号{pause.notice_no}。")
    lines += [f"计入：{ground.zh}（{ground.clause}）。" for ground in grounds.runs]
    return lines


def day(one: date) -> str:
    """A day as papers write it."""
    return f"{one.year}年{one.month}月{one.day}日"
