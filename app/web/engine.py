"""What the page needs from the engine behind it."""

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from app.answer import Answer
from app.lint.finding import ReportFindings
from app.trends.series import OnYear
from app.trends.trend import Trend
from app.verdict import Check
from corpus.report import Metadata, Section
from index.catalogue import ReportCard
from index.feedback import Feedback
from index.hit import Found
from index.measures import Measure
from index.scope import Scope


class ReportView(Protocol):
    """A report opened for reading."""

    @property
    def key(self) -> str:
        """The path relative to the ingested folder."""

    @property
    def metadata(self) -> Metadata:
        """What the report says about itself."""

    @property
    def text(self) -> str:
        """The text as read."""

    @property
    def sections(self) -> tuple[Section, ...]:
        """The sections in the order of the text; their spans tile it."""


class Engine(Protocol):
    """Answers, finds and opens. Every method may raise `WenjuError`, whose message is shown to the reader."""

    def ask(
        self,
        question: str,
        *,
        history: Sequence[str] = (),
        years: Sequence[int] = (),
        reports: Sequence[str] = (),
        dropped: Scope | None = None,
    ) -> Answer:
        """Answer a question, the earlier ones in `history`, within years and reports, without what is `dropped` of its scope."""

    def find(
        self, query: str, *, k: int = 10, years: Sequence[int] = (), places: Sequence[str] = (), reports: Sequence[str] = ()
    ) -> Found:
        """Return the passages nearest to a query."""

    def check(self, text: str) -> Check:
        """Hold every figure of a text against the reports."""

    def trend(
        self,
        measure: str,
        *,
        first: int | None = None,
        last: int | None = None,
        place: str = "",
        on_year: OnYear | None = None,
    ) -> Trend:
        """Return a measure over the years; `on_year` hears how far it is, and may raise to stop."""

    def lint(self, reports: Sequence[str] = ()) -> tuple[ReportFindings, ...]:
        """Return what is odd in the named reports."""

    def measures(self, n: int) -> tuple[Measure, ...]:
        """Return at most `n` measures that the reports follow over the years."""

    def original(self, report: str) -> Path:
        """Return the file that a report was read from."""

    def is_uploaded(self, report: str) -> bool:
        """Tell whether a report was uploaded by the page."""

    def remove(self, report: str) -> None:
        """Take a report out of the store."""

    def keep_feedback(self, feedback: Feedback) -> None:
        """Keep what a reader says of an answer."""

    def catalogue(self) -> tuple[ReportCard, ...]:
        """List the reports of the store."""

    def view(self, report: str) -> ReportView:
        """Open a report by its key."""

    def examples(self, n: int) -> tuple[str, ...]:
        """Return at most `n` questions that the store can answer."""

    def english_examples(self, n: int) -> tuple[str, ...]:
        """Return at most `n` questions in English that the store can answer."""
