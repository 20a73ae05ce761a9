from pathlib import Path

import pytest

from app.choosing.lookup import Lookups
from app.choosing.words import WordMatcher
from app.engine import Engine
from index.encoders import open_encoder
from index.ingest import ingest
from index.query import read_query

TEXT = """云栖县人民政府工作报告（2023年）

一、2022年工作回顾

全县接待游客增长12.5%。城镇新增就业3400人。

二、2023年主要任务

全年主要预期目标：造林面积力争达到900亩。
"""


@pytest.mark.parametrize(
    "question",
    ["云栖县2022年接待游客总人次是多少？", "云栖县2022年造林面积是多少亩？"],
)
def test_a_rate_is_no_amount_and_an_aim_of_the_next_year_no_outcome(tmp_path: Path, question: str) -> None:
    (tmp_path / "reports").mkdir()
    (tmp_path / "reports" / "2023年云栖县政府工作报告.txt").write_text(TEXT, encoding="utf-8")
    encoder = open_encoder(None)
    ingest([tmp_path / "reports"], tmp_path / "store", encoder)
    engine = Engine.open(tmp_path / "store", encoder)
    library = engine.library
    found = Lookups(library, WordMatcher(encoder, library.lexical.share)).look_up(read_query(question, library.catalogue()))
    library.close()
    assert (found.confidence, found.sure) == (0.0, False)
