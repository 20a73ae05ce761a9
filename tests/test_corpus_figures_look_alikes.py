"""Numerals that only look like quantities."""

import pytest

from corpus.figures.extract import extract_figures
from corpus.figures.period import Setting

SETTING = Setting("review", 2024)


@pytest.mark.parametrize(
    "text",
    [
        "(6) 通过走访核实名单。",
        "2）本期核销的款项。",
        "下列条件：1) 已经签约；2) 已经付款。",
        "环评批复〔2019〕12号、[2020]5号和【2014】57号。",
        "规划（2021-2035年）获批。",
        "见图1、图2和图11。",
        "启动省道513和国道206改建。",
        "详见附注七、5。",
        "执行DB4301/T 0488-2024的要求。",
        "地铁6、7、8号线开工，1—5号泊位投用。",
        "13日下午召开会议，第3-5年摊销。",
        "下午3点在3楼开会，9月2日15:30结束，每晚8点到10点开放。",
        "联系电话：5551234，手机13900001111，邮编 310000。",
        "第六节 股份变动 ........ 28",
        "二十国集团和七国集团开会。",
        "咨询热线：0999-12345，传真0999-8765432。",
        "构建（2+2）+（3+6）体系。",
        "说明：1. 9月末完成核对；2. 2023年启用。",
        "邮箱 office163@example.com。",
        "2023数字峰会举办，985院校和360科技参加，4.0版上线。",
    ],
)
def test_look_alikes_are_no_figures(text: str) -> None:
    assert extract_figures(text, SETTING) == []


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("投资增长19·5％，“5·31”专项推进。", ["19.5"]),
        ("获6金2银1铜。", ["6", "2", "1"]),
        ("指数控制在103左右。", ["103"]),
        ("惠及5700多万农村人口。", ["57000000"]),
        ("建设2×100万千瓦机组。", ["1000000"]),
        ("全市4地入选试点。", ["4"]),
        ("每股3日元。", ["3"]),
        ("火化遗体5123具，收到锦旗12面。", ["5123", "12"]),
        ("达到2023个。", ["2023"]),
        ("装机七万二千五百千瓦。", ["72500"]),
        ("广义货币M\n2\n增长11.3%。", ["11.3"]),
        ("高炉一千五百立方公尺。", ["1500"]),
    ],
)
def test_what_counts_stays(text: str, values: list[str]) -> None:
    assert [str(f.value) for f in extract_figures(text, SETTING)] == values
