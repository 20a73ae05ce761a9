import random
import re
from collections import Counter
from collections.abc import Sequence

import numpy as np

from index.encoder import Vectors
from index.thesaurus.concepts import Concept
from index.training.everyday import AskedClause, asked_clauses, is_held_out, read_everyday, read_paragraphs
from index.training.measure import measure_paragraphs
from index.training.rewording import reword, with_sayings

CLOSED = Concept(("关停", "关闭停产"), ("关掉", "关了门不再开工"), ("shut down",), ("closed",))


def test_every_line_of_everyday_words_is_whole() -> None:
    words = read_everyday()
    assert len(words) > 6_000
    entries = [entry for c in words for cell in (c.written, c.said, c.english, c.said_in_english) for entry in cell]
    assert [e for e in entries if e != e.strip() or not e or re.search(r"[（(\d]", e)] == []
    assert [c for c in words if not c.said] == []


def test_every_invented_clause_has_its_questions_and_no_number() -> None:
    clauses = [clause for paragraph in read_paragraphs() for clause in paragraph]
    assert len(clauses) > 6_000
    assert [c for c in clauses if len(c.questions) < 3 or not all(q.strip() for q in (c.text, *c.questions))] == []
    assert [c for c in clauses if re.search(r"\d", c.text + "".join(c.questions))] == []


def test_all_first_questions_come_before_the_second_ones() -> None:
    pairs, clauses = asked_clauses(), [c for paragraph in read_paragraphs() if not is_held_out(paragraph) for c in paragraph]
    assert [p.passage for p in pairs[: len(clauses)]] == [c.text for c in clauses]
    assert [p.query for p in pairs[: len(clauses)]] == [c.questions[0] for c in clauses]
    assert Counter(p.passage for p in pairs) == Counter(c.text for c in clauses for _ in c.questions)


def test_a_short_saying_stands_for_its_word_beside_its_synonyms() -> None:
    sayings = with_sayings({"关停": ["关张"], "工厂": ["厂子"]}, [CLOSED])
    assert sayings == {"关停": ("关张", "关掉"), "工厂": ("厂子",), "关闭停产": ("关掉",)}
    reworded = {reword("关停工厂", sayings, random.Random(seed)) for seed in range(200)}
    assert {"关掉工厂", "关停厂子"} <= reworded


def test_a_question_is_looked_up_in_its_paragraph_and_among_all_clauses() -> None:
    bridges = (AskedClause("bridges built", ("bridge",)), AskedClause("bridges mended", ("mend",)))
    lamps = (AskedClause("lamps mended", ("lamp", "mend")), AskedClause("lamps bought", ("buy",)))
    measured = measure_paragraphs(_by_letters, (bridges, lamps))
    assert measured.questions == 5
    assert measured.in_paragraph == 1.0  # what comes equally near does not come before it
    assert measured.at_1 == 1.0
    worse = measure_paragraphs(_by_letters, ((AskedClause("lamps", ("bridge",)), AskedClause("bridges", ("bridge",))),))
    assert (worse.in_paragraph, worse.at_1, worse.at_5) == (0.5, 0.5, 1.0)


def _by_letters(texts: Sequence[str]) -> Vectors:
    words = ("bridge", "mend", "lamp", "buy", "built", "bought")
    return np.array([[w in text for w in words] for text in texts], dtype=np.float32)
