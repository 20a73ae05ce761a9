from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from app.answer import Answer
from app.printing import print_answer, print_found, print_found_figures, print_summary
from corpus.figures.figure import Figure
from index.citation import Citation, quote_hash
from index.figure_search import FoundFigure
from index.hit import Found, Hit
from index.ingest import FailedFile, IngestSummary
from index.scope import Scope
from index.stored_passage import StoredPassage

QUOTE = "全年发放养老补贴318万元。"
SOURCE = Citation(
    1, "a/工作总结.txt", "石桥县2022年工作总结", ("石桥县2022年工作总结",), None, 0, len(QUOTE), QUOTE, quote_hash(QUOTE)
)
ANSWER = Answer("2022年养老补贴多少？", "318万元[1]。", False, Scope(years=(2022,), places=("石桥县",)), (), (SOURCE,), 12.4)


@pytest.mark.parametrize(
    ("question", "scope", "line"),
    [
        ("2022年养老补贴多少？", ANSWER.scope, "范围：2022 · 石桥县"),
        ("How much was paid in 2022?", ANSWER.scope, "Scope: 2022 · 石桥县"),
        (
            "In the report of 2023?",
            Scope(issued=(2023,), widened=True),
            "Scope: reports of 2023 (no report is in it: all were searched)",
        ),
        ("2023年报告呢？", Scope(issued=(2023,), widened=True), "范围：2023 年报告（范围内没有报告，已扩大到全部）"),
    ],
)
def test_the_scope_is_told_in_the_language_of_the_question(
    question: str, scope: Scope, line: str, capsys: pytest.CaptureFixture[str]
) -> None:
    print_answer(replace(ANSWER, question=question, scope=scope))
    assert capsys.readouterr().out.splitlines()[0] == line


def test_a_source_below_the_title_only_names_no_section(capsys: pytest.CaptureFixture[str]) -> None:
    print_answer(ANSWER)
    assert capsys.readouterr().out == (
        f"范围：2022 · 石桥县\n318万元[1]。\n\n[1] 石桥县2022年工作总结  a/工作总结.txt\n    {QUOTE}\n\n12 ms\n"
    )


def test_a_source_names_its_section_and_page(capsys: pytest.CaptureFixture[str]) -> None:
    source = replace(SOURCE, section=(*SOURCE.section, "一、养老"), page=3)
    print_answer(replace(ANSWER, citations=(source,)))
    assert "[1] 石桥县2022年工作总结  一、养老 · 第 3 页  a/工作总结.txt\n" in capsys.readouterr().out


def test_hits_do_not_repeat_the_title_as_their_section(capsys: pytest.CaptureFixture[str]) -> None:
    hit = Hit(1, 1.0, "a/工作总结.txt", SOURCE.title, SOURCE.section, None, 0, len(QUOTE), QUOTE, ())
    below = replace(hit, rank=2, section=(SOURCE.title, "一、养老"))
    print_found(Found("old age", Scope(years=(2022,)), (hit, below), 3.0))
    assert capsys.readouterr().out == (
        f"Scope: 2022\n 1. {SOURCE.title}\n    {QUOTE}\n    a/工作总结.txt:0-{len(QUOTE)}\n"
        f" 2. {SOURCE.title}  一、养老\n    {QUOTE}\n    a/工作总结.txt:0-{len(QUOTE)}\n2 passages, 3 ms\n"
    )


def test_found_figures_do_not_repeat_the_title_as_their_section(capsys: pytest.CaptureFixture[str]) -> None:
    figure = Figure(7, 12, "318万元", Decimal(3_180_000), "元", period="2022", subject="养老补贴")
    passage = StoredPassage(1, 1, "a.txt", SOURCE.title, SOURCE.section, 2, 0, len(QUOTE), QUOTE, "", 0, (figure,))
    print_found_figures([FoundFigure(passage, figure, exact=True, score=1.0)])
    assert capsys.readouterr().out.splitlines() == [
        "[1] 318万元  养老补贴  2022 · level · actual",
        f"    {SOURCE.title}  第 2 页  a.txt",
        f"    {QUOTE}",
    ]


def test_a_file_that_was_not_read_is_named_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    failures = (FailedFile("a/空.txt", "空.txt: the file is empty"),)
    print_summary(IngestSummary(0, 0, 0, 0, failures, (), 0, 0, 0.0), tmp_path)
    assert capsys.readouterr().err == "not read  a/空.txt: the file is empty\n"
