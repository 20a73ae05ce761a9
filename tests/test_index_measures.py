from pathlib import Path

from index.ingest import ingest
from index.measures import Measure
from index.store import Store
from tests.letter_encoder import LetterEncoder

YEARLY = """{place}{issued}年政府工作报告
一、{year}年工作回顾
粮食产量{grain}万吨，居民消费价格上涨{rate}%。新建校舍{issued}平方米。
"""


def test_measures_of_most_years_come_first_and_rates_say_so(tmp_path: Path, encoder: LetterEncoder) -> None:
    folder = tmp_path / "reports"
    folder.mkdir()
    for year in (2019, 2020, 2021):
        text = YEARLY.format(place="青岚县", issued=year + 1, year=year, grain=year - 1990, rate=f"2.{year - 2015}")
        if year == 2019:
            text = text.replace("居民消费价格上涨2.4%。", "。")
        (folder / f"青岚县{year + 1}年政府工作报告.txt").write_text(text, encoding="utf-8")
    (folder / "白榆市2021年政府工作报告.txt").write_text(
        YEARLY.format(place="白榆市", issued=2021, year=2020, grain=7, rate=1.1), encoding="utf-8"
    )
    ingest([folder], tmp_path / "store", encoder)
    store = Store.open(tmp_path / "store")
    measures = store.measures(3)
    assert Measure("粮食产量", "青岚县", 3) in measures
    assert Measure("居民消费价格增长", "青岚县", 2) in measures
    assert [m.years for m in measures] == sorted((m.years for m in measures), reverse=True)
    assert all(m.place == "青岚县" for m in measures)
    store.close()


def test_what_is_reached_is_the_measure_itself(tmp_path: Path, encoder: LetterEncoder) -> None:
    folder = tmp_path / "reports"
    folder.mkdir()
    for year, led in ((2019, "全年实现"), (2020, ""), (2021, "全年实现")):
        text = f"青岚县{year + 1}年政府工作报告\n一、{year}年工作回顾\n{led}旅游总收入{year - 2000}.5亿元。\n"
        (folder / f"青岚县{year + 1}年政府工作报告.txt").write_text(text, encoding="utf-8")
    ingest([folder], tmp_path / "store", encoder)
    store = Store.open(tmp_path / "store")
    assert store.measures(3) == (Measure("旅游总收入", "青岚县", 2),)
    store.close()
