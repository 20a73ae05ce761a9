"""The findings of a checked draft: one row a figure, yours beside the report's, with verdict and source."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.drafts.pieces import heading_paths
from app.drafts.reading import Draft
from app.drafts.verdict_words import GROUP_WORDS, VERDICT_WORDS, VerdictWord
from app.plurals import with_singulars
from app.verdict import Check, FigureVerdict, Place, Verdict, verdict_of
from app.web.markup import clean
from corpus.sections import split_sections
from index.citation import Citation

SOURCE, NEAREST = VerdictWord("出处", "Source"), VerdictWord("最接近的", "Nearest")


@dataclass(frozen=True, slots=True)
class Finding:
    """A figure of a draft and what the reports say of it; `n` counts from 1, `start` and `end` are code points of the draft."""

    n: int
    start: int
    end: int
    yours: str
    claim: str
    section: tuple[str, ...]
    verdict: FigureVerdict
    group: Verdict
    theirs: str
    formula: str
    sources: tuple[Citation, ...]
    places: tuple[Place, ...] = ()

    @property
    def word(self) -> VerdictWord:
        """The verdict in words."""
        return VERDICT_WORDS[self.verdict]

    @property
    def source_word(self) -> VerdictWord:
        """What its sources are called: of what was not found they are only the nearest, and no source."""
        return NEAREST if self.verdict == "not_found" else SOURCE


@dataclass(frozen=True, slots=True)
class Summary:
    """How many figures agree, differ, and are not found."""

    supported: int
    refuted: int
    not_found: int

    @property
    def total(self) -> int:
        """The number of figures."""
        return self.supported + self.refuted + self.not_found

    def line(self) -> str:
        """Return the summary as a line in both languages."""
        zh = "，".join(f"{count} 个{GROUP_WORDS[group].zh}" for group, count in self.by_group().items())
        en = ", ".join(f"{count} {GROUP_WORDS[group].en}" for group, count in self.by_group().items())
        return f"{self.total} 个数据：{zh} ({with_singulars(f'{self.total} figures: {en}')})"

    def by_group(self) -> dict[Verdict, int]:
        """Return the counts by what they say."""
        return {"supported": self.supported, "refuted": self.refuted, "not_found": self.not_found}


def findings_of(draft: Draft, check: Check) -> list[Finding]:
    """Return the findings of a checked draft in the order of its text."""
    cited = {c.n: c for c in check.citations}
    figures = sorted(
        ((f, claim.text) for claim in check.claims for f in claim.figures), key=lambda row: (row[0].start, row[0].end)
    )
    paths = heading_paths(split_sections(draft.document), [f.start for f, _ in figures])
    return [
        Finding(
            n, f.start, f.end, f.text, claim, path, f.verdict, verdict_of(f.verdict), f.stated, f.formula or "",
            tuple(cited[i] for i in f.citations), f.places,
        )
        for n, ((f, claim), path) in enumerate(zip(figures, paths, strict=True), 1)
    ]  # fmt: skip


def summary_of(check: Check) -> Summary:
    """Return how many figures of a check say what."""
    groups = [verdict_of(f.verdict) for claim in check.claims for f in claim.figures]
    return Summary(*(groups.count(group) for group in GROUP_WORDS))


def source_line(source: Citation) -> str:
    """Return where a source stands: title › section, page."""
    page = (f"第 {source.page} 页",) if source.page else ()
    return " › ".join((source.title, *source.section, *page))


def source_lines(finding: Finding) -> list[str]:
    """Return where the sources of a finding stand, said to be the nearest where they are no sources."""
    lead = f"{NEAREST.zh}：" if finding.source_word is NEAREST else ""
    return [f"{lead}{visible(source_line(s))}" for s in finding.sources]


def visible(text: str) -> str:
    """Return a text without what hides or reorders its characters, its line ends as spaces."""
    return " ".join(clean(text).split())


def quotes_of(sources: Sequence[Citation]) -> str:
    """Return the quoted sentences of sources as one text."""
    return "；".join(visible(s.quote) for s in sources)
