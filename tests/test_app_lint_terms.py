from pathlib import Path

import pytest

from app.lint.finding import Finding
from app.lint.sorts import may_overlap
from tests.letter_encoder import LetterEncoder
from tests.test_app_lint_rules import lint_texts, one_report

# A sentence that does not hold; what is replaced in it so that it does; rule, severity and formula of the one finding.
_CASES = [
    # 预算 is part of the name of the measure
    (
        "全县一般公共预算收入7.35亿元。各项工作有序推进。2023年一般公共预算收入7.53亿元。", ("7.53", "7.35"), "repeated", "warning",
        "7.35亿元 ≠ 7.53亿元",
    ),
    # 实际 is no real growth
    (
        "实际到位内资26.4亿元，比上年的22.0亿元增长30%。", ("30%", "20%"), "growth", "warning",
        "26.4亿元 ÷ 22.0亿元 − 1 ≈ 20% ≠ 30%",
    ),
    # 其中 without a colon
    (
        "全县有泊位1370个，其中路边泊位485个、地下泊位627个、立体泊位281个。", ("281", "258"), "parts", "warning",
        "485个 + 627个 + 281个 = 1393个 > 1370个",
    ),
    (
        "接待观众31.6万人次，其中日场观众12.4万人次，夜场观众29.1万人次。", ("29.1", "19.1"), "parts", "warning",
        "12.4万人次 + 29.1万人次 = 41.5万人次 > 31.6万人次",
    ),
    ("水库加固投资2.7亿元，其中大坝1.2亿元、溢洪道0.8亿元、渠道6000亿元。", ("6000亿", "6000万"), "parts", "error", "6000亿元 > 2.7亿元"),
    (
        "地区生产总值152.4亿元，其中第一产业增加值21.6亿元、第二产业增加值68.5亿元、第三产业增加值52.3亿元。", ("152.4", "142.4"), "parts",
        "error", "21.6亿元 + 68.5亿元 + 52.3亿元 = 142.4亿元 ≠ 152.4亿元",
    ),
    # Aims within a sentence
    ("改造管网68公里，比年初目标60公里多18公里。", ("18", "8"), "aim", "error", "68公里 − 60公里 = 8公里 ≠ 18公里"),
    ("年末床位1940张，比1960张的目标少30张。", ("30张", "20张"), "aim", "error", "1960张 − 1940张 = 20张 ≠ 30张"),
    ("城镇新增就业3180人，完成年度目标3000人的116%。", ("116", "106"), "sum", "error", "3180人 ÷ 3000人 ≈ 106% ≠ 116%"),
    (
        "城镇新增就业3180人，完成年度目标3000人的106%。各项工作有序推进。全年城镇新增就业3810人。", ("3810", "3180"), "repeated", "warning",
        "3180人 ≠ 3810人",
    ),
    # An age is no whole, and one total of a name is that of the share
    ("常住人口42.5万人，其中65岁及以上人口6.8万人，占26.0%。", ("26.0", "16.0"), "share", "warning", "6.8万人 ÷ 42.5万人 ≈ 16% ≠ 26.0%"),
    (
        "一般公共预算支出40.0亿元。教育支出8.0亿元，占一般公共预算支出的28.0%。", ("28.0", "20.0"), "share_of_total", "warning",
        "8.0亿元 ÷ 40.0亿元 ≈ 20% ≠ 28.0%",
    ),
    # Quotients
    ("发放助学金63万元，惠及700人，人均600元。", ("600", "900"), "quotient", "warning", "63万元 ÷ 700人 ≈ 900元 ≠ 600元"),
    (
        "玉米播种面积3.0万亩，总产量1.5万吨，平均亩产650公斤。", ("650", "500"), "quotient", "warning",
        "1.5万吨 ÷ 3.0万亩 ≈ 500公斤 ≠ 650公斤",
    ),
    ("受理来信245件，办结196件，办结率90%。", ("90%", "80%"), "quotient", "warning", "196件 ÷ 245件 ≈ 80% ≠ 90%"),
    ("年末存款余额64.0亿元，贷款余额48.0亿元，存贷比85%。", ("85", "75"), "quotient", "warning", "48.0亿元 ÷ 64.0亿元 ≈ 75% ≠ 85%"),
    ("空气优良天数328天，优良率97.5%。", ("97.5", "89.9"), "quotient", "warning", "328天 ÷ 365 ≈ 89.86% ≠ 97.5%"),
    # A rate, a list of names, two units
    ("农村卫生厕所普及率达到106.5%。", ("106.5", "96.5"), "suspicious", "warning", "106.5% > 100%"),
    ("新增振华纺织、金穗米业、东湖茶厂、长虹机械3家规上企业。", ("3家", "4家"), "names", "warning", "4 > 3"),
    ("新建东湖小学、西湖小学、南湖小学等两所学校，改造城北、城南、城东、城西等三所学校。", ("三所", "四所"), "names", "warning", "4 > 3"),
    ("油菜籽总产量1.20亿斤，折合7.0万吨。", ("7.0", "6.0"), "unit", "error", "1.20亿斤 = 6万吨 ≠ 7.0万吨"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "right", "rule", "severity", "formula"), _CASES)
