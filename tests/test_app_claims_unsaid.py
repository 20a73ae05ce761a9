from collections.abc import Iterator

import pytest

from app.engine import Engine
from tests.small_engine import small_engine

REPORT = """青岚县2024年政府工作报告
一、2023年工作回顾
全年地区生产总值186.4亿元，增长6.1%。推广节能水泵5400台，改造老旧水渠32公里。短途客运量增长12.5%，中长途客运量增长4.3%。
渔业产量18.4万吨，增长7.3%。全县农村公厕改造完成260座。羊毛收购量达到3200吨，园区企业营业收入45亿元。
二、2024年目标任务
今年的目标是：地区生产总值增长7.5%，新增学位3200个。新建社区食堂18个。
"""


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    yield from small_engine(tmp_path_factory, {"青岚县2024年政府工作报告.txt": REPORT.splitlines()})


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        # Told in all that is claimed, or miswritten from the report's number: another value refutes.
        ("青岚县2024年新建社区食堂7个。", "wrong_value"),
        ("青岚县2024年在山区新建社区食堂81个。", "wrong_value"),
        ("2023年青岚县推广节能水泵780台。", "wrong_value"),
        # Of the canteens of the hills and of the woods the report says nothing.
        ("青岚县2024年在山区新建社区食堂7个。", "not_found"),
        ("2024年青岚县新建林区食堂7个。", "not_found"),
    ],
)
def test_what_only_comes_near_refutes_nothing(county: Engine, claim: str, verdict: str) -> None:
    [told] = county.check(claim).claims
    assert [f.verdict for f in told.figures] == [verdict]
