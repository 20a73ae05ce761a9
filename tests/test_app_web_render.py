import dataclasses
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.answer import Answer
from app.web.ask.answer import clause_ends, render_answer, render_turn
from app.web.ask.evidence import render_context, render_evidence
from app.web.ask.frame import render_welcome
from app.web.ask.references import references
from app.web.ask.scope import render_notice, render_scope
from app.web.ask.turn import Turn, copy_text
from app.web.engine import ReportView
from app.web.filter import render_report_choices
from app.web.find.facets import render_facets
from app.web.find.found import render_found
from app.web.markup import clean, escape, tag, words
from app.web.prose import Marks, find_figures
from app.web.request import Sought
from app.web.source.source import render_source
from app.web.words.word import Word
from corpus.report import Metadata, Section
from index.hit import Found, Hit, Span
from index.scope import Scope
from tests.fake_engine import (
    ABSTAINED,
    BUDGET_KEY,
    JOBS,
    SCRIPT,
    TEXTS,
    TOTAL_ROW,
    WORK_KEY,
    FakeEngine,
    FakeView,
    cite,
    figure,
)
from tests.hostile import LONG_LINE

JOBS_ANSWER, BUDGET_ANSWER, WIDENED_ANSWER = SCRIPT.values()
HOSTILE = '<script>alert(1)</script><img src=x onerror="alert(2)">[点我](javascript:alert(3))\u202e反转\u2066\x00\u200b'
SHOWN = "&lt;script&gt;alert(1)&lt;/script&gt;&lt;img src=x onerror=&quot;alert(2)&quot;&gt;[点我](javascript:alert(3))反转"


def chip(number: int, n: int, title: str, page: int, report: str, start: int, end: int, figures: str) -> str:
    return (
        f'<button type="button" class="cite" data-turn="{number}" data-n="{n}" title="{title}" data-page="{page}" data-report="{report}" '
        f'data-start="{start}" data-end="{end}" data-figures="{figures}"><span class="vh"><span class="zh">出处 {n}</span>'
        f'<span class="en" lang="en">Source {n}</span></span><span aria-hidden="true">{n}</span></button>'
    )


def fig(text: str, proof: str, formula: str = "") -> str:
    formula = f' data-formula="{formula}"' if formula else ""
    return f'<span class="fig {proof}" data-proof="{proof}"{formula} tabindex="0" aria-describedby="proof-{proof}">{text}</span>'


def test_an_answer_marks_its_figures_by_proof_and_keeps_chips_with_what_they_prove() -> None:
    one, two = JOBS_ANSWER.citations
    formula = "1.28万人 − 1.19万人 = 900人"
    first = chip(7, 1, one.title, 3, one.report, one.start, one.end, "1.28万人\n900人\n1.19万人")
    second = chip(7, 2, two.title, 2, two.report, two.start, two.end, "1.19万人\n900人\n1.28万人")
    assert render_answer(JOBS_ANSWER, 7) == (
        f'<p>2023年，青岚县城镇新增就业<span class="nb">{fig("1.28万人", "quoted")}{first}，</span>比2022年的'
        f'<span class="nb">{fig("1.19万人", "quoted")}{second}</span>多{fig("900人", "derived", formula)}。</p>'
    )


def test_figures_of_the_same_text_take_one_place_each() -> None:
    answer = dataclasses.replace(
        JOBS_ANSWER,
        answer="先5人后5人",
        figures=(figure("5人", "5", "人", 1), figure("5人", "5", "人", 2, proof="derived")),
        citations=(),
    )
    assert render_answer(answer, 1) == f"<p>先{fig('5人', 'quoted')}后{fig('5人', 'derived')}</p>"


def test_a_figure_is_never_marked_inside_a_longer_number() -> None:
    answer = dataclasses.replace(JOBS_ANSWER, answer="112人、2人", figures=(figure("2人", "2", "人", 1),), citations=())
    assert render_answer(answer, 1) == f"<p>112人、{fig('2人', 'quoted')}</p>"


