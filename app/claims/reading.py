"""Read a text into claims: its sentences with figures, each with the question that it answers, and what the sentences before say of place and time."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from app.claims.amounts import without_new
from app.claims.bounds import is_age_of_group
from app.claims.cities import CITIES
from app.claims.dateline import without_dateline, written_in
from app.claims.named_aims import names_aim, with_named_aims
from app.claims.numerals import is_for_one, with_claimed
from app.claims.passing import speaks_of_nation
from app.claims.roughness import said_roughly
from app.claims.said_by import IN_ENGLISH, SOURCE, YEAR
from app.claims.spoken import as_reports_write
from corpus.figures.extract import extract_figures
from corpus.figures.figure import Figure
from corpus.figures.numerals import fold
from corpus.figures.period import Setting, time_words
from corpus.sentences import split_sentences
from index.abbreviations import product_of
from index.catalogue import ReportCard
from index.need import Need
from index.places import NATION, divisions, same_places
from index.query import Query, company_names, content_terms, subject_terms
from index.scope import Scope, measured_by_nation, resolve_scope
from index.unit_classes import class_of_unit
from index.years import resolve_years

# What only says that something is told, or how it is felt, before it is: 值得一提的是, 更可喜的是. None of it is what is measured.
PREAMBLE = re.compile(
    r"(?:^|(?<=[，,。；;：]))[一-龥]{0,8}(?:[说讲谈]|一提|提[到及出醒]|指出|强调|注意|关注|重视|看到|介绍|补充|汇报|告诉|肯定|承认|明确|清楚|知道|称道"
    "|[可欣]喜|喜人|高兴|欣慰|鼓舞|振奋|骄傲|自豪|遗憾|惊讶|意外|可贵|难得|重要|关键)[一-龥]{0,2}的是[，,：:]?"
)
_DAYS = re.compile(r"\d{1,2}月\d{1,2}日(?:至|到|—|-)(?:\d{1,2}月)?\d{1,2}日")
_INTENDED = re.compile(
    r"目标|预期|计划|打算|准备(?!金)|有望|力争|要求|拟|将|提出|安排|确保|争取|规划|(?<![主重需紧摘概])要(?![素求点闻害塞领])|预计|预算(?![收支内外])|不低于|预定|[^思理感]想|希望|任务|(?<![认稳固一特法])定(?:了|的|为|在|下)|[可能](?=[退领拿省享获])"
    r"|\b(?:target|plan|will|would|shall|expect|aim|set to|projected|forecast|budgeted|going to)"
)
# What a budget introduces or allows it says it will, unless it is told as done.
_BUDGET, _TOLD_AS_DONE = re.compile(r"\b[Bb]udgets?\b"), re.compile(r"\b(?:already|had|has|have|reached|achieved|spent|paid)\b")
# What an outcome is measured by is no aim any more: 完成年度目标的105%，城镇登记失业率3.1%.
_REACHED = re.compile(
    r"(?:完成|实现|达到|达成|超过|超出|超额|突破|[高低优好快多少]于|占|为)了?(?P<by>[^，。；：]{0,10}?)(?:目标|任务|计划|预算|预期|指标|要求)"
    r"(?:数|任务|目标|进度|值)*(?=的|[一-龥]?\d|[，。；、]|$)"
)
# What says that something was reached, or is.
_COME_TRUE = re.compile(
    "了|已|曾|达|实现|完成|[同环]比|[比较][上去]年|累计|共计|超额|首次|获|目前|现有|现在|至今|迄今|年来|过去|以来"
)
# The 1 of 2.28:1 says nothing by itself.
_RATIO = re.compile(r"\d\s?[:∶比]\s?$")
# Nor the 1 of 每增长1个百分点.
_EACH = re.compile(r"每[一-龥]{0,8}$")
# Nor does the 1 of 1-氨基蒽醌 or of 客户 1销售额, nor the 2 that numbers what comes behind it: 还有，2.儿童福利.
_NUMBERED = re.compile(r"(?<![\d.])\d-[一-龥]|(?<=[一-龥] )\d(?=[一-龥]{2,}额)|(?<=[，,：:；;])\s?\d{1,2}[.．、](?=[一-龥“])")
# What was at first is of no time that the claim tells: 到2023年已从30元降了下来.
_LEFT = re.compile("[从由](?:原[来先有]|当[时初]|最初|起初)?的?(?:大?约|近)?$")
_LEAVING = re.compile("(?:多|余|左右)?(?:起步|起家|[大快]幅|[逐稳]步|[下上]?[降升涨调]|下[跌滑]|[提攀]|[增减缩跌]|回[升落])")
_CLAUSE_END = re.compile(r"[，。；;！？]|,(?!\d)")
_MORE = re.compile("(?:还|都)?(?:有|要)?[多余](?![少个家于])")
# Persons are counted by 个 too: 945万个孩子.
_PERSONS = re.compile("(?:小?孩子?|婴儿|新生儿|学生|[老青中]年?人|农民|工人|职工|劳动者|人(?![民工均次才力口]))")
_HAN, _LETTER = re.compile("[一-龥]"), re.compile(r"[^\W\d_]")
# A sentence asks for nothing: what is needed each of its figures tells.
_ANY_FIGURE = Need("figure", "", "", (), None, many=False)
_BEHIND, _BEHIND_EN = 8, 80
_RELATIVE = re.compile("去年|上年|今年|本年|明年|前年|当年|年内|五年来|过去五年|近年来")
# What a place stands behind that a clause is about.
_CLAUSE_HEAD = re.compile(r"(?:^|[，。；：、（(“\s]|年末?|年底|[和与而]|其中|据|在|月)(?:，)?$")
_LANDSCAPE = re.compile("(?:流域|高原|平原|盆地|山脉|半岛|河|江)$")
# What may stand before the subject of a sentence.
_TIME = re.compile(r"以来|期间|季度|全年|[\s\d一二三四五六七八九十○零年月日底末初上下半至到截据在第，,]")
_PLACELESS = re.compile("[全本我]国|全[省市县区州]")


@dataclass(frozen=True, slots=True)
class Claimed:
    """A figure of a claim with the question that it answers; spans count in the sentence. `owners` are the names of the companies it is about."""

    figure: Figure
    query: Query
    owners: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ClaimSentence:
    """A sentence with figures at `start`..`end` of the text; `names` tells whether it says itself what or whom it is about, or in which report.

    With `reached` what it leaves open is taken for an outcome.
    """

    text: str
    start: int
    end: int
    figures: tuple[Claimed, ...]
    names: bool
    reached: bool = False

    def up_to(self, figure: Figure) -> str:
        """Return the sentence up to the end of a figure's clause: what comes behind, as a target for next year, says nothing of it."""
        behind = _CLAUSE_END.search(self.text, figure.end)
        return self.text[: behind.start() if behind else len(self.text)]

    def asserts(self, figure: Figure) -> bool:
        """Tell whether a figure is told as what was reached, not as what is wanted nor as what may be either."""
        return not self.wants(figure) and not self.leaves_open(figure)

    def wants(self, figure: Figure) -> bool:
        """Tell whether a figure is told as what is wanted."""
        text = self.up_to(figure)
        if names_aim(fold(self.text), figure):
            return True
        if _INTENDED.search(without_reached(text)):
            return True
        return _BUDGET.search(text) is not None and not _TOLD_AS_DONE.search(text)

    def leaves_open(self, figure: Figure) -> bool:
        """Tell whether a figure is said to be neither reached nor wanted, nor of any time: 新建公路20公里 stands in reviews and in plans."""
        if self.reached or figure.period or not _HAN.search(self.text):
            return False
        return not _COME_TRUE.search(self.up_to(figure)) and not self.wants(figure)


