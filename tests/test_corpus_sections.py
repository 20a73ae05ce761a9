from hypothesis import given
from hypothesis import strategies as st

from corpus.report import Section
from corpus.sections import split_sections
from tests.line_documents import document_of

LINES = st.lists(
    st.one_of(
        st.text(alphabet="云岭县粮食，。；1234.%（）一二、 　Ａé😀", max_size=30),
        st.sampled_from(
            ["", "一、农业", "二、工业", "（一）粮食", "（二）油料", "1.稻谷", "第一部分 回顾", "2022年3月", "2023年3月"]
        ),
    ),
    max_size=20,
)


def test_a_section_goes_from_its_heading_to_the_next_of_any_level() -> None:
    document = document_of(["云岭县公报", "一、农业", "粮食增产。", "\u3000（一）油料", "油料增产。", "二、工业"])
    outline = split_sections(document)
    assert outline.sections == (
        Section((), 0, 6),
        Section(("一、农业",), 6, 17),
        Section(("一、农业", "（一）油料"), 17, 30),
        Section(("二、工业",), 30, 34),
    )
    assert [document.text[s.start : s.end] for s in outline.sections] == [
        "云岭县公报\n",
        "一、农业\n粮食增产。\n",
        "\u3000（一）油料\n油料增产。\n",
        "二、工业",
    ]


def test_a_text_without_headings_is_one_section() -> None:
    assert split_sections(document_of(["粮食增产。", "收入增长。"])).sections == (Section((), 0, 11),)


def test_the_titles_of_a_path_are_cut_at_forty_characters() -> None:
    title = "一、" + "稳" * 45
    assert split_sections(document_of([title, "（一）粮食"])).sections == (
        Section((), 0, 0),
        Section((title[:40],), 0, 48),
        Section((title[:40], "（一）粮食"), 48, 53),
    )


@given(LINES)
def test_sections_tile_the_text(lines: list[str]) -> None:
    document = document_of(lines)
    sections = split_sections(document).sections
    assert "".join(document.text[s.start : s.end] for s in sections) == document.text
    assert [s.start for s in sections] == [0, *(s.end for s in sections[:-1])]


@given(LINES)
def test_each_heading_opens_a_section_that_ends_its_path_with_it(lines: list[str]) -> None:
    document = document_of(lines)
    outline = split_sections(document)
    assert [s.path[-1] for s in outline.sections[1:]] == [h.title[:40] for h in outline.headings]
    assert all(s.start <= h.start < h.end <= s.end for s, h in zip(outline.sections[1:], outline.headings, strict=True))
    assert all(h.level >= 1 and len(s.path) <= h.level for s, h in zip(outline.sections[1:], outline.headings, strict=True))
