"""Chinese numbers as people say or seal them, written as reports write them: 二百来家, 叁拾, 廿三. No letter of a text moves."""

import re

_SEALED = str.maketrans("壹贰叁肆伍陆柒捌玖拾佰仟", "一二三四五六七八九十百千")
# 伍 and 拾 alone are letters of other words.
_SEALS = re.compile("[壹贰叁肆伍陆柒捌玖拾佰仟]{2,}|[壹贰叁肆伍陆柒捌玖拾佰仟](?=[万亿元圆])")
_SCORES = re.compile("(?P<tens>[廿卅])(?P<ones>[一二三四五六七八九])")
_DIGITS = {c: str(i) for i, c in enumerate("一二三四五六七八九", 1)} | {"廿": "2", "卅": "3"}
# 二十来个, 三百来家
_OR_SO = re.compile(r"(?<=[十百千万亿])来(?=[万亿个家所座条项名人位户套台件公吨亩元])")


def as_reports_write(text: str) -> str:
    """Return a text of the same length with its spoken numbers as reports write them.

    >>> as_reports_write("新增廿三家、三百来人")
    '新增23家、三百余人'
    """
    text = _SEALS.sub(lambda m: m[0].translate(_SEALED), text)
    text = _SCORES.sub(lambda m: _DIGITS[m["tens"]] + _DIGITS[m["ones"]], text)
    return _OR_SO.sub("余", text)
