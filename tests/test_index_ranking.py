import json
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import numpy as np
import pytest

from corpus.figures.figure import Figure
from corpus.report import Metadata
from index.need import Need
from index.query import Query
from index.ranking import FEATURES, WEIGHTS, Retrieved, features, load_weights
from index.scope import Scope
from index.search import rank
from index.spoken import Spoken
from index.stored_passage import StoredPassage

TEXT = "全年城镇新增就业1.28万人，城镇调查失业率稳定在5.2%左右。"
FIGURES = (
    Figure(0, 6, "1.28万人", Decimal(12800), "人", period="2023"),
    Figure(9, 13, "5.2%", Decimal("5.2"), "%", "share", period="2023", status="target"),
)
PASSAGE = StoredPassage(
    7, 1, "a.txt", "青岚县2024年政府工作报告", ("一、2023年工作", "（一）民生"), None, 0, 33, TEXT, "", 0, FIGURES
)
METADATA = Metadata("青岚县2024年政府工作报告", "", "青岚县", "政府工作报告", 2024, "2023")
FOUND = Retrieved(
    PASSAGE, METADATA, lexical=20.0, lexical_rank=1, dense=0.75, dense_rank=4, detail=0.625, spoken=Spoken(0.5, 0.375, 0.25, 0.75)
)
PERSONS = Need(task="figure", unit="人", unit_class="people", kinds=(), status="actual", many=False)
QUERY = Query("2023年城镇新增就业是多少人？", Scope(years=(2023,)), PERSONS, ("城镇", "新增", "民生", "养老金"))


def named(query: Query, found: list[Retrieved], position: int = 0) -> dict[str, float]:
    return dict(zip(FEATURES, features(query, found)[position].tolist(), strict=True))


def test_the_features_of_one_candidate_are_those_computed_by_hand() -> None:
    best = replace(FOUND, passage=replace(PASSAGE, id=8), lexical=25.0)
    # The terms weigh 1, 1, 1 and 1.3; 城镇 and 新增 stand in the text, 民生 above it. Of the 8 pairs of 城镇新增民生养老金
    # 城镇, 镇新 and 新增 stand in the text, 民生 in the headings.
    expected = {
        "lexical_share": 0.8, "lexical": 0.5, "lexical_rank": 1 / 5, "dense": 0.75, "dense_rank": 1 / 8, "both": 1,
        "coverage": 2 / 4.3, "coverage_context": 3 / 4.3, "pairs": 3 / 8, "pairs_context": 1 / 8,
        "period": 1, "period_clash": 0, "issue_after": 1, "issue_same": 0, "issue_clash": 0,
        "status": 1, "unit": 1, "no_figure": 0, "row": 0, "short": 1, "nation": 0, "latest": 0,
        "row_label": 0, "row_label_share": 0, "row_head": 0, "row_pairs_context": 0,
        "row_detail": 0, "detail": 0.625, "row_label_cover": 0, "title_words": 0, "foreign_detail": 0,
        "english_detail": 0, "english_dense": 0,
        "sentence_soft": 0.5, "clause_soft": 0.375, "figure_soft": 0.25, "figure_fits": 0.75, "row_soft": 0, "foreign_soft": 0,
        "abbreviations": 3 / 4.3, "plan_begins": 0, "foreign": 0, "meant": 0, "meant_context": 0,
    }  # fmt: skip
    assert named(QUERY, [FOUND, best]) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("text", "label", "share"),
    [
        # The label's five pairs all stand in the question, whose terms 城镇 and 新增 it holds.
        ("一、城镇新增就业（人） | 12800 | 5.2%", 2 / 4.3, 2 / 4.3),
        # Of the pairs of 城镇登记失业 one stands in the question.
        ("城镇登记失业 | 310 | 2.2%", 0, 1 / 4.3 * 1 / 5),
        # Two tables side by side: the second label is the row's, too.
        ("301 | 办公费 | 2.13 | 302 | 其中：新增就业 | 12800", 1 / 4.3, 1 / 4.3),
    ],
)
def test_a_row_is_known_by_its_label(text: str, label: float, share: float) -> None:
    row = named(QUERY, [replace(FOUND, passage=replace(PASSAGE, text=text, context="表1 民生支出"))])
    assert row["row_label"] == pytest.approx(label)
    assert row["row_label_share"] == pytest.approx(share)
    terms = 1 + sum(term in text for term in ("城镇", "新增"))
    assert row["row_head"] == pytest.approx(terms / 4.3)
    assert row["row_pairs_context"] == pytest.approx(1 / 8)


def test_a_search_that_did_not_find_it_gives_nothing() -> None:
    row = named(QUERY, [replace(FOUND, lexical=0.0, lexical_rank=0)])
    assert [row[f] for f in ("lexical_share", "lexical", "lexical_rank", "both")] == [0, 0, 0, 0]
    row = named(QUERY, [replace(FOUND, dense=0.0, dense_rank=0)])
    assert [row[f] for f in ("dense", "dense_rank", "both")] == [0, 0, 0]


