"""Whose figures a question means: those of the body that it names, and where it names none those of the place that the folder is about, of the nation, or of the only body."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from app.choosing.chooser import Chosen
from index.catalogue import ReportCard
from index.home import home_of
from index.places import NATION, short_name
from index.query import Query
from index.stored_passage import StoredPassage

# Behind the name of a body a title tells when, or what it is.
_UP_TO = re.compile(r"\s|关于|(?:19|20)\d\d|第.{1,3}(?:季度|届)|年度")


@dataclass(frozen=True, slots=True)
class Bodies:
    """The bodies (places, or companies) of reports by their keys, and those that may be meant; None where any may."""

    by_report: dict[str, str]
    meant: frozenset[str] | None

    @property
    def names_none(self) -> bool:
        """Whether a question names no body, and there are reports on the nation."""
        return self.meant is not None and NATION in self.meant

    def of(self, passage: StoredPassage) -> str:
        """Return the body of a passage's report."""
        return self.by_report.get(passage.report, "")

    def may_hold(self, passage: StoredPassage) -> bool:
        """Tell whether a passage is of the report of a body that the question may mean."""
        return self.meant is None or self.of(passage) in self.meant

    def may_be_meant(self, c: Chosen) -> bool:
        """Tell whether a figure is of a body that the question may mean."""
        return self.may_hold(c.candidate.sentence.ranked.passage)


def read_bodies(query: Query, catalogue: Sequence[ReportCard]) -> Bodies:
    """Return the bodies of a library as a question means them."""
    # 上海 and 上海市 are one.
    by_report = {c.key: short_name(c.metadata.place) if c.metadata.place else c.metadata.issuer for c in catalogue}
    scope = query.scope
    if scope.places or scope.issuers or scope.reports or query.mentioned:
        return Bodies(by_report, None)
    every = set(by_report.values()) - {""}
    if home := home_of(catalogue):
        return Bodies(by_report, frozenset({short_name(home), ""}))
    if NATION in every:
        return Bodies(by_report, frozenset({NATION, ""}))
    if len(every) < 2:
        return Bodies(by_report, None)
    called = {by_report[c.key] for c in catalogue if any(is_short_for(t, c.metadata.title) for t in query.terms)}
    return Bodies(by_report, frozenset(called) if len(called) == 1 else frozenset())


def is_short_for(term: str, title: str) -> bool:
    """Tell a short name of the body that the title of a report begins with: 二院 of 某市第二人民医院2030年工作总结."""
    body = _UP_TO.split(title, maxsplit=1)[0]
    letters = iter(body)
    return len(term) > 1 and term[-1:] == body[-1:] and all(letter in letters for letter in term)
