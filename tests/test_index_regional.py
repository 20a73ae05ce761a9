import pytest

from corpus.report import Metadata
from index.catalogue import ReportCard
from index.dictionary import Dictionary
from index.regional import place_of_words
from index.scope import resolve_scope

CARDS = (
    ReportCard(1, "a.txt", Metadata("2024年绍兴政府工作报告", place="绍兴", type="政府工作报告", year=2024), 1000, 10, 20),
    ReportCard(2, "b.md", Metadata("Budget Speech", place="Singapore", type="预算", year=2031, language="en"), 1000, 10, 20),
)


@pytest.mark.parametrize(
    ("question", "places"),
    [
        ("头一次买二手组屋的家庭能拿多少？", ("Singapore",)),
        ("德士司机有多少？", ("Singapore",)),
        # A word of several senses is of no place.
        ("会打桌球的有多少人？", ()),
        ("公共住房有多少套？", ()),
    ],
)
def test_a_place_is_known_by_its_own_words(question: str, places: tuple[str, ...]) -> None:
    assert place_of_words(question, CARDS) == places
    assert resolve_scope(question, CARDS).places == places


def test_a_place_that_is_named_goes_before_one_whose_words_are_used() -> None:
    assert resolve_scope("绍兴的组屋有多少套？", CARDS).places == ("绍兴",)


def test_words_of_a_place_without_reports_say_nothing() -> None:
    assert place_of_words("组屋有多少套？", CARDS[:1]) == ()


def test_the_dictionary_tells_where_a_word_of_one_sense_is_used() -> None:
    dictionary = Dictionary(
        [("德士", "(Singapore) taxi"), ("桌球", "table tennis/snooker (Singapore)"), ("静山", "=Cheng San (Singapore)")]
    )
    assert [dictionary.regions(w) for w in ("德士", "桌球", "静山", "没有")] == ["(singapore)", "", "", ""]
