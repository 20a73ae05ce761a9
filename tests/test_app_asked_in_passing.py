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
        "高考重点大学上线26人，招聘中学教师24人。",
        "为1600名农民工解决了拖欠工资。",
        "新增上市企业7家、总数达61家。",
        "全年施工的码头项目74个，全部建成的39个。",
        "渡船项目绩效评价涉及项目4个，平均得分93.5分。",
        "渔港四五两月份平均每天卸鱼42吨，六月份平均每天卸鱼增加到58吨。",
        "生产总值再上新台阶，突破160亿元大关，达到163亿元。",
        "失业保险金月人均水平1650元，领取失业保险金人数352人。",
        "妥善安置机构改革中分流的渔政干部41名，9个渔政所完成合并。",
        "渔港冷库引进企业35家，库容规模达到8万吨。",
        "二、2034年工作安排",
        "改造老旧小区42万平方米。",
    ],
    "2032年岚汀县政府工作报告.txt": [
        "2032年岚汀县政府工作报告",
        "一、2031年工作回顾",
        "每个船工一年的净收入大约2300元。",
        "船厂的成本如果降低2%，一年就可以增加收入36万元。",
        "抗震期间从废墟中抢救受困人员84人。",
        "渡船服务中心有员工214人。",
    ],
}


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    yield from small_engine(tmp_path_factory, REPORTS)


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("云渡县2033年改完老旧小区多少万平方米？甭列2034年的打算", "53万平方米"),
        ("云渡县2033年改造老旧小区多少万平方米，不想听2034年打算改多少", "53万平方米"),
        ("云渡县2033年高层住户接通管道的有几户，告别烧煤的日子？", "2.7万户"),
        ("渔村合作医疗这项新政策，云渡县2033年试点扩大到几个村？", "67个"),
        ("云渡县2033年重点大学上线的孩子有几个？", "26人"),
        ("云渡县2033年帮几个人解决了拖欠的工资？", "1600"),
        ("云渡县2033年又有几家企业上市？", "7家"),
        ("云渡县2033年全部建成的码头项目有多少个？", "39个"),
        ("云渡县2033年渡船项目绩效评价平均得了多少分？", "93.5分"),
        ("云渡县2033年6月份，渔港平均每天卸鱼增加到多少吨？", "58吨"),
        ("云渡县2033年生产总值是多少？", "163亿元"),
        ("云渡县2033年失业的人，每月领的失业保险金平均有多少钱", "1650元"),
        ("云渡县机构改革中分流的渔政干部安置了几个人？", "41名"),
        ("云渡县渔港冷库2033年库容有多大？", "8万吨"),
        ("岚汀县2031年每个船工扣掉成本一年还剩多少钱？", "2300元"),
        ("岚汀县2031年船厂要是成本降2%，一年增加收入多少钱？", "36万元"),
        ("岚汀县2027年开的那个渡船服务中心，2031年员工几个人？", "214人"),
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
        "云渡县2033年9月份，渔港平均每天卸鱼多少吨？",
    ],
)
def test_what_is_asked_for_itself_is_still_missed(engine: Engine, question: str) -> None:
    assert engine.ask(question).abstained
