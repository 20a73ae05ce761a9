import re
from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

import numpy as np
import pytest
import rjieba

from corpus.figures.figure import Figure
from corpus.matching import matching_text
from corpus.sentences import split_sentences
from index.clauses import Clauses, Told, clauses_of, joined_apart, words_in, year_of
from index.encoder import Vectors
from index.need import Need
from index.query import Query
from index.scope import Scope
from index.spoken import NOTHING, Spoken, rarity, spoken
from index.stored_passage import StoredPassage
from index.word_vectors import WordVectors

TEXT = "粮食丰收，总产量达到31.6万吨。城镇新增就业1.28万人。"
TONNES = Figure(12, 18, "31.6万吨", Decimal(316000), "吨", period="2023")
PERSONS = Figure(25, 31, "1.28万人", Decimal(12800), "人", period="2023", status="target")
NEED = Need(task="figure", unit="吨", unit_class="count", kinds=(), status="actual", many=False)


class Alike:
    """Knows that 丰产 is close to 丰收, and nothing else."""

    name, dimension = "alike", 2

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        raise AssertionError(f"words are no questions: {texts}")

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        known = {"丰收": (1.0, 0.0), "丰产": (0.6, 0.8)}
        return np.array([known.get(t, (0.0, 0.0)) for t in texts], dtype=np.float32)


def _passage(text: str, *figures: Figure, context: str = "", start: int = 0) -> StoredPassage:
    return StoredPassage(1, 1, "a.txt", "", (), None, start, start + len(text), text, context, 0, figures)


def _rare(word: str) -> float:
    return 0.0 if word else 1.0


def _spoken(query: Query, passage: StoredPassage) -> Spoken:
    return spoken(query, [clauses_of(passage)], WordVectors(Alike()), _rare)[0]


def test_clauses_hold_their_words_and_their_figures() -> None:
    assert clauses_of(_passage(TEXT, TONNES, PERSONS)) == Clauses(
        words=("粮食", "丰收", "总产量", "达到", "万吨", "城镇", "新增", "就业", "万人"),
        ends=(2, 5, 9),
        sentences=(0, 0, 1),
        figures=(
            Told(1, "吨", "count", "2023", "actual", "level"),
            Told(2, "人", "people", "2023", "target", "level"),
        ),
    )
    assert clauses_of(_passage("2023，5.2%。")) == Clauses((), (), (), ())


@pytest.mark.parametrize(
    "text",
    [
        "2031年，青岚县新增就业2.4万人，增长5%；财政收入12亿元。Revenue rose 4%, while top-ups fell: by half.\n其中：税收9亿元",
        "，。青 岚 县，，新增就业。",
        "2031，12.4%",
        "",
    ],
)
def test_words_fall_into_the_clauses_that_each_by_itself_begins_in(text: str) -> None:
    made = clauses_of(_passage(text))
    expected: dict[int, list[str]] = {}
    position = 0
    bounds = sorted(
        {0, *(start for start, _ in split_sentences(text)), *(m.end() for m in re.finditer("[，,；;。！？!?：:\n]", text))}
    )
    for word in rjieba.cut(joined_apart(matching_text(text))):
        if kept := words_in(word):
            expected.setdefault(max(b for b in bounds if b <= position), []).extend(kept)
        position += len(word)
    ends = (0, *made.ends)
    assert [list(made.words[a:b]) for a, b in pairwise(ends)] == list(expected.values())


def test_a_row_has_a_clause_for_each_thing_that_its_cells_are_of() -> None:
    output = Figure(0, 3, "316", Decimal(316), "吨", period="2023-06", subject="粮食产量")
    area = Figure(4, 6, "24", Decimal(24), "亩", period="2022/2023", subject="高标准农田")
    row = clauses_of(_passage("316|24", output, area, context="表1"))
    assert [row.words[a:b] for a, b in zip((0, *row.ends), row.ends, strict=False)] == [
        tuple(words_in("粮食产量")),
        tuple(words_in("高标准农田")),
    ]
    assert [(f.clause, f.period) for f in row.figures] == [(0, "2023"), (1, "2022")]


