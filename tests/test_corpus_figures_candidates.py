import itertools
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.figures.candidates import find_quantities
from corpus.figures.numerals import fold, parse_arabic, parse_chinese

# text, [(text of the quantity, value, upper value, unit)]
QUANTITIES = [
    ("１ ９ ９ ８ 年增长７．２％", [("７．２％", "7.2", None, "%")]),
    ("4.5万亿元，即45000亿元", [("4.5万亿元", "4500000000000", None, "元"), ("45000亿元", "4500000000000", None, "元")]),
    ("收入三千二百五十万元", [("三千二百五十万元", "32500000", None, "元")]),
    ("总量达到两万亿元", [("两万亿元", "2000000000000", None, "元")]),
    ("人均收入二百一十元六角五分", [("二百一十元六角五分", "210.65", None, "元")]),
    ("票价12元5角", [("12元5角", "12.5", None, "元")]),
    ("下降百分之五点二", [("百分之五点二", "5.2", None, "%")]),
    ("控制在千分之十三以下", [("千分之十三", "13", None, "‰")]),
    ("增长五成", [("五成", "50", None, "%")]),
    ("占三分之二", [("三分之二", "66.67", None, "%")]),
    ("比五年前翻一番", [("翻一番", "1", None, "番")]),
    ("翻两番", [("翻两番", "2", None, "番")]),
    ("增长1.3倍", [("1.3倍", "1.3", None, "倍")]),
    ("六倍半", [("六倍半", "6.5", None, "倍")]),
    ("增长5.5%左右", [("5.5%", "5.5", None, "%")]),
    ("增长5%—6%", [("5%—6%", "5", "6", "%")]),
    ("百分之二到三", [("百分之二到三", "2", "3", "%")]),
    ("新增18万至20万人", [("18万至20万人", "180000", "200000", "人")]),
    ("由35元提高到40元", [("35元", "35", None, "元"), ("40元", "40", None, "元")]),
    ("提高3.2个百分点", [("3.2个百分点", "3.2", None, "百分点")]),
    ("投放 1 千 3 百人", [("1 千 3 百人", "1300", None, "人")]),
    ("达到2 192.5万吨", [("2 192.5万吨", "21925000", None, "吨")]),
    ("收入2 0 9 0 元，增长5 ．4 ％", [("2 0 9 0 元", "2090", None, "元"), ("5 ．4 ％", "5.4", None, "%")]),
    ("服务3.9万余人次", [("3.9万余人次", "39000", None, "人次")]),
    ("自然增长率为-0.99‰", [("-0.99‰", "-0.99", None, "‰")]),
    ("产业规模突破万亿元", [("万亿元", "1000000000000", None, "元")]),
    ("印发文件0份", [("0份", "0", None, "份")]),
    ("发电量4455亿千瓦小时", [("4455亿千瓦小时", "445500000000", None, "千瓦小时")]),
    ("居全省第6位", [("第6位", "6", None, "位")]),
    ("年均浓度22微克/立方米", [("22微克/立方米", "22", None, "微克/立方米")]),
    ("二十一萬四千七百九十八個", [("二十一萬四千七百九十八個", "214798", None, "个")]),
]


@pytest.mark.parametrize(("text", "wanted"), QUANTITIES, ids=[t for t, _ in QUANTITIES])
def test_quantities_have_exact_spans_values_and_units(text: str, wanted: list[tuple[str, str, str | None, str]]) -> None:
    found = [(text[q.start : q.end], q.value, q.value_to, q.unit) for q in find_quantities(fold(text))]
    assert found == [(t, Decimal(v), None if u is None else Decimal(u), unit) for t, v, u, unit in wanted]


@pytest.mark.parametrize(
    "text",
    [
        "〔2023〕12号文件",
        "2023年1—6月",
        "党的十八大以来",
        "“三个代表”重要思想",
        "拨打12345热线",
        "第14届运动会",
        "PM2.5治理",
        "建设5G基站",
        "一九五三年到一九八○年二十八年中",
        "三、四线城市",
        "二是抓好落实",
        "五年来成绩显著",
        "一窗受理",
        "千亿级产业集群",
        "（10）其他",
        "总量指标[83]",
    ],
)
def test_what_only_looks_like_a_quantity_is_left_alone(text: str) -> None:
    assert find_quantities(fold(text)) == []


def _in_chinese(number: int) -> str:
    """Write a number below ten thousand in Chinese numerals, the slow way round."""
    digits, words = "零一二三四五六七八九", ""
    for power, unit in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // power % 10
        if digit:
            words += digits[digit] + unit
        elif words and number % power:
            words += "" if words.endswith("零") else "零"
    return words


@given(st.integers(1, 9999), st.integers(0, 9999))
def test_chinese_numerals_are_read_as_they_are_written(high: int, low: int) -> None:
    text = _in_chinese(high) + "万"
    if low:
        text += ("零" if low < 1000 else "") + _in_chinese(low)
    assert parse_chinese(text) == high * 10000 + low


@given(st.integers(0, 10**9), st.integers(0, 99), st.sampled_from([",", "，", ""]))
def test_thousands_separators_do_not_change_a_value(whole: int, cents: int, separator: str) -> None:
    text = f"{whole:,}".replace(",", separator) + f".{cents:02}"
    assert parse_arabic(fold(text)) == Decimal(f"{whole}.{cents:02}")


@given(st.text(alphabet="0123456789１２３.，,、。年月日第一二三十百万亿点分之成倍%％元人个至—（）“” \n增长abP", max_size=60))
def test_spans_lie_in_order_inside_any_text(text: str) -> None:
    quantities = find_quantities(fold(text))
    assert all(0 <= q.start < q.end <= len(text) for q in quantities)
    assert all(a.end <= b.start for a, b in itertools.pairwise(quantities))


@given(st.text(max_size=200))
def test_folding_keeps_every_character_in_its_place(text: str) -> None:
    assert len(fold(text)) == len(text)


def test_a_decimal_with_a_rest_behind_its_scale_is_read() -> None:
    assert parse_chinese("一点二亿三千万") == Decimal(150_000_000)
    assert parse_chinese("五点八亿") == Decimal(580_000_000)


def test_the_number_of_a_table_is_no_quantity() -> None:
    assert [(q.start, q.end) for q in find_quantities("表3 收入，附表2-1，图5 产量")] == []
    assert [q.value for q in find_quantities("电表3万个")] == [Decimal(30_000)]
