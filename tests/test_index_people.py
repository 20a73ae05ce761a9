from corpus.report import Metadata
from index.catalogue import ReportCard
from index.people import people_in_titles

CARDS = [
    ReportCard(1, "a.txt", Metadata("李明校长在某大学的演讲"), 1, 1, 1),
    ReportCard(2, "b.txt", Metadata("2023年青岚县政府工作报告"), 1, 1, 1),
]


def test_a_name_in_pinyin_is_found_in_a_title() -> None:
    assert people_in_titles("What did Li Ming's speech say of counties?", CARDS) == ("李明",)


def test_a_name_that_no_title_holds_and_words_without_capitals_name_nobody() -> None:
    assert people_in_titles("What did Wang Fang say?", CARDS) == ()
    assert people_in_titles("what did li ming say of counties?", CARDS) == ()