def test_a_citation_that_does_not_exist_stays_text() -> None:
    answer = dataclasses.replace(JOBS_ANSWER, answer="见[9]", figures=(), citations=())
    assert render_answer(answer, 1) == "<p>见[9]</p>"


def test_a_streaming_answer_pauses_behind_clauses_and_never_inside_a_figure_or_before_a_chip() -> None:
    text = JOBS_ANSWER.answer
    assert [text[:end] for end in clause_ends(JOBS_ANSWER)] == ["2023年，", "2023年，青岚县城镇新增就业1.28万人[1]，", text]
    assert render_answer(JOBS_ANSWER, 1, 6) == '<p>2023年，<span class="caret" aria-hidden="true"></span></p>'


def test_every_pause_of_a_stream_is_a_prefix_of_the_whole_answer() -> None:
    for answer in (*SCRIPT.values(), ABSTAINED):
        whole = render_answer(answer, 1)
        caret = '<span class="caret" aria-hidden="true"></span></p>'
        opened = '<span class="nb">'  # a chip still to come
        for end in clause_ends(answer)[:-1]:
            assert whole.replace(opened, "").startswith(
                render_answer(answer, 1, end).removesuffix(caret).replace(opened, "")[:-7]
            )


def test_a_formula_that_the_sentence_holds_is_not_shown_again() -> None:
    text = "多900人（1.28万人[1]－1.19万人[2] = 900人）。".replace("－", "−")
    answer = dataclasses.replace(JOBS_ANSWER, answer=text)
    assert 'class="formula' not in render_turn(Turn("问", answer), 1)


def test_a_derived_figure_shows_its_formula_in_a_line() -> None:
    assert (
        '<p class="formula derived"><b><span class="zh">推算</span><span class="en" lang="en">Derived</span></b>'
        '<span><span class="n">1.28万人</span> − <span class="n">1.19万人</span> = <span class="n">900人</span></span></p>'
    ) in render_turn(Turn("问", JOBS_ANSWER), 1)


def test_an_abstention_looks_unlike_an_answer_and_offers_no_copy() -> None:
    html = render_turn(Turn("问", ABSTAINED), 1)
    assert '<div class="reply abstained">' in html
    assert f'<p class="verdict">{words("abstained")}</p>' in html
    assert words("nearest_n", n=2) in html
    assert "data-copy" not in html


def test_a_widened_scope_is_said_and_any_other_is_not() -> None:
    assert render_notice(WIDENED_ANSWER.scope) == f'<p class="notice" role="note">{words("widened")}</p>'
    assert render_notice(JOBS_ANSWER.scope) == ""


def test_a_scope_names_years_places_and_reports_without_folder_and_type() -> None:
    assert render_scope(Scope(years=(2023,), places=("青岚县",), reports=("财政/2023年预算.docx",))) == (
        f'<p class="scope"><span class="label">{words("scope")}</span><span class="chip">{words("year", year=2023)}</span>'
        '<span class="chip">青岚县</span><span class="chip">2023年预算</span></p>'
    )
    assert render_scope(Scope()) == ""


def test_names_of_one_place_are_one_chip() -> None:
    chips = render_scope(Scope(places=("Birch County", "白桦", "白桦县", "云岭市")), 3)
    assert re.findall(r'data-kind="places" data-values="([^"]*)"', chips) == ["Birch County", "白桦\n白桦县", "云岭市"]
    assert re.findall(r'<span class="chip"><span>([^<]*)</span>', chips) == ["Birch County", "白桦县", "云岭市"]


def test_a_reply_to_a_courtesy_is_no_answer_that_was_not_found() -> None:
    reply = dataclasses.replace(ABSTAINED, courtesy=True, citations=(), scope=Scope())
    html = render_turn(Turn("你好", reply), 1)
    assert (str(words("abstained")) in html, "thumb" in html, 'class="chip"' in html) == (False, False, False)


def test_years_that_follow_each_other_are_one_chip() -> None:
    one, run = words("year", year=2019), words("year_span", first=2021, last=2023)
    assert f'<span class="chip">{one}</span><span class="chip">{run}</span>' in render_scope(Scope((2023, 2021, 2022, 2019)))


