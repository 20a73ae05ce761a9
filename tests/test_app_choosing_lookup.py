from app.choosing.lookup import without_contradicting
from app.engine import Engine
from tests.small_engine import look_up

REPORT = (
    "云栖县2024年政府工作报告",
    "一、2023年工作回顾",
    "全年接待国内游客42.3万人次，其中入境游客占1.2%。荷塘景区全年接待游客突破6万人次，跃居全市第一。旅游收入增长12%。",
    "新建、改建学校12所，新增学位3200个。交通项目全年完成投资4.7亿元。工业完成投资21亿元。",
    "二、2024年工作安排",
    "推动荷塘景区一期等14个重点项目尽早竣工，确保全年完成投资7亿元以上。植树8万株。学校食堂提升改造项目投资增长8%。",
)

REPORTS = {"云栖县2024年政府工作报告.txt": REPORT}


def test_what_contradicts_lends_no_sureness_to_what_is_left(engine: Engine) -> None:
    found = look_up(engine, "云栖县2024年改造计划投资多少？")
    by_score = sorted(found.chosen, key=lambda c: -c.score)
    assert by_score[0] is not found.chosen[0]
    assert without_contradicting(found.query, by_score)[0] is found.chosen[0]
    assert found.settled == 0.0
