import pytest

from app.working.operations import read_operation
from corpus.report import Metadata
from index.catalogue import ReportCard
from index.query import read_query

CARDS = [
    ReportCard(n, f"{place}.txt", Metadata(f"{place}2024年政府工作报告", "", place, "政府工作报告", 2024, "2023"), 1000, 10, 10)
    for n, place in enumerate(("云栖县", "青岚县"))
]


def operation_of(question: str) -> tuple[str, list[tuple[tuple[int, ...], str | None]], int] | None:
    found = read_operation(read_query(question, CARDS))
    if found is None:
        return None
    return found.kind, [(q.scope.years, q.need.status) for q in found.operands], found.rising


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        (
            "云栖县2024年老旧小区改造计划比2023年实际完成的少几个？",
            ("difference", [((2024,), "target"), ((2023,), "actual")], -1),
        ),
        ("云栖县2023年城镇居民收入比农村居民高多少元？", ("difference", [((2023,), None), ((2023,), None)], 1)),
        ("云栖县2023年粮食产量比2019年多多少？", ("difference", [((2023,), None), ((2019,), None)], 1)),
        ("云栖县2023年建设学校、医院一共多少所？", ("sum", [((2023,), None), ((2023,), None)], 0)),
        ("云栖县2023年税收占财政收入的比重是多少？", ("share", [((2023,), None), ((2023,), None)], 0)),
        ("云栖县2023年粮食产量比上年增长多少？", None),
        ("云栖县2023年粮食产量比上年多了百分之几？", None),
        ("云栖县2023年一共减了多少税、降了多少费？", None),
        ("云栖县2023年粮食产量是多少？", None),
        ("云栖县2023年要按不低于多少的幅度压减会议支出？", None),
    ],
)
def test_the_computation_that_a_question_asks_for(question: str, expected: object) -> None:
    assert operation_of(question) == expected


def test_two_places_are_compared_with_their_values() -> None:
    found = read_operation(read_query("云栖县和青岚县2023年新增就业差多少人？", CARDS))
    assert found is not None
    assert (found.kind, found.labels, found.compares_places) == ("difference", ("云栖", "青岚"), True)
    assert [q.scope.places for q in found.operands] == [("云栖县",), ("青岚县",)]


def test_the_second_side_takes_the_subject_of_the_first() -> None:
    found = read_operation(read_query("云栖县2024年高标准农田计划面积比2023年建成的多多少？", CARDS))
    assert found is not None
    assert found.operands[0].terms == found.operands[1].terms
    assert found.labels == ("2024年目标", "2023年")


@pytest.mark.parametrize(
    ("question", "kind", "terms"),
    [
        # What is compared stands behind the asking word, or its verb before it.
        ("云栖县2023年比2022年多了几个养老院？", "difference", [("养老院",), ("养老院",)]),
        ("云栖县2023年医院比学校多收多少人？", "difference", [("医院", "收", "人"), ("学校", "收", "人")]),
        # What both sides share stands behind the second.
        (
            "云栖县2023年城里人和农村人的可支配收入差多少元？",
            "difference",
            [("城镇居民", "可", "支配", "收入"), ("农村居民", "可", "支配", "收入")],
        ),
        # A total leaves nothing out.
        ("云栖县2023年教育支出占总支出的百分之几？", "share", [("教育", "支出"), ("总支出",)]),
        ("云栖县2023年来的游客当中，外国人占多大比例？", "share", [("外国人",), ("游客",)]),
        ("云栖县2023年城乡低保一共花了多少钱？", "sum", [("城镇", "低保", "花", "钱"), ("农村", "低保", "花", "钱")]),
    ],
)
def test_where_the_operands_find_their_words(question: str, kind: str, terms: list[tuple[str, ...]]) -> None:
    found = read_operation(read_query(question, CARDS))
    assert found is not None
    assert (found.kind, [q.terms for q in found.operands]) == (kind, terms)


def test_values_of_two_places_are_added() -> None:
    found = read_operation(read_query("云栖县和青岚县2023年财政收入加起来多少？", CARDS))
    assert found is not None
    assert (found.kind, found.labels, found.compares_places) == ("sum", ("云栖", "青岚"), True)


@pytest.mark.parametrize(
    ("question", "kind", "labels", "values_asked"),
    [
        ("云栖县和青岚县2023年新增就业谁多，差多少人？", "difference", ("云栖", "青岚"), True),
        ("云栖县2023年粮食产量比青岚县多多少吨？", "difference", ("云栖", "青岚"), False),
        ("2023年云栖县和青岚县的增速哪个快，差几个点？", "difference", ("云栖", "青岚"), True),
        ("2023年云栖县人均收入比全国平均高多少元？", "difference", ("云栖", "全国"), True),
        ("2023年云栖县的产值占青岚县的百分之几？", "share", ("云栖", "青岚"), False),
    ],
)
def test_one_measure_of_two_places(question: str, kind: str, labels: tuple[str, ...], values_asked: bool) -> None:
    found = read_operation(read_query(question, CARDS))
    assert found is not None
    assert (found.kind, found.labels, found.values_asked) == (kind, labels, values_asked)


@pytest.mark.parametrize(
    ("question", "kind", "terms"),
    [
        ("云栖县2023年一共投用了多少辆公交车和出租车？", "sum", [("公交车", "投用"), ("出租车", "投用")]),
        ("云栖县2023年存款和贷款合起来比年初多了多少亿元？", "sum", [("存款", "年初"), ("贷款", "年初")]),
        ("云栖县2023年养老保险收支相抵，剩多少万元？", "difference", [("养老保险", "收入"), ("养老保险", "支出")]),
        ("2020年比2019年云栖县小麦产量少多少吨？", "difference", [("小麦", "产量"), ("小麦", "产量")]),
        ("云栖县2023年对外贸易是顺差还是逆差，差多少？", "difference", [("出口",), ("进口",)]),
        ("云栖县2023年财政支出除去教育还剩多少亿元？", "difference", [("财政支出",), ("教育", "财政支出")]),
        ("云栖县的耕地从2021年底到2023年底一共多了多少亩？", "difference", [("耕地",), ("耕地",)]),
    ],
)
def test_operands_that_stand_elsewhere_than_before_the_asking_word(
    question: str, kind: str, terms: list[tuple[str, ...]]
) -> None:
    found = read_operation(read_query(question, CARDS))
    assert found is not None
    assert (found.kind, [q.terms for q in found.operands]) == (kind, terms)


@pytest.mark.parametrize(
    "question",
    [
        # Each place, each year has a share or a total of its own.
        "云栖县和青岚县的民生支出占财政支出比例，2023年分别是多少？",
        "云栖县民生支出占财政支出的比重，2021年和2023年各多少？",
        "云栖县21、22、23三年学生总数各多少？",
        # A growth that is asked for is no difference, nor is a cut of taxes.
        "云栖县2021到2023年每年新增多少就业？",
        "云栖县2023年实际减了多少，2024年又要求减多少？",
        "云栖县2023年财政收入比年初预算执行数节约多少？",
        "云栖县2023年提高收购价、减农村税，少收了多少钱？",
    ],
)
def test_values_asked_for_as_they_are_are_not_computed(question: str) -> None:
    assert operation_of(question) is None


def test_the_years_of_a_span_are_compared() -> None:
    assert operation_of("云栖县2019到2023年存款涨了多少亿元？") == ("difference", [((2023,), None), ((2019,), None)], 1)


def test_the_place_of_a_share_is_not_worked_out() -> None:
    assert operation_of("云栖县2023年茶叶产值占农业产值的比重在全省排第几？") is None
