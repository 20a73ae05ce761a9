"""A question as the search sees it: its scope, what would answer it, and the words that carry its subject."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.company import foreign_names
from corpus.figures.numerals import fold
from corpus.figures.units import UNITS
from index.abbreviations import is_unknown, plain_names, set_apart
from index.catalogue import ReportCard
from index.clauses import JOINED
from index.dictionary import open_dictionary
from index.issuers import called, office_words
from index.need import NOT_UNITS, Need, understand
from index.places import NATION, chinese_country, divisions, short_name, spellings
from index.recutting import recut
from index.scope import Scope, in_scope, resolve_scope
from index.speeches import speech_words
from index.thesaurus.meant import Meant
from index.years import BUDGET_REPORT, SHORT_YEAR

_ASKING = re.compile(
    r"是多少|多少|占?多[大高快重宽深](?!型)|多长(?!期)时?间?|多久|百分之几|几个百分点|几成|几倍|第几|有几[个项家条座所种]?|分别是?|各是?|请问|我想知道|想知道|我想问|告诉我|帮我查(?:一下)?|查一下|哪[些里儿]|哪(?:一|几|两|三|四)?[个家种类项条]|"
    r"什么|怎么样|怎么|怎样|如何|为什么|为何|是不是|有没有|到底|大概|大约|一共|总共|具体|数据|数字|的?数(?:是|呢)|水平如何|情况(?:怎么样|如何)|"
    r"政府工作报告|工作报告|(?:这|那)份报告|报告(?:里|中|上|显示|说|提到|披露|指出|讲|点名|提出|认为|觉得|判断|断定|强调|指责|批评|宣布|表示|谈到|写道|承认|坦言|主张|呼吁|号召|评价|形容|透露|称)*|根据|按照?|显示|披露|提到|说的?|公布的?|"
    r"不是(?:问)?[^，。？]{0,12}(?=[，。？]|$)|我要的不是[^，。？]*|实际上?|实绩|目标值?|(?:的|了|呢|吗|吧|啊|呀)(?=[？?，。]|$)"
)
_ASKING_EN = re.compile(
    r"\b(?:how (?:many|much|long|far|big|large|fast)|what|which|who|whom|when|where|why|was|were|is|are|did|does|do|the|a|an|of|in|on|at|by|to|for|from|and|or|that|this|"
    r"according|per|report(?:ed)?|government|work|state council|'s|there|had|has|have|been|be|it|its|their|as|with|than|respectively|each)\b"
)
# How many asks for no thing: 多少亿, 几百万人.
_MAGNITUDE = re.compile("[万亿]+[元人个]?|[十百千]万[元人个]?|多出")
_EACH_PERSON = re.compile("平均每一?个?人的?|每一?个?人平均的?")
# The unit asked for (多少亿元, 几座) names no subject; words that are things as well as units (多少县) do.
_THINGS_TEXT = "公司 企业 学校 村 乡 镇 乡镇 县 区 市 社区 街道 国 省 园 链 群 人 人民 户 口 井 口井 床 张床 张床位 班 单 票 道 门 层 级 卷 团 组 对 首 眼 孔 度电 颗星"
_THINGS = frozenset(_THINGS_TEXT.split())
_UNIT_ASKED = re.compile(
    rf"(?:多少|几)(?:多|来)?(?:万|亿|千|百|十)*{NOT_UNITS}(?:{'|'.join(re.escape(u) for u in UNITS if u not in _THINGS)})(?![一-龥]?(?:营|际|内外))"
)
_TIME = re.compile(
    SHORT_YEAR
    # 98年底
    + r"\s?(?:财?年)?(?:度|末|底|初)?"
    # 1998年末, 一九九八年, 1998—2003年
    r"|(?:(?:1[89]|20)\d\d|[一二][零一二三四五六七八九]{3}|(?<!\d)\d\d(?=年))(?:\s?[—\-–~～至到]\s?(?:(?:1[89]|20)?\d\d))?"
    r"\s?(?:年度?|财年)?(?:末|底|初|全年)?"
    r"|去年|今年|上一?年|前一?年|(?<![码开源街里外龙])头一年|明年|全年|当年|年末|年底"
    # “九五”期间, 十五规划
    r"|[“\"]十?[一二三四五六七八九]五[”\"](?:期间|时期|规划|计划|末|以来)?"
    r"|十?[一二三四五六七八九十]五(?:期间|时期|规划|计划|末|以来|五年)|期间"
)
_STOP = frozenset(
    [
        "截至",
        "截止",
        "的",
        "了",
        "在",
        "是",
        "和",
        "与",
        "及",
        "或",
        "有",
        "为",
        "对",
        "把",
        "被",
        "将",
        "从",
        "到",
        "向",
        "由",
        "以",
        "于",
        "就",
        "都",
        "也",
        "还",
        "又",
        "而",
        "但",
        "其",
        "其中",
        "这",
        "那",
        "这个",
        "那个",
        "这些",
        "那些",
        "个",
        "上",
        "下",
        "里",
        "中",
        "年",
        "月",
        "日",
        "我",
        "我国",
        "我们",
        "咱",
        "咱们",
        "你",
        "他",
        "她",
        "它",
        "吗",
        "呢",
        "吧",
        "啊",
        "一",
        "一个",
        "要",
        "能",
        "会",
        "可以",
        "人们",
        "给",
        "让",
        "用",
        "比",
        "等",
        "所",
        "之",
        "该",
        "每",
        "各",
        "全",
        "还是",
        "以及",
        "并",
        "且",
        "多",
        "几",
        "第",
        "更",
        "最",
        "又",
        "再",
        "谁",
        "哪",
        "来",
        "去",
        "做",
        "进行",
    ]
)
# English words that ask, join or count, and name no subject.
STOP_ENGLISH = frozenset((
    "about", "above", "across", "after", "again", "against", "all", "almost", "along", "already", "also", "altogether", "amount", "amounted", "any", "around", "away", "back", "became", "because",
    "become", "before", "behind", "being", "below", "between", "both", "but", "came", "can", "come", "comes", "compared", "compares", "could", "cumulatively", "did", "doing", "done", "down",
    "during", "either", "else", "ended", "ending", "ever", "every", "exactly", "far", "figure", "figures", "first", "found", "gave", "get", "gets", "getting", "give", "given", "gives",
    "go", "goes", "going", "gone", "got", "he", "her", "here", "him", "his", "how", "i", "if", "into", "just", "last", "like", "lot", "made", "make", "makes", "many", "may", "me",
    "might", "more", "most", "much", "must", "my", "name", "no", "not", "now", "number", "off", "once", "one", "only", "onto", "other", "our", "out", "over", "own", "per",
    "quite", "rather", "reach", "reached", "roughly", "said", "same", "say", "says", "she", "should", "since", "so", "some", "still", "such", "tell", "them", "then", "these",
    "they", "those", "though", "through", "throughout", "thus", "time", "too", "took", "total", "toward", "towards", "under", "until", "up", "upon", "us", "versus", "very", "via", "want",
    "wants", "we", "went", "what", "while", "whole", "whose", "will", "within", "without", "would", "year", "years", "yet", "you", "your", "fy", "ya", "million", "billion", "trillion", "thousand",
    "percent", "cent", "told", "tells", "telling", "talk", "talks", "talked", "mention", "mentions", "mentioned", "stated", "shown", "shows", "showed", "described", "describes", "noted",
    "announced", "announces", "least", "meant", "think", "thinks", "thought", "put", "puts", "putting", "take", "takes", "taken", "happened", "happen", "let", "three", "two", "four", "five", "six", "seven", "ten",
))  # fmt: skip


# Who gave a speech names no subject: Jane Doe's 1998 budget.
_SPEAKER = re.compile(
    r"\b(?:[A-Z][a-z]+ ){1,3}[A-Z][a-z]+['’]s (?=(?:(?:19|20)\d\d )?(?:\w+ )?(?:budget|speech|statement|report|address)\b)"
)
_BACKGROUND, _TRANSLATION = 0.15, 0.5
_SHORTEST_OFFICE = 3


@dataclass(frozen=True, slots=True)
class Query:
    """A question read for searching.

    `terms` are its content words (folded), without scope words and without the words of asking; `background` those of the question before
    it, which weigh less; `translations` near words in the language of the reports, where it is another; `mentioned` places that no
    report is about, but that reports speak of; `meant` what the thesaurus says that the reports write for it.
    """

    text: str
    scope: Scope
    need: Need
    terms: tuple[str, ...]
    background: tuple[str, ...] = ()
    translations: tuple[str, ...] = ()
    mentioned: tuple[str, ...] = ()
    meant: tuple[Meant, ...] = ()

    def weighted_terms(self) -> dict[str, float]:
        """Return the terms with their weights: longer words say more, background says little."""
        own = {t: _weight(t) for t in self.terms}
        foreign = {t: _TRANSLATION * _weight(t) for t in self.translations}
        return {**{t: _BACKGROUND * _weight(t) for t in self.background}, **foreign, **own}


def read_query(question: str, catalogue: Sequence[ReportCard], *, scope: Scope | None = None) -> Query:
    """Read a question against the reports of a store; `scope` is that of the question, where it was resolved before."""
    scope = scope or resolve_scope(question, catalogue)
    names = (*company_names(scope, catalogue), *_as_written(question, scope), *office_words(question, scope.issuers))
    terms = content_terms(question, scope, names)
    frame = speech_words(question, scope.reports, catalogue)
    terms = tuple(t for t in terms if t not in frame) or terms
    if _is_asked_of_english(question, scope, catalogue):
        terms = recut(fold(question).lower(), terms, open_dictionary())
    return Query(question, scope, understand(question), terms)


def _is_asked_of_english(question: str, scope: Scope, catalogue: Sequence[ReportCard]) -> bool:
    """Tell a Chinese question whose scope admits reports in English only."""
    named = bool(scope.places or scope.reports or scope.issuers or scope.types or scope.issued)
    chinese = named and re.search("[一-龥]", question) is not None
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
    """Return the words of a question that name its subject, each once, in order: without places, years and the `names` of who reports."""
    import rjieba

    latin = not re.search("[一-龥]", question)
    text = fold(_SPEAKER.sub(" ", question) if latin else question).lower().replace("r&d", " research " if latin else "研发")
    text = plain_names(text)
    text = _TIME.sub(" ", BUDGET_REPORT.sub(" ", text))
    text = _EACH_PERSON.sub("人均", text)
    text = _ASKING.sub(" ", _UNIT_ASKED.sub(" ", text))
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
            text = re.sub(rf"\b(?:{spelt})(?:'s|(?:[ei]?ans?|ese)(?:'s?)?)?\b", " ", text)
        for name in sorted({place, short_name(place), *divisions(place), chinese_country(place) or place}, key=len, reverse=True):
            text = re.sub(rf"{re.escape(name.lower())}[省市县区州盟]?", " ", text)
    # After the names: Huai'an ends in no article.
    text = _ASKING_EN.sub(" ", text)
    words = (
        w.strip() for piece in set_apart(JOINED.sub(" ", text)) for w in ([piece] if is_unknown(piece) else rjieba.cut(piece))
    )
    terms = tuple(dict.fromkeys(w for w in words if _is_telling(w)))
    return (tuple(t for t in terms if t not in STOP_ENGLISH) or terms) if latin else terms


def _is_telling(word: str) -> bool:
    """Tell a word that says what a question is about from numbers, marks and words of asking."""
    if not word or word in _STOP or _MAGNITUDE.fullmatch(word):
        return False
    return re.search(r"[\w%]", word) is not None and not (len(word) == 1 and re.match(r"[a-z]", word))
