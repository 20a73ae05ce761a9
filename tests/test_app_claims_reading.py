from dataclasses import replace
from decimal import Decimal

import pytest

from app.claims.lists import with_names
from app.claims.naming import name_of
from app.claims.numerals import with_claimed, with_mentioned
from app.claims.reading import PREAMBLE, read_claims
from corpus.figures.extract import extract_figures
from corpus.figures.figure import Figure
from corpus.figures.period import Setting
from corpus.report import Metadata
from index.catalogue import ReportCard

CATALOGUE = [
    ReportCard(
        1, "a.txt", Metadata("青岚县2024年政府工作报告", "青岚县人民政府", "青岚县", "政府工作报告", 2024, "2023"), 1, 1, 1
    ),
    ReportCard(
        2, "b.txt", Metadata("云栖县2024年政府工作报告", "云栖县人民政府", "云栖县", "政府工作报告", 2024, "2023"), 1, 1, 1
    ),
]


def figures(text: str) -> list[Figure]:
    return extract_figures(text, Setting())


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("城乡低保标准分别增长5.1%、9.1%。", ["城镇低保标准", "农村低保标准"]),
        ("工业、技改投资分别增长31.5%、26%。", ["工业投资", "技改投资"]),
        ("原煤、原油产量达到6640.8万吨、1253.6万吨，分别增长9.3%、7.3%。", ["原煤产量", "原油产量", "原煤产量", "原油产量"]),
        ("进出口总额增长5%、3%。", ["进口总额", "出口总额"]),
        ("自来水普及率、供水覆盖率分别达98%和92%。", ["自来水普及率", "供水覆盖率"]),
        ("事故起数、死亡人数分别下降8%、9%。", ["事故起数", "死亡人数"]),
        ("危房改造380万户，棚户区改造600万套。", ["危房改造", "棚户区改造"]),
        # What two names share is a measure, or they share nothing.
        ("“小巨人”、制造业单项冠军分别增至58家、17家。", ["“小巨人”", "制造业单项冠军"]),
        ("生物医药技术、高端装备产业增加值分别增长8.6%、9.4%。", ["生物医药技术产业增加值", "高端装备产业增加值"]),
        # What there is in all is not called what came anew.
        (
            "总部企业、研发中心分别新认定7家和4家，累计分别达到46家和29家。",
            ["总部企业新认定", "研发中心新认定", "总部企业", "研发中心"],
        ),
    ],
)
def test_names_of_a_list_are_dealt_out(text: str, names: list[str]) -> None:
    assert [f.subject for f in with_names(text, figures(text))] == names


@pytest.mark.parametrize(
    ("text", "quantities"),
    [
        ("民间投资增长38.7%，居全省第一。", [("38.7%", "38.7", "%"), ("第一", "1", "位")]),
        ("规上企业数量居全国首位。", [("首位", "1", "位")]),
        ("第二产业增加值增长3.1%。", [("3.1%", "3.1", "%")]),
        ("新增三级医院三家。", [("三家", "3", "家")]),
        ("新添了两家三甲医院。", [("两家", "2", "家")]),
        ("自来水普及率目标为九成四。", [("九成四", "94", "%")]),
        ("坚持三条主线，抓好两项工作落实。", []),
        ("引进百强企业一家以上。", [("一家", "1", "家")]),
        ("贷款利率下降25个基点。", [("25个基点", "0.25", "百分点")]),
        ("约有一半的村通了公交，半数以上通了天然气。", [("一半", "50", "%"), ("半数", "50", "%")]),
        ("另一半留作备用，过半数同意。", []),
    ],
)
def test_what_counts_in_a_claim_only_is_read(text: str, quantities: list[tuple[str, str, str]]) -> None:
    read = with_claimed(text, figures(text))
    assert [(f.text, str(f.value), f.unit) for f in read] == quantities


def test_small_counts_of_a_report_are_read_where_they_are_wanted() -> None:
    text = "坚持三条主线，新增医院三家。"
    assert [f.text for f in with_mentioned(text, (), small=True)] == ["三条", "三家"]
    assert with_mentioned(text, (), small=False) == []


def test_what_a_report_counts_without_a_number_is_of_one() -> None:
    text = "全县有十万人口，新开工亿元以上项目18个。"
    read = [(f.text, str(f.value), f.unit) for f in with_mentioned(text, figures(text), small=False)]
    assert read == [("十万人", "100000", "人"), ("亿元", "100000000", "元"), ("18个", "18", "个")]


def test_the_one_of_each_is_no_figure() -> None:
    [sentence] = read_claims("2023年青岚县产值每增长1个百分点，就业增加3000人。", CATALOGUE)
    assert [c.figure.text for c in sentence.figures] == ["3000人"]


@pytest.mark.parametrize(
    ("text", "period"),
    [("到2023年青岚县水价已从30元降了下来。", ""), ("到2023年青岚县水价降到30元。", "2023")],
)
def test_what_was_left_is_of_no_time_that_is_told(text: str, period: str) -> None:
    [sentence] = read_claims(text, CATALOGUE)
    assert [c.figure.period for c in sentence.figures] == [period]


def test_the_year_of_a_named_report_is_no_period() -> None:
    [sentence] = read_claims("2024年青岚县政府工作报告显示，新增学位5400个。", CATALOGUE)
    [claimed] = sentence.figures
    assert (claimed.figure.period, claimed.query.scope.issued, claimed.query.scope.places) == ("", (2024,), ("青岚县",))


def test_relative_years_count_from_the_year_of_the_text() -> None:
    text = "去年，青岚县新增学位5400个。"
    periods = [[c.figure.period for s in read_claims(text, CATALOGUE, as_of=year) for c in s.figures] for year in (2024, 2020)]
    assert periods == [["2023"], ["2019"]]
    [sentence] = read_claims(text, CATALOGUE, as_of=2020)
    assert sentence.figures[0].query.scope.years == (2019,)


