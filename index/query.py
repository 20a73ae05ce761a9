"""A question as the search sees it: its scope, what would answer it, and the words that carry its subject."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from corpus.company import foreign_names
from corpus.figures.numerals import fold
from corpus.figures.units import UNITS
from corpus.matching import is_chinese
from corpus.word_table import read_words
from index.abbreviations import is_unknown, plain_names, set_apart
from index.catalogue import ReportCard
from index.clauses import JOINED
from index.dictionary import open_dictionary
from index.english_bodies import KIND_BEHIND, shorter_names
from index.excluded import UNWANTED_CLAUSE
from index.issuers import called, office_words
from index.need import NOT_UNITS, Need, understand
from index.places import NATION, chinese_country, divisions, short_name, spellings
from index.recutting import recut
from index.scope import Scope, in_scope, resolve_scope
from index.speeches import speech_words
from index.thesaurus.meant import Meant
from index.years import BUDGET_REPORT, SHORT_YEAR

_ASKING = re.compile(
    # How many and how big (but 多大型 and 多长期), which one
    r"百分之多少|是多少|多少|占?多[大高快重宽深](?!型)|多长(?!期)时?间?|多久|百分之几|几个百分点|几成|几倍|第几|有几[个项家条座所种]?|分别是?|各是?"
    # Who asks, and asks for it to be looked up
    r"|请问|我想知道|想知道|我想问|告诉我|帮我查(?:一下)?|查一下"
    # Which, what, how, why, whether
    r"|哪[些里儿]|哪(?:一|几|两|三|四)?[个家种类项条]|什么|怎么样|怎么|怎样|如何|为什么|为何|是不是|有没有"
    # How exactly, and what of it
    r"|到底|大概|大约|一共|总共|具体|数据|数字|的?数(?:是|呢)|水平如何|情况(?:怎么样|如何)"
    # The report, and what it does: 报告里提到
    r"|政府工作报告|工作报告|(?:这|那)份报告"
    r"|报告(?:里|中|上|显示|说(?!法)|提到|披露|指出|讲|点名|提出|认为|觉得|判断|断定|强调|指责|批评|宣布|表示|谈到|写道"
    r"|承认|坦言|主张|呼吁|号召|评价|形容|透露|称)*"
    r"|根据|按照?|显示|披露|提到|说(?!法)的?|公布的?"
    # What is not asked for, and whether it is done or aimed at
    rf"|不是(?:问)?[^，。？]{{0,12}}(?=[，。？]|$)|我要的不是[^，。？]*|{UNWANTED_CLAUSE}|实际上?|实绩|目标值?"
    # Particles at the end of a clause
    r"|(?:的|了|呢|吗|吧|啊|呀)(?=[？?，。]|$)"
)
_ASKING_EN = re.compile(
    r"\b(?:how (?:many|much|long|far|big|large|fast)|what|which|who|whom|when|where|why"
    # Verbs without a meaning of their own, articles and prepositions
    r"|was|were|is|are|did|does|do|the|a|an|of|in|on|at|by|to|for|from|and|or|that|this"
    # Who says so
    r"|according|per|report(?:ed)?|government|work|state council"
    r"|'s|there|had|has|have|been|be|it|its|their|as|with|than|respectively|each)\b"
)
# How many asks for no thing: 多少亿, 几百万人.
_MAGNITUDE = re.compile("[万亿]+[元人个]?|[十百千]万[元人个]?|多出")
_EACH_PERSON = re.compile("平均每一?个?人的?|每一?个?人平均的?")
# The unit asked for (多少亿元, 几座) names no subject; words that are things as well as units (多少县) do.
_THINGS_TEXT = """
公司 企业 学校 班 团 组 群 人 人民 户 口
县 区 市 村 乡 镇 乡镇 社区 街道 国 省 园
井 口井 孔 眼 门 层 道 床 张床 张床位 链 票 单 级 卷 对 首 度电 颗星
"""
_THINGS = frozenset(_THINGS_TEXT.split())
_UNIT_ASKED = re.compile(
    rf"(?:多少|几)(?:多|来)?(?:万|亿|千|百|十)*{NOT_UNITS}(?:{'|'.join(re.escape(u) for u in UNITS if u not in _THINGS)})"
    # 多少国营企业 asks for no number of states.
    r"(?![一-龥]?(?:营|际|内外))"
)
_TIME = re.compile(
    SHORT_YEAR
    # 98年底
    + r"\s?(?:财?年)?(?:度|末|底|初)?"
    # 1998年末, 一九九八年, 1998—2003年; but 2000亿元 and 12000 are amounts
    r"|(?:(?<!\d)(?<!\d\.)(?:1[89]|20)\d\d(?!\d|\.\d|\s?[万亿])|[一二][零一二三四五六七八九]{3}|(?<!\d)\d\d(?=年))"
    r"(?:\s?[/—\-–~～至到]\s?(?:(?:1[89]|20)?\d\d))?\s?(?:年度?|财年)?(?:末|底|初|全年)?"
    r"|去年|今年|上一?年|前一?年|(?<![码开源街里外龙])头一年|明年|全年|当年|年末|年底"
    # “九五”期间, 十五规划
    r"|[“\"]十?[一二三四五六七八九]五[”\"](?:期间|时期|规划|计划|末|以来)?"
    r"|十?[一二三四五六七八九十]五(?:期间|时期|规划|计划|末|以来|五年)|期间"
)
_STOP_WORDS = read_words(Path(__file__).with_name("stop_words.tsv"))
# English words that ask, join or count, and name no subject.
_STOP, STOP_ENGLISH = frozenset(_STOP_WORDS["chinese"]), frozenset(_STOP_WORDS["english"])
# Who gave a speech names no subject: Jane Doe's 1998 budget.
_SPEAKER = re.compile(
    r"\b(?:[A-Z][a-z]+ ){1,3}[A-Z][a-z]+['’]s (?=(?:(?:19|20)\d\d )?(?:\w+ )?(?:budget|speech|statement|report|address)\b)"
)
# Reports mostly write H1 out.
_PARTS_OF_YEAR = {
    "h1": "first half", "h2": "second half", "q1": "first quarter", "q2": "second quarter", "q3": "third quarter", "q4": "fourth quarter",
}  # fmt: skip
_PART_OF_YEAR = re.compile(r"\b(?:h[12]|q[1-4])\b")
_ECONOMY = re.compile("经济(?!总量|规模)(?![^，。？]*(?:生产总值|[Gg][Dd][Pp]))")
# The division may follow the short name of a place; before 长 it is of its head: 某县县长, 某县长.
_DIVISIONS, _NO_HEAD = "省市县区州盟", "(?!长(?![期远江]))"
_DIVISION_BEHIND = f"(?:[{_DIVISIONS}]{_NO_HEAD})?"
# Putuo District is one name.
_LEVEL_BEHIND = " (?:district|county|city|province|municipality|prefecture)"
# 几个省份 counts provinces.
_DIVISION_OF_ITS_OWN = re.compile("(?<=[省县])份(?!额)")
_BACKGROUND, _TRANSLATION = 0.15, 0.5
_SHORTEST_OFFICE = 3


@dataclass(frozen=True, slots=True)
class Query:
    """A question read for searching.

    `terms` are its content words (folded), without scope words and without the words of asking; `background` those of the
    question before it, which weigh less; `translations` near words in the language of the reports, where it is another;
    `mentioned` places that no report is about, but that reports speak of; `meant` what the thesaurus says that the reports write
    for it.
    """

    text: str
    scope: Scope
    need: Need
    terms: tuple[str, ...]
    background: tuple[str, ...] = ()
    translations: tuple[str, ...] = ()
    mentioned: tuple[str, ...] = ()
    meant: tuple[Meant, ...] = ()
    asking: str = ""

    @property
    def wording(self) -> str:
        """Return what the question says of its subject and how it asks for it, for comparing by meaning: no time, place or name of a report.

        Of 3,600 everyday questions 0.86 are nearest to their own clause of a paragraph so, 0.83 by their terms alone, English ones 0.82 by this,
        0.71 by terms with their translations.
        """
        # Of a part of a question, whose text is shorter, only what it asks itself.
        text = self.text.lower()
        return " ".join((*self.terms, *(word for word in self.asking.split() if word in text))) or self.text

    @property
    def whole_wording(self) -> str:
        """Return the wording with the words that the question takes from the one before it: 高速公路呢？ asks for a length too."""
        return " ".join((self.wording, *self.background))

    def weighted_terms(self) -> dict[str, float]:
        """Return the terms with their weights: longer words say more, background says little."""
        own = {t: _weight(t) for t in self.terms}
        foreign = {t: _TRANSLATION * _weight(t) for t in self.translations}
        return {**{t: _BACKGROUND * _weight(t) for t in self.background}, **foreign, **own}


@dataclass(frozen=True, slots=True)
class _Words:
    """The terms of a question, and the words that only name whose report it is about."""

    terms: tuple[str, ...]
    named: tuple[str, ...]


def read_query(question: str, catalogue: Sequence[ReportCard], *, scope: Scope | None = None) -> Query:
    """Read a question against the reports of a store; `scope` is that of the question, where it was resolved before."""
    scope = scope or resolve_scope(question, catalogue)
    words = _read_words(question, scope, catalogue)
    asking = asking_words(question, scope, words.terms, words.named)
    return Query(question, scope, understand(question), words.terms, asking=asking)


def subject_terms(text: str, scope: Scope, catalogue: Sequence[ReportCard]) -> tuple[str, ...]:
    """Return the terms of a text of a scope as those of a question are read: of one that asks for nothing they are all that is needed."""
    return _read_words(text, scope, catalogue).terms


def _read_words(question: str, scope: Scope, catalogue: Sequence[ReportCard]) -> _Words:
    names = (*company_names(scope, catalogue), *_as_written(question, scope), *office_words(question, scope.issuers))
    terms = content_terms(question, scope, names)
    frame = speech_words(question, scope.reports, catalogue)
    terms = tuple(t for t in terms if t not in frame) or terms
    if _is_asked_of_english(question, scope, catalogue):
        terms = recut(fold(question).lower(), terms, open_dictionary())
        if _ECONOMY.search(question):
            # 经济增长 is written out as that of the product, which English mostly calls the economy.
            terms = tuple("economy" if t == "gdp" else t for t in terms)
    return _Words(terms, (*names, *frame))


def _is_asked_of_english(question: str, scope: Scope, catalogue: Sequence[ReportCard]) -> bool:
    """Tell a Chinese question whose scope admits reports in English only."""
    named = bool(scope.places or scope.reports or scope.issuers or scope.types or scope.issued)
    chinese = named and is_chinese(question)
    return chinese and {c.metadata.language for c in in_scope(catalogue, scope)} == {"en"}


def company_names(scope: Scope, catalogue: Sequence[ReportCard]) -> tuple[str, ...]:
    """Return all names, long and short, of the companies of a scope, and the words of their English ones."""
    cards = [c.metadata for c in catalogue if c.metadata.issuer in scope.issuers]
    names = [name for m in cards for name in called(m.issuer, m.title)]
    # Yunqi Bio: a part of the name is no subject either.
    names += [word for m in cards for name in foreign_names(m.title) for word in re.findall("[A-Za-z]{3,}", name)]
    return tuple(dict.fromkeys(names))


def _as_written(question: str, scope: Scope) -> tuple[str, ...]:
    """Return the names of offices as a question shortens them: 某区委社会工作部 for 中共某市某区委社会工作部."""
    found = (next((i[n:] for n in range(len(i) - _SHORTEST_OFFICE) if i[n:] in question), "") for i in scope.issuers)
    return tuple(name for name in found if name)


def _weight(term: str) -> float:
    return {1: 0.4, 2: 1.0, 3: 1.3}.get(len(term), 1.6)


def content_terms(question: str, scope: Scope, names: Sequence[str] = ()) -> tuple[str, ...]:
    """Return the words of a question that name its subject, each once, in order.

    Places, years and the `names` of who reports are left out.
    """
    import rjieba

    latin = not is_chinese(question)
    text = _without_names(_ASKING.sub(" ", _UNIT_ASKED.sub(" ", _undated(question))), scope, names, latin=latin)
    # After the names: Huai'an ends in no article.
    text = _ASKING_EN.sub(" ", text)
    words = (
        w.strip() for piece in set_apart(JOINED.sub(" ", text)) for w in ([piece] if is_unknown(piece) else rjieba.cut(piece))
    )
    terms = tuple(dict.fromkeys(w for w in words if _is_telling(w)))
    return (tuple(t for t in terms if t not in STOP_ENGLISH) or terms) if latin else terms


def asking_words(question: str, scope: Scope, terms: Sequence[str], names: Sequence[str] = ()) -> str:
    """Return the words of a question that are neither its terms nor of its scope: how it asks, what it counts in, 花了, got back."""
    import rjieba

    latin = not is_chinese(question)
    text = _without_names(_undated(question), scope, names, latin=latin)
    words = dict.fromkeys(w.strip() for w in (text.split() if latin else rjieba.cut(text)))
    return " ".join(w for w in words if w and w not in terms)


def _undated(question: str) -> str:
    """Return a question folded, in lower case, without times and what reports are called."""
    latin = not is_chinese(question)
    text = fold(_SPEAKER.sub(" ", question) if latin else question).lower().replace("r&d", " research " if latin else "研发")
    text = text if latin else _DIVISION_OF_ITS_OWN.sub("", text)
    text = _PART_OF_YEAR.sub(lambda m: _PARTS_OF_YEAR[m[0]], text) if latin else text
    return _EACH_PERSON.sub("人均", _TIME.sub(" ", BUDGET_REPORT.sub(" ", plain_names(text))))


def _without_names(text: str, scope: Scope, names: Sequence[str], *, latin: bool) -> str:
    """Return the text of a question without some names and the places of its scope."""
    for name in sorted(names, key=len, reverse=True):
        text = re.sub(rf"\b{re.escape(name.lower())}\b", " ", text) if name.isascii() else text.replace(name.lower(), " ")
    for place in scope.places:
        if latin:
            # Guang'an and Guangan are one name; Singaporeans are of Singapore.
            parts = dict.fromkeys((short_name(place), *divisions(place)))
            spelt = (
                "|".join("'?".join(map(re.escape, n)) for part in parts for n in spellings(part))
                if place != NATION
                else "china|chinese"
            )
            text = re.sub(rf"\b(?:{spelt})(?:{_LEVEL_BEHIND}(?:'s)?|(?:'s|(?:[ei]?ans?|ese)(?:'s?)?)?)\b", " ", text)
        for name in shorter_names(place) if latin else ():
            text = re.sub(rf"(?<![a-z]){re.escape(name)}(?:'s)?(?![a-z])", " ", text)
        if not latin and place.isascii():
            for name in (place.lower(), *shorter_names(place)):
                text = re.sub(rf"(?<![a-z]){re.escape(name)}(?![a-z]){KIND_BEHIND}", " ", text)
        for name in sorted({place, short_name(place), *divisions(place), chinese_country(place) or place}, key=len, reverse=True):
            whole = _NO_HEAD if name.endswith(tuple(_DIVISIONS)) else ""
            text = re.sub(rf"{re.escape(name.lower())}{whole}{_DIVISION_BEHIND}", " ", text)
    return text


def _is_telling(word: str) -> bool:
    """Tell a word that says what a question is about from numbers, marks and words of asking."""
    if not word or word in _STOP or _MAGNITUDE.fullmatch(word):
        return False
    return re.search(r"[\w%]", word) is not None and not (len(word) == 1 and re.match(r"[a-z]", word))
