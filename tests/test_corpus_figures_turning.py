"""A report turns to its plan where it says so, with or without a heading."""

from corpus.figures.period import Setting
from corpus.figures.turning import passage_settings

_REVIEW, _PLAN = Setting("review", 2024), Setting("plan", 2024)
_PATHS = [("一、2023年工作回顾",), ("一、2023年工作回顾", "（一）办好实事"), ("二、加强自身建设",)]


def test_what_stands_behind_the_turn_is_planned_up_to_the_next_heading() -> None:
    passages = [
        (0, "产值增长6%。"),
        (0, "2024年是关键一年，做好今年工作意义重大。"),
        (1, "建成公园3个。"),
        (2, "办理提案20件。"),
    ]
    told = passage_settings(passages, _PATHS, [_REVIEW, _REVIEW, _REVIEW])
    assert [s.part for s in told] == ["review", "plan", "plan", "review"]


def test_a_report_without_headings_turns_at_its_aims() -> None:
    passages = [(0, "去年产值增长6%。"), (0, "今年经济社会发展的预期目标是：产值增长7%。"), (0, "新建公园3个。")]
    told = passage_settings(passages, [()], [Setting("other", 2024, "2023")])
    assert told == [Setting("other", 2024, "2023"), _PLAN, _PLAN]


def test_what_the_year_before_aimed_at_turns_nothing() -> None:
    passages = [(0, "2023年的预期目标是增长6%，做好2023年工作。")]
    assert passage_settings(passages, [()], [_REVIEW]) == [_REVIEW]
