from pathlib import Path

from corpus.reading import read_report

ASSETS = (
    "# 青岚药业股份有限公司2023年年度报告",
    "## 固定资产情况",
    "单位：元",
    "| 项目 | 房屋 | 合计 |",
    "|---|---|---|",
    "| 一、账面原值： | | |",
    "| 1.期初余额 | 500.00 | 700.00 |",
    "| 2.本期增加金额 | 20.00 | 30.00 |",
    "| 二、累计折旧 | | |",
    "| 1.期初余额 | 100.00 | 150.00 |",
    "| 2.本期增加金额 | 10.00 | 15.00 |",
)
TRADE = (
    "# 云栖市2023年统计公报",
    "## 进出口情况",
    "| 指标 | 金额（亿元） |",
    "|---|---|",
    "| 出口额 | 300.5 |",
    "| 其中：国有企业 | 80.7 |",
    "| 民营企业 | 150.2 |",
    "| 进口额 | 246.4 |",
    "| 其中：国有企业 | 107.3 |",
    "| 民营企业 | 90.1 |",
    "| 进出口总额 | 546.9 |",
)


def _told(path: Path, lines: tuple[str, ...]) -> list[tuple[str, str]]:
    path.write_text("\n".join(lines), encoding="utf-8")
    report = read_report(path, key=path.name)
    return [(f.subject, f.text) for figures in report.figures for f in figures]


def test_rows_of_one_name_are_told_apart_by_the_heading_above_them(tmp_path: Path) -> None:
    assert _told(tmp_path / "青岚药业2023年年度报告.md", ASSETS) == [
        ("账面原值 期初余额 房屋", "500.00"),
        ("账面原值 期初余额", "700.00"),
        ("账面原值 本期增加金额 房屋", "20.00"),
        ("账面原值 本期增加金额", "30.00"),
        ("累计折旧 期初余额 房屋", "100.00"),
        ("累计折旧 期初余额", "150.00"),
        ("累计折旧 本期增加金额 房屋", "10.00"),
        ("累计折旧 本期增加金额", "15.00"),
    ]


def test_parts_of_one_name_are_told_apart_by_what_they_are_parts_of(tmp_path: Path) -> None:
    path = tmp_path / "云栖市2023年统计公报.md"
    assert _told(path, TRADE) == [
        ("出口额", "300.5"),
        ("出口额 国有企业", "80.7"),
        ("出口额 民营企业", "150.2"),
        ("进口额", "246.4"),
        ("进口额 国有企业", "107.3"),
        ("进口额 民营企业", "90.1"),
        ("进出口总额", "546.9"),
    ]
    contexts = [p.context for p in read_report(path, key=path.name).passages if p.context]
    assert [c.endswith("出口额") for c in contexts] == [False, True, True, False, False, False, False]


FREIGHT = (
    "# 云栖市2023年统计公报",
    "## 运输情况",
    "| 指标 | 计量单位 | 绝对量 |",
    "|---|---|---|",
    "| 货运总量 | 万吨 | 900.5 |",
    "| 公路 | 万吨 | 600.1 |",
    "| 水运 | 万吨 | 300.4 |",
    "| 机场吞吐量 | 万吨 | 2.5 |",
    "| 货物周转量 | 万吨公里 | 8000.5 |",
    "| 公路 | 万吨公里 | 5000.1 |",
    "| 水运 | 万吨公里 | 3000.4 |",
)


def test_a_list_told_again_belongs_to_the_row_above_it(tmp_path: Path) -> None:
    told = {text: subject for subject, text in _told(tmp_path / "云栖市2023年统计公报.md", FREIGHT)}
    assert told["600.1"] == "货运总量 公路"
    assert told["3000.4"].startswith("货物周转量 水运")
    assert told["2.5"] == "机场吞吐量"