@pytest.mark.parametrize(
    ("scope", "year", "period", "wanted"),
    [
        (Scope(years=(2023,)), 2024, "2023", (1, 0, 1, 0, 0)),
        (Scope(years=(2022,)), 2024, "2023", (0, 1, 0, 0, 1)),
        (Scope(years=(2024,)), 2024, "2023", (0, 1, 0, 1, 0)),
        (Scope(years=(2021,)), 2025, "2020-2024", (0, 1, 1, 0, 0)),
        (Scope(span=(2019, 2023)), 2024, "2023", (1, 0, 1, 0, 0)),
        (Scope(years=(2023,)), None, "", (1, 0, 0, 0, 1)),
        (Scope(), 2024, "2023", (0, 0, 0, 0, 0)),
    ],
)
def test_years_asked_are_held_against_periods_and_years_of_issue(
    scope: Scope, year: int | None, period: str, wanted: tuple[float, ...]
) -> None:
    row = named(replace(QUERY, scope=scope), [replace(FOUND, metadata=replace(METADATA, year=year, period=period))])
    assert tuple(row[f] for f in ("period", "period_clash", "issue_after", "issue_same", "issue_clash")) == wanted


def test_what_is_asked_is_held_against_the_figures() -> None:
    bare = replace(FOUND, passage=replace(PASSAGE, figures=(), context="单位：万元", text="就业" * 40))
    row = named(QUERY, [bare])
    assert [row[f] for f in ("status", "unit", "no_figure", "row", "short", "period", "period_clash")] == [0, 0, 1, 1, 0, 0, 0]
    text = replace(QUERY, need=Need(task="text", unit="", unit_class="", kinds=(), status=None, many=False))
    row = named(text, [bare])
    assert [row[f] for f in ("status", "unit", "no_figure")] == [0, 0, 0]


def test_undated_questions_know_the_newest_report_and_the_nation() -> None:
    nation = replace(FOUND, metadata=replace(METADATA, place="全国", year=2025))
    found = [FOUND, nation, replace(FOUND, metadata=replace(METADATA, year=None))]
    undated = replace(QUERY, scope=Scope())
    assert [(row["nation"], row["latest"]) for row in (named(undated, found, n) for n in range(3))] == [(0, 0), (1, 1), (0, 0)]
    placed = replace(QUERY, scope=Scope(places=("青岚县",), issued=(2024,)))
    assert [(row["nation"], row["latest"]) for row in (named(placed, found, n) for n in range(3))] == [(0, 0)] * 3


def test_what_a_plan_aimed_at_stands_in_the_reports_of_its_beginning() -> None:
    planned = replace(QUERY, scope=Scope(span=(2021, 2025)), need=replace(PERSONS, status="target"))
    reports = [replace(FOUND, metadata=replace(METADATA, year=year)) for year in (2019, 2020, 2021, 2023, 2024, None)]
    assert [named(planned, [r])["plan_begins"] for r in reports] == [0, 1, 1, 1, 0, 0]
    done = replace(planned, need=PERSONS)
    assert [named(done, [r])["plan_begins"] for r in reports] == [0] * 6


def test_an_abbreviation_stands_where_it_is_written_out() -> None:
    grown = replace(FOUND, passage=replace(PASSAGE, text="地区生产总值增长6%。"))
    asked = Query("2023年GDP增长多少？", Scope(years=(2023,)), PERSONS, ("gdp", "增长"))
    row = named(asked, [grown])
    assert [row["coverage"], row["abbreviations"]] == pytest.approx([1 / 2.3, 1])


def test_nothing_has_no_features() -> None:
    assert features(QUERY, []).shape == (0, len(FEATURES))
    assert rank(QUERY, []) == []


def test_candidates_are_in_the_order_of_their_weighted_features() -> None:
    found = [
        replace(FOUND, passage=replace(PASSAGE, id=n), lexical=float(n), dense=1 / (n + 1), lexical_rank=n, dense_rank=5 - n)
        for n in range(1, 5)
    ]
    weights = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    rows = [named(QUERY, found, n) for n in range(len(found))]
    scores = {
        r.passage.id: sum(weights["weights"][f] * v for f, v in row.items()) + weights["intercept"]
        for r, row in zip(found, rows, strict=True)
    }
    ranked = rank(QUERY, found)
    assert [r.passage.id for r in ranked] == sorted(scores, key=lambda i: -scores[i])
    assert [r.rank for r in ranked] == [1, 2, 3, 4]
    assert [r.score for r in ranked] == pytest.approx([scores[r.passage.id] for r in ranked], rel=1e-4)
    assert {(r.year, r.place) for r in ranked} == {(2024, "青岚县")}


def test_ties_are_in_the_order_of_ids() -> None:
    found = [replace(FOUND, passage=replace(PASSAGE, id=n)) for n in (9, 3, 5)]
    assert [r.passage.id for r in rank(QUERY, found)] == [3, 5, 9]


def test_weights_are_read_by_name_and_one_not_named_weighs_nothing(tmp_path: Path) -> None:
    path = tmp_path / "weights.json"
    path.write_text('{"weights": {"latest": 2.5, "dense": 1}, "intercept": -1}', encoding="utf-8")
    weights = load_weights(path)
    assert weights.intercept == -1
    assert np.flatnonzero(weights.values).tolist() == [FEATURES.index("dense"), FEATURES.index("latest")]
    assert load_weights().values.shape == (len(FEATURES),)
