"""Claims in another language than the reports: what is counted, what excludes what, and reports in English on a claim's place."""

import pytest

from app.engine import Engine

REPORTS = {
    "青岚市2023年国民经济和社会发展统计公报.txt": [
        "青岚市2023年国民经济和社会发展统计公报", "一、社会", "年末养老床位5120张。全年办理结婚登记3127对，办理离婚登记1286对。地铁客运量1.36亿人次。",
        "年末公办敬老院17个。第二产业增加值31.46亿元，第三产业增加值45.27亿元。", "二、外贸", "全年出口31.7亿元，进口18.4亿元。", "三、交通", "五年来，高速公路里程从136公里增加到177公里。",
    ],
    "Qinglan City 2023 in Brief.md": [
        "# Qinglan City 2023 in Brief", "", "## Trade", "", "Sea cargo reached 352 million yuan in 2023. The harbour wall is 4,120 metres long. The tertiary sector added 4.527 billion yuan of value.",
    ],
}  # fmt: skip


@pytest.mark.parametrize(
    "claim",
    [
        "At the end of 2023, Qinglan had 5,120 nursing beds.",
        "In 2023, 3,127 couples registered their marriage in Qinglan.",
        "The metro of Qinglan carried 136 million passengers in 2023.",
        "In 2023, Qinglan's exports came to 3.17 billion yuan.",
        "2023年青岚市海运货物3.52亿元。",
    ],
)
def test_what_is_said_in_another_language_is_found(engine: Engine, claim: str) -> None:
    assert engine.check(claim).verdict == "supported"


@pytest.mark.parametrize(
    "claim",
    [
        "In 2023, 1,286 couples registered their marriage in Qinglan.",
        "In 2023, Qinglan's imports came to 3.17 billion yuan.",
        "Qinglan has 17 public libraries.",
        "2023年青岚市海运货物5.32亿元。",
    ],
)
def test_what_is_of_another_thing_bears_nothing_out(engine: Engine, claim: str) -> None:
    assert engine.check(claim).verdict != "supported"


def test_what_a_report_in_the_claims_language_refutes_no_other_bears_out(engine: Engine) -> None:
    [claim] = engine.check("2023年青岚市第二产业增加值45.27亿元。").claims
    assert claim.verdict == "refuted"


def test_a_start_in_english_has_no_year_of_its_own(engine: Engine) -> None:
    [claim] = engine.check("In the five years to 2022, the motorways of Qinglan grew from 136 km to 177 km.").claims
    assert claim.figures[0].verdict != "wrong_period"
