"""What names no place is answered from the reports on the nation first, and a draft's figures are held against these."""

import pytest

from app.engine import Engine
from tests.small_engine import small_engine

_PAST = "全年核桃产量{n}万吨，增长{rate}%。县城新增就业{jobs}万人。"


def _report(title: str, said: str) -> list[str]:
    return [title, "一、过去一年工作回顾", said, "二、今年工作安排", "继续做好各项工作。"]


_NATION, _COUNTY = "{}年中华人民共和国国务院政府工作报告", "鹭洲县{}年政府工作报告"
_SAID = {
    _NATION.format(2031): _PAST.format(n="超过216", rate="6.3", jobs="915"),
    _NATION.format(2033): _PAST.format(n="148", rate="7.1", jobs="942"),
    _COUNTY.format(2031): "核桃产量2.4万吨，增长9.5%。修建桥梁17座。县城新增就业1.6万人。",
    _COUNTY.format(2033): "核桃产量2.9万吨，增长8.2%。修建桥梁23座。县城新增就业1.7万人。",
}
REPORTS = {f"{title}.txt": _report(title, said) for title, said in _SAID.items()}


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("2030年核桃产量是多少？", {"216"}),
        ("2030年核桃产量增长多少？", {"6.3"}),
        ("鹭洲县2030年核桃产量是多少？", {"2.4"}),
        ("2030年修建桥梁多少座？", {"17"}),
    ],
)
def test_a_question_without_a_place_is_the_nations_where_its_reports_state_it(
    engine: Engine, question: str, values: set[str]
) -> None:
    answer = engine.ask(question)
    assert values <= {f.value for f in answer.figures} | {f.text.partition("万")[0] for f in answer.figures}
    assert ("鹭洲" in answer.citations[0].title) == bool(values & {"2.4", "17"})


def test_every_year_of_a_stretch_is_told_or_said_to_be_missing(engine: Engine) -> None:
    lines = engine.ask("2030年至2032年核桃产量分别是多少？").answer.splitlines()
    assert sorted(line[:5] for line in lines) == ["2030年", "2031年", "2032年"]
    [missing] = [line for line in lines if line.startswith("2031年")]
    assert missing == "2031年：资料库里的报告没有给出这一项。"


def test_years_are_written_in_the_language_of_the_question(engine: Engine) -> None:
    lines = engine.ask("What was the national walnut output in 2030 and 2032?").answer.splitlines()
    assert [line[:6] for line in lines] == ["2030: ", "2032: "]


@pytest.mark.parametrize(
    ("claim", "verdicts"),
    [
        ("2030年核桃产量216.4万吨。", ["approximate"]),
        ("2030年核桃产量2.4万吨。", ["consistent"]),
        ("2030年核桃产量增长7.5%。", ["wrong_value"]),
        # The second sentence is of the first one's year.
        ("2030年，全国新增就业915万人。核桃产量216.4万吨，增长7.5%。", ["consistent", "approximate", "wrong_value"]),
    ],
)
def test_a_claim_without_a_place_that_no_place_bears_out_is_held_against_the_nations(
    engine: Engine, claim: str, verdicts: list[str]
) -> None:
    figures = [f for c in engine.check(claim).claims for f in c.figures]
    assert [f.verdict for f in figures] == verdicts
    assert {f.correct.value for f in figures if f.correct} <= {"6.3"}


def test_a_number_with_commas_is_not_cut_where_its_sentence_is(tmp_path_factory: pytest.TempPathFactory) -> None:
    said = "其中，修路支出２１，３４５，０６０，０００元，占预算数的９２．４％；桥梁支出５，１２７，４８３，０００元，占预算数的８８．７％；码头支出３，０４８，２９１，０００元，占预算数的９１．５％。"
    engines = small_engine(tmp_path_factory, {"鹭洲县2031年政府工作报告.txt": _report("鹭洲县2031年政府工作报告", said)})
    engine = next(engines)
    assert "５，１２７，４８３，０００元" in engine.ask("桥梁支出是多少？").answer
