import re
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from app.verdict import Check, CheckedFigure, Claim, FigureVerdict, Place
from app.web.check.families import Counts, count, family_of
from app.web.check.frame import render_checking
from app.web.check.marked import render_marked
from app.web.check.results import _cut, _quote, render_counts, render_results
from app.web.words import WORDS
from index.hit import Span
from tests.checked import QUOTE, cite, make_check
from tests.checked_drafts import checked, draft_file
from tests.hostile import ALL, LONG_LINE, is_only_text

TEXT = "2023年城镇新增就业1.3万人。\n失业率5.2%，学位97个。"
CHECKED = make_check(TEXT, ("1.3万人", "wrong_value", "1.28万人"), ("5.2%", "consistent", ""), ("97个", "not_found", ""))


def text_of(html: str) -> str:
    return re.sub(r"<[^>]+>", "", html)


def test_every_figure_is_marked_where_it_stands_by_its_colour() -> None:
    html = render_marked(CHECKED)
    assert re.findall(r'class="told (\w+)" data-at="(\d)"', html) == [("no", "1"), ("ok", "2"), ("un", "3")]
    lines = re.findall(r"<p>(.*?)</p>", html)
    shown = [re.sub(r'<span class="vh">.*?</span></span>', "", line) for line in lines]
    assert [text_of(line) for line in shown] == TEXT.split("\n")


def test_a_row_holds_yours_the_reports_the_verdict_and_the_sentence_to_open() -> None:
    rows = re.findall(r'<tr class="result.*?</tr>', render_results(CHECKED), re.DOTALL)
    assert [re.findall(r'class="verdict-word (\w+)"', row) for row in rows] == [["no"], ["ok"], ["un"]]
    assert '<b class="value">1.28万人</b>' in rows[0]
    assert 'class="open source"' in rows[0]
    assert 'data-report="工作报告/2024.txt" data-start="100"' in rows[0]
    assert '<b class="quote-figure">1.28万人</b>' in rows[0]
    assert '<b class="quote-figure">5.2%</b>' in rows[1]
    assert "open source" not in rows[2]
    assert WORDS["searched"].zh in rows[2]


def test_what_stands_near_a_figure_that_no_report_has_is_not_told_as_its_source() -> None:
    figure = CheckedFigure("97个", 0, 3, "97", "个", "not_found", None, "", None, (Place(1, 100, 103),))
    claim = Claim("97个", 0, 3, "not_found", (figure,))
    html = render_results(Check("97个", "not_found", (claim,), (cite(1, "新增学位50个。"),), 1.0))
    assert html.index(WORDS["nearest_only"].zh) < html.index("open source")


def test_the_mark_behind_a_figure_stays_on_its_line() -> None:
    html = render_marked(CHECKED)
    assert re.findall(r"</button>([，。]?)</span>", html) == ["。", "，", "。"]


def test_of_two_figures_written_alike_only_the_one_that_was_judged_is_marked() -> None:
    quote = "第二产业增长6.8%，第三产业增长7.2%，一般公共预算收入增长6.8%。"
    at = 100 + quote.rindex("6.8%")
    figure = CheckedFigure("6.8%", 0, 4, "6.8", "%", "consistent", None, "6.8%", None, (Place(1, at, at + 4),))
    claim = Claim("6.8%", 0, 4, "supported", (figure,))
    html = render_results(Check("6.8%", "supported", (claim,), (cite(1, quote),), 1.0))
    assert (html.count("quote-figure"), f'data-places="{at}-{at + 4}"' in html) == (1, True)
    assert '收入增长<b class="quote-figure">6.8%</b>' in html


def test_a_quote_is_never_cut_inside_a_number() -> None:
    quote = "修订为166.93亿元" + "，比上年增长" * 7 + "5.9%，其后" + "第三产业增加值" * 6 + "76.18亿元。"
    at = quote.index("5.9%")
    left = text_of(_quote(quote, (Span(at, at + 4),)))
    assert (left.startswith("…166.93亿元"), "76." in left) == (True, False)
    assert all(_cut("增长76.18亿元后", at) in {0, 1, 2, 9, 10} for at in range(11))


