"""Making the model: from the data folder to the saved model, its measured results and its card."""

import logging
import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

import numpy as np
from tokenizers import Tokenizer

from index.encoder import Encoder, Vectors
from index.encoders.static import StaticEncoder
from index.thesaurus import read_concepts
from index.training.batches import draw_batches, draw_question_batches, question_batch_count
from index.training.dictionary import read_glosses
from index.training.everyday import is_held_out, read_everyday, read_paragraphs
from index.training.initial import initial_vectors
from index.training.measure import (
    OwnClause,
    Recall,
    Translation,
    measure_paragraphs,
    measure_questions,
    measure_translation,
)
from index.training.pairs import build_tasks, read_sentences, read_texts
from index.training.questions import Question, ReportTexts, Split, read_questions, read_reports, split_by_fold, split_by_report
from index.training.save import save_model
from index.training.tokenizer import build_tokenizer, fold
from index.training.train import train
from index.training.vocabulary import Vocabulary, build_vocabulary, count_chinese, count_english

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Settings:
    """What a run is made from; the defaults made the embedded model."""

    data: Path
    out: Path
    reports: Path | None = None
    apart: tuple[Path, ...] = ()
    seed: int = 0
    chinese_tokens: int = 47_000
    english_tokens: int = 30_000
    dimension: int = 256
    news_step: int = 3
    steps: int = 1200
    batch: int = 2048
    rate: float = 2e-3
    epochs: int = 3
    held_out: float = 0.15
    fold: tuple[int, int] | None = None  # (1, 2) holds out the second of two parts of the reports instead
    held_out_sentences: int = 400


@dataclass(frozen=True, slots=True)
class Teacher:
    """The English encoder that gives the first vectors, and its word list, the common words first."""

    encoder: Encoder
    words: Path


@dataclass(frozen=True, slots=True)
class Results:
    """What the held-out data say of a model."""

    held_out: Recall
    apart: Mapping[str, Recall]
    paragraphs: OwnClause
    translation: Translation


def make_model(settings: Settings, teacher: Teacher) -> Results:
    """Make the model in `settings.out` and measure it."""
    glosses = read_glosses(settings.data / "en_zh_dictionary.jsonl.xz")
    vocabulary = _vocabulary(settings, glosses, teacher.words)
    tokenizer = build_tokenizer(vocabulary)
    _log.info("%d tokens", len(vocabulary.tokens))
    vectors = initial_vectors(vocabulary, glosses, teacher.encoder, dimension=settings.dimension)
    apart = {path.stem: read_questions(path) for path in settings.apart}
    split = _split(settings, {name for questions in apart.values() for question in questions for name in question.reports()})
    everything = chain(split.learnt, split.held_out, *apart.values())
    reports = read_reports(settings.reports, {n for q in everything for n in q.reports()}) if settings.reports else {}
    vectors = _train(settings, vectors, tokenizer, glosses=glosses, questions=split.learnt, reports=reports)
    save_model(settings.out, vectors=vectors, tokenizer=tokenizer)
    encode = StaticEncoder.load(settings.out).encode_passages
    sentences = read_sentences(settings.data)[-settings.held_out_sentences :]
    return Results(
        held_out=measure_questions(encode, split.held_out, reports),
        apart={name: measure_questions(encode, questions, reports) for name, questions in apart.items()},
        paragraphs=measure_paragraphs(encode, [p for p in read_paragraphs() if is_held_out(p)]),
        translation=measure_translation(encode, sentences),
    )


def _vocabulary(settings: Settings, glosses: Mapping[str, Sequence[str]], teacher_words: Path) -> Vocabulary:
    chinese = count_chinese(fold(text) for text in read_texts(settings.data, news_step=settings.news_step))
    english = chain((pair["en"] for pair in read_sentences(settings.data)), chain.from_iterable(glosses.values()))
    return build_vocabulary(
        chinese,
        count_english(fold(text) for text in english),
        teacher_words,
        chinese_size=settings.chinese_tokens,
        english_size=settings.english_tokens,
    )


def _split(settings: Settings, apart: set[str]) -> Split:
    written = [settings.data / name for name in ("questions.jsonl", "claims.jsonl")]
    questions = [question for path in written if path.exists() for question in read_questions(path)]
    if settings.fold:
        return split_by_fold(questions, apart=apart, fold=settings.fold)
    return split_by_report(questions, apart=apart, share=settings.held_out, rng=random.Random(settings.seed))


def _train(
    settings: Settings,
    vectors: Vectors,
    tokenizer: Tokenizer,
    *,
    glosses: Mapping[str, Sequence[str]],
    questions: Sequence[Question],
    reports: Mapping[str, ReportTexts],
) -> Vectors:
    """Train on all tasks; then on the questions, every batch of them followed by one of the tasks lest those be forgotten."""
    tasks = build_tasks(
        settings.data,
        glosses,
        (*read_concepts(), *read_everyday()),
        held_out=settings.held_out_sentences,
        news_step=settings.news_step,
        rng=random.Random(settings.seed),
    )
    _log.info("pairs: %s", ", ".join(f"{task.name} {len(task.pairs)}" for task in tasks))
    rng = np.random.default_rng(settings.seed)
    first = draw_batches(tasks, tokenizer, steps=settings.steps, size=settings.batch, rng=rng)
    vectors = train(vectors, first, steps=settings.steps, rate=settings.rate)
    count = question_batch_count(questions, epochs=settings.epochs)
    asked = draw_question_batches(questions, reports, tokenizer, epochs=settings.epochs, rng=rng)
    other = draw_batches(tasks, tokenizer, steps=count, size=settings.batch, rng=rng)
    mixed = chain.from_iterable(zip(asked, other, strict=True))
    return train(vectors, mixed, steps=2 * count, rate=settings.rate)
