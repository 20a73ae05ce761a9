"""True figures of a corpus in clauses that stand on their own: whose they are, of which year, and the words around the number."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from corpus.company import names_of_company
from corpus.figures.figure import Figure
from corpus.figures.numerals import fold
from corpus.report import Metadata
from corpus.sentences import split_sentences
from eval.cell_questions import cell_label
from eval.perturbation.numbers import SCALES
from index.opening import Library
from index.places import NATION, PROVINCES, short_name
from index.stored_passage import StoredPassage

_CLAUSE_END = re.compile(r"[，。；：！？!?\n]|,(?!\d)|;")
# Words that lean on the clause before, tell a time of their own, or make the clause more than a statement of one figure.
_LEANS = re.compile(
    r"^(?:其中|分别|同比|环比|占|比|增|下降|提高|上升|减|降|达|为|并|也|且|再|又|总|累计|年均|较|高于|低于|连续|位|居|排|合计|共|新增的|其|该|这|此|均|各|已|还|即|到|至|约|近|超)"
    r"|去年|上年|前年|明年|本年|当年|年初|同期|以来|[一二三四五六七八九十两几\d]年|季度|上半年|下半年|前\d+个月|\d月|月|“十|其中|该|上述|分别|先后|由.*[到至]|从.*[到至]|比.*[多少高低快慢]|预计|预期|力争|目标|计划|拟|将|不含|剔除|口径"
    r"|[（）()“”\"《》〈〉|]|[\d一二三四五六七八九十]、"
)
_WHO = re.compile(r"^(?:全[市省县区州国]|我[市省县区州国]|本[市省县区州])")
_NAME = re.compile(r"[一-龥A-Za-z]{4,}")
_HAN = re.compile("[一-龥]")


@dataclass(frozen=True, slots=True)
class Fact:
    """A figure in its clause: `before` and `after` are the clause's words around it, `who` whose figure it is, `year` its period.

    `sentence` is the evidence, `siblings` the other figures of the sentence, `name` what is measured, for comparing.
    """

    report: str
    metadata: Metadata
    figure: Figure
    who: str
    year: int
    before: str
    after: str
    sentence: str
    siblings: tuple[Figure, ...]

    @property
    def name(self) -> str:
        """Return what is measured."""
        return self.figure.subject

    @property
    def file(self) -> str:
        """Return the file's own name."""
        return self.report.rsplit("/", 1)[-1]

    @property
    def is_cell(self) -> bool:
        """Whether it is a cell of a table."""
        return " | " in self.sentence

    def said(self, value: str, *, who: str = "", before: str = "") -> str:
        """Return the claim with `value` in the figure's place, and other words where they are given."""
        return f"{self.year}年，{who or self.who}{before or self.before}{value}{self.after}。"


def read_facts(library: Library) -> Iterator[Fact]:
    """Yield the facts of every Chinese report, in the order of the catalogue."""
    for card in library.catalogue():
        who = named(card.metadata)
        if card.metadata.language != "zh" or not who or not card.metadata.year:
            continue
        for passage in library.store.report_passages(card.key):
            if passage.context:
                yield from _row_facts(passage, card.metadata, who)
            else:
                yield from _passage_facts(passage, card.metadata, who)


def named(metadata: Metadata) -> str:
    """Return whose figures a report tells: the nation's, a place's, an office's, a company's."""
    company = names_of_company(metadata.issuer, metadata.title, PROVINCES)
    if company:
        return company[0]
    if metadata.place == NATION:
        return "我国"
    office = metadata.issuer.removeprefix("中共").removeprefix(metadata.place)
    if metadata.type not in {"政府工作报告", "统计公报"} and len(office) > 2:
        return metadata.issuer
    return short_name(metadata.place)


def _passage_facts(passage: StoredPassage, metadata: Metadata, who: str) -> Iterator[Fact]:
    for start, end in split_sentences(passage.text):
        first, last = passage.start + start, passage.start + end
        inside = [f for f in passage.figures if first <= f.start and f.end <= last]
        sentence = passage.text[start:end]
        for figure in inside:
            fact = _fact(
                sentence, figure.moved(-first), [f.moved(-first) for f in inside if f is not figure], passage, metadata, who
            )
            if fact is not None:
                yield fact


def _row_facts(passage: StoredPassage, metadata: Metadata, who: str) -> Iterator[Fact]:
    """Yield the cells of a row that have a label, a year and a unit."""
    for figure in passage.figures:
        label = cell_label(passage, figure)
        text = _with_unit(figure)
        if not 4 <= len(label) <= 20 or not re.fullmatch(r"(?:19|20)\d\d", figure.period) or not text or figure.value <= 0:
            continue
        column = figure.subject.rsplit(" ", 1)[-1] if " " in figure.subject else ""
        column = "" if re.search(r"[\d（(年]", column) or column in label else column
        others = tuple(f for f in passage.figures if f is not figure)
        yield Fact(
            passage.report,
            metadata,
            replace(figure, text=text),
            who,
            int(figure.period),
            f"{label}{column}为",
            "",
            passage.text,
            others,
        )


def _with_unit(figure: Figure) -> str:
    """Write a cell with the scale and the unit that its head gives, "" if it has none: 45758.32 under 万吨 is 45758.32万吨."""
    number = fold(figure.text).replace(",", "").strip()
    if not figure.unit or not re.fullmatch(r"\d+(?:\.\d+)?", number):
        return ""
    scale = next((s for s, f in SCALES if Decimal(number) * f == figure.value), None)
    return "" if scale is None else f"{number}{scale}{figure.unit}"


def _fact(
    sentence: str, figure: Figure, siblings: list[Figure], passage: StoredPassage, metadata: Metadata, who: str
) -> Fact | None:
    """Return a figure as a fact if its clause holds no other figure and says all that a reader must know."""
    if not re.fullmatch(r"(?:19|20)\d\d", figure.period) or not figure.unit or figure.value <= 0 or figure.value_to is not None:
        return None
    if not re.search(r"[\d一二三四五六七八九十]", fold(figure.text)):
        return None
    start = max((m.end() for m in _CLAUSE_END.finditer(sentence, 0, figure.start)), default=0)
    stop = _CLAUSE_END.search(sentence, figure.end)
    end = stop.start() if stop else len(sentence)
    cut = [m.start() for m in re.finditer("、", sentence[figure.end : end])]
    end = figure.end + cut[0] if cut else end
    if any(f.start < end and start < f.end for f in siblings) or "\n" in sentence[start:end]:
        return None
    before = re.sub(rf"^(?:{figure.period}年)?[，]?", "", sentence[start : figure.start].strip())
    before, after = _WHO.sub("", before), sentence[figure.end : end].strip()
    name = fold(figure.subject)
    said = fold(before + after)
    if (
        len(before) + len(after) > 34
        or not _NAME.search(name)
        or _LEANS.search(fold(before))
        or re.search(r"[\d（(“《|]|年|分别", fold(after))
    ):
        return None
    if len(_HAN.findall(before)) < 4 or sum(c in said for c in name) < len(name) - 1 or _names_place(before):
        return None
    return Fact(passage.report, metadata, figure, who, int(figure.period), before, after, sentence, tuple(siblings))


def _names_place(text: str) -> bool:
    """Tell whether a clause speaks of a part of the place or of another one (城区, 长三角, 甲县)."""
    return bool(
        re.search(
            r"[一-龥]{2}[市县区镇乡村州](?![场级政域委])|中央|全国|全省|省级|市级|县级|世界|亚洲|本级|上述|[东西南北中]部", text
        )
    )