def test_from_one_year_to_another_is_one_chip() -> None:
    run = words("year_span", first=2019, last=2023)
    chips = f'<span class="chip">{run}</span>'
    assert chips in render_scope(Scope(years=(2019, 2023), span=(2019, 2023)))
    assert chips in render_scope(Scope(years=(2023,), compared=(2019,), span=(2019, 2023)))


def test_from_a_second_on_the_time_is_told_in_seconds() -> None:
    took = [render_turn(Turn("问", dataclasses.replace(JOBS_ANSWER, latency_ms=ms)), 1) for ms in (36.4, 2733.0)]
    assert ["36 毫秒" in took[0], "2.7 秒" in took[1]] == [True, True]


def test_list_items_lose_their_mark_for_one_of_the_style_sheet() -> None:
    answer = dataclasses.replace(JOBS_ANSWER, answer="如下：\n- 甲\n-5", figures=(), citations=())
    assert render_answer(answer, 1) == '<p>如下：</p><p class="item">甲</p><p>-5</p>'


def test_an_error_is_a_friendly_line() -> None:
    assert render_turn(Turn("问", error=Word("资料库正在更新", "busy")), 2) == (
        f'<article class="turn" data-turn="2"><h2 class="asked">'
        f'<span class="vh">{words("you_asked")}</span><span class="said">问</span></h2>'
        f'<div class="reply failed" role="alert"><p class="verdict">{words("failed")}</p>'
        '<p><span class="zh">资料库正在更新</span><span class="en" lang="en">busy</span></p></div></article>'
    )


def test_a_copied_answer_carries_its_references_as_gb_t_7714_writes_them() -> None:
    assert copy_text(Turn("问", WIDENED_ANSWER, sources=(TEXTS[WORK_KEY][1],))) == (
        "资料库里没有邻县的报告。青岚县2023年新增学位5400个[1]。\n\n"
        "[1] 青岚县人民政府. 青岚县2024年政府工作报告[R]. 2024: 4. 一、2023年工作回顾 › （三）民生短板加快补齐."
    )


def test_a_reference_leaves_out_what_the_report_does_not_say() -> None:
    citation = dataclasses.replace(WIDENED_ANSWER.citations[0], title="", report="甲/乙.txt", section=(), page=None)
    assert references((citation,), ()) == ["[1] 乙[R]."]
    assert references(
        (dataclasses.replace(citation, page=3),),
        (Metadata("题", "", "", "", 2020, ""),),
    ) == ["[1] 题[R]. 2020: 3."]


def _context(view: ReportView, span: Span, figures: tuple[str, ...]) -> str:
    return render_context(view, [Marks(span, find_figures(view.text, span.start, span.end, figures))])


def test_a_card_shows_the_sentence_in_context_with_its_figures() -> None:
    view = FakeEngine().view(WORK_KEY)
    start = view.text.index(JOBS)
    html = _context(view, Span(start, start + len(JOBS)), ("1.28万人", "900人"))
    assert html == (
        '<span class="ctx">坚持把就业摆在民生首位，办好“家门口的招聘会”<span class="n">46</span>场。</span>'
        '<mark class="quote">全年城镇新增就业<b class="fig">1.28万人</b>，比上年多增<b class="fig">900人</b>，'
        '城镇调查失业率稳定在<span class="n">5.2%</span>左右。</mark>'
        '<span class="ctx">居民人均可支配收入达到<span class="n">31,260元</span>，增长<span class="n">6.7%</span>，'
        '其中农村居民人均可支配收入<span class="n">22,950元</span>，增长<span class="n">7.9%</span>。'
        '脱贫人口务工规模保持在<span class="n">8600人</span>以上。</span>'
    )


