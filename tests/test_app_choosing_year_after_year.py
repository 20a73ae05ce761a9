from dataclasses import replace

import numpy as np
import pytest

from app.choosing.lookup import Lookup, Lookups
from app.choosing.words import WordMatcher
from app.engine import Engine
from index.query import Query, read_query
from tests.small_engine import small_engine

_CROPS = {
    2016: ("28.1", "3.2", "12.5"),
    2017: ("29.4", "4.1", "13.1"),
    2018: ("27.7", "-1.5", "15.0"),
    2019: ("31.2", "6.8", "16.4"),
}
REPORTS = {
    f"{year + 1}年青岚县政府工作报告.txt": (
        f"{year + 1}年青岚县政府工作报告",
        f"一、{year}年工作回顾",
        f"粮食总产量{crop}万吨，增长{grown}%，比{year - 4}年多{years}倍。新建高标准农田{fields}万亩，其中水田2.4万亩。",
        f"油料产量由{year - 1}年的1.1万吨增加到1.{year % 10}万吨。",
        f"二、{year + 1}年目标任务",
        "粮食总产量稳定在28万吨以上，新增城镇就业3200人。",
    )
    for years, (year, (crop, grown, fields)) in enumerate(_CROPS.items(), 2)
} | {
    "Qinglan 2018 budget speech.txt": (
        "Budget speech 2018",
        "Our farmers harvested 277,000 tonnes of grain in 2017.",
        "We will spend $3.2 million on irrigation in 2018.",
    )
}  # fmt: skip
_YEARS = range(2014, 2022)


def _lookups(engine: Engine) -> Lookups:
    library = engine.library
    return Lookups(library, WordMatcher(library.encoder, library.lexical.share))


def _asked(engine: Engine, question: str) -> list[Query]:
    first = read_query(question, engine.library.catalogue())
    return [replace(first, text=f"{y}年{question}", scope=replace(first.scope, years=(y,), span=())) for y in _YEARS]


def _told(found: Lookup) -> list[tuple[str, str, int, str, bool]]:
    return [
        (
            c.candidate.figure.text,
            c.candidate.figure.period,
            c.candidate.sentence.ranked.rank,
            c.candidate.sentence.text,
            c.meant,
        )
        for c in found.chosen
    ]


@pytest.mark.parametrize(
    "question",
    ["粮食总产量是多少", "粮食总产量增长多少", "粮食总产量目标是多少", "新建高标准农田多少万亩", "种粮多长时间", "how much grain was harvested", "年初粮食产量是多少"],
)  # fmt: skip
def test_years_looked_up_together_find_what_each_finds_by_itself(engine: Engine, question: str) -> None:
    asked = _asked(engine, question)
    together = list(_lookups(engine).look_up_years(asked[0], asked))
    alone = [_lookups(engine).look_up(query) for query in asked]
    assert any(found.chosen for found in alone)
    for own, other in zip(together, alone, strict=True):
        assert own.query == other.query
        assert [r.passage.id for r in own.ranked] == [r.passage.id for r in other.ranked]
        assert _told(own) == _told(other)
        for a, b in zip(own.chosen, other.chosen, strict=True):
            np.testing.assert_allclose(a.candidate.features, b.candidate.features, atol=1e-4)
            np.testing.assert_allclose(a.candidate.spoken.own, b.candidate.spoken.own, atol=1e-4)
        assert own.confidence == pytest.approx(other.confidence, abs=1e-4)


def test_reports_without_figures_have_none_for_any_year(tmp_path_factory: pytest.TempPathFactory) -> None:
    written = {"2018年青岚县政府工作报告.txt": ("2018年青岚县政府工作报告", "粮食连年丰收，农民安居乐业。")}
    for engine in small_engine(tmp_path_factory, written):
        asked = _asked(engine, "粮食总产量是多少")
        assert [list(found.chosen) for found in _lookups(engine).look_up_years(asked[0], asked)] == [[]] * len(asked)
        outside = [replace(q, scope=replace(q.scope, reports=("没有.txt",))) for q in asked]
        assert [list(found.chosen) for found in _lookups(engine).look_up_years(outside[0], outside)] == [[]] * len(asked)
