"""What forbids a figure as an answer, however well its words fit: another dimension, another thing, a rate for an amount, an aim of another year."""

import re

from app.choosing.candidates import Candidate
from app.choosing.unit_fit import is_counted
from app.refusals.framed import is_of_more, is_of_the_frame, tells_asked
from app.refusals.head_word import is_other_class
from app.refusals.joint_total import is_of_several_joined
from app.refusals.named_things import of_a_few, other_thing
from app.refusals.neighbour import is_of_neighbour, tells_less
from app.refusals.newly_made import is_new_for_stock, is_stock_for_new
from app.refusals.nothing_said import says_nothing_asked
from app.refusals.opposite import is_opposite, names_side
from app.refusals.other_date import is_of_no_such_date
from app.refusals.other_institution import is_of_other_institution
from app.refusals.other_measure import is_measured_otherwise
from app.refusals.other_name import other_name
from app.refusals.untold_thing import is_of_untold, lacks_untold
from app.refusals.whom import is_each_for_total, is_of_no_age, is_of_no_sex, is_of_one_sex, is_total_for_each
from app.refusals.wider import is_of_wider, lacks_same
from corpus.figures.conversion import convertible
from corpus.figures.numerals import fold
from corpus.figures.setting import heading_part
from index.query import Query
from index.unit_classes import class_of_unit
from index.years import LATEST_YEARS

_CHANGE = re.compile(
    "增|涨|降|减|省(?=[下掉去出])|砍|压|扩|做大|壮大|省了|少了|多了|贵|便宜|升|提高|跌|快|慢|变|目标|翻|缩|速|长|几成|百分|%|比例|比重|占|率"
    "|gr[eo]w|ris[ei]|rose|increas|decreas|f[ae]ll|drop|declin|rate|per ?cent|share|cut|up|down|higher|lower|expand|jump"
    "|chang|more|less|better|worse|slow|slump|shr[aiu]nk|recession|boom|inflation|longer|bigger|larger|smaller|shorter|climb|soar|doubl"
)
# 三成, 九分之一
_HAN_PARTS = re.compile("[成分倍番]")
_AIM = re.compile("力争|目标|预期|计划|确保|争取|拟|规划")
# What is counted or measured in no other unit.
_MEASURED = frozenset(["辆", "吨", "斤", "公里", "千米", "平方米", "平方公里", "立方米", "亩", "公顷", "千瓦", "千瓦时", "头"])
# What is counted by the piece weighs nothing and is no length: 多少座 is answered by no 吨.
_PIECES, _EXTENTS = frozenset("座家所名位户艘台套张件项条处间支只栋场批"), _MEASURED - {"辆", "头"}
# A ton carried over a kilometre is no kilometre.
_CARRIED = re.compile("[吨人车](?:公里|千米|海里)$")
_ASKED = re.compile(r"多少|几(?!乎)|多[大高长重远]")
_AMOUNT = frozenset(["money", "people", "count", "percent", "points"])

_MOVED = "提高|增加|上升|提升|升|增长|扩大|涨|下降|降低|减少|降|压减|缩短|缩小"
_END_ASKED = re.compile(rf"(?:{_MOVED})(?:到|至|为)了?(?:多少|几|百分之)")
_OVER_YEARS = re.compile(
    r"(?:近|过去|最近|这|[一-龥]?)的?(?:[两三四五六七八九十]|\d{1,2})[个]?年(?:来|间|里|内|[^，。？?]{0,12}累计)|(?:近|过去|最近)的?(?:[两三四五六七八九十]|\d{1,2})年"
)
_EACH_YEAR = re.compile("每年|年均|平均|历年|逐年|各年")


def contradicts(query: Query, candidate: Candidate) -> bool:
    """Tell whether a figure contradicts what is asked for. Of 2,201 right first choices 22 do."""
    clashes = (
        _is_other_dimension,
        _is_rate,
        _is_aim,
        is_other_thing,
        _is_other_year,
        _is_change_for_end,
        _is_of_one_of_years,
        is_other_name,
        _is_past_for_aim,
        _is_no_money,
        is_of_no_sex,
        is_of_one_sex,
        is_of_no_age,
        is_total_for_each,
        is_each_for_total,
        is_stock_for_new,
        is_new_for_stock,
        is_other_class,
        is_of_no_such_date,
        is_of_the_frame,
        is_of_more,
        is_opposite,
        is_of_wider,
        is_of_neighbour,
        is_of_several_joined,
        is_of_other_institution,
        is_of_untold,
        is_measured_otherwise,
        says_nothing_asked,
    )
    return any(clash(query, candidate) for clash in clashes)


