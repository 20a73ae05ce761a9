import dataclasses
import re

from hypothesis import given
from hypothesis import strategies as st

from app.web.find.facets import admitted, render_facets
from app.web.find.found import render_found
from app.web.markup import words
from app.web.request import Sought
from app.web.source.source import render_source
from app.web.words import WORDS
from corpus.report import Metadata, Section
from index.hit import Found, Hit, Span
from index.scope import Scope
from tests.fake_engine import (
    BUDGET_KEY,
    EARLIER_KEY,
    JOBS,
    TEXTS,
    WORK_KEY,
    FakeEngine,
    FakeView,
)

METADATA = {key: metadata for key, (_, metadata) in TEXTS.items()}


def test_the_source_marks_the_quote_in_its_section_under_its_headings() -> None:
    view = FakeEngine().view(WORK_KEY)
    start = view.text.index(JOBS)
    html = render_source(view, start, start + len(JOBS), ("1.28万人",))
    section = next(section for section in view.sections if section.start <= start < section.end)
    assert (
        f'<section data-at="{section.start}"><h4>（二）就业和收入同步增加</h4><p>坚持把就业摆在民生首位，办好“家门口的招聘会”'
        '<span class="n">46</span>场。<mark class="quote">全年城镇新增就业<b class="fig">1.28万人</b>，'
    ) in html
    assert html.count('aria-current="true"') == 1
    assert "<h3>一、<span" in html
    at = view.text.index("1.28万人")
    placed = render_source(view, start, start + len(JOBS), places=(Span(at, at + 4),))
    indented = render_source(FakeView("缩.txt", Metadata("缩"), "　　首行空两格。\n", ()), 2, 4)
    assert '<p><mark class="quote">首行</mark>空两格。</p>' in indented
    assert placed.count('class="fig"') == placed.count('<b class="fig">1.28</b>') == 1


def test_the_outline_is_the_whole_tree_unless_it_is_very_long() -> None:
    view = FakeEngine().view(WORK_KEY)
    entries = re.findall(r'<li class="depth-(\d)"><button[^>]*>([^<]*)<', render_source(view, 0, 0))
    assert entries == [(str(len(s.path)), s.path[-1]) for s in view.sections if s.path]
    long = tuple(Section(("甲", f"（{n // 10}）", f"{n}."), n, n + 1) for n in range(400))
    shown = render_source(FakeView("长.txt", Metadata("长"), "字" * 400, long), 205, 205)
    assert re.findall(r'class="depth-3"><button[^>]*>([^<]*)<', shown) == [f"{n}." for n in range(200, 210)]


def test_a_report_can_be_saved_and_a_page_of_a_pdf_seen_as_printed() -> None:
    section = Section(("一、",), 0, 9, 7)
    html = render_source(FakeView("甲/a&b.pdf", Metadata("题"), "一、数字5人。\n", (section,)), 2, 5)
    assert 'href="/wenju/original?report=%E7%94%B2%2Fa%26b.pdf"' in html
    assert 'data-src="/wenju/page?report=%E7%94%B2%2Fa%26b.pdf&amp;page=7"' in html
    assert "data-src" not in render_source(FakeEngine().view(WORK_KEY), 0, 0, page=3)


def test_a_long_report_is_shown_around_the_passage_and_offers_the_rest() -> None:
    lines = [f"第{n}行，" + "字" * 496 for n in range(1000)]
    text = "\n".join(lines)
    view = FakeView("长.txt", Metadata("长"), text, (Section((), 0, len(text)),))
    start = text.index("第500行")
    html = render_source(view, start, start + 5)
    assert '<mark class="quote">第' in html
    shown = [n for n in range(1000) if f'第<span class="n">{n}</span>行' in html]
    assert (shown[0], shown[-1]) == (441, 558)
    assert html.count('class="more"') == 2


def test_a_passage_outside_the_text_opens_the_report_unmarked() -> None:
    html = render_source(FakeEngine().view(WORK_KEY), 10**9, 10**9 + 5)
    assert "<mark" not in html
    assert "各位代表" in html


def hit_in(key: str, rank: int, text: str = "城镇新增就业") -> Hit:
    return Hit(rank, 0.9, key, TEXTS[key][1].title, ("一、回顾",), 3, 10, 20, text, (Span(2, 6),))


