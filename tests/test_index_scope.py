import pytest

from corpus.report import Metadata
from index.catalogue import ReportCard
from index.places import PROVINCES, divisions, may_be_pinyin, readings, same_places, short_name, spellings, spelt_otherwise
from index.query import content_terms, read_query
from index.scope import Scope, in_scope, resolve_scope, widen


def _card(number: int, key: str, place: str, year: int, type: str = "政府工作报告") -> ReportCard:  # noqa: A002
    return ReportCard(
        number, key, Metadata(f"{year}年{place}{type}", place=place, type=type, year=year, period=str(year - 1)), 1000, 10, 20
    )


CARDS = (
    _card(1, "a.txt", "绍兴", 2024),
    _card(2, "b.txt", "全国", 2024),
    _card(3, "c.txt", "河北省", 2025),
    _card(4, "d.txt", "上海市", 2025),
    _card(5, "e.txt", "上海市普陀区", 2025, "部门决算"),
    _card(6, "f.txt", "厦门", 2024),
    _card(7, "g.md", "Singapore", 2024, "预算"),
    _card(8, "h.txt", "吉安", 2024),
)


@pytest.mark.parametrize(
    ("question", "places"),
    [
        ("绍兴市2023年的生产总值", ("绍兴",)),
        ("河北2024年粮食产量", ("河北省",)),
        ("我国2023年新增就业", ("全国",)),
        ("全国人均收入", ("全国",)),
        ("普陀区的支出", ("上海市普陀区",)),
        ("上海2024年公园数", ("上海市",)),
        ("绍兴和厦门哪个增速快", ("绍兴", "厦门")),
        ("河北厦门2023年的生产总值", ("厦门",)),
        ("河北和厦门2023年的生产总值", ("河北省", "厦门")),
        ("Xiamen's R&D intensity", ("厦门",)),
        ("新加坡的补助", ("Singapore",)),
        ("How many jobs did China create?", ("全国",)),
        ("粮食产量是多少", ()),
        ("保持治安稳定和吉安全市的项目", ("吉安",)),
        ("厦门禁渔期多长", ("厦门",)),
        ("Ji'an's electronic industry in 2023", ("吉安",)),
    ],
)
def test_places_are_named_in_everyday_forms(question: str, places: tuple[str, ...]) -> None:
    assert resolve_scope(question, CARDS).places == places


@pytest.mark.parametrize(
    ("question", "places"),
    [
        ("How many ferries run in Wexmoor?", ("Wexmoor County",)),
        ("Wexmoor County's ferries", ("Wexmoor County",)),
        ("Who is fond of reading in the libraries?", ()),
        ("How many libraries are in Reading District?", ("Reading District",)),
    ],
)
def test_an_english_name_stands_without_its_rank_unless_it_means_something_else(question: str, places: tuple[str, ...]) -> None:
    cards = (_card(1, "a.md", "Wexmoor County", 2024), _card(2, "b.md", "Reading District", 2024))
    assert resolve_scope(question, cards).places == places


def test_a_place_without_reports_is_said_to_be_unknown() -> None:
    scope = resolve_scope("深圳2023年的生产总值是多少？", CARDS)
    assert (scope.places, scope.unknown) == ((), ("深圳",))


@pytest.mark.parametrize("question", ["东西贵了多少？", "普及义务教育的县占几成？", "沿海港口开放了几个？"])
def test_a_word_that_is_tagged_as_a_place_is_none(question: str) -> None:
    assert resolve_scope(question, CARDS).unknown == ()


def test_scope_admits_by_place_and_year_of_issue_but_not_by_year_asked_about() -> None:
    assert [c.id for c in in_scope(CARDS, Scope(places=("绍兴", "厦门")))] == [1, 6]
    assert [c.id for c in in_scope(CARDS, Scope(issued=(2025,)))] == [3, 4, 5]
    assert [c.id for c in in_scope(CARDS, Scope(years=(1999,)))] == [c.id for c in CARDS]
    assert [c.id for c in in_scope(CARDS, Scope(types=("决算",)))] == [5]