def test_what_its_terms_do_not_give_is_the_one_finding(
    sentence: str, right: tuple[str, str], rule: str, severity: str, formula: str, tmp_path: Path, encoder: LetterEncoder
) -> None:
    found = lint_texts(tmp_path / "wrong", one_report(sentence), encoder)
    assert _told(found) == [(rule, severity, formula)]
    assert lint_texts(tmp_path / "right", one_report(sentence.replace(*right)), encoder) == []


def _told(found: list[Finding]) -> list[tuple[str, str, str | None]]:
    return [(f.rule, f.severity, f.formula) for f in found]


@pytest.mark.parametrize(
    "sentence",
    [
        "在校学生2180人，其中：寄宿生1320人，女生1060人，留守儿童650人。",  # groups that overlap
        "财政支出38.2亿元，其中：民生支出31.4亿元，教育支出8.3亿元。",
        "全县有卫生院12家，其中中心卫生院4家，村卫生室214家。",  # goes on to something else
        "拥有专利193项，其中发明专利28项、外观专利165项，正在申请的发明专利71项。",
        "全年处分258人，其中党纪处分211人、政务处分68人。",  # the same people, in part
        "职工工资总额由500万元增加到560万元，扣除价格因素实际增长9%。",
        "社会商品零售额26.4亿元，比上年的22.0亿元实际增长18%。",
        "固定宽带家庭普及率达到112%。",
        "小学毛入学率达到101.2%。",
        "新建粮食、蔬菜、水果基地2个。",
        "获国家级、省级、市级荣誉2项。",
        "做好高校毕业生、退役军人、农民工和残疾人两类重点群体就业。",
        "全县茶园面积6.0万亩，茶叶产量0.5万吨，平均亩产150公斤。",  # trees bear on a part of their land
        "一般公共预算支出40.0亿元。上年一般公共预算支出36.0亿元。教育支出9.0亿元，占一般公共预算支出的20.0%。",
        "城镇新增就业3180人，完成年度目标3000人的106%。2024年要完成城镇新增就业3300人的目标。",
    ],
)
def test_terms_that_may_be_of_something_else_are_no_finding(sentence: str, tmp_path: Path, encoder: LetterEncoder) -> None:
    assert lint_texts(tmp_path, one_report(sentence), encoder) == []


def test_groups_of_several_sorts_may_overlap() -> None:
    assert may_overlap(["女教师", "35岁以下教师"])
    assert may_overlap(["女教师", "特级教师"])
    assert not may_overlap(["男教师", "女教师"])
    assert not may_overlap(["小学教师", "中学教师"])