def test_found_words_are_marked_in_their_passage_and_passages_stand_under_their_report() -> None:
    hits = (hit_in(WORK_KEY, 1), hit_in(EARLIER_KEY, 2), hit_in(WORK_KEY, 3, "新增就业另计"))
    html = render_found(Found("新增就业", Scope(), hits, 2.2), METADATA)
    assert re.findall(r'class="title">([^<]*)<|<blockquote[^>]*>(.*?)</blockquote>', html) == [
        ("青岚县2024年政府工作报告", ""),
        ("", '城镇<mark class="quote">新增就业</mark>'),
        ("", '新增<mark class="quote">就业另计</mark>'),
        ("青岚县2023年政府工作报告", ""),
        ("", '城镇<mark class="quote">新增就业</mark>'),
    ]
    assert words("found", n=3, reports=2, ms=2) in html
    assert words("found_best", n=3, reports=2, ms=2) in render_found(Found("新增就业", Scope(), hits, 2.2), METADATA, more=True)


def test_facets_count_passages_and_keep_a_chosen_one_that_no_passage_has() -> None:
    hits = (hit_in(WORK_KEY, 1), hit_in(EARLIER_KEY, 2), hit_in(BUDGET_KEY, 3))
    html = render_facets(hits, METADATA, Sought("就业", (), (2019,), (), ()))
    assert re.findall(r'data-facet="(\w+)" data-value="([^"]*)" aria-pressed="(\w+)".*?class="count">(\d+)<', html) == [
        ("year", "2024", "false", "2"),
        ("year", "2023", "false", "1"),
        ("year", "2019", "true", "0"),
        ("type", "政府工作报告", "false", "2"),
        ("type", "预算报告", "false", "1"),
    ]


def test_chosen_facets_admit_the_reports_that_have_them_all() -> None:
    cards = FakeEngine().catalogue()
    assert admitted(cards, Sought("", (), (2024,), ("青岚县",), ("预算报告",))) == (BUDGET_KEY,)
    assert admitted(cards, Sought("", (WORK_KEY,), (), (), ())) == (WORK_KEY,)
    assert admitted(cards, Sought("", (), (2023,), (), ("预算报告",))) == ()


@given(st.sampled_from([WORK_KEY, BUDGET_KEY]), st.integers(0, 700), st.integers(0, 60))
def test_a_source_shows_all_of_a_short_report_wherever_it_is_opened(key: str, start: int, length: int) -> None:
    text, _ = TEXTS[key]
    html = render_source(FakeEngine().view(key), start, start + length)
    body = html[html.index('class="source-text"') :]
    bare = "".join(char for char in _strip_tags(body) if not char.isspace() and char != "|")
    assert bare.endswith("".join(char for char in text if not char.isspace() and char != "|"))


def _strip_tags(html: str) -> str:
    return "".join(part.split(">", 1)[-1] for part in html.split("<"))


def test_a_row_of_a_table_that_stands_without_it_has_rules_between_its_cells() -> None:
    hit = dataclasses.replace(hit_in(BUDGET_KEY, 1), text="合计 | 92,732 | 4.8%", highlights=(Span(0, 2),))
    html = render_found(Found("合计", Scope(), (hit,), 1.0), METADATA)
    rule = '<span class="rule"> </span>'
    assert f'<mark class="quote">合计</mark>{rule}<span class="n">92,732</span>{rule}<span class="n">4.8%</span>' in html


def test_the_marks_of_markdown_are_not_shown() -> None:
    text = "# 柳河镇简报\n## 一、桥梁\n建桥3座。\n### 附注\n# \n"
    start = text.index("## 一")
    view = FakeView("简报.md", Metadata("柳河镇简报"), text, (Section((), 0, start), Section(("一、桥梁",), start, len(text))))
    html = render_source(view, 0, 0)
    assert [part in html for part in ("<h3>柳河镇简报</h3>", "<h3>一、桥梁</h3>", "<h5>附注</h5>", "<p>建桥")] == [True] * 4


def test_a_character_alone_is_marked_only_where_it_was_looked_for() -> None:
    hit = Hit(1, 1.0, "a.txt", "甲", (), None, 0, 12, "返乡312人，回流9人。", (Span(0, 5), Span(5, 6), Span(10, 11)))
    marked = re.findall(r'<mark class="quote">(.*?)</mark>', render_found(Found("返乡312人", Scope(), (hit,), 1.0), {}))
    assert [re.sub("<[^>]+>", "", mark) for mark in marked] == ["返乡312人"]
    alone = render_found(Found("回流 人", Scope(), (dataclasses.replace(hit, highlights=(Span(10, 11),)),), 1.0), {})
    assert alone.count("<mark") == 1
    unmarked = render_found(Found("返乡312人", Scope(), (dataclasses.replace(hit, highlights=(Span(10, 11),)),), 1.0), {})
    assert [WORDS["found_near"].zh in html for html in (alone, unmarked)] == [False, True]
