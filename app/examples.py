"""Questions to try, made from the figures that the reports hold."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice, zip_longest
from typing import TYPE_CHECKING

from corpus.figures.figure import Figure
from index.catalogue import ReportCard
from index.unit_classes import class_of_unit

if TYPE_CHECKING:
    from app.engine import Engine

_SUBJECT = re.compile(r"^[一-龥]{3,14}$")
_POOR = re.compile(
    r"^(?:同比|其中|比|占|较|达|为|共|实现|完成|累计|投入|新增$|并|在|对|从|以|第)|[了着过的和与及]$|工作|方面|问题|部分|修订|上年|本年|现有|共有"
)
_EVERYWHERE = re.compile(r"^(?:全县|全市|全省|全区|全州|我县|我市|我省|全国|全年|年末)+")
_REPORTS = 12
_LATELY = 5


def make_examples(engine: "Engine", n: int) -> tuple[str, ...]:
    """Return up to `n` questions, taken in turn from the newest reports; each is one that the engine answers.

    They ask about what several reports speak of, for that is what people look for.
    """
    newest = _newest(engine)
    figures = {card.key: list(_plain_figures(engine, card)) for card in newest}
    spread = Counter(subject for found in figures.values() for subject in {subject_of(f) for f in found})
    rounds = zip_longest(*(_questions(card, figures[card.key], spread) for card in newest))
    offered = dict.fromkeys(q for questions in rounds for q in questions if q is not None)
    return tuple(islice((q for q in offered if not engine.ask(q).abstained), n))


def newest_figures(engine: "Engine") -> Iterator[Figure]:
    """Yield the plain figures of the newest reports, report after report."""
    for card in _newest(engine):
        yield from _plain_figures(engine, card)


def subject_of(figure: Figure) -> str:
    """Return what a figure measures, without what says that it is the whole county's or the whole year's."""
    return _EVERYWHERE.sub("", figure.subject)


def _newest(engine: "Engine") -> list[ReportCard]:
    return sorted(engine.catalogue(), key=lambda c: (-(c.metadata.year or 0), c.key))[:_REPORTS]


def _plain_figures(engine: "Engine", card: ReportCard) -> Iterator[Figure]:
    """Yield the levels of a report with a year and a short subject."""
    for passage in engine.library.store.report_passages(card.key):
        for figure in passage.figures:
            plain = figure.kind in {"level", "share"} and figure.unit and len(figure.period) == 4 and figure.value_to is None
            # What is one of its kind (一所医院), or long past, is no number that a reader looks for.
            lately = (
                plain and abs((card.metadata.year or int(figure.period)) - int(figure.period)) <= _LATELY and figure.value != 1
            )
            if lately and _SUBJECT.match(subject_of(figure)) and not _POOR.search(subject_of(figure)):
                yield figure


def _questions(card: ReportCard, figures: Sequence[Figure], spread: Counter[str]) -> Iterator[str]:
    """Yield questions about the figures of a report, those first whose subject most reports share."""
    seen: set[str] = set()
    for figure in sorted(figures, key=lambda f: (-spread[subject_of(f)], f.start)):
        subject = subject_of(figure)
        if subject not in seen:
            seen.add(subject)
            yield _question(card, figure, subject)


def _question(card: ReportCard, figure: Figure, subject: str) -> str:
    target = "目标" if figure.status == "target" else ""
    counted = class_of_unit(figure.unit) in {"count", "people"} and not target
    asked = f"有多少{figure.unit}" if counted else "是多少"
    return f"{card.metadata.place}{figure.period}年{subject}{target}{asked}？"