def test_widening_gives_up_issue_and_type_and_says_so() -> None:
    assert widen(Scope(places=("绍兴",), issued=(1999,), types=("决算",))) == Scope(places=("绍兴",), widened=True)


@pytest.mark.parametrize(
    ("place", "parts"),
    [
        ("上海市普陀区", ("上海", "普陀")),
        ("绍兴", ("绍兴",)),
        ("河北省", ("河北",)),
        ("恩施土家族苗族自治州", ("恩施",)),
        ("沙县", ("沙县",)),
        ("", ()),
    ],
)
def test_divisions_of_a_place(place: str, parts: tuple[str, ...]) -> None:
    assert divisions(place) == parts


def test_short_names_keep_two_characters() -> None:
    assert [short_name(p) for p in ("绍兴市", "沙县", "新疆维吾尔自治区", "全国")] == ["绍兴", "沙县", "新疆", "全国"]


def test_places_have_latin_spellings() -> None:
    assert "xiamen" in spellings("厦门")
    assert "tibet" in spellings("西藏")
    assert spellings("Singapore") == ("singapore",)


def test_terms_are_the_words_of_the_subject() -> None:
    query = read_query("绍兴市2023年城镇新增就业是多少人？", CARDS)
    assert query.terms == ("城镇", "新增", "就业", "人")
    assert content_terms("How many new urban jobs were created in 2023?", Scope()) == ("new", "urban", "jobs", "created")
    assert content_terms("平均每个人的生产总值到多少了", Scope()) == content_terms("人均生产总值到多少了", Scope())


def test_issuers_are_named_in_full_or_by_their_office_and_report() -> None:
    cards = tuple(
        ReportCard(i, f"{i}.txt", Metadata("t", issuer=issuer, place="青岚县"), 1, 1, 1)
        for i, issuer in enumerate(["青岚县民政局", "中共青岚县委组织部", "青岚县人民政府"])
    )
    assert resolve_scope("青岚县民政局发了多少钱？", cards).issuers == ("青岚县民政局",)
    assert resolve_scope("民政局的报告里有多少人？", cards).issuers == ("青岚县民政局",)
    assert resolve_scope("民政局发了多少钱？", cards).issuers == ()
    # Said with its level, the one office of its name; several in the order named.
    assert resolve_scope("县委组织部和县民政局各有多少人？", cards).issuers == ("中共青岚县委组织部", "青岚县民政局")
    assert [c.id for c in in_scope(cards, Scope(issuers=("青岚县民政局",)))] == [0]


@pytest.mark.parametrize("elsewhere", ["双鸭山市", "双鸭山县", "清河县", "吉林省"])
def test_an_office_of_another_place_is_not_the_one_of_the_reports(elsewhere: str) -> None:
    cards = (ReportCard(0, "a.txt", Metadata("青岚县财政局决算", issuer="青岚县财政局", place="青岚县"), 1, 1, 1),)
    assert resolve_scope("县财政局收入总计多少？", cards).issuers == ("青岚县财政局",)
    scope = resolve_scope(f"2023年{elsewhere}财政局收入总计多少？", cards)
    assert scope.issuers == ()
    assert [elsewhere.startswith(place) for place in scope.unknown] == [True]


def test_names_with_several_readings_are_known_by_each() -> None:
    cards = (_card(1, "a.txt", "长治", 2024), _card(2, "b.txt", "陕西省", 2024), _card(3, "c.txt", "马鞍山", 2024))
    asked = ("Changzhi, Shanxi in 2023", "Shaanxi in 2023", "Ma'anshan's exports", "Maanshan's exports")
    assert [resolve_scope(text, cards).places for text in asked] == [("长治",), ("陕西省",), ("马鞍山",), ("马鞍山",)]


def test_a_place_may_be_called_by_its_first_character_if_one_alone_could_be_meant() -> None:
    cards = (_card(1, "a.txt", "乌鲁木齐", 2024), _card(2, "b.txt", "乌海", 2024))
    assert resolve_scope("乌市2024年旅游收入", cards).places == ("乌鲁木齐",)
    assert resolve_scope("乌市2024年旅游收入", (*cards, _card(3, "c.txt", "乌兰察布", 2024))).places == ()


