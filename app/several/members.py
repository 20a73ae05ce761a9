"""The members of a list that a question asks about one by one: a query for each of them."""

import re
from collections.abc import Sequence
from dataclasses import replace

from app.several.english_lists import english_list
from corpus.figures.numerals import fold
from corpus.matching import matching_text
from index.need import Need, understand
from index.query import Query, content_terms

_NOT_EACH = "种类级地项界族国方行省市县区部单位个条家类人"
_SHARED = re.compile(rf"分别|依次|各自|各(?![{_NOT_EACH}])|都(?=[是有超达增涨降])|\brespectively\b")
# 和 and 及 also stand inside words: 涉及, 普及, 总和.
_AND = r"以及|(?<![总共饱缓温柔])(?<!国家)和(?!平(?![板台均房原])|谐|睦|美(?!国|洲|元)|解|缓|气)|(?<!参)与(?!会)|(?<![涉普以顾波惠])及(?!时|格)|跟"
_AND_LATIN = re.compile(r"[\w'’-]+ and [\w'’-]+")
# So many characters to both sides of 和 tell that a name has them too.
_BESIDE = 2
JOIN = re.compile(rf"、|{_AND}|\band\b|, ")
# A blank parts clauses as a comma does: 每人发多少 一共要花多少
CLAUSE = re.compile(r"[，,；;？?]|(?<=[一-龥])\s+(?=[一-龥])")
_LAST_JOIN = re.compile(_AND)
# A member of a list that ends so says by itself what is measured: 粮食产量和农民收入各多少.
_MEASURE_ITSELF = re.compile("[一-龥](?:量|率|额|值|数|面积|人口|收入|支出|利润|投资|里程|能力|规模)$")
_MEASURED = re.compile("(?:[量率额值数]|面积|人口|收入|支出|投资|[占比]重|占比|gdp)$")
_MEASURE_OF_ALL = re.compile("(?P<thing>[一-龥]{1,4}?)(?P<measure>总?(?:产[量值能]|[储销存]量|面积|收入|支出|投资)|增加值)")
# 优良率 and 失业率 are measures of their own; 增速 and 占比 are asked of all members of a list.
_RATE_ITSELF = re.compile("[一-龥]{2}(?<!增长)率")
_RATE_OF_ALL = re.compile("增速|增幅|涨幅|增长|占|比重|下降|提高|百分之|几成")
# 增产多少原煤、原油和钢: the list stands behind the asking word.
_LISTED_BEHIND = re.compile(
    r"多少(?:万|亿)?(?P<list>[^多少，,；;？?。（(]{1,12}(?:(?:、|和|与|及)[^多少，,；;？?。（(、和与及]{1,12})+)"
    # 各县目标分别多少？甲县、乙县、丙县
    r"|(?:分别|各)[^，；。？?]{0,8}多少[？?:：](?P<named>[^，；。？?（(]+、[^，；。？?（(]+)$"
)
# 甲、乙、丙是多少 needs no 分别.
_LISTED_AHEAD = re.compile(
    r"^[^、]{2,}、[^，。；？?]*(?:、|和|与|及)[^，。；？?]*?(?:都|又)?(?:是|有|为|达到?|要|定)?(?:多少|百分之几|几成)"
)
# 在船工、渔民和脚夫身上花的钱 was spent once: the list is no more than what it was spent on.
_SPENT_ON = re.compile(
    r"(?:在|对|为|给|向|往|用于)[^，。；？?、]{1,10}(?:(?:、|和|与|及)[^，。；？?、]{1,10})+?(?:身上|方面|领域|这些[一-龥]{2})"
)
# 三个开发区（市经开区、慈湖、当涂）, 三项试点各扩到多少：企业、集团、城市
_LISTED_ASIDE = re.compile(
    r"[两二三四五六](?:个|项|家|座|县|市|区|大|种|类|条|处)[^，。；（(：:]{0,12}(?:[（(](?P<aside>[^（）()]+、[^（）()]+)[）)]|[^：:]*[：:](?P<behind>[^：:，。；？?]+、[^：:，。；？?]+))"
)
# 丙2020年的产值, 丙的产值
_MEASURED_BEHIND = re.compile(r"(?P<name>[^\d的]{2,}?)(?:(?:19|20)\d\d年?[末底]?的?|的)(?P<measure>[^的\d]{2,})")
_HAN = re.compile("[一-龥]")
_FRAME = re.compile(
    r".*(?:的|\d年(?:年?[末底初]|上半年|下半年|度)?"
    # 户籍人口里男性, 从业人员中博士
    r"|(?<=[人员口数业者生])(?:里面?|当?中|之中)(?!心|学|国|级|等|年|央|共|小|专))(?=[^的]{2})"
)