def read_claims(text: str, catalogue: Sequence[ReportCard], *, as_of: int | None = None) -> Iterator[ClaimSentence]:
    """Yield the sentences of a text that hold figures. `as_of` is the year from which the text counts 去年 and 今年, its dateline's if it is None.

    What a sentence does not name itself, its place or its years, it takes from those before it in the text.
    """
    as_of = as_of or written_in(text)
    text = without_dateline(text)
    before = Scope()
    told_year = ""
    newest = max((c.metadata.year or 0 for c in catalogue), default=0)
    for start, end in split_sentences(text):
        sentence = text[start:end]
        own = resolve_scope(sentence, catalogue)
        named = _not_beside_nation(own, sentence)
        scope = _continued(_of_unknown_city(_without_landscape(named), sentence), before, sentence, as_of)
        if "\n" in text[max(0, start - 2) : start]:
            told_year = ""
        setting = Setting(report_year=as_of or (scope.issued[0] if scope.issued else None), now=as_of, carried=told_year)
        figures = [_as_come_about(f, sentence, newest) for f in _figures(sentence, setting)]
        figures = with_named_aims(fold(sentence), figures)
        carried, told_year = told_year, _leading_year(sentence) or told_year
        before = scope if _is_headed(scope, sentence) else before
        if figures:
            whole = Query(sentence, _dated(scope, carried, figures), _ANY_FIGURE, subject_terms(sentence, named, catalogue))
            claimed = tuple(_claimed(whole, sentence, figures, company_names(scope, catalogue)))
            yield ClaimSentence(sentence, start, end, claimed, bool(own.places or own.issuers or own.issued or own.unknown))


