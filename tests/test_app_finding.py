"""Passages that hold what answers a question come first."""

from collections.abc import Sequence
from dataclasses import replace

from app.choosing.words import WordMatcher
from app.engine import Engine
from app.finding import answering_first
from index.query import read_query
from index.search import Ranked, search

REPORTS = {
    "2031年青岚县政府工作报告.txt": [
        "2031年青岚县政府工作报告",
        "一、过去一年工作回顾",
        "茶园建设持续推进，茶叶品牌越来越响。",
        "全县茶园面积12.5万亩，茶叶产量8600吨。",
        "二、今年工作安排",
        "办好茶叶节，由县农业局局长周明远牵头。",
        "茶叶节的筹备要抓早抓实。",
    ]
}


def _ordered(engine: Engine, question: str) -> tuple[list[Ranked], list[Ranked]]:
    """Return the passages of a question as if the ranking had nothing to choose between them, the best last, and as they are put in order."""
    library = engine.library
    query, ranked = search(library, read_query(question, library.catalogue()), k=16)
    alike = [replace(r, rank=n, score=1.0 - n / 1_000) for n, r in enumerate(reversed(ranked), 1)]
    return alike, answering_first(library, WordMatcher(library.encoder, library.lexical.share), query, alike)


def _first(ranked: Sequence[Ranked]) -> str:
    return ranked[0].passage.text


def test_the_passage_whose_figure_answers_comes_first(engine: Engine) -> None:
    before, after = _ordered(engine, "2030年青岚县的茶叶产量是多少吨？")
    assert "8600吨" not in _first(before)
    assert "8600吨" in _first(after)


def test_the_passage_whose_sentence_answers_comes_first(engine: Engine) -> None:
    before, after = _ordered(engine, "青岚县2031年的茶叶节由谁牵头？")
    assert "周明远" not in _first(before)
    assert "周明远" in _first(after)


def test_scores_stay_with_the_places_and_no_passage_is_lost(engine: Engine) -> None:
    before, after = _ordered(engine, "2030年青岚县的茶叶产量是多少吨？")
    assert [(r.rank, r.score) for r in after] == [(r.rank, r.score) for r in before]
    assert {r.passage.id for r in after} == {r.passage.id for r in before}


def test_a_search_that_asks_nothing_keeps_the_order_of_the_ranking(engine: Engine) -> None:
    library = engine.library
    _, ranked = search(library, read_query("茶叶", library.catalogue()), k=10)
    assert [h.text for h in engine.find("茶叶").hits] == [r.passage.text for r in ranked]