def test_a_cited_table_row_stands_under_the_name_and_the_header_of_its_table() -> None:
    view = FakeEngine().view(BUDGET_KEY)
    start = view.text.index(TOTAL_ROW)
    assert _context(view, Span(start, start + len(TOTAL_ROW)), ("4.8%",)) == (
        '<p class="table-name">单位：万元</p>'
        '<div class="table slim" tabindex="0" role="group"><table><thead><tr><th>科目</th>'
        '<th class="value"><span class="n">2022年</span>决算</th><th class="value"><span class="n">2023年</span>决算</th>'
        '<th class="value">增长</th></tr></thead><tbody><tr><td><mark class="quote">合计</mark></td>'
        '<td class="value"><mark class="quote"><span class="n">92,732</span></mark></td>'
        '<td class="value"><mark class="quote"><span class="n">97,183</span></mark></td>'
        '<td class="value"><mark class="quote"><b class="fig">4.8%</b></mark></td></tr></tbody></table></div>'
    )


def test_what_no_passage_says_literally_is_told_so() -> None:
    hit = Hit(1, 1.0, "a.txt", "题", (), None, 0, 4, "养老机构", ())
    near = render_found(Found("敬老院", Scope(), (hit,), 1.0), {})
    said = render_found(Found("养老", Scope(), (dataclasses.replace(hit, highlights=(Span(0, 2),)),), 1.0), {})
    assert ("没有一段写着这些词" in near, "没有一段写着这些词" in said) == (True, False)
    assert '<p class="path">' in near  # a passage of no section has a name of the same look


def test_rows_of_one_table_share_a_card() -> None:
    rows = [cite(n, BUDGET_KEY, quote) for n, quote in ((1, "非税收入 | 27,862 | 27,892 | 0.1%"), (3, TOTAL_ROW))]
    sentence = cite(2, BUDGET_KEY, "年末政府债务余额41.35亿元，控制在限额以内。")
    figures = (figure("0.1%", "0.1", "%", 1), figure("4.8%", "4.8", "%", 3))
    answer = dataclasses.replace(BUDGET_ANSWER, citations=(rows[0], sentence, rows[1]), figures=figures)
    html = render_evidence(Turn("问", answer), 1, FakeEngine().view)
    first, second = re.findall(r'<li class="card".*?</li>', html, re.DOTALL)
    assert re.findall(r'class="cite" data-turn="1" data-n="(\d)"', first) == ["1", "3"]
    assert re.findall(r'<b class="fig">(.*?)</b>', first) == ["0.1%", "4.8%"]
    assert first.count("<tr>") == 3
    assert [row.quote in first for row in rows] == [True, True]  # what is copied holds both
    assert re.findall(r'class="cite" data-turn="1" data-n="(\d)"', second) == ["2"]
    assert '<span class="count">3</span>' in html


def test_a_converted_figure_marks_what_it_was_converted_from() -> None:
    html = render_evidence(Turn("问", BUDGET_ANSWER), 1, FakeEngine().view)
    assert '<b class="fig">97,183万元</b>' in html


def test_a_card_whose_report_is_gone_still_shows_the_quote() -> None:
    citation = dataclasses.replace(ABSTAINED.citations[0], report="没有了.txt")
    html = render_evidence(Turn("问", dataclasses.replace(ABSTAINED, citations=(citation,))), 1, FakeEngine().view)
    assert "县人民医院新院区投入使用" in html
    assert "no report &#x27;没有了.txt&#x27; in the store" in html


@pytest.mark.parametrize(
    ("text", "figure_text", "found"),
    [
        ("增长１２.５％，又12.5%", "12.5%", ["１２.５％", "12.5%"]),
        ("共1 312 万人", "1312万人", ["1 312 万人"]),
        ("11312万人和1312万人", "1312万人", ["1312万人"]),
        ("3.12与12与12.5", "12", ["12"]),
        ("松溪镇 | 6038 | 742 | 7421", "742万立方米", ["742"]),
        ("共742个", "742万立方米", []),
    ],
)
def test_figures_are_found_whatever_their_width_and_spacing(text: str, figure_text: str, found: list[str]) -> None:
    assert [text[span.start : span.end] for span in find_figures(text, 0, len(text), (figure_text,))] == found


