from pathlib import Path

import pytest

from app.engine import Engine
from app.lint.finding import Finding
from index.ingest import ingest
from tests.invented_reports import write_files
from tests.letter_encoder import LetterEncoder

# A sentence that does not hold; what is replaced in it so that it does; rule, severity and formula of the one finding.
_CASES = [
    ("补助由40元提高到35元。", ("35元", "45元"), "growth", "error", "35元 < 40元"),
    ("床位由35张增加到28张。", ("28张", "48张"), "growth", "error", "28张 < 35张"),
    ("城市公园由20个增加到30个，增长20%。", ("20%", "50%"), "growth", "error", "30个 ÷ 20个 − 1 ≈ 50% ≠ 20%"),
    ("参保25.2万人，比上年增加1.2万人，增长9%。", ("9%", "5%"), "growth", "error", "1.2万人 ÷ (25.2万人 − 1.2万人) ≈ 5% ≠ 9%"),
    ("全县拥有养老院21个，其中民办养老院34个。", ("34个", "14个"), "parts", "error", "34个 > 21个"),
    (
        "货物进出口总额58.3亿元，其中出口40.1亿元，进口28.2亿元。", ("28.2", "18.2"), "parts", "error",
        "40.1亿元 + 28.2亿元 = 68.3亿元 ≠ 58.3亿元",
    ),
    ("三次产业结构调整为18.7:38.3:53.0。", ("53.0", "43.0"), "parts", "error", "18.7 + 38.3 + 53.0 = 110 ≠ 100"),
    ("发展党员412名，其中女党员139名，占43.7%。", ("43.7%", "33.7%"), "share", "error", "139名 ÷ 412名 ≈ 33.7% ≠ 43.7%"),
    ("新建办公场所23个、改造17个，合计45个。", ("45个", "40个"), "sum", "error", "23个 + 17个 = 40个 ≠ 45个"),
    ("全年出口41.2亿元，进口17.1亿元，贸易顺差34.1亿元。", ("34.1", "24.1"), "sum", "error", "41.2亿元 − 17.1亿元 = 24.1亿元 ≠ 34.1亿元"),
    ("年初预算为200.0万元，支出决算为150.0万元，完成年初预算的85%。", ("85%", "75%"), "sum", "error", "150.0万元 ÷ 200.0万元 ≈ 75% ≠ 85%"),
    ("上半年发展党员198名，完成全年420名计划的57.1%。", ("57.1", "47.1"), "sum", "error", "198名 ÷ 420名 ≈ 47.14% ≠ 57.1%"),
    ("办理登记1842对，比上年的2031对下降19.3%。", ("19.3", "9.3"), "growth", "error", "1842对 ÷ 2031对 − 1 ≈ -9.3% ≠ 19.3%"),
    ("要突出四个重点：一是抓项目；二是抓就业；三是抓作风。", ("四个", "三个"), "count", "warning", "3 ≠ 4"),
    ("制定方案3个（①甲方案、②乙方案）。", ("3个", "2个"), "count", "error", "2 ≠ 3"),
    ("全县17个乡镇完成换届。工作组深入18个乡镇走访。", ("18个", "17个"), "count", "error", "18 > 17"),
    ("印发0份测试卷。", ("0份", "600份"), "suspicious", "warning", None),
    ("女干部占班子成员的131%。", ("131%", "31%"), "suspicious", "error", "131% > 100%"),
    ("利润下降-3.5%。", ("-3.5%", "3.5%"), "suspicious", "warning", None),
    (
        "全年城镇新增就业4362人。各项工作有序推进。2023年城镇新增就业4562人。", ("4562", "4362"), "repeated", "warning", "4362人 ≠ 4562人",
    ),
    (
        "社会消费品零售总额64.81亿元，增长8.1%。2022年社会消费品零售总额55.95亿元。", ("55.95", "59.95"), "level", "warning",
        "64.81亿元 ÷ (1 + 8.1%) ≈ 59.95亿元 ≠ 55.95亿元",
    ),
    (
        "地方预算支出总数为80.0亿元。教育费为20.0亿元，占地方预算支出总数的27.0%。", ("27.0%", "25.0%"), "share_of_total", "warning",
        "20.0亿元 ÷ 80.0亿元 ≈ 25% ≠ 27.0%",
    ),
    (
        "乡镇长17人，副乡镇长55人。乡镇班子中，大专以上文化程度的60人，占80%。", ("80%", "83.3%"), "share", "warning",
        "17人 + 55人 = 72人；60人 ÷ 72人 ≈ 83.3% ≠ 80%",
    ),
]  # fmt: skip


