"""What forbids a figure as an answer, however well its words fit: another dimension, another thing, a rate for an amount, an aim of another year."""

import re

from app.choosing.candidates import Candidate
from app.choosing.unit_fit import is_counted
from app.refusals.counted import is_other_counted
from app.refusals.framed import is_of_more, is_of_the_frame, tells_asked
from app.refusals.head_word import is_other_class
from app.refusals.named_things import of_a_few, other_thing
from app.refusals.newly_made import is_stock_for_new
from app.refusals.opposite import is_opposite, names_side
from app.refusals.other_date import is_of_no_such_date
from app.refusals.other_measure import is_mean_for_total, is_other_measure, is_total_for_mean
from app.refusals.other_name import other_name
from app.refusals.whom import is_of_no_age, is_of_no_sex, is_of_one_sex
from corpus.figures.conversion import convertible
from corpus.figures.numerals import fold
from index.query import Query
from index.unit_classes import class_of_unit

_CHANGE = re.compile(
    "增|涨|降|减|砍|压|扩|做大|壮大|省了|少了|多了|贵|便宜|升|提高|跌|快|慢|变|目标|翻|缩|速|长|几成|百分|%|比例|比重|占|率"
    "|gr[eo]w|ris[ei]|rose|increas|decreas|f[ae]ll|drop|declin|rate|per ?cent|share|cut|up|down|higher|lower|expand|jump"
    "|chang|more|less|better|worse|slow|slump|shr[aiu]nk|recession|boom|inflation|longer|bigger|larger|smaller|shorter|climb|soar|doubl"
)
_AIM = re.compile("力争|目标|预期|计划|确保|争取|拟|规划")
_AIM_ASKED = re.compile(f"{_AIM.pattern}|打算|预计|安排|任务|指标|要")
_HAPPENED = re.compile(
    "[涨增升降跌长减建修盖打造产卖种发投花挣赚收招引跑]了(?![要吗没])|到底|最后|最终|实际(?!使用|利用|投资|到位)"
)
_REVIEWED_AND_PLANNED = 2
_YEAR = re.compile(r"(?:19|20)\d\d")
_YEARS = re.compile(r"\d{4}-\d{4}")
# What is counted or measured in no other unit.
_MEASURED = frozenset(["辆", "吨", "斤", "公里", "千米", "平方米", "平方公里", "立方米", "亩", "公顷", "千瓦", "千瓦时", "头"])
# What is counted by the piece weighs nothing and is no length: 多少座 is answered by no 吨.
_PIECES, _EXTENTS = frozenset("座家所名位户艘台套张件项条处间支只栋场批"), _MEASURED - {"辆", "头"}
# A ton carried over a kilometre is no kilometre.
_CARRIED = re.compile("[吨人车](?:公里|千米|海里)$")
_ASKED = re.compile(r"多少|几(?!乎)|多[大高长重远]")
# A part of a year that a question may name.
_PART_OF_YEAR = re.compile(
    "月|季度|上半年|下半年|年初|年中|前三季|quarter|half|january|february|march|april|june|july|august|september|october|november|december"
)
_SHARE_ASKED = re.compile(r"分之|\bparts? of\b|portion|fraction|\bhow much of\b|\bout of\b")
_AMOUNT = frozenset(["money", "people", "count", "percent", "points"])


def contradicts(query: Query, candidate: Candidate) -> bool:
    """Tell whether a figure contradicts what is asked for. Of 1,681 right first choices for questions not learnt from, four do."""
    clashes = (
        _is_other_dimension,
        _is_rate,
        _is_aim,
        is_other_thing,
        _is_other_year,
        _is_other_name,
        _is_past_for_aim,
        _is_of_years_before,
        _is_under_other_year,
        _is_aim_for_outcome,
        _is_no_money,
        _is_share,
        _is_part_of_year,
        is_of_no_sex,
        is_of_one_sex,
        is_of_no_age,
        is_stock_for_new,
        _is_other_measure,
        is_other_class,
        is_of_no_such_date,
        is_of_the_frame,
        is_of_more,
        is_other_counted,
        is_opposite,
    )
    return any(clash(query, candidate) for clash in clashes)


