"""Sentences of our own, labelled by hand: what every figure of a sentence says, all at once."""

import pytest

from app.reading_figures import read_text_figures

# (part, year of the report, heading, sentence) and the figures: text, value, unit, kind, polarity, period, status, subject.
LABELLED = [
    (
        ("review", 2024, "一、2023年工作回顾"),
        "第一、二、三产业分别增长3.1%、5.0%和5.8%，城镇和农村居民人均可支配收入分别达到41200元和20150元。",
        [
            ("3.1%", "3.1", "%", "growth", "+", "2023", "actual", "第一产业"),
            ("5.0%", "5", "%", "growth", "+", "2023", "actual", "第二产业"),
            ("5.8%", "5.8", "%", "growth", "+", "2023", "actual", "第三产业"),
            ("41200元", "41200", "元", "level", "", "2023", "actual", "城镇居民人均可支配收入"),
            ("20150元", "20150", "元", "level", "", "2023", "actual", "农村居民人均可支配收入"),
        ],
    ),
    (
        ("review", 2024, "一、2023年工作回顾"),
        "粮食总产量比上年增加1.35亿吨、达到7.2亿吨。",
        [
            ("1.35亿吨", "135000000", "吨", "change", "+", "2023", "actual", "粮食总产量"),
            ("7.2亿吨", "720000000", "吨", "level", "", "2023", "actual", "粮食总产量"),
        ],
    ),
    (
        ("plan", 2024, "二、2024年工作安排"),
        "养老金由每月103元提高到123元，农村低保标准从去年的6240元提高到6600元。",
        [
            ("103元", "103", "元", "level", "", "", "actual", "养老金"),
            ("123元", "123", "元", "level", "", "2024", "target", "养老金"),
            ("6240元", "6240", "元", "level", "", "2023", "actual", "农村低保标准"),
            ("6600元", "6600", "元", "level", "", "2024", "target", "农村低保标准"),
        ],
    ),
    (
        ("review", 2023, "一、过去五年工作回顾"),
        "煤炭占比下降6.5个百分点，高新企业达到820家；五年累计完成投资1.2万亿元，2022年达到2600亿元。",
        [
            ("6.5个百分点", "6.5", "百分点", "change", "-", "2018-2022", "actual", "煤炭占比"),
            ("820家", "820", "家", "level", "", "2022", "actual", "高新企业"),
            ("1.2万亿元", "1200000000000", "元", "level", "", "2018-2022", "actual", "完成投资"),
            ("2600亿元", "260000000000", "元", "level", "", "2022", "actual", "完成投资"),
        ],
    ),
    (
        ("review", 2024, "一、2023年工作回顾"),
        "城镇化率由63.1%提高到64.0%，提高0.9个百分点。",
        [
            ("63.1%", "63.1", "%", "share", "", "2022", "actual", "城镇化率"),
            ("64.0%", "64", "%", "share", "", "2023", "actual", "城镇化率"),
            ("0.9个百分点", "0.9", "百分点", "change", "+", "2023", "actual", "城镇化率"),
        ],
    ),
    (
        ("plan", 2024, "二、2024年工作安排"),
        "近年来，全市先后建成污水厂12座，今年再建污水厂3座。",
        [
            ("12座", "12", "座", "level", "", "", "actual", "全市先后建成污水厂"),
            ("3座", "3", "座", "level", "", "2024", "target", "建污水厂"),
        ],
    ),
    (
        ("plan", 2021, "二、“十四五”时期的主要目标"),
        "森林覆盖率提高2个百分点，生产总值年均增长6%以上。",
        [
            ("2个百分点", "2", "百分点", "change", "+", "2021-2025", "target", "森林覆盖率"),
            ("6%", "6", "%", "growth", "+", "2021-2025", "target", "生产总值"),
        ],
    ),
    (
        ("review", 2024, "一、2023年工作回顾"),
        "税收收入是2018年的1.6倍，其中增值税88亿元。",
        [
            ("1.6倍", "1.6", "倍", "other", "", "2023", "actual", "税收收入"),
            ("88亿元", "8800000000", "元", "level", "", "2023", "actual", "增值税"),
        ],
    ),
    (
        ("review", 2019, "一、2018年工作回顾"),
        "2016年和2017年两年造林45万亩，人口自然增长率，甲县由6‰降到4‰，乙县由8‰降到5‰。",
        [
            ("45万亩", "450000", "亩", "level", "", "2016-2017", "actual", "造林"),
            ("6‰", "6", "‰", "growth", "+", "2016", "actual", "人口自然增长率甲县"),
            ("4‰", "4", "‰", "growth", "+", "2017", "actual", "人口自然增长率甲县"),
            ("8‰", "8", "‰", "growth", "+", "2016", "actual", "人口自然增长率乙县"),
            ("5‰", "5", "‰", "growth", "+", "2017", "actual", "人口自然增长率乙县"),
        ],
    ),
    (
        ("review", 2024, "一、2023年工作回顾"),
        "失业率控制在5.5%以内，低于预期目标0.5个百分点，增速居全省第3位。",
        [
            ("5.5%", "5.5", "%", "share", "", "2023", "actual", "失业率"),
            ("0.5个百分点", "0.5", "百分点", "other", "-", "2023", "actual", "失业率"),
            ("第3位", "3", "位", "rank", "", "2023", "actual", "增速"),
        ],
    ),
    (
        ("review", 2024, "一、2023年工作回顾"),
        "新签约50亿元以上制造业项目12个，总投资940亿元。",
        [
            ("50亿元", "5000000000", "元", "other", "", "2023", "actual", "新签"),
            ("12个", "12", "个", "level", "", "2023", "actual", "制造业项目"),
            ("940亿元", "94000000000", "元", "level", "", "2023", "actual", "总投资"),
        ],
    ),
    (
        ("other", 2024, ""),
        "单位：万元\n项目 2023年 2022年 增减（%）\n办公费 12.5 10.0 25.0",
        [
            ("12.5", "125000", "元", "level", "", "2023", "actual", "办公费"),
            ("10.0", "100000", "元", "level", "", "2022", "actual", "办公费"),
            ("25.0", "25", "%", "growth", "+", "2023", "actual", "办公费"),
        ],
    ),
    (
        ("other", 2024, ""),
        "Exports grew by 4.2% to $612 million in 2023, and are expected to reach $640 million in 2024.",
        [
            ("4.2%", "4.2", "%", "growth", "+", "2023", "actual", "Exports"),
            ("$612 million", "612000000", "$", "level", "", "2023", "actual", "Exports"),
            ("$640 million", "640000000", "$", "level", "", "2024", "target", "Exports"),
        ],
    ),
    (
        ("other", 2024, ""),
        "The allowance will be raised from $90 to $120 per month.",
        [
            ("$90", "90", "$", "level", "", "", "actual", "allowance"),
            ("$120 per month", "120", "$/month", "level", "", "", "target", "allowance"),
        ],
    ),
]


@pytest.mark.parametrize(("place", "sentence", "wanted"), LABELLED, ids=[s[:12] for _, s, _ in LABELLED])
def test_a_labelled_sentence_is_read_as_labelled(
    place: tuple[str, int, str], sentence: str, wanted: list[tuple[str, ...]]
) -> None:
    part, year, heading = place
    figures = read_text_figures(sentence, context=heading, section=part, report_year=year)
    read = [(f.text, f"{f.value.normalize():f}", f.unit, f.kind, f.polarity, f.period, f.status, f.subject) for f in figures]
    assert read == wanted
    assert all(sentence[f.start : f.end] == f.text for f in figures)
