"""Texts of every field error, in Chinese and English, by stable code: what is wrong, what is allowed, why.

A template takes the error's context by name. Codes are those of pydantic plus the cross checks of the wire models.
"""

from collections.abc import Mapping

FIELD_ERROR_TEXTS: Mapping[str, tuple[str, str]] = {
    # shape
    "missing": ("必填", "required"),
    "extra_forbidden": ("没有这个字段", "no such field"),
    "int_type": ("应为整数", "must be an integer"),
    "int_parsing": ("应为整数", "must be an integer"),
    "int_from_float": ("应为整数，不带小数", "must be a whole number"),
    "int_parsing_size": ("数值过大", "the number is too large"),
    "float_type": ("应为数字", "must be a number"),
    "float_parsing": ("应为数字", "must be a number"),
    "finite_number": ("应为有限数字", "must be a finite number"),
    "bool_type": ("应为 true 或 false", "must be true or false"),
    "bool_parsing": ("应为 true 或 false", "must be true or false"),
    "string_type": ("应为文字", "must be text"),
    "string_unicode": ("文字编码有误", "must be valid Unicode text"),
    "string_too_short": ("至少 {min_length} 个字符", "at least {min_length} characters"),
    "string_too_long": ("最多 {max_length} 个字符", "at most {max_length} characters"),
    "string_pattern_mismatch": ("格式不符", "does not have the required form"),
    "too_short": ("至少 {min_length} 项", "at least {min_length} items"),
    "too_long": ("最多 {max_length} 项", "at most {max_length} items"),
    "greater_than": ("应大于 {gt}", "must be greater than {gt}"),
    "greater_than_equal": ("不得小于 {ge}", "must be at least {ge}"),
    "less_than": ("应小于 {lt}", "must be less than {lt}"),
    "less_than_equal": ("不得大于 {le}", "must be at most {le}"),
    "literal_error": ("应为 {expected} 之一", "must be one of {expected}"),
    "enum": ("应为 {expected} 之一", "must be one of {expected}"),
    "model_type": ("应为对象", "must be an object"),
    "model_attributes_type": ("应为对象", "must be an object"),
    "dict_type": ("应为对象", "must be an object"),
    "list_type": ("应为列表", "must be a list"),
    "tuple_type": ("应为列表", "must be a list"),
    "datetime_type": (
        "应为带时区的时间，如 2026-12-07T08:00:00+08:00",
        "must be a time with offset, like 2026-12-07T08:00:00+08:00",
    ),
    "datetime_parsing": (
        "应为带时区的时间，如 2026-12-07T08:00:00+08:00",
        "must be a time with offset, like 2026-12-07T08:00:00+08:00",
    ),
    "datetime_from_date_parsing": (
        "应为带时区的时间，如 2026-12-07T08:00:00+08:00",
        "must be a time with offset, like 2026-12-07T08:00:00+08:00",
    ),
    "datetime_object_invalid": ("时间无效", "the time is not valid"),
    "timezone_aware": ("时间应带时区，如 +08:00", "the time must carry an offset, like +08:00"),
    "date_parsing": ("应为日期，如 2026-12-07", "must be a date, like 2026-12-07"),
    "date_from_datetime_parsing": ("应为日期，如 2026-12-07", "must be a date, like 2026-12-07"),
    "date_type": ("应为日期，如 2026-12-07", "must be a date, like 2026-12-07"),
    "uuid_parsing": ("应为 UUID", "must be a UUID"),
    "uuid_type": ("应为 UUID", "must be a UUID"),
    "json_invalid": ("不是有效的 JSON", "is not valid JSON"),
    "json_type": ("不是有效的 JSON", "is not valid JSON"),
    # one field against its own form
    "plate_form": (
        "车牌号应为省简称加字母加 5 至 6 位，或加 4 至 5 位后接“挂”或“超”",
        "a plate is a province sign, a letter and 5 to 6 characters, or 4 to 5 characters and 挂 or 超",
    ),
    "text_control_character": ("不得含控制字符", "must not hold control characters"),
    "text_blank": ("不得为空白", "must not be blank"),
    "conditions_missing": (
        "附条件同意须写明条件，其他意见不填",
        "name conditions for a consent with conditions, and only there",
    ),
    "nothing_changed": ("请给出要变更的号牌或日期", "give plates or dates to change"),
    "facts_alone": (
        "给出完整运输信息时不要再单独给出号牌或日期",
        "give the whole transport, or plates and dates; not both",
    ),
    # one field against another
    "spacing_count": (
        "轴距个数应比轴荷个数少一：轴荷 {loads} 个，轴距应为 {expected} 个，现为 {spacings} 个",
        "axle spacings must be one fewer than axle loads: {loads} loads need {expected} spacings, not {spacings}",
    ),
    "axle_load_count": (
        "轴荷个数应等于牵引车轴数加挂车轴数(液压车为轴线数)：应为 {expected} 个，现为 {loads} 个",
        "axle loads must number the tractors' axles plus the trailer's axles (hydraulic: axle lines): {expected}, not {loads}",
    ),
    "axle_load_sum": (
        "各轴荷之和 {total} 千克应与车货总质量 {gross} 千克相差不超过 {tolerance}",
        "axle loads add up to {total} kg; they must agree with the gross mass {gross} kg within {tolerance}",
    ),
    "gross_mass_sum": (
        "车货总质量应等于整备质量与货物质量之和 {total} 千克，相差不超过 {tolerance}",
        "the gross mass must agree with curb masses plus cargo, {total} kg, within {tolerance}",
    ),
    "smaller_than_cargo": ("总体尺寸不得小于货物尺寸 {cargo} 毫米", "must not be smaller than the cargo's {cargo} mm"),
    "national_id": ("身份证号码不正确", "not a valid identity number"),
    "end_before_start": ("结束时间不得早于开始时间", "the end must not be before the start"),
    "rigid_with_trailer": ("整体式货车不得带挂车", "a rigid truck has no trailer"),
    "trailer_missing": ("平板车和液压车须有挂车", "a flatbed or hydraulic set needs a trailer"),
    "hydraulic_without_lines": ("液压车须有轴线数", "a hydraulic trailer needs at least one axle line"),
    "flatbed_with_lines": ("普通平板车的轴线数应为 0", "an ordinary flatbed has 0 axle lines"),
    "drive_axles_above_axles": ("驱动轴数不得大于轴数 {axles}", "drive axles must not exceed the {axles} axles"),
    "start_in_past": ("开始时间不得早于提交时间", "the start must not be before the moment of submission"),
}


def field_error_text(code: str, context: Mapping[str, object], language: str, fallback: str) -> str:
    """The text of a field error.

    Args:
        code: stable code of the error.
        context: values the template names.
        language: "zh" or "en".
        fallback: text for a code without a template of its own (English, from the validator).
    """
    texts = FIELD_ERROR_TEXTS.get(code)
    if texts is None:
        return fallback
    template = texts[0] if language == "zh" else texts[1]
    return template.format_map({key: value for key, value in context.items() if key != "error"})