def is_as_wanting(query: Query, best: Candidate, other: Candidate) -> bool:
    """Tell whether the figure that fits best lacks what is asked for, and another does as well: it is rather something near than the answer."""
    if is_of_the_frame(query, best):
        return not tells_asked(query, other)
    if is_of_wider(query, best):
        return lacks_same(query, best, other)
    if is_of_neighbour(query, best):
        return tells_less(best, other)
    if is_of_untold(query, best):
        return lacks_untold(query, best, other)
    return is_opposite(query, best) and not names_side(query, other)


def _is_other_dimension(query: Query, candidate: Candidate) -> bool:
    """Tell whether the question names a unit of another class than the figure's: 多少亿千瓦时 is no share, 多少亿美元 no 吨."""
    asked, own = query.need.unit, candidate.figure.unit
    if query.need.strict and query.need.unit_class == "percent" and "growth" not in query.need.kinds:
        # 合格率是百分之多少 is answered by no number of things.
        return own != "" and class_of_unit(own) == "count" and not _HAN_PARTS.search(candidate.figure.text)
    if query.need.strict and query.need.unit_class == "time":
        # 连着多少年 is answered by no weight.
        return own != "" and class_of_unit(own) != "time" and not own.endswith(("日", "岁"))
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
    """Tell whether a figure is called an aim in its sentence or by its heading, and is of another year than the outcome that is asked for."""
    figure, years = candidate.figure, {str(y) for y in query.scope.years}
    elsewhen = bool(years) and len(figure.period) >= 4 and figure.period[:4] not in years
    if figure.status != "target" or not elsewhen or query.need.status == "target":
        return False
    headed = heading_part(candidate.sentence.ranked.passage.section) == "plan"
    return headed or _AIM.search(candidate.sentence.text) is not None


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
    period, context = candidate.figure.period, ranked.passage.context
    if asked and context and period.isdigit() and int(period) not in asked and period in fold(context):
        # The head of a table says itself of which year a cell is.
        return True
    if not asked or not ranked.years or asked & set(ranked.years) or _tells_latest(query, candidate):
        return False
    first, last = candidate.figure.period[:4], candidate.figure.period[5:9]
    if first.isdigit() and asked & set(range(int(first), int(last if last.isdigit() else first) + 1)):
        return False
    beside = candidate.sentence.text if first.isdigit() else ranked.passage.text
    told = fold(f"{beside} {candidate.sentence.stretch.head.named.text}")
    return not any(str(year) in told for year in asked)


def _tells_latest(query: Query, candidate: Candidate) -> bool:
    """Tell whether a question counts years back from now and a sentence as many from when it was written: 近三年发展党员合计1324名."""
    asked = LATEST_YEARS.search(fold(query.text))
    return asked is not None and any(asked["n"] == told["n"] for told in LATEST_YEARS.finditer(fold(candidate.sentence.text)))


def _is_change_for_end(query: Query, candidate: Candidate) -> bool:
    """Tell whether a question asks what something rose or fell to, and a figure is by how much: 提高到多少岁 is no 提高1岁."""
    return candidate.figure.kind == "change" and _END_ASKED.search(fold(query.text)) is not None


def _is_of_one_of_years(query: Query, candidate: Candidate) -> bool:
    """Tell whether how far something came over years is asked, and a figure is how far it came in one: 近十年减少了多少."""
    figure = candidate.figure
    text = fold(query.text)
    # 那五年 may be the very term that a report sums up.
    if figure.kind != "change" or not figure.period.isdigit() or not LATEST_YEARS.search(text) or _EACH_YEAR.search(text):
        return False
    return _OVER_YEARS.search(fold(candidate.sentence.text)) is None


def is_other_name(query: Query, candidate: Candidate) -> bool:
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


def _is_no_money(query: Query, candidate: Candidate) -> bool:
    """Tell whether a figure of another unit stands for the money that the asking words name: 花了多少钱 is answered by no length."""
    unit = candidate.figure.unit
    if not query.need.strict or query.need.unit_class != "money" or query.need.kinds or not unit:
        return False
    return class_of_unit(unit) != "money"
