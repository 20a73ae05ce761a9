from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from corpus.figures.numerals import fold
from index.highlights import highlights
from index.hit import Span
from index.opening import Library
from index.query import read_query
from index.scope import Scope
from index.search import find
from index.settling import without
from tests.invented_reports import BAIYU_2024, BAIYU_FINANCE, QINGLAN_2023, QINGLAN_2024

TEXTS = st.text(st.one_of(st.sampled_from("就业增长ＧgDPΣσ１1，,. \nİ🏗️é"), st.characters(codec="utf-8")), max_size=30)


def test_a_hit_is_a_stretch_of_its_report_with_its_place(library: Library) -> None:
    found = find(library, "青岚县2023年粮食总产量是多少？", k=3)
    best = found.hits[0]
    assert (found.query, best.rank, best.report) == ("青岚县2023年粮食总产量是多少？", 1, QINGLAN_2024)
    assert "粮食总产量达到31.6万吨" in best.text
    assert best.section == ("一、2023年工作回顾", "（二）农业")
    assert found.latency_ms > 0
    for hit in found.hits:
        assert library.store.report_text(hit.report)[hit.start : hit.end] == hit.text
        assert hit.title == library.store.card(hit.report).metadata.title
    assert [h.rank for h in found.hits] == list(range(1, len(found.hits) + 1))
    assert [h.score for h in found.hits] == sorted((h.score for h in found.hits), reverse=True)


def test_the_words_found_are_marked(library: Library) -> None:
    best = find(library, "青岚县高标准农田", k=1).hits[0]
    assert [best.text[s.start : s.end] for s in best.highlights] == ["高标准", "农田"]


def test_a_question_about_a_place_finds_only_that_place(library: Library) -> None:
    for k in (1, 3, 50):
        hits = find(library, "白榆市城镇新增就业多少人", k=k).hits
        assert hits
        assert {h.report for h in hits} <= {BAIYU_2024, BAIYU_FINANCE}
    assert find(library, "白榆市城镇新增就业多少人").scope == Scope(places=("白榆市",))


def test_a_question_about_two_places_finds_both_and_one_about_none_finds_all(library: Library) -> None:
    both = find(library, "青岚县和白榆市的城镇新增就业", k=50)
    assert both.scope.places == ("青岚县", "白榆市")
    assert {h.report for h in find(library, "城镇新增就业", k=50).hits} >= {QINGLAN_2024, QINGLAN_2023, BAIYU_2024}


def test_an_empty_scope_is_widened_and_said_to_be(library: Library) -> None:
    found = find(library, "青岚县1999年政府工作报告提出的城镇新增就业")
    assert found.scope.widened
    assert (found.scope.issued, found.scope.types, found.scope.places) == ((), (), ("青岚县",))
    assert {h.report for h in found.hits} == {QINGLAN_2024, QINGLAN_2023}
    assert not find(library, "青岚县2023年城镇新增就业").scope.widened


def test_an_unknown_place_is_told(library: Library) -> None:
    assert find(library, "深圳2023年城镇新增就业").scope.unknown == ("深圳",)
    assert find(library, "2023年城镇新增就业").scope.unknown == ()


@pytest.mark.parametrize(
    ("limits", "inside"),
    [
        (Scope(places=("白榆市",)), {BAIYU_2024, BAIYU_FINANCE}),
        (Scope(reports=(QINGLAN_2023,)), {QINGLAN_2023}),
        (Scope(places=("青岚县",), reports=(QINGLAN_2024, BAIYU_2024)), {QINGLAN_2024}),
    ],
)
def test_limits_of_the_user_hold(library: Library, limits: Scope, inside: set[str]) -> None:
    found = find(library, "城镇新增就业和粮食、财政", k=50, limits=limits)
    assert {h.report for h in found.hits} == inside
    assert (found.scope.places, found.scope.reports, found.scope.widened) == (limits.places, limits.reports, False)


def test_limits_go_before_what_the_question_names(library: Library) -> None:
    found = find(library, "青岚县2021年城镇新增就业", k=50, limits=Scope(years=(2022,), places=("白榆市",)))
    assert (found.scope.years, found.scope.places) == ((2022,), ("白榆市",))
    assert {h.report for h in found.hits} == {BAIYU_2024, BAIYU_FINANCE}


def test_a_limit_to_a_year_brings_what_is_said_of_that_year_to_the_front(library: Library) -> None:
    for year in (2022, 2023, 2024):
        found = find(library, "城镇新增就业", limits=Scope(years=(year,), places=("青岚县",)))
        best = found.hits[0]
        passages = library.store.report_passages(best.report)
        assert {f.period for p in passages if p.start == best.start for f in p.figures} == {str(year)}


def test_signs_and_unknown_words_harm_nothing(library: Library) -> None:
    for text in ('"', "(((", "AND OR NOT", "body:*", "？", "🏗️", "xyzzy", "的", "\x00", "2023"):
        found = find(library, text, k=2)
        assert [h.rank for h in found.hits] == list(range(1, len(found.hits) + 1))


@given(TEXTS, st.lists(TEXTS.map(lambda t: fold(t).lower()).filter(bool), max_size=4))
@example("İstanbul就业İ", ["就业"])
@example("就就就就", ["就就", "就"])
def test_highlights_are_in_order_inside_and_apart_and_hold_the_terms(text: str, terms: list[str]) -> None:
    spans = highlights(text, terms)
    assert all(0 <= s.start < s.end <= len(text) for s in spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    for span in spans:
        assert any(term in fold(text[span.start : span.end]).lower() for term in terms)
    marked = "".join(text[s.start : s.end] for s in spans)
    if len(text.lower()) == len(text):
        assert all(term in fold(marked).lower() for term in terms if term in fold(text).lower())


def test_highlights_see_through_width_and_case() -> None:
    assert highlights("ＧＤＰ增长５％，gdp", ["gdp", "5%"]) == (Span(0, 3), Span(5, 7), Span(8, 11))
    assert highlights("城镇新增就业", ["新增", "增就业", "农村"]) == (Span(2, 6),)
    assert highlights("", ["就业"]) == highlights("就业", []) == ()


def test_what_is_taken_out_of_a_scope_no_longer_limits_the_search(library: Library) -> None:
    query = read_query("白榆市2023年城镇新增就业多少人", library.catalogue())
    free = without(query, Scope(places=("白榆市",)))
    assert (query.scope.places, query.scope.years) == (("白榆市",), (2023,))
    assert (free.scope.places, free.scope.years) == ((), (2023,))
    assert without(query, Scope(years=(2023,))).scope.years == ()
    assert without(query, Scope(years=(2020,), places=("青岚县",))) == query
    assert {h.report for h in find(library, query.text, k=20, read=free).hits} > {BAIYU_2024}


def test_a_place_that_no_report_is_about_can_be_taken_out_too(library: Library) -> None:
    query = read_query("深圳2023年城镇新增就业多少人", library.catalogue())
    assert query.scope.unknown == ("深圳",)
    assert without(query, Scope(places=("深圳",))).scope.unknown == ()