def listed(query: Query) -> list[str]:
    """Return the members of the list that a question asks about one by one, as they are written; empty if it names none."""
    return _listed(fold(query.text).lower())


def asks_for_each(query: Query) -> bool:
    """Tell a question that shares out its list by a word of its own: 甲和乙各多少."""
    return _SHARED.search(fold(query.text).lower()) is not None


def is_set_out(query: Query) -> bool:
    """Tell a question that counts the members of its list: 三项试点各扩到多少：企业、集团、城市."""
    return _LISTED_ASIDE.search(fold(query.text).lower()) is not None


def by_members(query: Query, text: str) -> list[Query]:
    """城镇、农村居民收入分别: a question for each member of the list before 分别 or 各."""
    members = named_members(query, text)
    named = [own for m in members if (own := terms_in(query, m))]
    if len(named) < 2:
        return []
    named, measure = _measure_of_all(named)
    every = {t for m in named for t in m}
    rest = tuple(t for t in query.terms if t not in every and not any(t in m for m in members)) + measure
    parts = []
    needs = _needs(query, text, [m for m in members if terms_in(query, m)], measure=bool(measure))
    for own, need in zip(named, needs, strict=True):
        others = tuple(dict.fromkeys(t for m in named for t in m if t not in own))
        parts.append(replace(query, terms=(*own, *rest), background=others, need=need))
    texts = _texts(text, [m for m in members if terms_in(query, m)])
    return [_of_text(part, own) for part, own in zip(parts, texts, strict=True)] if texts else parts


def _of_text(part: Query, text: str) -> Query:
    """Return a part with its own text, and the places that only are spoken of which it names."""
    return replace(part, text=text, mentioned=tuple(place for place in part.mentioned if place in text))


def named_members(query: Query, text: str) -> list[str]:
    """Return the members of the list that a question asks about as it names them, without what stands before or behind all of them."""
    members = _without_measure(_without_frame(query, _listed(text)))
    if len(members) > 1 and _is_one_name(query.text, members):
        return []
    return members if len(members) > 1 else []


def _is_one_name(text: str, members: Sequence[str]) -> bool:
    """Tell an English list that is one name, written with capitals to both sides of its "and": Hill Supplies and Service."""
    found = re.search(rf"{re.escape(members[-2])},? and (?:the )?{re.escape(members[-1])}", text, re.IGNORECASE)
    if found is None or _HAN.search(text):
        return False
    left, _, right = found[0].rpartition(" and ")
    last = left.rstrip(",").split()[-1]
    return last[:1].isupper() and right[:1].isupper() and not (last.isupper() or right.split()[0].isupper())


def joins_one_name(query: Query, name: str) -> bool:
    """Tell whether every "and" of a question stands in the name of one thing as it does in the question: 农田保护与利用花了多少."""
    text, name = fold(query.text).lower(), matching_text(name)
    around = [text[max(0, m.start() - _BESIDE) : m.end() + _BESIDE] for m in _LAST_JOIN.finditer(text)]
    around += [m[0] for m in _AND_LATIN.finditer(text)]
    return bool(around) and "、" not in text and all(matching_text(own) in name for own in around)


def _without_measure(members: list[str]) -> list[str]:
    """Return the members of a list, the last without what is measured of all of them: of 甲、乙和丙2020年的产值 甲, 乙 and 丙.

    What the others say by themselves is measured of the last alone.
    """
    found = _MEASURED_BEHIND.fullmatch(members[-1]) if len(members) > 1 else None
    if found is None or any("的" in m or _MEASURE_ITSELF.search(m) for m in members[:-1]):
        return members
    return [*members[:-1], found["name"]]


def _texts(text: str, members: Sequence[str]) -> list[str]:
    """Return what a question says of each member of its list: all of it without the others; nothing if they do not stand together."""
    first, last = text.find(members[0]), text.rfind(members[-1])
    if first < 0 or last < first:
        return []
    return [f"{text[:first]}{m}{text[last + len(members[-1]) :]}" for m in members]


def _measure_of_all(named: list[tuple[str, ...]]) -> tuple[list[tuple[str, ...]], tuple[str, ...]]:
    """Return the words of each member of a list, and the measure that the last one is written together with: of 大麦、玉米、豆产量 大麦, 玉米, 豆 and 产量."""
    *first, last = named
    if _is_longer(first, last):
        return [*first, last[:1]], last[1:]
    if (head := _head_of_all(first, last)) is not None:
        # 甲机场、乙机场吞吐量: what stands behind what all of them are is of all.
        return [*first, last[:head]], last[head:]
    shared = _MEASURE_OF_ALL.fullmatch(last[-1])
    if shared is None or all(any(_MEASURE_ITSELF.search(f"一{t}") for t in own) for own in first):
        return named, ()
    return [*first, (*last[:-1], shared["thing"])], (shared["measure"],)