def without_reached(text: str) -> str:
    """Return a text with spaces in place of the aims that it says were come to, or what was come to is measured by."""
    return _REACHED.sub(lambda m: m[0][: m.start("by") - m.start()] + "　" * (m.end() - m.start("by")), text)


def _not_beside_nation(scope: Scope, sentence: str) -> Scope:
    """Take the nation for no place where a region is only measured against it, or it is named in passing: 增长6%，高于全国1个百分点 is told of a region."""
    if scope.places != (NATION,):
        return scope
    text = fold(sentence).lower()
    aside = measured_by_nation(text) or (bool(_HAN.search(sentence)) and not speaks_of_nation(text))
    return replace(scope, places=()) if aside else scope


def _without_landscape(scope: Scope) -> Scope:
    """Take rivers, basins and plains for words: nobody reports on them, and 黄河流域面积 may stand as 黄河…流域面积 in a report."""
    unknown = tuple(p for p in scope.unknown if not _LANDSCAPE.search(p))
    return scope if unknown == scope.unknown else replace(scope, unknown=unknown)


def _of_unknown_city(scope: Scope, sentence: str) -> Scope:
    """Tell a city at the head of a sentence that no report is about, where no place was known in it."""
    if scope.places or scope.issuers or scope.unknown:
        return scope
    head = re.sub(rf"^(?:在|据|到|截至)?(?:{YEAR}\s?年)?(?:末|底|度)?[，,]?", "", sentence)
    city = next((head[:n] for n in (4, 3, 2) if head[:n] in CITIES), "")
    return replace(scope, unknown=(city,)) if city else scope


def _is_headed(scope: Scope, sentence: str) -> bool:
    """Tell whether a sentence is about what it names, so that the next ones may be: a place named in passing (推广邻县的经验) is no subject of theirs."""
    if scope.issuers or scope.issued:
        return True
    names = ["全国", "我国", "中国"] if NATION in scope.places else []
    names += [divisions(p)[-1] if divisions(p) else p for p in (*scope.places, *scope.unknown)]
    places = [at for name in names if (at := sentence.find(name)) >= 0]
    return any(not _TIME.sub("", sentence[:at]) for at in places)


def _continued(scope: Scope, before: Scope, sentence: str, as_of: int | None) -> Scope:
    """Return a sentence's scope with what it leaves to the sentences before: whose report it is about, and 去年 counted from `as_of`."""
    if as_of is not None and _RELATIVE.search(sentence):
        years = resolve_years(SOURCE.sub(" ", fold(sentence)), latest=as_of)
        scope = replace(scope, years=years.years, span=years.span)
    if scope.places or scope.issuers or scope.unknown or scope.issued or _PLACELESS.search(sentence):
        return scope
    return replace(scope, places=before.places, issuers=before.issuers, issued=before.issued, unknown=before.unknown)


def _dated(scope: Scope, carried: str, figures: Sequence[Figure]) -> Scope:
    """Return the scope of a sentence whose figures are of the year of a sentence before as one that asks about it."""
    of_carried = carried and not (scope.years or scope.span) and all(f.period == carried for f in figures)
    return replace(scope, years=(int(carried),)) if of_carried else scope


def _leading_year(sentence: str) -> str:
    match = re.match(rf"(?:在|到|截至)?({YEAR})\s?年", fold(sentence))
    return match[1] if match and match[1].isascii() and not SOURCE.match(fold(sentence)) else ""


