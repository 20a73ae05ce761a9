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
    PASSAGE, METADATA, lexical=20.0, lexical_rank=1, dense=0.75, dense_rank=4, detail=0.625, spoken=Spoken(0.5, 0.25)
)
PERSONS = Need(task="figure", unit="人", unit_class="people", kinds=(), status="actual", many=False)
QUERY = Query("2023年城镇新增就业是多少人？", Scope(years=(2023,)), PERSONS, ("城镇", "新增", "民生", "养老金"))


def named(query: Query, found: list[Retrieved], position: int = 0) -> dict[str, float]:
    return dict(zip(FEATURES, features(query, found)[position].tolist(), strict=True))


def test_the_features_of_one_candidate_are_those_computed_by_hand() -> None:
    best = replace(FOUND, passage=replace(PASSAGE, id=8), lexical=25.0)
    # The terms weigh 1, 1, 1 and 1.3; 城镇 and 新增 stand in the text, 民生 above it. Of the 8 pairs of 城镇新增民生养老金
    # 城镇, 镇新 and 新增 stand in the text.
    expected = {
        "lexical": 0.5, "dense_rank": 1 / 8, "coverage": 2 / 4.3, "coverage_context": 3 / 4.3, "pairs": 3 / 8,
        "period_clash": 0, "issue_clash": 0, "status": 1, "unit": 1, "no_figure": 0, "short": 1, "nation": 0,
        "row_detail": 0, "detail": 0.625, "english_dense": 0, "sentence_soft": 0.5, "figure_soft": 0.25,
    }  # fmt: skip
    assert named(QUERY, [FOUND, best]) == pytest.approx(expected)


def test_the_best_cell_of_a_row_counts_for_itself() -> None:
    row = named(QUERY, [replace(FOUND, passage=replace(PASSAGE, context="表1 民生支出"))])
    assert (row["row_detail"], row["detail"]) == (0.625, 0)


def test_english_passages_are_near_an_english_question_by_their_vectors() -> None:
    english = replace(FOUND, metadata=replace(METADATA, language="en"))
    asked = replace(QUERY, text="How many new jobs were there?")
    assert [named(asked, [r])["english_dense"] for r in (FOUND, english)] == [0, 0.75]
    assert named(QUERY, [english])["english_dense"] == 0


def test_a_search_that_did_not_find_it_gives_nothing() -> None:
    assert named(QUERY, [replace(FOUND, lexical=0.0, lexical_rank=0)])["lexical"] == 0
    assert named(QUERY, [replace(FOUND, dense=0.0, dense_rank=0)])["dense_rank"] == 0


@pytest.mark.parametrize(
    ("scope", "year", "period", "wanted"),
    [
        (Scope(years=(2023,)), 2024, "2023", (0, 0)),
        (Scope(years=(2022,)), 2024, "2023", (1, 1)),
        (Scope(years=(2024,)), 2024, "2023", (1, 0)),
        (Scope(years=(2021,)), 2025, "2020-2024", (1, 0)),
        (Scope(span=(2019, 2023)), 2024, "2023", (0, 0)),
        (Scope(years=(2023,)), None, "", (0, 1)),
        (Scope(), 2024, "2023", (0, 0)),
    ],
)
def test_years_asked_are_held_against_periods_and_years_of_issue(
    scope: Scope, year: int | None, period: str, wanted: tuple[float, ...]
) -> None:
    row = named(replace(QUERY, scope=scope), [replace(FOUND, metadata=replace(METADATA, year=year, period=period))])
    assert (row["period_clash"], row["issue_clash"]) == wanted


def test_what_is_asked_is_held_against_the_figures() -> None:
    bare = replace(FOUND, passage=replace(PASSAGE, figures=(), context="单位：万元", text="就业" * 40))
    row = named(QUERY, [bare])
    assert [row[f] for f in ("status", "unit", "no_figure", "short", "period_clash")] == [0, 0, 1, 0, 0]
    text = replace(QUERY, need=Need(task="text", unit="", unit_class="", kinds=(), status=None, many=False))
    row = named(text, [bare])
    assert [row[f] for f in ("status", "unit", "no_figure")] == [0, 0, 0]


def test_a_question_without_a_place_is_rather_the_nations() -> None:
    nation = replace(FOUND, metadata=replace(METADATA, place="全国", year=2025))
    undated = replace(QUERY, scope=Scope())
    assert [named(undated, [FOUND, nation], n)["nation"] for n in range(2)] == [0, 1]
    placed = replace(QUERY, scope=Scope(places=("青岚县",)))
    assert [named(placed, [FOUND, nation], n)["nation"] for n in range(2)] == [0, 0]


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
    path.write_text('{"weights": {"detail": 2.5, "lexical": 1}, "intercept": -1}', encoding="utf-8")
    weights = load_weights(path)
    assert weights.intercept == -1
    assert np.flatnonzero(weights.values).tolist() == [FEATURES.index("lexical"), FEATURES.index("detail")]
    assert load_weights().values.shape == (len(FEATURES),)