def test_a_budget_speech_named_by_its_year_is_a_report_and_no_subject() -> None:
    query = read_query("How much did Singaporeans get in the 2024 budget?", CARDS)
    assert (query.scope.types, query.scope.places, query.terms) == (("预算",), ("Singapore",), ("get",))
    assert query.scope.issued == (2024,)
    assert read_query("新加坡2024年的预算里补助多少？", CARDS).terms == ("补助",)
    assert read_query("绍兴2023年预算收入是多少？", CARDS).scope.types == ()


def test_the_year_of_a_budget_speech_is_not_asked_about_where_another_is() -> None:
    query = read_query("In Singapore's 2024 budget, what did the lanterns cost in 2023?", CARDS)
    assert (query.scope.issued, query.scope.years) == ((2024,), (2023,))
    same = read_query("In Singapore's 2024 budget, what will the lanterns cost in FY2024?", CARDS)
    assert (same.scope.issued, same.scope.years) == ((2024,), (2024,))


def test_a_budget_speech_is_none_of_the_speeches_given_in_its_city() -> None:
    card = ReportCard(9, "s.txt", Metadata("李明总理在新加坡峰会的演讲", type="讲话", year=2015), 1, 1, 1)
    query = read_query("新加坡2024年预算演讲提到，灯塔有几座？", (*CARDS, card))
    assert (query.scope.reports, query.scope.places) == ((), ("Singapore",))


def test_a_company_is_found_by_its_english_name_and_by_its_coined_word() -> None:
    title = "云南云栖药业股份有限公司（Yunnan Yunqi Pharmaceutical，Yunqi）2019年年度报告"
    card = ReportCard(9, "i.html", Metadata(title, issuer="云南云栖药业股份有限公司", type="年度报告", year=2020), 1, 1, 1)
    english = read_query("What did Yunqi spend on research in 2019?", (*CARDS, card))
    assert (english.scope.issuers, english.terms) == (("云南云栖药业股份有限公司",), ("spend", "research"))
    chinese = read_query("云栖2019年的研发投入是多少？", (*CARDS, card))
    assert (chinese.scope.issuers, chinese.terms) == (("云南云栖药业股份有限公司",), ("研发", "投入"))


def test_one_place_in_two_scripts_is_one() -> None:
    assert same_places(("Yunqi County", "云栖县", "天津市", "天津")) == {
        "云栖": ("Yunqi County", "云栖县"),
        "天津": ("天津市", "天津"),
    }


def test_an_english_question_keeps_the_words_that_name_its_subject() -> None:
    asked = "How many mass cultural events did Ji'an hold, all in all, during 2023?"
    assert content_terms(asked, resolve_scope(asked, CARDS)) == ("mass", "cultural", "events", "hold")
    asked = "98财年新加坡的盈余有多少？"
    assert content_terms(asked, resolve_scope(asked, CARDS)) == ("盈余",)


def test_a_report_without_place_and_issuer_may_be_one_on_the_nation() -> None:
    speech = ReportCard(9, "i.txt", Metadata("在某大学的演讲", type="讲话"), 1000, 10, 20)
    company = ReportCard(10, "j.txt", Metadata("年度报告", "云栖药业股份有限公司", type="年度报告"), 1000, 10, 20)
    cards = (*CARDS, speech, company)
    assert [c.key for c in in_scope(cards, Scope(places=("全国",)))] == ["b.txt", "i.txt"]
    assert [c.key for c in in_scope(cards, Scope(places=("厦门",)))] == ["f.txt"]


def test_an_office_is_named_in_english_by_its_division_and_its_words() -> None:
    office = ReportCard(11, "k.txt", Metadata("决算", "上海市嘉定区财政局", "上海市嘉定区", "部门决算", 2025), 1000, 10, 20)
    cards = (*CARDS, office)
    assert resolve_scope("What did Jiading's finance bureau spend on health?", cards).issuers == ("上海市嘉定区财政局",)
    assert resolve_scope("What did Jiading spend on its finance system?", cards).issuers == ()
    assert resolve_scope("What did Jiading's health bureau spend?", cards).issuers == ()


