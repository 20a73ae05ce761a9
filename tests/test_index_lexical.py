import math
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.lexical import LexicalIndex, LexicalRow
from index.scored import Scored
from index.words import passage_words, query_words

BODIES = (
    "城镇新增就业一千二百万人",
    "粮食产量再创新高，粮食安全有保障",
    "财政收入增长百分之六",
    "就业形势总体稳定，就业优先政策加力",
    "新建学校和医院床位",
    "农村劳动力转移就业和粮食收购",
)
CONTEXTS = ("就业", "粮食 农业", "财政", "就业", "民生", "农业")
ROWS = tuple(LexicalRow(n + 1, n // 2 + 1, body, context) for n, (body, context) in enumerate(zip(BODIES, CONTEXTS, strict=True)))


@pytest.fixture
def index(tmp_path: Path) -> LexicalIndex:
    opened = LexicalIndex(tmp_path / "lexical")
    opened.update(ROWS, removed=(), generation=1)
    return opened


def bm25(words: Sequence[str], texts: Sequence[str]) -> list[float]:
    """Score texts by the formula of Robertson and Zaragoza (2009) with k1 = 1.2 and b = 0.75, and the idf of Lucene."""
    cut = [passage_words(text) for text in texts]
    mean = sum(map(len, cut)) / len(cut)
    scores = [0.0] * len(cut)
    for word in words:
        holding = sum(word in c for c in cut)
        idf = math.log(1 + (len(cut) - holding + 0.5) / (holding + 0.5))
        for n, c in enumerate(cut):
            tf = c.count(word)
            scores[n] += idf * tf * 2.2 / (tf + 1.2 * (0.25 + 0.75 * len(c) / mean))
    return scores


def expected(query: str, rows: Sequence[LexicalRow]) -> list[Scored]:
    """Return what a search should give: the body's score and half the context's, best first."""
    words = query_words(query)
    bodies, contexts = bm25(words, [r.body for r in rows]), bm25(words, [r.context for r in rows])
    scored = [Scored(r.id, body + context / 2) for r, body, context in zip(rows, bodies, contexts, strict=True)]
    return sorted((s for s in scored if s.score > 0), key=lambda s: (-s.score, s.id))


def ids(found: Sequence[Scored]) -> list[int]:
    return [s.id for s in found]


@pytest.mark.parametrize("query", ["就业", "粮食产量", "农村就业和粮食", "1200万人", "百分之六的财政收入", "学校"])
def test_scores_are_those_of_bm25(index: LexicalIndex, query: str) -> None:
    # tantivy rounds lengths over 40 words; these are shorter, so that scores agree but for 32-bit floats.
    found, wanted = index.search(query_words(query), reports=None, k=10), expected(query, ROWS)
    assert ids(found) == ids(wanted)
    assert [s.score for s in found] == pytest.approx([s.score for s in wanted], rel=1e-5)


def test_the_best_are_kept_and_ties_are_in_the_order_of_ids(index: LexicalIndex) -> None:
    index.update([LexicalRow(n, 9, "水库", "") for n in (12, 10, 11)], removed=(), generation=2)
    assert ids(index.search(["水库"], reports=None, k=10)) == [10, 11, 12]
    assert ids(index.search(query_words("就业"), reports=None, k=2)) == ids(expected("就业", ROWS))[:2]


@given(st.sets(st.integers(1, 4)), st.sampled_from(["就业", "粮食", "就业粮食财政"]))
def test_scope_filters_before_the_best_are_taken(tmp_path_factory: pytest.TempPathFactory, reports: set[int], query: str) -> None:
    index = shared_index(tmp_path_factory)
    wanted = [s for s in expected(query, ROWS) if (s.id - 1) // 2 + 1 in reports]
    found = index.search(query_words(query), reports=reports, k=2)
    assert ids(found) == ids(wanted)[:2]
    assert [s.score for s in found] == pytest.approx([s.score for s in wanted][:2], rel=1e-5)


_SHARED: list[LexicalIndex] = []


def shared_index(tmp_path_factory: pytest.TempPathFactory) -> LexicalIndex:
    if not _SHARED:
        _SHARED.append(LexicalIndex(tmp_path_factory.mktemp("lexical")))
        _SHARED[0].update(ROWS, removed=(), generation=1)
    return _SHARED[0]


@pytest.mark.parametrize("query", ['body:就业 AND "粮食', "就业 OR (", "*", "+就业 -就业", "context:[a TO z]", "\\", "^2 ~3", ""])
def test_signs_of_a_query_language_mean_nothing(index: LexicalIndex, query: str) -> None:
    words = query_words(query)
    wanted = [s.id for s in expected(query, ROWS)]
    assert ids(index.search(words, reports=None, k=10)) == wanted
    assert ids(index.search([query], reports=None, k=10)) == []


def test_nothing_is_found_for_no_words_or_in_no_reports(index: LexicalIndex, tmp_path: Path) -> None:
    assert index.search([], reports=None, k=10) == []
    assert index.search(["就业"], reports=[], k=10) == []
    assert index.search(["就业"], reports=[99], k=10) == []
    assert LexicalIndex(tmp_path / "empty").search(["就业"], reports=None, k=10) == []


def test_an_update_takes_reports_out_and_puts_rows_in(index: LexicalIndex) -> None:
    row = LexicalRow(7, 4, "就业服务", "")
    index.update([row], removed=[1, 2], generation=5)
    assert (index.count, index.generation) == (3, 5)
    assert ids(index.search(query_words("就业"), reports=None, k=10)) == ids(expected("就业", (*ROWS[4:], row)))


def test_an_update_may_bring_the_reports_that_it_takes_out(index: LexicalIndex) -> None:
    index.update(ROWS[:2], removed=[1], generation=2)
    assert index.count == 6
    assert ids(index.search(query_words("就业"), reports=[1], k=10)) == [1]


def test_an_index_is_there_again_when_opened_and_clearing_leaves_nothing(index: LexicalIndex, tmp_path: Path) -> None:
    again = LexicalIndex(tmp_path / "lexical")
    assert (again.count, again.generation) == (6, 1)
    index.clear()
    assert (index.count, index.generation) == (0, -1)
    again.reload()
    assert again.search(["就业"], reports=None, k=10) == []


def test_another_opening_sees_a_commit_after_reloading(index: LexicalIndex, tmp_path: Path) -> None:
    other = LexicalIndex(tmp_path / "lexical")
    index.update([LexicalRow(7, 4, "水库", "")], removed=(), generation=2)
    other.reload()
    assert ids(other.search(["水库"], reports=None, k=10)) == [7]


def test_the_share_of_passages_that_hold_a_word(index: LexicalIndex) -> None:
    assert index.frequency("就业") == 0.5
    assert index.frequency("水库") == 0.0


def test_the_share_of_an_english_word_is_that_of_all_its_forms(index: LexicalIndex) -> None:
    index.update([LexicalRow(7, 4, "two ferries", ""), LexicalRow(8, 4, "a ferry", "")], removed=(), generation=2)
    assert index.share("ferries") == index.share("ferry") == pytest.approx(2 / index.count)
    assert index.share("就业") == index.frequency("就业")


def _spoil_meta(folder: Path) -> None:
    (folder / "meta.json").write_text("{", encoding="utf-8")


def _lose_segments(folder: Path) -> None:
    for path in folder.iterdir():
        if path.name not in {"meta.json", ".managed.json", "generation"}:
            path.unlink()


def _cut_segments(folder: Path) -> None:
    for path in folder.iterdir():
        if path.suffix in {".term", ".store", ".idx", ".fast"}:
            path.write_bytes(path.read_bytes()[:7])


def _lose_meta(folder: Path) -> None:
    (folder / "meta.json").unlink()


def _spoil_stamp(folder: Path) -> None:
    (folder / "generation").write_text("² words ²", encoding="utf-8")


def _other_words(folder: Path) -> None:
    (folder / "generation").write_text("1 words 1", encoding="utf-8")


@pytest.mark.parametrize("spoil", [_spoil_meta, _lose_segments, _cut_segments, _lose_meta, _spoil_stamp, _other_words])
def test_a_broken_index_reflects_nothing_and_can_be_filled_again(
    index: LexicalIndex, tmp_path: Path, spoil: Callable[[Path], None]
) -> None:
    del index
    spoil(tmp_path / "lexical")
    opened = LexicalIndex(tmp_path / "lexical")
    assert opened.generation == -1
    opened.clear()
    opened.update(ROWS, removed=(), generation=1)
    assert ids(opened.search(query_words("就业"), reports=None, k=10)) == ids(expected("就业", ROWS))


def test_a_folder_of_another_schema_is_made_anew(tmp_path: Path) -> None:
    import tantivy

    builder = tantivy.SchemaBuilder()
    builder.add_text_field("other")
    tantivy.Index(builder.build(), path=str(tmp_path), reuse=False)
    (tmp_path / "generation").write_text("7 words 2", encoding="utf-8")
    opened = LexicalIndex(tmp_path)
    assert (opened.generation, opened.count) == (-1, 0)


def test_the_frequency_of_a_word_follows_what_is_put_in(index: LexicalIndex) -> None:
    assert index.frequency("粮食") == pytest.approx(2 / 6)
    index.update([LexicalRow(9, 9, "粮食丰收", "农业")], removed=(), generation=2)
    assert index.frequency("粮食") == pytest.approx(3 / 7)


def test_a_word_looked_for_lightly_counts_as_much_of_itself(index: LexicalIndex) -> None:
    whole = index.search(["粮食", "医院"], reports=None, k=10)
    lightly = index.search(["粮食"], reports=None, k=10, lightly={"医院": 0.25, "粮食": 9.0})
    of_hospital = next(s.score for s in index.search(["医院"], reports=None, k=10))
    assert {s.id for s in lightly} == {s.id for s in whole}
    assert next(s.score for s in lightly if s.id == 5) == pytest.approx(0.25 * of_hospital)
    alone = {s.id: s.score for s in index.search(["粮食"], reports=None, k=10)}
    assert {s.id: s.score for s in lightly if s.id in alone} == pytest.approx(alone)