def is_as_wanting(query: Query, best: Candidate, other: Candidate) -> bool:
    """Tell whether the figure that fits best lacks what is asked for, and another does as well: it is rather something near than the answer."""
    if is_of_the_frame(query, best):
        return not tells_asked(query, other)
    return is_opposite(query, best) and not names_side(query, other)


def _is_other_dimension(query: Query, candidate: Candidate) -> bool:
    """Tell whether the question names a unit of another class than the figure's: 多少亿千瓦时 is no share, 多少亿美元 no 吨."""
    asked, own = query.need.unit, candidate.figure.unit
    if not query.need.strict or not asked or not own or own in convertible(asked):
        return False
    if own.endswith(asked):
        return _CARRIED.search(own) is not None and _CARRIED.search(asked) is None
    if asked in _PIECES and own.partition("/")[0] in _EXTENTS and len(_ASKED.findall(query.text)) == 1:
        return True
    classes = {class_of_unit(asked), class_of_unit(own)}
    if is_counted(asked, own):
        # 多少辆, 800 buses.
        return False
    if asked in _MEASURED:
        # 多少辆 is answered by no 个, 多少吨 by no 公里.
        stem = own.partition("/")[0]
        return stem not in convertible(asked) and not stem.endswith(asked) and not asked.endswith(stem)
    return (
        len(classes) == 2
        and classes <= _AMOUNT
        and classes not in ({"count", "people"}, {"percent", "points"})
        and asked not in {"个", "块", "点", "担", "升"}
    )


def _is_rate(query: Query, candidate: Candidate) -> bool:
    """Tell whether a rate of growth stands for an amount: nothing in the question, nor in those before it, speaks of change."""
    figure = candidate.figure
    rate = figure.kind == "growth" and class_of_unit(figure.unit) in {"percent", "times"}
    return rate and not query.need.kinds and not query.background and not _CHANGE.search(fold(query.text).lower())


def _is_aim(query: Query, candidate: Candidate) -> bool:
    """Tell whether a figure is called an aim in its sentence and is of another year than the outcome that is asked for."""
    figure, years = candidate.figure, {str(y) for y in query.scope.years}
    elsewhen = bool(years) and len(figure.period) >= 4 and figure.period[:4] not in years
    return figure.status == "target" and elsewhen and query.need.status != "target" and bool(_AIM.search(candidate.sentence.text))


def is_other_thing(query: Query, candidate: Candidate) -> bool:
    """Tell whether a question names a thing of few names that neither the sentence of a figure, nor what stands before it, tells; or the figure is of a few.

    Of questions that reports answer it takes three of 1,399 right answers, of those that they do not 15 of 28 wrong ones.
    """
    sentence = candidate.sentence
    passage = sentence.ranked.passage
    told = f"{passage.text[: sentence.end - passage.start]} {sentence.stretch.head.named.text}"
    return other_thing(query.text, told) or of_a_few(query.text, candidate.figure.subject)


def _is_other_year(query: Query, candidate: Candidate) -> bool:
    """Tell whether a figure is of another year than the one asked about, in a report that does not tell of that year, nor names it beside the figure."""
    scope, ranked = query.scope, candidate.sentence.ranked
    asked = {*scope.years, *(range(scope.span[0], scope.span[1] + 1) if scope.span else ())}
    if not asked or not ranked.years or asked & set(ranked.years):
        return False
    first, last = candidate.figure.period[:4], candidate.figure.period[5:9]
    if first.isdigit() and asked & set(range(int(first), int(last if last.isdigit() else first) + 1)):
        return False
    beside = candidate.sentence.text if first.isdigit() else ranked.passage.text
    told = fold(f"{beside} {candidate.sentence.stretch.head.named.text}")
    return not any(str(year) in told for year in asked)