def test_a_town_is_not_named_inside_a_longer_name() -> None:
    cards = (_card(1, "a.txt", "青石镇", 2024), _card(2, "b.txt", "云栖县", 2024))
    asked = ("青石涧来了多少游客？", "青石镇来了多少游客？", "青石2023年来了多少游客？")
    assert [resolve_scope(q, cards).places for q in asked] == [(), ("青石镇",), ("青石镇",)]


def test_a_county_unnamed_has_no_year_from_the_nations_newest_report() -> None:
    cards = (
        _card(1, "a.txt", "全国", 2025),
        ReportCard(2, "b.txt", Metadata("县委党建工作汇报", type="党建工作报告"), 1000, 10, 20),
    )
    assert (resolve_scope("县里今年抓哪两件事？", cards).years, resolve_scope("今年全国抓哪两件事？", cards).years) == (
        (),
        (2025,),
    )


def test_a_rank_in_the_nation_is_no_question_about_it() -> None:
    assert resolve_scope("2023年粮食产量排全国第几？", CARDS).places == ()
    assert resolve_scope("绍兴2023年的总量居全国第几位？", CARDS).places == ("绍兴",)


def test_a_company_called_after_its_province_does_not_report_on_it() -> None:
    company = ReportCard(
        20, "k.pdf", Metadata("浙江云栖药业2023年年度报告", issuer="浙江云栖药业股份有限公司", type="年度报告"), 1, 1, 1
    )
    assert resolve_scope("浙江2023年生产总值多少？", [*CARDS, company]).unknown == ("浙江",)


def test_no_place_is_passed_over_that_a_text_may_spell() -> None:
    for name in (*PROVINCES, "吕梁", "儋州", "恩施", "鄂尔多斯", "六安", "新加坡", "Singapore", "郴州", "长治"):
        for spelling in readings(name):
            assert may_be_pinyin(spelling) or any(part in spelling for part in spelt_otherwise(name)), (name, spelling)


@pytest.mark.parametrize("text", ["全市gdp增长5%", "改造led路灯120盏", "ppp项目12个，pm2.5浓度下降3%", "a" * 60 + "b"])
def test_abbreviations_are_no_pinyin(text: str) -> None:
    assert not may_be_pinyin(text)


def test_a_place_is_named_in_latin_letters_beside_an_abbreviation() -> None:
    assert resolve_scope("GDP of Tibet and Shaoxing?", CARDS).places == ("绍兴",)


def _issued_by(number: int, issuer: str, place: str, year: int, type: str) -> ReportCard:  # noqa: A002
    told = Metadata(f"{issuer}{type}", place=place, type=type, year=year, period=str(year - 1), issuer=issuer)
    return ReportCard(number, f"{number}.txt", told, 1000, 10, 20)


def test_an_office_with_a_compound_name_is_said_by_all_of_it() -> None:
    cards = (
        _issued_by(1, "上海市嘉定区财政局", "上海市嘉定区", 2024, "部门决算"),
        _issued_by(2, "中共上海市嘉定区委社会工作部", "上海市嘉定区", 2024, "部门决算"),
    )
    asked = "What did the Social Work Department of Jiading District spend on heating?"
    assert resolve_scope(asked, cards).issuers == ("中共上海市嘉定区委社会工作部",)
    asked = "What did the Jiading District Finance Bureau spend on social security?"
    assert resolve_scope(asked, cards).issuers == ("上海市嘉定区财政局",)
    assert content_terms(asked, resolve_scope(asked, cards), ("finance bureau",)) == ("spend", "social", "security")


def test_the_annual_report_of_a_company_comes_out_in_the_next_year() -> None:
    cards = (_issued_by(1, "青岚药业股份有限公司", "", 2024, "年度报告"),)
    scope = resolve_scope("What revenue does 青岚药业股份有限公司 state in its 2023 annual report?", cards)
    assert (scope.issuers, scope.issued) == (("青岚药业股份有限公司",), ())