def _figures(sentence: str, setting: Setting) -> list[Figure]:
    if not _HAN.search(sentence):
        # What reads English takes long to load, and few texts need it.
        from app.claims.in_english import figures_in_english

        return figures_in_english(sentence, IN_ENGLISH.sub(lambda m: " " * len(m[0]), sentence))
    masked = fold(as_reports_write(sentence)).replace("财年", "年度")
    for aside in (SOURCE, _DAYS, PREAMBLE):
        masked = aside.sub(lambda m: "　" * len(m[0]), masked)
    told = bool(time_words(masked)) or bool(setting.carried)
    return [
        replace(
            f,
            text=sentence[f.start : f.end],
            period=f.period if told and not _is_left(masked, f) else "",
            qualifier=f.qualifier or ("多" if _MORE.match(sentence, f.end) else "") or said_roughly(masked[: f.start]),
            unit="人" if f.unit == "个" and _PERSONS.match(sentence, f.end) else f.unit,
            subject=without_new(_as_product(masked, f), masked),
        )
        for f in with_claimed(masked, extract_figures(masked, setting), dated=told)
        if not (f.value == 1 and (_RATIO.search(masked[: f.start]) or _EACH.search(masked[: f.start]) or is_for_one(masked, f)))
        and not _NUMBERED.match(masked, f.start)
        and not is_age_of_group(masked, f)
    ]


def _as_product(masked: str, figure: Figure) -> str:
    """Return what a figure measures, the product for an economy that grows: 全市经济增长6% tells of 生产总值."""
    at = masked.rfind(figure.subject, 0, figure.start)
    return product_of(figure.subject, masked[at + len(figure.subject) : figure.start]) if at >= 0 else figure.subject


def _as_come_about(figure: Figure, sentence: str, newest: int) -> Figure:
    """Return what is told of a year that the newest report looks back on as an outcome, where nothing says that it is wanted: 到2032年底有渡口20个."""
    past = figure.period.isdigit() and int(figure.period) < newest
    if figure.status != "target" or not past or _INTENDED.search(without_reached(sentence[: figure.start])):
        return figure
    return replace(figure, status="actual")


def _is_left(masked: str, figure: Figure) -> bool:
    """Tell a value that was left from the one that was reached."""
    return bool(_LEFT.search(masked, 0, figure.start) and _LEAVING.match(masked, figure.end))


def _claimed(whole: Query, sentence: str, figures: Sequence[Figure], owners: tuple[str, ...]) -> Iterator[Claimed]:
    previous = 0
    for figure in figures:
        query = _query(whole, sentence, figure, previous, owners)
        yield Claimed(figure, _of_its_place(query, sentence, figure), owners)
        previous = figure.end


def _query(whole: Query, sentence: str, figure: Figure, previous: int, owners: tuple[str, ...]) -> Query:
    """Return the question that a figure answers: the words of its own clause first, those of the sentence behind them."""
    # English says behind a number what it counts: $5 billion went to public housing.
    chinese = bool(_HAN.search(sentence))
    reach = _BEHIND if chinese else _BEHIND_EN
    # 统计公报披露 tells who says it: none of it is what is measured.
    said = SOURCE.sub(lambda m: "　" * len(m[0]), fold(sentence))
    clause = f"{said[previous : figure.start]} {said[figure.end : figure.end + reach]} {figure.subject}"
    words = content_terms(clause, whole.scope, owners)
    own = tuple(t for t in words if (t in whole.terms or t in figure.subject) and (chinese or _LETTER.search(t)))
    status = figure.status if figure.status == "target" else None
    need = Need("figure", figure.unit, class_of_unit(figure.unit), (figure.kind,), status, many=False)
    others = tuple(t for t in whole.terms if t not in own)
    return replace(whole, text=sentence, need=need, terms=own or whole.terms, background=others if own else (), asking="")


def _of_its_place(query: Query, sentence: str, figure: Figure) -> Query:
    """Leave of several places the one whose clause a figure stands in: 甲市5%，乙市6%; not 上海 in 甲市销往上海的农产品, nor 全国 in 居全国第三."""
    groups = same_places(query.scope.places)
    if len(groups) < 2:
        return query
    named = {
        name: [m.start() for p in places for m in re.finditer(re.escape(divisions(p)[-1]), sentence[: figure.start])]
        for name, places in groups.items()
    }
    told = [(at, name) for name, positions in named.items() for at in positions]
    leading = [(at, name) for at, name in told if _CLAUSE_HEAD.search(sentence[:at])]
    chosen = max(leading)[1] if leading else min(told)[1] if told else ""
    return replace(query, scope=replace(query.scope, places=groups[chosen])) if chosen else query