def _head_of_all(first: Sequence[tuple[str, ...]], last: tuple[str, ...]) -> int | None:
    """Return behind which word of the last member stands what is asked of all: the one that all others end with; None if they share none."""
    heads = {own[-1] for own in first if own}
    if len(heads) != 1:
        return None
    head = heads.pop()
    at = next((i for i, t in enumerate(last[:-1], 1) if t == head or (len(head) > 2 and t[-2:] == head[-2:])), None)
    return at if at is not None and at < len(last) else None


def _is_longer(first: Sequence[tuple[str, ...]], last: tuple[str, ...]) -> bool:
    """Tell a last member that is written together with what is measured of all: 东部、中部、东北地区 | 生产总值, 城市、农村 | 低保对象."""
    alone = all(len(own) == 1 and not _MEASURE_ITSELF.search(f"一{own[0]}") for own in first)
    if not alone or len(last) < 2:
        return False
    return _MEASURED.search(last[-1]) is not None or all(len(own[0]) == len(last[0]) for own in first)


def _without_frame(query: Query, members: list[str]) -> list[str]:
    """Return the members of a list, the first without what stands before all of them: of 甲厂2020年底的资产和负债 the place and the time.

    农业的产值和工业产值 are two things of one name.
    """
    frame = _FRAME.match(members[0]) if len(members) > 1 and not any("的" in m for m in members[1:]) else None
    if frame is None:
        return members
    own = members[0][frame.end() :]
    named = [terms_in(query, m)[-1:] for m in (own, *members[1:])]
    return members if not named[0] or named[0] in named[1:] else [own, *members[1:]]


def _needs(query: Query, text: str, members: Sequence[str], *, measure: bool) -> list[Need]:
    """Return what each member of a list asks for: the rate that the last one is (…、空气优良率各是多少) is none of the others."""
    shared = replace(query.need, many=False)
    own = [replace(understand(f"{m}是多少"), status=query.need.status, many=False, task="figure") for m in members]
    if all(_MEASURE_ITSELF.search(m) for m in members) and not (shared.strict or shared.kinds):
        return own
    left = _texts(text, members)[:1]
    told = understand(left[0].replace(members[0], "", 1)).unit_class if left else shared.unit_class
    if not (measure or told or shared.kinds or shared.unit):
        # 医院、床位、护士各多少: what the last one counts is none of the others'.
        return own
    rate_last = _RATE_ITSELF.search(members[-1]) and not _RATE_OF_ALL.search(text) and not any("率" in m for m in members[:-1])
    return [*own[:-1], shared] if rate_last else [shared] * len(members)


def _listed(text: str) -> list[str]:
    """Return the members of the list that a question asks about one by one."""
    if not _HAN.search(text):
        return english_list(text)
    aside = _LISTED_ASIDE.search(text)
    if aside:
        return _members(aside["aside"] or aside["behind"])
    shared = _SHARED.search(text)
    clauses = [c for c in CLAUSE.split(text[: shared.start()]) if c.strip()] if shared else []
    behind = _LISTED_BEHIND.search(text)
    ahead = next((m[0] for c in CLAUSE.split(text) if (m := _LISTED_AHEAD.match(c))), "") if not shared and not behind else ""
    ahead = "" if _SPENT_ON.search(ahead or "") else ahead
    heads = [behind["named"] or ""] if behind else []
    heads += [*clauses[:-3:-1], _counted_behind(behind), ahead]
    split = (_members(head) for head in heads if head)
    return next((members for members in split if len(members) > 1), [])


def _counted_behind(behind: re.Match[str] | None) -> str:
    """Return the list behind an asking word without what its members share: 多少水泥、平板玻璃和电解铝的落后产能.

    多少失业的、找工作困难的人 counts one thing.
    """
    counted = behind["list"] or "" if behind else ""
    *first, last = JOIN.split(counted)
    if len(first) == 1 and "的" in first[0] and "的" not in last:
        # 多少落后的纸浆和玻璃产能: what stands before 的 is of both.
        return counted.rpartition("的")[2]
    if len(first) > 1 and not any("的" in member for member in first):
        return counted[: len(counted) - len(last)] + last.partition("的")[0]
    return "" if "的" in counted else counted


def _members(head: str) -> list[str]:
    """Split a list: at 、 where it has one, and its last piece once more (光伏及储能、零部件和工具 are three), and at 以及."""
    if "、" not in head:
        return JOIN.split(head)
    *pieces, last = head.split("、")
    return [m for piece in (*pieces, *_LAST_JOIN.split(last, maxsplit=1)) for m in piece.split("以及") if m]


def terms_in(query: Query, text: str) -> tuple[str, ...]:
    """Return the terms of a query that a part of its text has."""
    return tuple(t for t in content_terms(text, query.scope) if t in query.terms) or tuple(t for t in query.terms if t in text)
