"""The engine behind the command line, the page and the retriever: one open library and what can be asked of it."""

import os
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from threading import BoundedSemaphore
from typing import TYPE_CHECKING

from app.choosing.words import WordMatcher
from app.errors import QuestionError
from corpus.matching import simplified
from corpus.report import Metadata, Section
from index.catalogue import ReportCard
from index.encoder import Encoder
from index.feedback import Feedback, write_feedback
from index.figure_search import FoundFigure, Wanted, find_figures
from index.hit import Found
from index.measures import Measure
from index.opening import Library, open_library
from index.scope import Scope

if TYPE_CHECKING:
    from app.answer import Answer
    from app.claims.looking import Looker
    from app.lint.finding import ReportFindings
    from app.second_reading.attached import Attached
    from app.trends.series import OnYear
    from app.trends.trend import Trend
    from app.verdict import Check

# What a verb needs is imported by its method: all of it takes a fifth of the time of starting.

LONGEST_QUESTION = 2_000
_PATIENCE = 60.0


@dataclass(frozen=True, slots=True)
class ReportView:
    """A whole report for reading: spans of citations and sections count in `text`."""

    key: str
    metadata: Metadata
    text: str
    sections: tuple[Section, ...]


class Engine:
    """Answers from one library; safe to use from several threads."""

    def __init__(self, library: Library) -> None:
        self._library = library
        # More answers at once than cores only slow one another: 20 readers on 2 cores waited 2.0 s for 95 % of theirs, by turns 1.4 s.
        self._turns = BoundedSemaphore(os.cpu_count() or 1)
        self._matcher = WordMatcher(library.encoder, library.lexical.share, library.word_vectors)
        self._language_model: Attached | None = None

    @classmethod
    def open(cls, folder: Path, encoder: Encoder | None = None) -> "Engine":
        """Open the store in a folder, with the models that were chosen for it, or with the given encoder alone."""
        return cls(open_library(folder, encoder))

    @cached_property
    def _looker(self) -> "Looker":
        from app.claims.looking import Looker

        return Looker(self._library, self._matcher)

    @property
    def library(self) -> Library:
        """Return the open library."""
        return self._library

    def ask(
        self,
        question: str,
        *,
        history: Sequence[str] = (),
        years: Sequence[int] = (),
        reports: Sequence[str] = (),
        dropped: Scope | None = None,
    ) -> "Answer":
        """Answer a question; `dropped` is taken out of the scope that it names.

        Raises QuestionError for an empty or an overlong one, UnknownReportError for an unknown report.
        """
        from app.asking import ask
        from app.courtesies import reply_to, without_courtesies
        from app.unreported import ask_of_reported

        asked = _checked(question, "question")
        limits = self._limits(years, (), reports)
        if (reply := reply_to(asked)) is not None:
            return reply

        reread = self._attached()

        def ask_plainly(text: str, before: Sequence[str]) -> "Answer":
            return ask(self._library, self._matcher, text, history=before, limits=limits, dropped=dropped, reread=reread)

        # Read in simplified characters, as reports are compared: 誰 asks as 谁 does.
        before = tuple(map(simplified, without_courtesies(history)))
        with self._turns:
            answer = ask_of_reported(self._library, simplified(asked), before, ask_plainly, dropped=dropped)
        return replace(answer, question=asked)

    def check(self, text: str, *, as_of: int | None = None) -> "Check":
        """Hold every figure of a text against the reports; `as_of` is the year from which it counts 去年 and 今年.

        Raises QuestionError for a text that is empty or holds no figure.
        """
        from app.checking import check

        self._library.refresh()
        if not text.strip():
            raise QuestionError(
                "the text to check is empty: give a sentence with a figure", chinese="没有可核对的文字，请写一句带数字的话。"
            )
        checked = check(self._looker, text, as_of=as_of)
        if not checked.claims:
            raise QuestionError(
                "no figure was found in the text: there is nothing to check", chinese="这段话里没有可核对的数字。"
            )
        return checked

    def find(
        self,
        query: str,
        *,
        k: int = 10,
        history: Sequence[str] = (),
        years: Sequence[int] = (),
        places: Sequence[str] = (),
        reports: Sequence[str] = (),
    ) -> Found:
        """Return the `k` best passages; `history` are the questions before the query. Raises as `ask` does."""
        text = _checked(query, "query")
        limits = self._limits(years, places, reports)
        from app.finding import find_answering

        read = None
        if history:
            from app.conversation.followup import read_follow_up
            from app.courtesies import without_courtesies

            before = tuple(map(simplified, without_courtesies(history)))
            read = read_follow_up(simplified(text), before, self._library.catalogue())
        return find_answering(self._library, self._matcher, text, k=k, limits=limits, read=read)

    def figures(self, wanted: Wanted, *, k: int = 20) -> list[FoundFigure]:
        """Return the figures of the reports that say what is wanted. Raises FigureSearchError and UnknownReportError."""
        self._library.refresh()
        if wanted.report:
            wanted = replace(wanted, report=self._library.store.card(wanted.report).key)
        return find_figures(self._library, wanted, k=k)

    def trend(
        self,
        measure: str,
        *,
        first: int | None = None,
        last: int | None = None,
        place: str = "",
        on_year: "OnYear | None" = None,
    ) -> "Trend":
        """Return a measure over the years; `on_year` hears how far it is. Raises QuestionError as `trace` does."""
        from app.trends.trend import trace

        self._library.refresh()
        return trace(self._library, self._matcher, measure, first=first, last=last, place=place, on_year=on_year)

    def measures(self, n: int) -> tuple[Measure, ...]:
        """Return at most `n` measures that the reports follow over the years."""
        self._library.refresh()
        return self._library.store.measures(n)

    def lint(self, reports: Sequence[str] = ()) -> "tuple[ReportFindings, ...]":
        """Return the findings of the named reports, of all if none is named: each against itself and against the year before's.

        A report without findings is there too, with none; `ReportFindings.count` gives the number of each severity. Some 20 ms a report.
        Raises UnknownReportError.
        """
        from app.lint.lint import lint

        self._library.refresh()
        return tuple(lint(self._library.store, reports))

    def catalogue(self) -> tuple[ReportCard, ...]:
        """Return the reports of the library, by key."""
        self._library.refresh()
        return self._library.catalogue()

    def view(self, report: str) -> ReportView:
        """Return a report for reading. Raises UnknownReportError."""
        card = self._library.store.card(report)
        return ReportView(card.key, card.metadata, self._library.store.report_text(report), self._library.store.sections(report))

    def original(self, report: str) -> Path:
        """Return the file that a report was read from. Raises UnknownReportError and OriginalError."""
        from app.intake.originals import original_of

        return original_of(self._library.store, report)

    def follow_aside(self) -> None:
        """From now on learn of changes of the store aside from questions; `catch_up` tells when all is known."""
        self._library.follow_aside()

    def catch_up(self) -> None:
        """Learn of all that the store holds, however long it takes."""
        self._library.refresh(patience=_PATIENCE)

    def passage_encoder(self) -> Encoder:
        """Return the encoder of the store's vectors, learning first whether another was chosen."""
        self.catch_up()
        return self._library.vectors.encoder

    def is_uploaded(self, report: str) -> bool:
        """Tell whether a report was uploaded by the page."""
        from app.intake.originals import is_uploaded

        return is_uploaded(self._library.store, report)

    def remove(self, report: str) -> None:
        """Take a report out of the library, and its file where it was uploaded. Raises UnknownReportError."""
        from app.intake.originals import remove_report

        remove_report(self._library.store, report)
        self.catch_up()

    def keep_feedback(self, feedback: Feedback) -> None:
        """Keep what a reader says of an answer. Raises StoreError."""
        write_feedback(self._library.store.folder, feedback)

    def examples(self, n: int) -> tuple[str, ...]:
        """Return `n` questions that the reports answer, made from their figures, spread over the reports."""
        from app.examples import make_examples

        return make_examples(self, n)

    def english_examples(self, n: int) -> tuple[str, ...]:
        """Return at most `n` questions in English that the store can answer."""
        from app.english_examples import make_english_examples

        return make_english_examples(self, n)

    def _attached(self) -> "Attached | None":
        """Return the language model that is chosen now, None for none."""
        choice = self._library.language_model
        if choice is None:
            return None
        if self._language_model is None or self._language_model.choice != choice:
            from app.second_reading.attached import Attached

            self._language_model = Attached(choice)
        return self._language_model

    def _limits(self, years: Sequence[int], places: Sequence[str], reports: Sequence[str]) -> Scope | None:
        self._library.refresh()
        if not (years or places or reports):
            return None
        keys = tuple(self._library.store.card(report).key for report in reports)
        return Scope(years=tuple(years), places=tuple(places), reports=keys)


def _checked(text: str, what: str) -> str:
    stripped = text.strip()
    if not any(c.isalnum() for c in stripped):
        raise QuestionError(
            f"the {what} {'has no words' if stripped else 'is empty'}: write what you want to know", chinese="请写出想知道什么。"
        )
    if len(stripped) > LONGEST_QUESTION:
        raise QuestionError(
            f"the {what} has {len(stripped)} characters, at most {LONGEST_QUESTION} are taken: shorten it, or use `wenju check` for a draft",
            chinese=f"有 {len(stripped)} 字，最多 {LONGEST_QUESTION} 字，请写短一些；整篇稿子请到“核对数据”。",
        )
    return stripped
