"""What a question says besides what it asks for: what it does not want, denies, supposes or leaves out, and when a thing came to be."""

from collections.abc import Iterator

import pytest

from app.engine import Engine
from tests.small_engine import small_engine

REPORTS = {
    "2034年云渡县政府工作报告.txt": [
        "2034年云渡县政府工作报告",
        "一、2033年工作回顾",
        "改造老旧小区53万平方米，实施房屋征收38万平方米。",
        "完成2.7万户高层住户接通管道燃气。",
        "渔村合作医疗制度试点扩大到67个村。",
        "高考重点大学上线15人，招聘中学教师24人。",
        "为1600名农民工解决了拖欠工资。",
        "新增上市企业7家、总数达61家。",
        "全年施工的码头项目74个，全部建成的39个。",
        "渡船项目绩效评价涉及项目4个，平均得分93.5分。",
        "船厂一二两月份平均日产量是96吨，三月份的平均日产量上升到113吨。",
        "生产总值再上新台阶，突破160亿元大关，达到163亿元。",
        "失业保险金月人均水平1814元，领取失业保险金人数352人。",
        "妥善安置换届中未提名的乡镇干部32名，17个乡镇完成换届。",
        "船坞数据中心引进企业35家，算力规模达到5万P。",
        "二、2034年工作安排",
        "改造老旧小区42万平方米。",
    ],
    "2032年岚汀县政府工作报告.txt": [
        "2032年岚汀县政府工作报告",
        "一、2031年工作回顾",
        "每个船工一年的净收入大约70元。",
        "船厂的成本只要降低1%，一年就可以增加收入20万元。",
        "抗震期间从废墟中抢救受困人员84人。",
        "渡船服务中心有员工530人。",
    ],
}


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    yield from small_engine(tmp_path_factory, REPORTS)


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("云渡县2033年已经改造完的老旧小区有多少万平方米？别给我2034年的计划数", "53万平方米"),
        ("云渡县2033年改造老旧小区多少万平方米，不想听2034年打算改多少", "53万平方米"),
        ("云渡县2033年有多少户住高楼的不用再扛煤气罐、接通了管道？", "2.7万户"),
        ("云渡县渔村合作医疗这个新办法，2033年试点到多少个村？", "67个"),
        ("云渡县2033年高考有几个孩子上线重点大学？", "15人"),
        ("云渡县2033年给多少人解决了工钱被拖欠的问题？", "1600"),
        ("云渡县2033年又有几家企业上市？", "7家"),
        ("云渡县2033年全部建成的码头项目有多少个？", "39个"),
        ("云渡县2033年渡船项目绩效评价平均得了多少分？", "93.5分"),
        ("云渡县2033年3月份，船厂平均日产量上升到多少吨？", "113吨"),
        ("云渡县2033年生产总值是多少？", "163亿元"),
        ("云渡县2033年领失业保险金的人每月领到的钱平均有多少", "1814元"),
        ("云渡县换届中未提名的乡镇干部安置了几个人？", "32名"),
        ("云渡县船坞数据中心2033年算力有多大？", "5万P"),
        ("岚汀县2031年每个船工刨去成本一年能落多少钱？", "70元"),
        ("岚汀县2031年船厂成本只要降1%，一年能多收多少钱？", "20万元"),
        ("岚汀县1998年设的那个渡船服务中心，2031年有多少员工？", "530人"),
    ],
)
def test_what_is_said_in_passing_takes_no_answer_away(engine: Engine, question: str, value: str) -> None:
    answer = engine.ask(question)
    assert not answer.abstained
    assert value in answer.answer.split("原文")[0]


@pytest.mark.parametrize(
    "question",
    [
        "云渡县2033年产煤多少吨？",
        "云渡县2033年5月份，船厂平均日产量是多少吨？",
    ],
)
def test_what_is_asked_for_itself_is_still_missed(engine: Engine, question: str) -> None:
    assert engine.ask(question).abstained
