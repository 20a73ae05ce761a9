"""Pairs of texts that mean alike, drawn from each kind of training data."""

import random
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from index.thesaurus import Concept
from index.training.concepts import asked_pairs, concept_pairs
from index.training.everyday import asked_clauses
from index.training.lines import read_lines
from index.training.pair import Pair
from index.training.rewording import read_synonyms, reword, translate, with_sayings
from index.training.windows import draw_clause, split_windows

_NEWS = ("zh_news.jsonl.xz", "zh_titled_news.jsonl.xz", "zh_laws.jsonl.xz")
_RUN = 128
_LINK = re.compile(r"(\[[^\]]*\]\(http[^)]*\)|<!--.*?-->|\(更新时间戳[^)]*\))")  # left by the sites, no part of the text


@dataclass(frozen=True, slots=True)
class Task:
    """Pairs of one kind, in the order of their sources, and the share of steps that they get.

    `run` neighbours stay together in a batch: passages of one text are the hard negatives.
    """

    name: str
    pairs: tuple[Pair, ...]
    share: float
    run: int = _RUN


def build_tasks(
    data: Path,
    glosses: Mapping[str, Sequence[str]],
    concepts: Sequence[Concept],
    *,
    held_out: int,
    news_step: int,
    rng: random.Random,
) -> tuple[Task, ...]:
    """Draw all tasks from the data folder; the last `held_out` sentence pairs of NTREX are left for measuring."""
    windows = [window for text in read_texts(data, news_step=news_step) for window in split_windows(text, rng)]
    synonyms = read_synonyms(data / "zh_synonyms.jsonl.xz")
    sayings = with_sayings(synonyms, concepts)
    tasks = {
        "clause": (0.35, clause_pairs(windows, rng)),
        "reworded": (0.15, [Pair(reword(p.query, sayings, rng), p.passage) for p in clause_pairs(windows[::2], rng)]),
        "translated": (0.15, [Pair(translate(p.query, glosses, rng), p.passage) for p in clause_pairs(windows[1::2], rng)]),
        "titles": (0.1, _title_pairs(data, rng)),
        "sentences": (0.12, [Pair(r["en"], r["zh"]) for r in read_sentences(data)[: -held_out or None]]),
        "questions": (0.05, list(_question_pairs(data))),
        "glosses": (0.05, [Pair("; ".join(meanings[:3]), word) for word, meanings in glosses.items()]),
        "concepts": (0.5, concept_pairs(concepts, rng)),
        "asked": (0.3, list(asked_pairs(concepts, windows, rng))),
        "clauses": (0.7, asked_clauses()),
        "synonyms": (0.03, [Pair(word, rng.choice(others)) for word, others in synonyms.items() if others]),
    }
    # Neighbours in the thesaurus mean nearly the same: with them together in a batch the encoder found less.
    run = {"concepts": 1, "asked": 8, "clauses": 16}
    return tuple(Task(name, tuple(pairs), share, run.get(name, _RUN)) for name, (share, pairs) in tasks.items() if pairs)


def read_texts(data: Path, *, news_step: int) -> Iterator[str]:
    """Read the running Chinese texts: every `news_step`-th story, all the rest."""
    for name in _NEWS:
        for record in read_lines(data / name, step=news_step if name == _NEWS[0] else 1):
            yield _LINK.sub("", record["text"])


def read_sentences(data: Path) -> list[dict[str, str]]:
    """Read the English-Chinese sentence pairs, those of NTREX last."""
    return sorted(read_lines(data / "en_zh_sentences.jsonl.xz"), key=lambda record: record["source"].startswith("ntrex"))


def clause_pairs(windows: Iterable[str], rng: random.Random) -> list[Pair]:
    """Pair a clause with its window, from which it is taken out half of the time."""
    pairs = []
    for window in windows:
        if clause := draw_clause(window, rng):
            pairs.append(Pair(clause, window.replace(clause, "") if rng.random() < 0.5 else window))
    return pairs


def _title_pairs(data: Path, rng: random.Random) -> list[Pair]:
    records = [record for name in _NEWS[1:] for record in read_lines(data / name)]
    windows = ((record["title"], list(split_windows(_LINK.sub("", record["text"]), rng))) for record in records)
    return [Pair(title, rng.choice(choices)) for title, choices in windows if choices]


def _question_pairs(data: Path) -> Iterator[Pair]:
    for record in read_lines(data / "zh_question_passage.jsonl.xz"):
        for question in record["questions"]:
            yield Pair(question, record["passage"])
