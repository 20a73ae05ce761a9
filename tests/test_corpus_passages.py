import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.document import Block, Document, Table
from corpus.passages import row_context, split_passages
from corpus.report import Passage
from corpus.sections import split_sections
from corpus.sentences import split_sentences
from tests.line_documents import document_of

PIECES = st.sampled_from(
    [
        "云岭县",
        "粮食总产量",
        "31.6万吨",
        "1,362,500",
        "2023年",
        "增长",
        "5.2%",
        "，",
        "、",
        "；",
        "。",
        "！",
        "”",
        " ",
        "　",
        "😀",
        "e\u0301",
        "abc.",
    ]
)
PROSE = st.lists(PIECES, max_size=240).map("".join)
ENDLESS = st.lists(PIECES.filter(lambda p: p not in {"。", "！"}), min_size=150, max_size=300).map("".join)
LINES = st.lists(st.one_of(PROSE, st.sampled_from(["", "一、农业", "二、工业", "（一）粮食。" + "增产增收，" * 20])), max_size=8)


def _sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in split_sentences(text)]


def _passages(document: Document) -> list[str]:
    return [p.text for p in split_passages(document, split_sections(document))]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("增长5.2%。比上年快。", ["增长5.2%。", "比上年快。"]),
        ("他说：“粮食增产了。”大家鼓掌！（掌声）", ["他说：“粮食增产了。”", "大家鼓掌！", "（掌声）"]),
        ("粮食增产；油料减产；", ["粮食增产；油料减产；"]),
        ("怎么办？！干。", ["怎么办？！", "干。"]),
        ("标题\n\u3000\u3000正文。", ["标题", "正文。"]),
        ("总产量达到\n31.6万吨，增长\n\n2.4%。完。", ["总产量达到\n31.6万吨，增长\n\n2.4%。", "完。"]),
        (
            "Growth was 5.2 per cent. Mr. Lim agreed. U.S. trade fell!",
            ["Growth was 5.2 per cent.", "Mr. Lim agreed.", "U.S. trade fell!"],
        ),
        ("Revenue rose.\nSpending fell", ["Revenue rose.", "Spending fell"]),
        (" \n ", []),
        ("", []),
    ],
)
def test_sentences(text: str, sentences: list[str]) -> None:
    assert _sentences(text) == sentences


@given(st.one_of(PROSE, st.text(max_size=120)))
def test_sentences_cover_the_text_in_order(text: str) -> None:
    spans = split_sentences(text)
    assert "".join("".join(text[start:end] for start, end in spans).split()) == "".join(text.split())
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
    assert all(text[start:end] == text[start:end].strip() for start, end in spans)


def test_short_sentences_are_joined_up_to_two_hundred_characters() -> None:
    sentence = "全县新建高标准农田二万四千亩，改造供水管网一百二十公里。"
    document = document_of(["一、农业", sentence * 20])
    assert _passages(document) == [sentence * 8, sentence * 8, sentence * 4]


def test_a_new_paragraph_begins_a_passage_when_there_is_a_hundred() -> None:
    short, long = "粮食增产增收。" * 5, "油料减产减收。" * 15
    assert _passages(document_of([short, short, long, short])) == [f"{short}\n{short}\n{long}", short]


def test_a_passage_ends_with_its_section_and_leaves_the_heading_out() -> None:
    document = document_of(
        ["云岭县公报", "一、农业", "粮食增产。", "（一）油料减产。" + "油菜籽产量下降，" * 9, "二、工业", "产值增长。"]
    )
    runin = "（一）油料减产。" + "油菜籽产量下降，" * 9
    assert split_passages(document, split_sections(document)) == (
        Passage(0, 5, "云岭县公报", 0),
        Passage(11, 16, "粮食增产。", 1),
        Passage(17, 97, runin, 2),
        Passage(103, 108, "产值增长。", 3),
    )


def test_a_sentence_that_is_too_long_is_cut_at_a_semicolon_then_at_a_comma() -> None:
    clause = "新建高标准农田二万四千亩，改造管网一百公里；"
    commas = "新建高标准农田二万四千亩，"
    assert _passages(document_of([clause * 30])) == [clause * 15, clause * 15]
    assert _passages(document_of([commas * 50])) == [commas * 26, commas * 24]


def test_a_number_without_a_pause_near_it_is_not_cut() -> None:
    text = "字" * 345 + "1,362,500.75" + "字" * 300
    assert _passages(document_of([text])) == ["字" * 345 + "1,362,500.75", "字" * 300]


@pytest.mark.parametrize("mark", [",", "，", " ", "．"])
def test_a_number_at_the_place_of_a_cut_goes_on_whole(mark: str) -> None:
    for lead in range(340, 352):
        text = "字" * lead + f"1{mark}362{mark}500万元" + "字" * 300
        assert any(f"1{mark}362{mark}500" in passage for passage in _passages(document_of([text])))


def test_a_row_is_a_passage_with_what_its_table_says() -> None:
    table = Table("表1 产量", "单位：万吨", ("产品", "", "产量"))
    document = Document(
        "前。\n稻谷 |  | 21.3\n后。",
        (Block("paragraph", 0, 2), Block("row", 3, 15, page=4, table=0), Block("paragraph", 16, 18)),
        (table,),
    )
    assert split_passages(document, split_sections(document)) == (
        Passage(0, 2, "前。", 0),
        Passage(3, 15, "稻谷 |  | 21.3", 0, 4, "表1 产量 单位：万吨 产品 | 产量"),
        Passage(16, 18, "后。", 0),
    )


def test_a_table_that_says_nothing_of_itself_has_a_context_all_the_same() -> None:
    assert row_context(Table("", "", ())) == "—"


def test_a_number_longer_than_a_passage_is_one_passage() -> None:
    assert _passages(document_of(["1" * 600])) == ["1" * 600]


@given(st.one_of(LINES, ENDLESS.map(lambda line: [line])))
def test_passages_lie_in_their_sections_and_hold_all_that_is_no_heading(lines: list[str]) -> None:
    document = document_of(lines)
    outline = split_sections(document)
    passages = split_passages(document, outline)
    assert all(p.text == document.text[p.start : p.end] == p.text.strip() != "" for p in passages)
    assert all(a.end <= b.start for a, b in pairwise(passages))
    assert all(outline.sections[p.section].start <= p.start and p.end <= outline.sections[p.section].end for p in passages)
    held = {i for p in passages for i in range(p.start, p.end)} | {i for h in outline.headings for i in range(h.start, h.end)}
    assert [i for i, c in enumerate(document.text) if not c.isspace() and i not in held] == []


@given(st.one_of(LINES, ENDLESS.map(lambda line: [line])))
def test_no_passage_begins_or_ends_inside_a_number(lines: list[str]) -> None:
    document = document_of(lines)
    numbers = [m.span() for m in re.finditer(r"\d+(?:[.,]\d+)*", document.text)]
    edges = {edge for p in split_passages(document, split_sections(document)) for edge in (p.start, p.end)}
    assert [document.text[a:b] for a, b in numbers if any(a < edge < b for edge in edges)] == []


def test_a_heading_that_is_a_sentence_with_a_number_is_a_passage_too() -> None:
    document = document_of(["石湾乡2031年工作计划", "一、主要目标", "1．新修水渠50公里以上；", "2．粮食产量2.3万吨。"])
    texts = [p.text for p in split_passages(document, split_sections(document))]
    assert texts[-2:] == ["1．新修水渠50公里以上；", "2．粮食产量2.3万吨。"]