def test_hostile_text_is_shown_as_text_wherever_it_comes_from() -> None:
    citation = dataclasses.replace(
        JOBS_ANSWER.citations[0], report=HOSTILE, title=HOSTILE, section=(HOSTILE,), start=0, end=len(HOSTILE), quote=HOSTILE
    )
    shown = dataclasses.replace(figure("1人", "1", "人", 1, formula=HOSTILE, proof="derived"), text=HOSTILE)
    scope = Scope(years=(2023,), places=(HOSTILE,), reports=(HOSTILE,), widened=True)
    answer = Answer(HOSTILE, HOSTILE + "[1]", False, scope, (shown,), (citation,), 1.0)
    metadata = Metadata(HOSTILE, HOSTILE, HOSTILE, HOSTILE, 2024)
    view = FakeView(
        HOSTILE, metadata, HOSTILE, (Section((HOSTILE,), 0, len(HOSTILE)), Section((HOSTILE,), len(HOSTILE), len(HOSTILE)))
    )
    hit = Hit(1, 1.0, HOSTILE, HOSTILE, (HOSTILE,), None, 0, len(HOSTILE), HOSTILE, (Span(0, 5),))
    card = dataclasses.replace(FakeEngine().catalogue()[0], key=HOSTILE, metadata=metadata)
    pages = (
        render_turn(Turn(HOSTILE, answer), 1),
        render_turn(Turn(HOSTILE, error=Word(HOSTILE, HOSTILE)), 1),
        render_evidence(Turn(HOSTILE, answer), 1, lambda _: view),
        render_source(view, 0, 8, (HOSTILE,)),
        render_found(Found(HOSTILE, scope, (hit,), 1.0), {HOSTILE: metadata}),
        render_facets((hit,), {HOSTILE: metadata}, Sought(HOSTILE, (), (1999,), (HOSTILE,), (HOSTILE,))),
        render_welcome((HOSTILE,), (HOSTILE,), (card,)),
        render_report_choices((card,), ""),
    )
    for page in pages:
        assert "<script" not in page and "<img" not in page
        assert not {"\u202e", "\u2066", "\x00", "\u200b"} & set(page)
    assert f'<span class="said">{SHOWN}</span>' in pages[0]


@given(st.text(alphabet=st.characters(codec=None), max_size=200))
def test_escaped_text_never_opens_a_tag_and_is_utf8(text: str) -> None:
    escaped = escape(text)
    assert not set("<>\"'") & set(escaped)
    assert escaped.encode("utf-8").decode("utf-8") == escaped
    assert clean(clean(text)) == clean(text)


def test_markup_escapes_its_children_and_attributes_once() -> None:
    inner = tag("b", "<&>")
    assert tag("p", inner, '"', title='a"b', hidden=True, data_n=1, id=None) == (
        '<p title="a&quot;b" hidden data-n="1"><b>&lt;&amp;&gt;</b>&quot;</p>'
    )


def test_a_line_of_millions_of_characters_is_shown_in_part_on_every_tab() -> None:
    text = f"<b>5人{LONG_LINE}"
    view = FakeView("长.txt", Metadata("长"), text, (Section((), 0, len(text)),))
    citation = dataclasses.replace(JOBS_ANSWER.citations[0], report="长.txt", start=0, end=len(text), quote=text)
    answer = dataclasses.replace(JOBS_ANSWER, citations=(citation,))
    hit = Hit(1, 1.0, "长.txt", "长", (), None, 0, len(text), text, (Span(3, 5),))
    pages = (
        render_source(view, 0, 5, ("5人",)),
        render_found(Found("5人", Scope(), (hit,), 1.0), {}),
        render_turn(Turn(text[:2000], answer), 1),
        _context(view, Span(0, 4000), ("5人",)),
    )
    for page in pages:
        assert len(page) < 100_000
        assert "<b>5人" not in page and "5人" in page


def test_an_empty_store_leads_to_where_reports_are_added() -> None:
    html = render_welcome((), (), ())
    assert 'href="#library"' in html
    assert str(words("empty_store_folder")) in html
