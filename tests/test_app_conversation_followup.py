import pytest

from app.conversation.followup import read_follow_up
from corpus.report import Metadata
from index.catalogue import ReportCard

CARDS = tuple(
    ReportCard(i, f"{i}.txt", Metadata(f"{year}年{place}政府工作报告", place=place, type="政府工作报告", year=year), 1, 1, 1)
    for i, (place, year) in enumerate([("绍兴", 2024), ("厦门", 2024), ("绍兴", 2025)])
)


@pytest.mark.parametrize(
    ("history", "question", "years", "places", "terms", "background"),
    [
        ((), "2022年出生率呢？", (2022,), (), ("出生率",), ()),
        (("绍兴2023年的出生率是多少？",), "那死亡率呢？", (2023,), ("绍兴",), ("死亡率",), ("出生率",)),
        (("绍兴2023年的出生率是多少？",), "2024年呢？", (2024,), ("绍兴",), ("出生率",), ()),
        (("绍兴2023年的出生率是多少？",), "厦门呢？", (2023,), ("厦门",), ("出生率",), ()),
        (("绍兴2023年的出生率是多少？", "厦门呢？"), "那死亡率呢？", (2023,), ("厦门",), ("死亡率",), ("出生率",)),
        (("绍兴2023年新增就业多少人？",), "第二年的目标是多少？", (2024,), ("绍兴",), ("新增", "就业", "人"), ()),
        (("绍兴2023年的出生率是多少？",), "比上一年涨了多少？", (2023,), ("绍兴",), ("出生率", "涨"), ()),
        (("绍兴2019年到2023年新增就业多少人？",), "同期死亡率呢？", (2019, 2023), ("绍兴",), ("死亡率",), ("新增", "就业", "人")),
        (("绍兴2023年的出生率是多少？",), "那厦门有多少座城市公园？", (2023,), ("厦门",), ("城市公园",), ("出生率",)),
        (("绍兴2023年的出生率是多少？",), "厦门的出生率是多少？", (2023,), ("厦门",), ("出生率",), ()),
        (("绍兴2023年出生率？",), "厦门2022年有多少座城市公园？", (2022,), ("厦门",), ("城市公园",), ()),
    ],
)
def test_follow_ups_take_what_they_leave_out(
    history: tuple[str, ...],
    question: str,
    years: tuple[int, ...],
    places: tuple[str, ...],
    terms: tuple[str, ...],
    background: tuple[str, ...],
) -> None:
    query = read_follow_up(question, history, CARDS)
    assert (query.scope.years, query.scope.places, query.terms, query.background) == (years, places, terms, background)


def test_a_bare_measure_is_asked_for_as_the_one_before() -> None:
    need = read_follow_up("那进口呢？", ("绍兴2023年出口增长百分之几？",), CARDS).need
    assert (need.unit_class, need.kinds) == ("percent", ("growth",))


def test_a_year_of_its_own_replaces_the_year_in_the_question_before() -> None:
    assert read_follow_up("2024年呢？", ("绍兴2023年的出生率是多少？",), CARDS).text == "2024年绍兴的出生率是多少？"


COMPANY = ReportCard(
    9,
    "9.html",
    Metadata("云南云栖药业股份有限公司2019年年度报告", issuer="云南云栖药业股份有限公司", type="年度报告", year=2020),
    1,
    1,
    1,
)


def test_the_company_of_the_question_before_is_kept() -> None:
    query = read_follow_up("同一年的四季度呢？", ("云栖药业2019年净利润是多少？",), (*CARDS, COMPANY))
    assert (query.scope.issuers, query.scope.years) == (("云南云栖药业股份有限公司",), (2019,))


def test_a_company_alone_repeats_the_question_before() -> None:
    query = read_follow_up("云栖药业呢？", ("绍兴2023年的出生率是多少？",), (*CARDS, COMPANY))
    assert (query.scope.issuers, query.terms) == (("云南云栖药业股份有限公司",), ("出生率",))


def test_an_english_follow_up_with_a_pronoun_goes_on_about_what_was_asked_before() -> None:
    before = "How many lanterns did Shaoxing's harbour festival light in 2023?"
    again = read_follow_up("How many grateful visitors later praised it?", (before,), CARDS)
    alone = read_follow_up("How many grateful visitors later praised Shaoxing in 2024?", (before,), CARDS)
    assert ("festival" in again.background, alone.background) == (True, ())


def test_another_measure_is_asked_for_as_the_one_before_whatever_it_is_counted_in() -> None:
    need = read_follow_up("农民的收入呢？", ("绍兴2023年房价涨了多少？",), CARDS).need
    assert (need.unit_class, need.kinds) == ("", ("growth", "change"))


def test_who_gave_a_task_is_not_whose_report_is_asked_about() -> None:
    cards = (
        *CARDS,
        ReportCard(7, "7.txt", Metadata("2024年政府工作报告", place="全国", type="政府工作报告", year=2024), 1, 1, 1),
    )
    scope = read_follow_up("中央下达的任务完成了多少项？", ("绍兴2023年修了多少座桥？",), cards).scope
    assert scope.places == ("绍兴",)


def test_a_follow_up_that_names_nothing_goes_on_about_the_question_before() -> None:
    query = read_follow_up("平均下来每年呢？", ("绍兴2023年出口比2019年增长了百分之几？",), CARDS)
    assert "出口" in query.text


def test_a_pronoun_is_no_word_of_its_own() -> None:
    query = read_follow_up("它们一年的门票收入是多少？", ("绍兴2023年有多少座城市公园？",), CARDS)
    assert "它们" not in query.terms
    assert "城市公园" in query.background


def test_a_comparison_with_the_year_before_stays_with_the_year_asked_about() -> None:
    assert read_follow_up("跟去年比涨了多少？", ("绍兴2022年的出生率是多少？",), CARDS).scope.years == (2022,)


@pytest.mark.parametrize(("name", "places"), [("广东", ()), ("柯桥", ("绍兴",))])
def test_a_province_without_reports_takes_the_place_of_the_one_before(name: str, places: tuple[str, ...]) -> None:
    scope = read_follow_up(f"那{name}呢？", ("绍兴2023年的出生率是多少？",), CARDS).scope
    assert (scope.places, scope.years) == (places, (2023,))


def test_a_place_without_reports_is_looked_for_in_those_on_the_nation_where_it_was_asked_about() -> None:
    nation = ReportCard(9, "9.txt", Metadata("2024年国务院政府工作报告", place="全国", type="政府工作报告", year=2024), 1, 1, 1)
    scope = read_follow_up("那深圳呢？", ("全国2023年的出生率是多少？",), (*CARDS, nation)).scope
    assert (scope.places, scope.unknown, scope.years) == (("全国",), ("深圳",), (2023,))