def test_more_sources_of_a_figure_that_agrees_are_folded() -> None:
    two = (cite(1, QUOTE), cite(2, QUOTE, report="另一份.txt"))
    agrees = CheckedFigure("5.2%", 0, 4, "1", "", "consistent", None, "", None, (Place(1, 0, 1), Place(2, 0, 1)))
    differs = CheckedFigure("5.2%", 0, 4, "1", "", "wrong_value", None, "", None, (Place(1, 0, 1), Place(2, 0, 1)))
    shown = [
        render_results(Check("5.2%", "supported", (Claim("5.2%", 0, 4, "supported", (f,)),), two, 1.0)) for f in (agrees, differs)
    ]
    assert [html.count("<details") for html in shown] == [1, 0]
    assert WORDS["more_sources"].zh.format(n=1) in shown[0]


def test_a_file_is_shown_as_it_is_laid_out(tmp_path: Path) -> None:
    draft = draft_file(tmp_path)
    html = render_marked(checked(draft.document.text), draft.name, draft.document)
    assert "<h3>青岚县情况汇报</h3>" in html
    assert '<th scope="col">2023年（万吨）</th>' in html
    assert re.search(r'<td>粮食产量</td><td><button[^>]*data-at="4"', html)
    assert " | " not in html


def test_counts_say_how_many_and_downloads_are_links() -> None:
    assert count(CHECKED) == Counts(ok=1, no=1, un=1)
    html = render_counts(CHECKED, (("DOCX", "/wenju/download/x/docx"),))
    assert [text for text in ("共 3 个数字", "1 处不一致", "1 处未找到", "1 处一致") if text in html] == [
        "共 3 个数字",
        "1 处不一致",
        "1 处未找到",
        "1 处一致",
    ]
    assert '<a href="/wenju/download/x/docx" class="tool" download>DOCX</a>' in html
    fine = render_counts(make_check("5.2%", ("5.2%", "consistent", "")), ())
    assert "disabled" in fine


def test_every_verdict_has_words_and_a_colour() -> None:
    verdicts = FigureVerdict.__args__  # type: ignore[attr-defined]
    assert {f"v_{verdict}" for verdict in verdicts} <= set(WORDS)
    assert {verdict: family_of(verdict) for verdict in verdicts if not verdict.startswith("wrong_")} == {
        "consistent": "ok", "rounded": "ok", "converted": "ok", "approximate": "ok", "derivable": "ok", "conflicting_sources": "un",
        "not_found": "un",
    }  # fmt: skip
    assert {family_of(verdict) for verdict in verdicts if verdict.startswith("wrong_")} == {"no"}


def test_a_hostile_draft_and_a_hostile_report_are_text() -> None:
    draft = f"{ALL}1.3万人{ALL}"
    check = make_check(
        draft, ("1.3万人", "wrong_value", f"1.28万人{ALL}"), citations=(cite(1, ALL + QUOTE + ALL, title=ALL, report=ALL),)
    )
    assert all(is_only_text(html) for html in (render_marked(check, ALL), render_results(check), render_checking(ALL, 1, 2)))


def test_a_line_of_five_million_characters_is_one_paragraph() -> None:
    html = render_marked(make_check(f"{LONG_LINE}1.3万人", ("1.3万人", "wrong_value", "")))
    assert (html.count("<p>"), html.count("长")) == (1, len(LONG_LINE))


@given(st.text(alphabet="abc\n 12%，<&\"'\u202e", max_size=60), st.data())
def test_no_character_of_a_draft_is_lost(text: str, data: st.DataObject) -> None:
    spans = data.draw(st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=4))
    figures = [
        CheckedFigure(text[a:b], a, b, "1", "", "consistent", None, "", None, ())
        for a, b in spans
        if a < b <= len(text) and "\n" not in text[a:b]
    ]
    check = make_check(text)
    claim = check.claims[0]
    marked = render_marked(
        type(check)(text, "supported", (type(claim)(text, 0, len(text), "supported", tuple(figures)),), (), 1.0)
    )
    bare = text_of(re.sub(r'<span class="vh">.*?</span></span>', "", marked.partition('<div class="marked">')[2]))
    for entity, char in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&#x27;", "'"), ("&amp;", "&")):
        bare = bare.replace(entity, char)
    assert bare == "".join(line.replace("\u202e", "") for line in text.split("\n") if line.strip())
