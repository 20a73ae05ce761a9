from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.document import Block, Document
from corpus.readers.paragraphs import find_paragraphs
from tests.line_documents import document_of

RUNNING = "全县粮食总产量达到31.6万吨，比上年增长2.4%，农民收入持续增长。"


def _paragraphs(*lines: str) -> list[str]:
    document = find_paragraphs(document_of(list(lines)))
    return [document.text[b.start : b.end] for b in document.blocks]


def test_a_single_line_end_inside_a_sentence_is_none_where_blank_lines_part_paragraphs() -> None:
    lines = [
        RUNNING,
        "",
        "会议通过了，",
        "农业法",
        "，还审议了《",
        "规划纲要（草案）",
        "》的说明。",
        "",
        RUNNING,
        "",
        RUNNING,
        "",
        RUNNING,
    ]
    lines += ["", RUNNING]
    assert _paragraphs(*lines) == [RUNNING, "会议通过了，\n农业法\n，还审议了《\n规划纲要（草案）\n》的说明。", *[RUNNING] * 4]


def test_a_line_of_what_cannot_be_seen_does_not_part_a_number_from_its_unit() -> None:
    lines = [*[RUNNING, ""] * 4, "全县生产总值达到74.4", "\u200b", "亿元，增长6.1%。"]
    assert _paragraphs(*lines) == [*[RUNNING] * 4, "全县生产总值达到74.4\n\u200b\n亿元，增长6.1%。"]


@pytest.mark.parametrize(
    "lines",
    [
        ["一、农业、工业", "全县粮食增产。"],
        ["（一）农业，稳", "全县粮食增产。"],
        ["农业生产", "全县粮食增产。"],
        ["稻谷  早稻，晚稻", "油菜籽  全县"],
        ["表1 产量，面积", "单位：万吨"],
        ["全县粮食增产，", "一、农业"],
    ],
)
def test_headings_captions_and_columns_are_not_joined(lines: list[str]) -> None:
    assert _paragraphs(*[RUNNING, ""] * 4, *lines) == [*[RUNNING] * 4, *lines]


@pytest.mark.parametrize("line", ["—7—", "— 12 —", "第 3 页", "第3页 共10页", "\u200b"])
def test_page_numbers_are_no_paragraphs(line: str) -> None:
    assert _paragraphs(RUNNING, line, RUNNING) == [RUNNING, RUNNING]


def test_an_indent_inside_a_long_line_begins_a_paragraph() -> None:
    assert _paragraphs("\u3000\u3000".join([RUNNING * 6, RUNNING * 6])) == [RUNNING * 6, RUNNING * 6]
    assert _paragraphs("\u3000\u3000".join([RUNNING, RUNNING])) == [f"{RUNNING}\u3000\u3000{RUNNING}"]


def test_a_line_that_swallowed_a_whole_report_is_cut_before_its_headings() -> None:
    body = RUNNING * 30
    line = f"各位代表：2023年工作回顾{body}（一）农业增产。{body}二、2024年工作安排 {body}一、稳住农业。{body}"
    assert _paragraphs(line) == [
        "各位代表：",
        "2023年工作回顾",
        body,
        f"（一）农业增产。{body}",
        "二、2024年工作安排",
        body,
        f"一、稳住农业。{body}",
    ]


def test_headings_and_rows_stay_as_they_are() -> None:
    document = Document("甲\n乙 | \n丙", (Block("heading", 0, 1, 1), Block("row", 2, 6, table=0), Block("paragraph", 7, 8)))
    assert find_paragraphs(document) == document


@given(
    st.lists(
        st.one_of(
            st.text(alphabet="云岭县粮食，。、《》1234.% \u3000\u200b—A😀", max_size=60),
            st.sampled_from(
                ["", RUNNING, RUNNING * 12, f"{RUNNING * 8}\u3000\u3000{RUNNING}", f"{RUNNING * 70}一、农业。{RUNNING}"]
            ),
        ),
        max_size=12,
    )
)
def test_paragraphs_lie_in_order_and_leave_out_nothing_that_is_written(lines: list[str]) -> None:
    document = find_paragraphs(document_of(lines))
    spans = [(b.start, b.end) for b in document.blocks]
    assert all(start < end for start, end in spans)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
    held = {i for start, end in spans for i in range(start, end)}
    left = "".join(c for i, c in enumerate(document.text) if i not in held)
    assert set(left) <= set(" \n\u3000\u200b—1234")
    assert all(document.text[s:e] == document.text[s:e].strip() for s, e in spans)
