"""Whether a figure is of what a question asks about, and of no part of it and no other body: more than it takes to be shown, as a verdict hangs on it."""

import re

from app.choosing.chooser import Chosen
from app.choosing.standing import ahead
from app.claims.direction import way_of
from app.working.computed import is_part
from app.working.operands import without_issuers
from app.yes_no.bodies import is_short_for
from corpus.figures.numerals import fold
from corpus.matching import matching_text
from index.places import NATION, divisions, same_places, short_name, spellings
from index.query import Query

# Each word that names the measure is spoken of at least so far by the clause of the figure.
_SPOKEN = 0.6
# Words that say how a thing moved, how much of it there was, or that something was reached, and not what it is.
_NO_NAME = re.compile(
    r"[增减涨跌升降多少高低大小快慢是还了更]+|[高低多少大小快慢强弱]于|翻番|增长率?|增速|增幅|涨幅|降幅|跌幅|幅度|增加|减少|提高|降低|下调|上调|调[高低整]|下滑|上升|下降|上涨|下跌|回升|回落|扩大|缩小|收窄|增产|减产|增|减|涨|跌|升|降|多|少|高|低|大|小|快|慢"
    r"|占比?|比重|比例|份额|过半|一半|数量?|总[量数额]?|规模|水平|情况|相比|对比|相对|比较|哪[个边年]?|谁|两者|完成|实现|达到|控制|保持|稳定|建设|新建|安排|同比|没有?|超过|突破|以[上下内]|全[省市县区州旗镇乡村]|全年|本年|年度|实际|还|都|又|能|了"
    r"|(?:gr[eo]w|ris[ei]|rose|f[ae]ll|increas|decreas|declin|drop|shr[iau]nk|climb|rais|cut|lower|higher|more|less|fewer|than|exceed|reach|pass|above|below|over|under|stay|run|have|had|show|keep|compar|chang"
    r"|creat|add|mak|made|buil|complet|deliver|spen|collect|receiv|gain|becom|went|go)\w*"
    r"|growth|rate|share|total|number|level|year|half|end|beginning|since|per|cent|percent|million|billion|trillion|thousand"
    r"|[万亿千百十]+[一-龥]?|[\d.,%$]+"
)
# What makes a thing no part of the whole: 全市, 年末, 地方.
_OF_ALL = re.compile(
    r"全部|全体|常住(?:人口)?|全社会|全[国省市县区州乡镇年]|我[国省市县区州]|本[国省市县区州级]|地方|公司|集团|年末|年底|期末|初步|核算|其中|实现|完成|达到|突破|超过|累计|总|共|年|的|同时|实际|去年|上年|当年|今年|和|及|等|[\W\d_a-z]"
)
_WORLD = re.compile(r"全球|世界(?!级)|\bglobal(?:ly)?\b|\bworld(?:wide|'s)?\b|\boverseas\b")
_NATION_TOLD = re.compile(r"全国|\bnation(?:al|wide)\b")
_AROUND, _SPAN = 40, 9
_RATE_ASKED, _PRICE = (
    re.compile(r"率|比重|占比|比例|增速|增幅|涨幅|\bra(?:te|tio)s?\b|\bshare\b|\bpercentage\b"),
    re.compile("汇率|频率|分辨率|效率|功率|生产率|exchange rate"),
)
_RATES = frozenset(["%", "‰", "百分点", "倍", "", "‱"])


def speaks_of_measure(query: Query, c: Chosen, asked: str) -> bool:
    """Tell whether the clause of a figure speaks of every word of a query that names what `asked`, the text without its mark, is about."""
    names = {
        part.lower()
        for place in query.scope.places
        for part in (place, *divisions(place), *place.split(), *spellings(short_name(place)))
    }
    if _RATE_ASKED.search(asked) and not _PRICE.search(asked) and c.candidate.figure.unit not in _RATES:
        return False
    name = fold(c.candidate.figure.subject).lower()
    kept, title = set(measure_terms(query, asked)), c.candidate.sentence.ranked.passage.title.lower()
    spoken, around = c.candidate.spoken.own, c.candidate.around if is_part(c) else ()
    for i, term in enumerate(query.terms[: len(spoken)]):
        if term not in kept or term in title or term in name or any(term in n for n in names):
            continue
        if is_short_for(term, title):
            continue
        # 其中，出口3万吨: of which is told ahead.
        if max(spoken[i], around[i] if i < len(around) else 0.0) < _SPOKEN:
            return False
    return not _of_another_body(query, c)


def measure_terms(query: Query, asked: str) -> list[str]:
    """Return the words of a query that name what `asked`, the text without its mark, is about; the names of places and companies are told by their reports."""
    kept = set(without_issuers(query))
    return [t for t in query.terms if t in asked and t in kept and len(t) > 1 and not _NO_NAME.fullmatch(t)]


def _of_another_body(query: Query, c: Chosen) -> bool:
    """Tell whether what stands before a figure is said of the world, or of the nation, where the question is about another."""
    before = re.split("[，,；;。]", fold(ahead(c)).lower())[-1][-_AROUND:]
    text = fold(query.text).lower()
    if _WORLD.search(before) and not _WORLD.search(text):
        return True
    named = same_places(query.scope.places)
    return bool(named) and NATION not in named and bool(_NATION_TOLD.search(before)) and not _NATION_TOLD.search(text)


def is_of_year(query: Query, c: Chosen) -> bool:
    """Tell whether a figure is of the year asked about, and not of several of which that is one; undated it may be."""
    years, period = query.scope.years, c.candidate.figure.period
    return not years or not period or (int(period[:4]) in years and (len(period) < _SPAN or period[5:9] == period[:4]))


def is_left_behind(c: Chosen) -> bool:
    """Tell the start of 由A到B: what a value was before."""
    sentence, figure = c.candidate.sentence, c.candidate.figure
    return way_of(sentence.text, figure.moved(-sentence.start)).start


def is_of_a_part(query: Query, c: Chosen) -> bool:
    """Tell whether a figure is called by a narrower name than what is asked about: 新能源汽车产量 is a part of 汽车产量."""
    name = re.sub(r"\[\d+\]", "", matching_text(c.candidate.figure.subject))
    places = [part for place in query.scope.places for part in (place, *divisions(place))]
    # 新能源汽车年产量 has the 汽车 of 汽车产量.
    terms = (t if t in name else t[:2] for t in query.terms if len(t) > 1 and not _NO_NAME.fullmatch(t))
    # (Of 高收入组人均收入 the last 收入 is the measure.)
    at = [name.rindex(t) for t in terms if t in name]
    if not at:
        return False
    ahead_of_it = name[: min(at)]
    for place in sorted(places, key=len, reverse=True):
        ahead_of_it = ahead_of_it.replace(place, "")
    return len(_OF_ALL.sub("", ahead_of_it)) > 1


def names_a_rate(c: Chosen) -> bool:
    """Tell a rate or a share: of a part it tells nothing of the whole."""
    return c.candidate.figure.unit in {"%", "‰", "百分点", "倍"}
