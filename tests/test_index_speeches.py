import pytest

from app.conversation.followup import read_follow_up
from corpus.report import Metadata
from index.catalogue import ReportCard
from index.narrower import years_of
from index.scope import resolve_scope
from index.speeches import named_speeches, speech_words


def _card(number: int, title: str, *, type: str, place: str = "", year: int | None = None) -> ReportCard:  # noqa: A002
    return ReportCard(number, f"{number}.txt", Metadata(title, place=place, type=type, year=year), 1000, 10, 20)


CARDS = (
    _card(1, "青岚论坛开幕式王总理主旨演讲全文", type="讲话"),
    _card(2, "王小明总理在云栖大学的演讲", type="讲话"),
    _card(3, "李强生讲话实录：修桥要快", type="讲话", year=1993),
    _card(4, "大桥通车30周年", type="其他"),
    _card(5, "青岚2024年政府工作报告", type="政府工作报告", place="青岚", year=2024),
)


@pytest.mark.parametrize(
    ("question", "keys"),
    [
        ("青岚论坛演讲里说了什么？", ("1.txt",)),
        ("云栖大学那次演讲提到多少座桥？", ("2.txt",)),
        ("大桥30周年讲话宣布了什么？", ("4.txt",)),
        ("青岚2023年的生产总值是多少？", ()),
        ("有人在峰会上发言吗？", ()),
        ("王小明在云栖大学说，学校有多少个系？", ("2.txt",)),
        ("李强生讲修桥时提到多少座桥？", ("3.txt",)),
        ("王小明说学校有多少个系？", ()),
        ("王小明2024年在云栖大学的报告说了什么？", ()),
        ("青岚政府工作报告里说新增就业多少人？", ()),
    ],
)
def test_a_speech_is_named_by_the_words_of_its_title(question: str, keys: tuple[str, ...]) -> None:
    assert named_speeches(question, CARDS) == keys


def test_a_named_speech_is_the_scope_and_its_year_the_present_one() -> None:
    scope = resolve_scope("青岚论坛演讲里说去年新增就业多少人？", CARDS)
    assert (scope.reports, scope.places, scope.years) == (("1.txt",), (), ())
    dated = resolve_scope("修桥讲话里说去年修了几座桥？", CARDS)
    assert (dated.reports, dated.years) == (("3.txt",), (1992,))


def test_a_follow_up_stays_with_the_speech() -> None:
    query = read_follow_up("那新增就业呢？", ["青岚论坛演讲里说去年修了几座桥？"], CARDS)
    assert query.scope.reports == ("1.txt",)


@pytest.mark.parametrize(
    ("metadata", "years"),
    [
        (Metadata("甲", type="政府工作报告", year=2024, period="2023"), [2023, 2024]),
        (Metadata("乙", type="统计公报", year=2024, period="2023"), [2023]),
        (Metadata("丙", type="统计公报", year=2025, period="2021-2024"), [2021, 2022, 2023, 2024]),
        (Metadata("丁", type="讲话"), []),
    ],
)
def test_a_report_tells_of_its_period_and_of_the_year_that_it_plans(metadata: Metadata, years: list[int]) -> None:
    assert list(years_of(metadata)) == years


def test_the_words_that_only_name_a_speech_are_those_of_its_title_ahead_of_what_is_asked() -> None:
    assert speech_words("王小明总理在云栖大学演讲时说，大桥处在哪个阶段？", ("2.txt",), CARDS) == {
        "王小明",
        "总理",
        "云栖",
        "大学",
        "演讲时",
    }
    # What is asked about too is no mere name.
    assert "云栖" not in speech_words("王小明总理在云栖大学演讲时说，云栖处在哪个阶段？", ("2.txt",), CARDS)
    assert speech_words("大桥处在哪个阶段？", ("2.txt",), CARDS) == frozenset()
