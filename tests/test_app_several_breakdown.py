"""A measure broken down as a table does it."""

from collections.abc import Iterator

import pytest

from app.engine import Engine
from tests.small_engine import small_engine


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    yield from small_engine(
        tmp_path_factory,
        {
            "青禾股份有限公司2031年年度报告.md": [
                "# 青禾股份有限公司2031年年度报告",
                "",
                "## 一、主营业务分产品",
                "",
                "| 产品 | 营业收入（万元） | 毛利率（%） |",
                "|---|---|---|",
                "| 水泵 | 51230 | 31.2 |",
                "| 阀门 | 28470 | 27.9 |",
                "| 管件 | 16980 | 22.4 |",
                "| 合计 | 96680 | 28.7 |",
            ]
        },
    )


def test_the_rows_of_the_table_without_its_total(engine: Engine) -> None:
    lines = engine.ask("青禾股份2031年各产品的营业收入").answer.splitlines()
    assert [line.partition("[")[0] for line in lines] == ["水泵：51230万元", "阀门：28470万元", "管件：16980万元"]


def test_one_row_by_its_name(engine: Engine) -> None:
    assert engine.ask("青禾股份2031年阀门的营业收入是多少").answer.startswith("28470万元")