def lint_texts(folder: Path, files: dict[str, str], encoder: LetterEncoder) -> list[Finding]:
    ingest([write_files(folder / "reports", files)], folder / "store", encoder)
    return [f for report in Engine.open(folder / "store", encoder).lint() for f in report.findings]


def one_report(sentence: str) -> dict[str, str]:
    return {"青岚县2024年政府工作报告.txt": f"青岚县2024年政府工作报告\n一、2023年工作回顾\n{sentence}\n"}


@pytest.mark.parametrize(("sentence", "right", "rule", "severity", "formula"), _CASES)
def test_what_cannot_hold_is_the_one_finding(
    sentence: str, right: tuple[str, str], rule: str, severity: str, formula: str | None, tmp_path: Path, encoder: LetterEncoder
) -> None:
    found = lint_texts(tmp_path / "wrong", one_report(sentence), encoder)
    assert [(f.rule, f.severity, f.formula) for f in found] == [(rule, severity, formula)]
    assert lint_texts(tmp_path / "right", one_report(sentence.replace(*right)), encoder) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "地区生产总值由100.0亿元增加到130.0亿元，增长20%。",  # at constant prices
        "铁路新增1.97万公里，其中高速铁路0.9万公里；公路新增60.9万公里。",
        "全县12件，其中甲类9件（含督办6件）、乙类8件。",
        "党员19327名，其中女性5000名，占25.9%。",
        "投资约12亿元，其中民间投资12.5亿元。",
        "突出三个重点：一是抓项目。二是抓就业。还有一个重点是抓作风。",
        "全县17个乡镇完成换届。全省1800个乡镇同步推进。",
        "检查发现问题0个，整改0个。",
        "决算支出占预算数的106.5%。",
        "城镇新增就业4362人，占全市的两成以上。",
    ],
)
def test_what_can_hold_is_no_finding(sentence: str, tmp_path: Path, encoder: LetterEncoder) -> None:
    assert lint_texts(tmp_path, one_report(sentence), encoder) == []


def test_a_target_is_told_in_the_order_of_its_words(tmp_path: Path, encoder: LetterEncoder) -> None:
    files = {
        "青岚县2023年政府工作报告.txt": "青岚县2023年政府工作报告\n一、2022年工作回顾\n建桥3座。\n"
        "二、2023年目标任务\n粮食产量不低于31万吨。地区生产总值增长6%左右。\n",
        "青岚县2024年政府工作报告.txt": "青岚县2024年政府工作报告\n一、2023年工作回顾\n粮食产量32万吨。地区生产总值增长6.1%。\n",
    }
    told = [(f.message, f.message_en) for f in lint_texts(tmp_path, files, encoder) if f.rule == "target"]
    assert told == [
        (
            "2023年目标与结果：粮食产量目标不低于31万吨，结果32万吨，达到",
            "粮食产量, target of 2023: at least 31万吨, outcome 32万吨: met",
        ),
        (
            "2023年目标与结果：地区生产总值增幅目标6%左右，结果6.1%，达到",
            "地区生产总值, target of 2023: about 6% (growth), outcome 6.1%: met",
        ),
    ]


def test_a_report_is_held_against_that_of_the_year_before(tmp_path: Path, encoder: LetterEncoder) -> None:
    files = {
        "青岚县2023年政府工作报告.txt": "青岚县2023年政府工作报告\n一、2022年工作回顾\n社会消费品零售总额55.95亿元。\n"
        "二、2023年目标任务\n城镇新增就业4500人以上。\n",
        "青岚县2024年政府工作报告.txt": "青岚县2024年政府工作报告\n一、2023年工作回顾\n社会消费品零售总额64.81亿元，增长8.1%。"
        "城镇新增就业4362人。\n",
    }
    found = lint_texts(tmp_path, files, encoder)
    assert [(f.rule, f.severity, f.formula) for f in found] == [
        ("revision", "note", "64.81亿元 ÷ (1 + 8.1%) ≈ 59.95亿元 ≠ 55.95亿元"),
        ("target", "note", "4362人 < 4500人"),
    ]
    assert "未达到" in found[1].message
    assert found[1].message_en == "城镇新增就业, target of 2023: at least 4500人, outcome 4362人: missed"