def test_years_of_periods() -> None:
    assert [year_of(p) for p in ("2023", "2023-06", "2022/2023", "2016-2020", "")] == ["2023", "2023", "2022", "2016-2020", ""]


def test_how_far_a_passage_speaks_of_a_question() -> None:
    query = Query("2023年粮食总产量多少吨？", Scope(years=(2023,)), NEED, ("粮食", "总产量"))
    # The terms weigh 1 and 1.3. 粮食 stands in the clause before that of the figure, whose unit, period and status fit; so does any kind.
    wanted = Spoken(sentence=1.0, figure=1.0)
    assert _approx(_spoken(query, _passage(TEXT, TONNES, PERSONS))) == pytest.approx(_approx(wanted))
    assert _approx(_spoken(query, _passage(TEXT, PERSONS))) == pytest.approx(_approx(Spoken(1.0, 0.0)))


def test_near_words_count_by_their_nearness() -> None:
    query = Query("丰产了吗", Scope(), NEED, ("丰产",))
    assert _spoken(query, _passage("丰收。")).sentence == pytest.approx(0.6)
    assert _spoken(query, _passage("歉收。")).sentence == 0.0


def test_spans_count_in_the_text_of_the_report() -> None:
    moved = [Figure(f.start + 100, f.end + 100, f.text, f.value, f.unit, period=f.period) for f in (TONNES, PERSONS)]
    assert [f.clause for f in clauses_of(_passage(TEXT, *moved, start=100)).figures] == [1, 2]


def test_an_english_word_is_said_by_its_chinese_one() -> None:
    query = Query("How much employment?", Scope(), NEED, ("employment",))
    assert _spoken(query, _passage("就业增加。")).sentence == 1.0
    chinese = Query("就业多少？", Scope(), NEED, ("就业",))
    assert _spoken(chinese, _passage("More employment.")).sentence == 1.0


def test_nothing_is_spoken_of_by_nothing() -> None:
    empty = Query("？", Scope(), NEED, ())
    assert _spoken(empty, _passage(TEXT, TONNES)) == NOTHING
    assert _spoken(Query("粮食", Scope(), NEED, ("粮食",)), _passage("123。")) == NOTHING


def test_passages_are_spoken_of_together_as_one_by_one() -> None:
    passages = [
        _passage(TEXT, TONNES),
        _passage("123。"),
        _passage("粮食丰收。今年，粮食产量增长，丰产丰收。"),
        _passage("今年丰产。"),
    ]
    query = Query("粮食丰收", Scope(), NEED, ("粮食", "丰收"))
    told = spoken(query, [clauses_of(p) for p in passages], WordVectors(Alike()), _rare)
    assert told == [_spoken(query, p) for p in passages]
    assert told[1] == NOTHING
    assert len(set(told)) == len(passages)


def test_few_words_kept_are_those_of_the_encoder() -> None:
    vectors = WordVectors(Alike(), keep=2)
    words = ["丰收", "丰产", "词", "丰产", "丰收"]
    assert vectors.of(words).tolist() == WordVectors(Alike()).of(words).tolist()
    assert [vectors.of([w])[0].tolist() for w in words] == WordVectors(Alike()).of(words).tolist()


def test_rare_words_count_more() -> None:
    assert [rarity(share) for share in (0.0, 1.0, 0.001)] == pytest.approx([1.0, 0.3, 0.8288], abs=1e-4)


def test_word_vectors_are_those_of_the_encoder_however_many_there_are() -> None:
    vectors = WordVectors(Alike())
    words = [f"词{n}" for n in range(3_000)] + ["丰收", "丰产", "丰收"]
    assert vectors.of(words)[-3:] == pytest.approx(np.array([[1, 0], [0.6, 0.8], [1, 0]], dtype=np.float32))
    assert vectors.of(["丰产"])[0].tolist() == pytest.approx([0.6, 0.8])


def _approx(said: Spoken) -> tuple[float, ...]:
    return said.sentence, said.figure
