"""Day overrides taken from the chinesecalendar package, as the first content of the table an officer edits."""

from datetime import date

from chinese_calendar import constants

from shared.domain.calendar import DayKind


def seed_overrides() -> dict[date, DayKind]:
    """Every holiday and made-up working day of the years the package knows (放假办法 and the yearly notices).

    A day is listed only where it differs from its weekday or is a holiday named by a notice.
    """
    overrides: dict[date, DayKind] = dict.fromkeys(constants.holidays, "holiday")
    overrides.update(dict.fromkeys(constants.workdays, "makeup_workday"))
    return dict(sorted(overrides.items()))
