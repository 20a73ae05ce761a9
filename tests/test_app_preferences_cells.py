"""The table, the column and the end of a way that a question means, over reports of an invented company and an invented country."""

import pytest

from app.engine import Engine
from tests.small_engine import look_up

COMPANY = (
    "# 青岚药业股份有限公司2023年年度报告",
    "## 合并现金流量表",
    "单位：元",
    "| 项目 | 2023年度 | 2022年度 |",
    "|---|---|---|",
    "| 经营活动产生的现金流量净额 | 91,500,000.00 | 80,100,000.00 |",
    "| 投资活动产生的现金流量净额 | -12,300,000.00 | -9,000,000.00 |",
    "",
    "## 母公司现金流量表",
    "单位：元",
    "| 项目 | 2023年度 | 2022年度 |",
    "|---|---|---|",
    "| 经营活动产生的现金流量净额 | 43,700,000.00 | 29,500,000.00 |",
    "| 投资活动产生的现金流量净额 | -2,100,000.00 | -1,000,000.00 |",
)
OFFICE = (
    "# 云栖县2023年国民经济和社会发展统计公报",
    "## 申请情况",
    "| 本年度办理结果 | 自然人 | 商业企业 | 总计 |",
    "|---|---|---|---|",
    "| 予以公开 | 128 | 21 | 149 |",
    "| 不予公开 | 17 | 5 | 22 |",
)

REPORTS = {"青岚药业2023年年度报告.md": COMPANY, "云栖县2023年国民经济和社会发展统计公报.md": OFFICE}


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("青岚药业2023年经营活动现金流量净额是多少？", "91,500,000.00"),
        ("青岚药业母公司2023年经营活动现金流量净额是多少？", "43,700,000.00"),
        ("云栖县2023年予以公开的申请里自然人有多少件？", "128"),
    ],
)
def test_the_cell_is_the_one_that_is_meant(engine: Engine, question: str, text: str) -> None:
    assert look_up(engine, question).chosen[0].candidate.figure.text == text