_TABLE = """# 青岚县2024年统计公报

| 乡镇 | 茶叶产量（吨） |
|---|---:|
| 云岭镇 | 1860 |
| 石桥镇 | 2340 |
| 河口镇 | 1450 |
| 松坪乡 | 2130 |
| 合计 | 7780 |

全县茶叶产量稳步提高，其中石桥镇茶叶产量2340吨。

| 项目 | 2023年 | 2022年 | 增长（%） |
|---|---:|---:|---:|
| 税收收入 | 6.36 | 6.00 | 6.0 |
| 非税收入 | 4.32 | 4.00 | 8.0 |
| 合计 | 10.68 | 10.00 | 6.8 |
"""


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("7780", "7880", ("table", "warning", "1860 + 2340 + 1450 + 2130 = 7780 ≠ 7880")),
        ("2340吨", "2430吨", ("cell", "warning", "2430吨 ≠ 2340")),
        ("| 8.0 |", "| 18.0 |", ("table", "error", "4.32 ÷ 4.00 − 1 ≈ 8% ≠ 18.0")),
    ],
)
def test_a_table_of_one_column_and_one_of_two_years_are_reckoned(
    before: str, after: str, told: tuple[str, str, str], tmp_path: Path, encoder: LetterEncoder
) -> None:
    name = "青岚县2024年统计公报.md"
    assert lint_texts(tmp_path / "right", {name: _TABLE}, encoder) == []
    assert _told(lint_texts(tmp_path / "wrong", {name: _TABLE.replace(before, after)}, encoder)) == [told]


def test_rows_that_others_are_part_of_are_no_wrong_total(tmp_path: Path, encoder: LetterEncoder) -> None:
    nested = _TABLE.replace("| 松坪乡 | 2130 |", "| 松坪乡 | 2130 |\n| 松坪乡茶场 | 630 |").replace("| 7780 |", "| 7780 |")
    assert lint_texts(tmp_path, {"青岚县2024年统计公报.md": nested}, encoder) == []


def _years(last: str, aims: str, now: str) -> dict[str, str]:
    return {
        "青岚县2023年政府工作报告.txt": f"青岚县2023年政府工作报告\n一、2022年工作回顾\n{last}\n二、2023年目标任务\n{aims}\n",
        "青岚县2024年政府工作报告.txt": f"青岚县2024年政府工作报告\n一、2023年工作回顾\n{now}\n",
    }


@pytest.mark.parametrize(
    ("last", "aims", "now", "told"),
    [
        ("一般公共预算收入7.35亿元。", "抓好落实。", "一般公共预算收入7.64亿元，比上年的7.53亿元增长1.5%。", ("revision", "note", "7.53亿元 ≠ 7.35亿元")),
        (
            "年末养老机构床位1480张。", "抓好落实。", "年末养老机构床位1615张，比上年净增153张。",
            ("revision", "note", "1615张 − 153张 = 1462张 ≠ 1480张"),
        ),
        ("各项工作有序推进。", "改造农村管网70公里。", "改造农村管网65公里。", ("target", "note", "65公里 < 70公里")),
        ("各项工作有序推进。", "改造农村管网70公里。", "改造农村管网65公里，超额完成年度目标。", ("target", "warning", "65公里 < 70公里")),
    ],
)  # fmt: skip
def test_what_a_clause_names_in_full_is_held_against_the_year_before(
    last: str, aims: str, now: str, told: tuple[str, str, str], tmp_path: Path, encoder: LetterEncoder
) -> None:
    assert _told(lint_texts(tmp_path, _years(last, aims, now), encoder)) == [told]


def test_a_target_told_otherwise_than_it_was_set_is_a_warning(tmp_path: Path, encoder: LetterEncoder) -> None:
    now = "改造农村管网76公里，超过60公里的年度目标。"
    found = lint_texts(tmp_path, _years("各项工作有序推进。", "改造农村管网70公里。", now), encoder)
    assert _told(found) == [("target", "note", "76公里 > 70公里"), ("target", "warning", "60公里 ≠ 70公里")]


def test_what_should_be_is_no_outcome(tmp_path: Path, encoder: LetterEncoder) -> None:
    years = _years("各项工作有序推进。", "粮食总产量达到31.5万吨。", "按纲要的水平，粮食总产量应该有30.2万吨。")
    assert lint_texts(tmp_path, years, encoder) == []


def test_two_values_of_one_name_are_followed_into_no_other_year(tmp_path: Path, encoder: LetterEncoder) -> None:
    now = "年末养老机构床位1615张，比上年净增153张。"
    assert lint_texts(tmp_path, _years("城东养老机构床位1480张，城西养老机构床位620张。", "抓好落实。", now), encoder) == []
