"""What the page shows in the reader's language, and what it says where there is nothing."""

import json
import re
from pathlib import Path

from starlette.applications import Starlette

from app.trends.trend import Trend
from app.web.ask.export import conversation_markdown
from app.web.ask.frame import render_shelf, render_welcome
from app.web.ask.tab import Examples
from app.web.ask.talk import stream_answer
from app.web.ask.turn import Turn
from app.web.check.request import Sent
from app.web.check.talk import stream_check
from app.web.files import DraftFile, Files, Result
from app.web.filter import render_filter
from app.web.find.tab import _finder
from app.web.kept import Kept
from app.web.kinds import ENGLISH, render_kind
from app.web.reasons import both_reasons
from app.web.routes import make_routes
from app.web.trends.request import Traced
from app.web.trends.tab import _result, stream_trend
from app.web.trends.view import render_trend
from app.web.words import WORDS
from app.web.words.word import Word
from corpus.metadata import TYPES
from index.catalogue import ReportCard
from tests.asgi import call
from tests.fake_engine import SCRIPT, FakeEngine
from tests.traced import make_trend

QUESTION, ANSWER = next(iter(SCRIPT.items()))
EMPTY = WORDS["store_is_empty"]


class EmptyEngine(FakeEngine):
    """An engine without a report."""

    def catalogue(self) -> tuple[ReportCard, ...]:
        return ()


def test_an_empty_library_is_told_as_such_wherever_something_is_looked_for(tmp_path: Path) -> None:
    engine, files = EmptyEngine(), Files(tmp_path, None)
    assert list(stream_answer(engine, (), QUESTION))[-1].turns == (Turn(QUESTION, error=EMPTY),)
    assert engine.asked == []
    checked = [shown.verdicts for shown in stream_check(engine, Sent("新建桥3座。", ""), files)]
    followed = list(stream_trend(engine, Traced("桥梁", "", None, None, targets=True), files))
    found = _finder(engine)({"text": "桥梁"})
    assert [EMPTY.zh in (html or "") for html in (checked[-1], followed[-1], found)] == [True, True, True]
    assert len(checked) == 1


def test_every_kind_of_report_has_an_english_name() -> None:
    assert list(ENGLISH) == list(TYPES)
    assert render_kind("审计报告") == '<span class="zh">审计报告</span><span class="en" lang="en">audit report</span>'
    assert render_kind("<b>") == "&lt;b&gt;"


def test_a_conversation_is_saved_in_the_language_of_the_page() -> None:
    turns = (Turn(QUESTION, ANSWER), Turn("再问", error=Word("忙", "busy")))
    written = conversation_markdown(turns, "en").decode("utf-8")
    assert written.startswith("# Wenju conversation\n")
    assert "**References**" in written
    assert written.endswith("## 再问\n\nbusy\n")


def test_a_result_is_downloaded_under_a_name_in_the_language_of_the_page(tmp_path: Path) -> None:
    files = Files(tmp_path, None)
    app = Starlette(routes=make_routes(FakeEngine(), files))
    ((_, path),) = files.offer(Result("桥-核对结果", {"csv": lambda: b"x"}, "bridge-checked"))
    names = [call(app, "GET", path, query=query).headers["content-disposition"] for query in ("", "lang=en")]
    assert ["bridge-checked.csv" in name for name in names] == [False, True]
    assert call(app, "GET", "/wenju/alive").status == 204


def test_a_trend_is_named_as_the_reports_call_it() -> None:
    drawn = make_trend(("2021", "30", "座", "30座", "actual", False), measure="渡口数")
    called = Trend(drawn.measure, drawn.place, drawn.points, drawn.citations, 1.0, "桥梁总数")
    assert "<h2>桥梁总数<" in render_trend(called, ())
    assert "您写的是“渡口数”" in render_trend(called, ())
    assert "<h2>渡口数<" in render_trend(drawn, ())
    assert (_result(called).name, _result(called).english) == ("青岚县桥梁总数", "青岚县 桥梁总数")


def test_what_a_library_says_of_a_broken_file_is_left_out() -> None:
    told = both_reasons("年报.pdf: not a whole PDF (Failed to load (PDFium: Data format error).); export it again", "年报.pdf")
    assert '<span class="en" lang="en">not a whole PDF; export it again</span>' in told
    assert "(a scan)" in both_reasons("年报.pdf: only pictures (a scan); install it")


def test_a_broken_draft_is_told_under_the_name_that_it_was_uploaded_with(tmp_path: Path) -> None:
    files = Files(tmp_path, None)
    path = tmp_path / "0f3a.docx"
    path.write_bytes(b"PK\x03\x04 no whole archive")
    token = files.drafts.put(DraftFile("讲话.docx", path))
    last = list(stream_check(FakeEngine(), Sent("", token), files))[-1]
    assert "<b>讲话.docx</b>" in (last.verdicts or "")
    assert "0f3a" not in (last.verdicts or "")


def test_a_filter_says_what_it_offers_and_finding_talks_of_no_answers() -> None:
    reports = FakeEngine().catalogue()
    assert 'data-kinds="year report"' in render_filter((2023,), reports)
    assert 'data-kinds="report"' in render_filter((), reports)
    shelf = render_shelf(reports, "source_empty")
    assert [WORDS["source_empty"].zh in shelf, WORDS["evidence_empty"].zh in shelf, "proofs" in shelf] == [True, False, False]


def test_a_thing_that_is_kept_again_takes_the_place_of_the_one_before() -> None:
    dropped: list[str] = []
    kept = Kept[str](most=2, seconds=60, drop=dropped.append)
    for thing, name in (("甲", "a"), ("乙", "b"), ("丙", "b")):
        assert kept.put(thing, name) == name
    assert (kept.get("a"), kept.get("b"), dropped) == ("甲", "丙", ["乙"])


def test_the_words_of_a_lost_server_are_there_for_the_script() -> None:
    from app.web.words import script_words

    said = json.loads(script_words())
    assert [said[key]["en"] == WORDS[key].en for key in ("lost", "logged_out", "unexpected", "draft_kind")] == [True] * 4


class CountingEngine(FakeEngine):
    """An engine that counts how often it makes examples, over reports that can be changed."""

    made = 0
    reports: tuple[ReportCard, ...] = FakeEngine().catalogue()

    def catalogue(self) -> tuple[ReportCard, ...]:
        return self.reports

    def examples(self, n: int) -> tuple[str, ...]:
        self.made += 1
        return super().examples(n)


def test_examples_are_made_again_when_the_reports_are_others_and_stand_in_both_languages() -> None:
    engine = CountingEngine()
    examples = Examples(engine)
    both_kinds = [examples.of(engine.catalogue()) for _ in range(3)][-1]
    assert engine.made == 1
    html = render_welcome(*both_kinds, engine.catalogue())
    assert re.findall(r'<ul class="(\w+)">', html) == ["zh", "en"]
    assert html.count("What was grain output in 2023?</button>") == 1
    assert '<ul><li><button type="button" class="example"' in render_welcome((QUESTION,), (), engine.catalogue())
    examples.of(engine.catalogue()[:1])
    assert engine.made == 2