def test_a_sentence_goes_on_about_the_place_and_the_year_before_it() -> None:
    told = list(read_claims("2022年，青岚县新增就业1.19万人。发放返还资金1146万元。云栖县新增就业2万人。", CATALOGUE))
    assert [(s.figures[0].query.scope.places, s.figures[0].figure.period) for s in told] == [
        (("青岚县",), "2022"),
        (("青岚县",), "2022"),
        (("云栖县",), "2022"),
    ]


def test_each_of_two_places_has_its_clause_and_one_named_in_passing_has_none() -> None:
    [sentence] = read_claims("青岚县增长5%，云栖县增长6%。", CATALOGUE)
    assert [c.query.scope.places for c in sentence.figures] == [("青岚县",), ("云栖县",)]
    [sentence] = read_claims("2023年青岚县销往云栖县的茶叶达3000吨。", CATALOGUE)
    assert [c.query.scope.places for c in sentence.figures] == [("青岚县",)]


def test_a_city_without_reports_is_told_although_the_dictionary_does_not_know_it() -> None:
    [sentence] = read_claims("2021年，三明全体居民恩格尔系数为26.0%。", CATALOGUE)
    assert sentence.figures[0].query.scope.unknown == ("三明",)


def test_days_are_no_figures_and_a_count_behind_more_is_at_least() -> None:
    [sentence] = read_claims("5月8日至12日，17个乡镇换届，募集资金增长三倍多。", CATALOGUE)
    assert [(c.figure.text, c.figure.qualifier) for c in sentence.figures] == [("17个", ""), ("三倍", "多")]
    assert sentence.figures[1].figure.value == Decimal(3)


def test_the_one_of_a_ratio_is_no_figure() -> None:
    [sentence] = read_claims("2023年青岚县城乡居民收入比缩小至2.28:1。", CATALOGUE)
    assert [str(c.figure.value) for c in sentence.figures] == ["2.28"]


def test_an_aim_behind_a_figure_leaves_it_an_outcome() -> None:
    [sentence] = read_claims("2023年青岚县新增学位5400个，2024年目标为3200个。", CATALOGUE)
    assert [sentence.asserts(c.figure) for c in sentence.figures] == [True, False]


def test_a_company_is_no_word_of_what_is_measured() -> None:
    company = Metadata("云栖药业股份有限公司2019年年度报告", "云栖药业股份有限公司", "", "年度报告", 2020, "2019")
    [sentence] = read_claims("云栖药业2019年营业收入15.8亿元。", [ReportCard(3, "c.txt", company, 1, 1, 1)])
    [claimed] = sentence.figures
    assert (claimed.query.terms, name_of(claimed)) == (("营业", "收入"), frozenset({"营业", "业收", "收入"}))


def test_the_words_behind_an_english_number_are_asked_for() -> None:
    [sentence] = read_claims("In 1985, $5.2 billion went to public housing.", CATALOGUE)
    assert sentence.figures[0].query.terms == ("public", "housing")


def test_persons_are_counted_by_ge_too() -> None:
    (sentence,) = read_claims("2024年全县出生了945个孩子，新建了12个公园。", CATALOGUE)

    assert [(c.figure.text, c.figure.unit) for c in sentence.figures] == [("945个", "人"), ("12个", "个")]


@pytest.mark.parametrize(
    ("text", "asserted"),
    [("2025年青岚县准备新建600个站点。", False), ("2025年存款准备金率降到7%。", True)],
)
def test_what_is_prepared_for_is_not_asserted(text: str, *, asserted: bool) -> None:
    (sentence,) = read_claims(text, CATALOGUE)

    assert [sentence.asserts(c.figure) for c in sentence.figures] == [asserted]


@pytest.mark.parametrize(
    "told",
    ["值得一提的是，", "这里要说的是", "更可喜的是，", "需要特别指出的是：", "令人鼓舞的是，", "尤为难得的是", "还要看到的是，"],
)
def test_what_only_says_that_something_is_told_is_no_name(told: str) -> None:
    said, plainly = (next(read_claims(text, CATALOGUE)) for text in (f"{told}油茶产量达到5.2万吨。", "油茶产量达到5.2万吨。"))
    assert [c.figure.subject for c in said.figures] == [c.figure.subject for c in plainly.figures] == ["油茶产量"]


@pytest.mark.parametrize(
    "text", ["增长最快的是油茶产量，达到5.2万吨。", "村民种的是油茶5.2万亩。", "提高最多的是油茶收入，增长5.2%。"]
)
def test_what_says_which_thing_is_meant_is_no_preamble(text: str) -> None:
    assert PREAMBLE.search(text) is None


@pytest.mark.parametrize(
    ("text", "open_", "asserts"),
    [
        ("新建农村公路20公里。", True, False),
        ("地区生产总值增长6%。", True, False),
        ("新建了农村公路20公里。", False, True),
        ("完成农村公路20公里。", False, True),
        ("2023年新建农村公路20公里。", False, True),
        ("计划新建农村公路20公里。", False, False),
        ("Villages built 20 km of roads.", False, True),
    ],
)
def test_what_says_neither_time_nor_outcome_nor_aim_is_left_open(text: str, open_: bool, asserts: bool) -> None:
    sentence = next(read_claims(text, CATALOGUE))
    figure = sentence.figures[0].figure
    assert (sentence.leaves_open(figure), sentence.asserts(figure)) == (open_, asserts)
    assert not replace(sentence, reached=True).leaves_open(figure)
