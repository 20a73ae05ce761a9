"""What kind of thing a question in words asks for (a person, a place, a time, a reason, a title, a list), and whether a sentence tells one."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from corpus.figures.numerals import fold

_DATE = re.compile(
    r"[\d一二三四五六七八九十〇零]{1,4}(?:年|月|日|号|世纪)|去年|今年|明年|前年|上半年|下半年|季度|年[底初末]|[春夏秋冬]季|春节|国庆|昨|当天|前夕|(?:19|20)\d\d"
    r"|\b(?:january|february|march|april|may|june|july|august|september|october|november|december)\b"
)
_REASON = re.compile(
    r"因为|由于|是因|原因|因此|所以|受[^，。；]{1,20}(?:影响|冲击|制约|拖累)|主要是|为了|目的|旨在|以便|以免|在于|得益于|归功|根源|导致|造成|使得|缘故|不然|否则|出于"
    r"|\bbecause\b|\bdue to\b|\bowing to\b|\bas a result\b|\bin order to\b|\bso that\b|\bso as to\b|\breasons?\b|\bcaused?\b|\bsince\b"
)
_WHY = re.compile(
    r"为什么|为何|为啥|干嘛|原因|理由|怎么会|何故|缘何|怎么回事|(?:因为|由于|因)(?:什么|啥|何)|(?:什么|啥)(?:东西|事|因素)?(?:引起|造成|导致|所致|害的)|\bwhy\b|\breasons?\b|\bcaused?\b"
)
_WAY = re.compile(
    r"通过|采取|采用|利用|运用|依靠|按照|实行|推行|开展|建立|坚持|以[^，。；]{1,16}(?:方式|形式|为)|用[^，。；]{1,12}|把|将|\bby \w+ing\b|\bthrough\b"
)
_TITLE = re.compile(r"《[^》]+》|“[^”]+”|\"[^\"]+\"|「[^」]+」")
_LIST = re.compile(r"[^、，。；]+、[^。；]+|一是|第一[，、]|[（(]一[)）]|①|[^，。；]+和[^，。；]+|[:：]$|, [^.]+ and ")
_OFFICE = re.compile(
    r"同志|先生|女士|部长|局长|主任|书记|主席|总理|总统|首相|大使|专家|教授|院士|发言人|男爵|博士|\b(?:Mr|Mrs|Ms|Dr)\b|[A-Z][a-z]+ [A-Z][a-z]+"
)
_DIVISION = re.compile(r"[一-龥]{1,8}(?:省|市|县|区|州|镇|乡|村|湾|岛|港|山|河|江|湖|馆|园|基地|中心|广场|大道|路)")
_OFFICES = re.compile(r"委|局|部|厅|院|会|公司|集团|政府|机关|单位|组织|法院|大学|学校|医院|国$|[一-龥]{2,}国")


@dataclass(frozen=True, slots=True)
class _Kind:
    """A kind of thing: the words that ask for it, and the test of a sentence that may tell one."""

    asked: re.Pattern[str]
    told: Callable[[str], bool]


def _finds(*patterns: re.Pattern[str]) -> Callable[[str], bool]:
    return lambda text: any(p.search(text) for p in patterns)


def _tells_person(text: str) -> bool:
    return bool(_OFFICE.search(text) or _OFFICES.search(text)) or "nr" in _tags(text)


def _tells_place(text: str) -> bool:
    return bool(_DIVISION.search(text)) or "ns" in _tags(text)


@lru_cache(maxsize=4_000)
def _tags(text: str) -> frozenset[str]:
    import rjieba

    return frozenset(tag[:2] for _, tag in rjieba.tag(text))


_KINDS = (
    _Kind(_WHY, _finds(_REASON)),
    _Kind(re.compile(r"何时|什么时[候间]|啥时|哪[一]?[天年月日]|几[月号]|哪个月|\bwhen\b|\bwhat (?:year|date)\b"), _finds(_DATE)),
    _Kind(re.compile(r"谁|哪位|什么人|哪些人|\bwho(?:m|se)?\b"), _tells_person),
    _Kind(
        re.compile(r"在?哪里|哪儿|在哪(?![一几两二三四五六七八九十]?[个家项类种条些张本份级次届])|什么地方|哪些?(?:个|座|两个|几个|三个)?(?:省|市|县|区|城|城市|地方|地区|国家|村|乡|镇|港|岛|州)|\bwhere\b|\bwhich (?:city|province|country|county|town|place)"),
        _tells_place,
    ),
    _Kind(
        re.compile(r"(?:哪[一]?(?:家|个|所|支)?|什么)(?:公司|企业|单位|机构|学校|大学|医院|银行|部门|机关|协会|组织|集团|团体|队伍)"),
        _finds(_OFFICES),
    ),
    _Kind(
        re.compile(r"哪[一]?(?:部|份|项|条|本)?(?:法律|法|条例|文件|方案|规划|协定|条约|报告|书|公约)|叫什么|叫啥|什么(?:口号|称号|名字|名称|方针|原则|理念|精神|政策|比喻|说法)|指什么|是指"),
        _finds(_TITLE, _LIST),
    ),
    _Kind(re.compile(r"哪[些几两二三四五六七八九十]|什么和什么|[两二三四五六七八九十](?:个|条|项|种|大|点|方面)[^，。？?]{0,10}(?:是什么|指什么|是啥|有哪)|\bwhich (?:two|three|four|five)\b|\bname\b"), _finds(_LIST)),
    _Kind(re.compile(r"怎么|怎样|如何|什么办法|什么措施|什么方式|\bhow\b"), _finds(_WAY)),
)  # fmt: skip


def tells_asked_kind(question: str, text: str) -> float:
    """Return 1 if a text tells a thing of the first kind that a question asks for, -1 if it tells none, 0 where it asks for none of these kinds."""
    asked = fold(question).lower()
    kind = next((k for k in _KINDS if k.asked.search(asked)), None)
    if kind is None:
        return 0.0
    return 1.0 if kind.told(text) else -1.0


def asks_reason(question: str) -> bool:
    """Tell whether a question asks for a reason."""
    return bool(_WHY.search(fold(question).lower()))


def tells_reason(text: str) -> bool:
    """Tell whether a text may tell a reason."""
    return bool(_REASON.search(text))
