import random
import re
from collections import Counter

from index.thesaurus.concepts import Concept
from index.training.everyday import asked_clauses, read_clauses, read_everyday
from index.training.rewording import reword, with_sayings

CLOSED = Concept(("关停", "关闭停产"), ("关掉", "关了门不再开工"), ("shut down",), ("closed",))


def test_every_line_of_everyday_words_is_whole() -> None:
    words = read_everyday()
    assert len(words) > 6_000
    entries = [entry for c in words for cell in (c.written, c.said, c.english, c.said_in_english) for entry in cell]
    assert [e for e in entries if e != e.strip() or not e or re.search(r"[（(\d]", e)] == []
    assert [c for c in words if not c.said] == []


def test_every_invented_clause_has_its_questions_and_no_number() -> None:
    clauses = read_clauses()
    assert len(clauses) > 6_000
    assert [
        clause for clause, questions in clauses if len(questions) < 3 or not all(q.strip() for q in (clause, *questions))
    ] == []
    assert [clause for clause, questions in clauses if re.search(r"\d", clause + "".join(questions))] == []


def test_all_first_questions_come_before_the_second_ones() -> None:
    pairs, clauses = asked_clauses(), read_clauses()
    assert [p.passage for p in pairs[: len(clauses)]] == [clause for clause, _ in clauses]
    assert [p.query for p in pairs[: len(clauses)]] == [questions[0] for _, questions in clauses]
    assert Counter(p.passage for p in pairs) == Counter({c: 0 for c, _ in clauses}) + Counter(
        c for c, questions in clauses for _ in questions
    )


def test_a_short_saying_stands_for_its_word_beside_its_synonyms() -> None:
    sayings = with_sayings({"关停": ["关张"], "工厂": ["厂子"]}, [CLOSED])
    assert sayings == {"关停": ("关张", "关掉"), "工厂": ("厂子",), "关闭停产": ("关掉",)}
    reworded = {reword("关停工厂", sayings, random.Random(seed)) for seed in range(200)}
    assert {"关掉工厂", "关停厂子"} <= reworded