def _is_other_name(query: Query, candidate: Candidate) -> bool:
    """Tell whether a question names an office, a company, a country, a place or an age that the passage of a figure and its headings do not."""
    sentence = candidate.sentence
    passage = sentence.ranked.passage
    # Of the rows of a table each is about a name of its own.
    told = f"{sentence.text if passage.context else passage.text} {sentence.stretch.head.named.text}"
    return not query.background and other_name(query.text, told, query.scope)


def _is_past_for_aim(query: Query, candidate: Candidate) -> bool:
    """Tell whether a figure is the outcome of a year before the one whose aim is asked for: 2024年打算改造多少个 is not what 2023 改造了."""
    figure, scope = candidate.figure, query.scope
    if query.need.status != "target" or figure.status != "actual" or not scope.years or scope.span or scope.compared:
        return False
    return figure.period.isdigit() and int(figure.period) < min(scope.years)


def _is_of_years_before(query: Query, candidate: Candidate) -> bool:
    """Tell whether a figure sums up years before the only one that is asked about: 五年累计 up to 2012 is no value of 2013."""
    scope, period = query.scope, candidate.figure.period
    if len(scope.years) != 1 or scope.span or scope.compared or scope.issued or not _YEARS.fullmatch(period):
        return False
    return int(period[5:]) < scope.years[0]


def _is_under_other_year(query: Query, candidate: Candidate) -> bool:
    """Tell whether a figure of another year stands under that year's heading, in a file that holds the reports of several years."""
    scope, period, ranked = query.scope, candidate.figure.period, candidate.sentence.ranked
    asked = {str(y) for y in (*scope.years, *scope.compared)}
    several = len(ranked.years) > _REVIEWED_AND_PLANNED
    if not asked or scope.span or scope.issued or not several or not period.isdigit() or period in asked:
        return False
    headed = _YEAR.findall(fold(" ".join(ranked.passage.section)))
    return period in headed and not asked & set(headed)


def _is_aim_for_outcome(query: Query, candidate: Candidate) -> bool:
    """Tell whether a figure is called the aim of the year of which a question asks what came about: 2015年物价到底涨了百分之几."""
    figure, years = candidate.figure, {str(y) for y in query.scope.years}
    if figure.status != "target" or figure.period not in years or _AIM_ASKED.search(query.text):
        return False
    return bool(_HAPPENED.search(query.text)) and bool(_AIM.search(candidate.sentence.text))


def _is_no_money(query: Query, candidate: Candidate) -> bool:
    """Tell whether a figure of another unit stands for the money that the asking words name: 花了多少钱 is answered by no length."""
    unit = candidate.figure.unit
    if not query.need.strict or query.need.unit_class != "money" or query.need.kinds or not unit:
        return False
    return class_of_unit(unit) != "money"


def _is_share(query: Query, candidate: Candidate) -> bool:
    """Tell whether a share stands for an amount of money: the total is not 20% of the province's."""
    figure = candidate.figure
    rate = figure.kind == "share" and figure.unit in {"%", "‰"}
    asked = query.need.unit_class == "money" and not query.need.kinds and not query.background
    text = fold(query.text).lower()
    return rate and asked and not _CHANGE.search(text) and not _SHARE_ASKED.search(text)


def _is_part_of_year(query: Query, candidate: Candidate) -> bool:
    """Tell whether a figure is of some months of a year that is asked about as a whole."""
    scope, period = query.scope, candidate.figure.period
    named = _PART_OF_YEAR.search(fold(query.text).lower())
    return "/" in period and bool(scope.years) and not query.background and not named


def _is_other_measure(query: Query, candidate: Candidate) -> bool:
    """Tell whether a figure is called by the name of another headline measure than is asked for, or is a total where a mean is, or a mean where none is."""
    if query.background:
        return False
    figure = candidate.figure
    if is_mean_for_total(query.text, figure.subject):
        return True
    return is_total_for_mean(query.text, figure) or is_other_measure(query.text, figure.subject)
