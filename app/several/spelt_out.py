"""A question that names its list in a word is read as if it named the members: 三次产业 are 第一产业、第二产业、第三产业, 四个季度 一季度 to 四季度."""

import re

from app.choosing.words import tagged_words
from index.thesaurus.written import uses_of

_ORDINALS = "一二三四五六七八九十"
# 三次产业结构 is one thing; 三次产业 of which a measure is asked, or each, are three.
_SECTORS = re.compile(
    r"(?:三次产业|第?一、?二、?三次?产业|一、?二、?三产业?|(?<![第、])三大?产业(?=[^，。？?]{0,12}(?:各|分别))"
    r"|(?<![产、和])三产(?=[^，。？?]{0,12}(?:各|分别)))"
    r"(?=(?:的)?(?:增加值|产值|总产值|占比|比重|占|投资|增速|增长|就业|从业|用电|税收|贡献|完成|实现|各|分别))"
    r"(?![^，。？?]{0,6}(?:结构|比例|之比))"
)
# 一产、二产、三产 in a row
_SHORT_SECTOR = re.compile(
    "(?<![一-龥])[一二三]产|(?<=[一二三]产)[一二三]产|(?<=[和与及的对年])[一二三]产|[一二三]产(?=[、和与及]?[二三]产)"
)
_JOINED = re.compile("、|和|与|及|跟")
# What one word names as two, where each is asked for.
_PAIRS = (
    (re.compile("男女(?:老少)?(?=(?:职工|员工|学生|人口|人数|性)*[^，。？?]{0,4}(?:各(?!类|种|级|地|项)|分别))"), "男性、女性"),
    (re.compile("中小学(?=[^，。？?]{0,4}(?:各(?!类|种|级|地|项)|分别))"), "中学、小学"),
    (re.compile("进出口(?=(?:各(?!类|种|级|地|项)|分别))"), "进口、出口"),
    (re.compile("收支(?=[^，。？?]{0,2}(?:各(?!类|种|级|地|项)|分别))"), "收入、支出"),
)
# 经济增长、物价、就业情况如何 asks for the values of all, where the reports give them.
_HOW_THEY_ARE = re.compile(
    r"^(?P<list>[^，。？?]*[^，。？?、]{2,}、[^，。？?]*?[^，。？?、]{2,}?)(?:这?[几两三四五]个方面|等方面|等)?的?(?:总体|基本|主要)?(?:情况|形势|表现|数据|指标)(?:如何|怎么样|怎样|是什么)?[。？?]?$"
)
# 四个季度各, 前三季度每个季度, 分季度
_QUARTERS = re.compile(
    r"(?:(?P<first>前(?P<n>[两二三])个?季度)(?:里|中)?的?(?:每个?|各个?|逐)季度?|(?P<all>[四4]个季度|(?:分|按|每一?个?|各个?|逐)季度?(?=[^，。？?]{2,}))(?:的)?(?=[^，。？?]{0,16}))"
)
# 一季度到四季度
_QUARTER_RUN = re.compile(r"第?(?P<a>[一二三1-3])季度?(?:到|至|—+|-|~|～)第?(?P<b>[二三四2-4])季度")
_EACH = re.compile(r"各|分别|依次")
# 从2031年到2033年再到2035年: a way over three years or more lists them.
_WAY_OF_YEARS = re.compile(
    r"(?:从|由)?(?P<years>(?:(?:19|20)\d\d年?[末底]?[，,]?(?:、|和|与|及|跟|[再又]?[到至])){2,}(?:19|20)\d\d年?[末底]?)"
    r"(?:这?[三四五六几]年)?(?:[，,]?(?:是|都)?(?:怎么|如何|怎样)(?:样|一步步)?[一-龥]{0,3}的)?(?=[，,]?(?P<each>各|分别)?)"
)
_STEP = re.compile("[，,]?(?:、|和|与|及|跟|[再又]?[到至])")
# 原定的和完成的分别是多少: what was aimed at, and what came of it.
_AIM = "(?:年初|原来|原先|当初|起初|原)?(?:计划|目标|预期|预定|原定|[设拟]?定)(?:要)?(?:增[长速加]|下降)?(?:定|设定|确定|提出)?的?(?:目标|指标|任务|[增降涨][速幅]|[数值])?"
_DONE = "(?:最[后终]|年[终底末]|后来|全年)?(?:实际|完成|实现|达成|结果|最终|最后)(?:增[长速加]|下降)?(?:完成|实现|达到|做到|情况|结果)?的?(?:[增降涨][速幅]|[数值])?"
_AIM_AND_DONE = re.compile(
    rf"(?P<aim>{_AIM})(?:、|和|与|跟|及)(?P<done>{_DONE})[，,]?(?:各自?|分别)(?:是|为|有)?(?P<asks>[^，。？?；;]*(?:多少|几)[^，。？?；;]*|(?=[？?。]?$))"
)
# 甲、乙两个机场: a kind that a number behind the list tells is a part of each name.
_BOTH_OF_KIND = re.compile(
    r"(?P<head>^|[，,的年])(?P<a>[一-龥]{2,4})(?:、|和|与|跟)(?P<b>[一-龥]{2,4}?)[两二]\s?[座家所条处个]\s?(?P<rest>[一-龥]{2,})"
)
# 甲机场和乙机场比，哪家大
_SET_SIDE_BY_SIDE = re.compile(
    r"(?P<a>[^，,。？?和与跟]{2,})(?P<and>[和与跟])(?P<b>[^，,。？?和与跟比]{2,})(?:相比|比起来|对比|比较?)[，,](?=[^，,。？?]*(?:哪|谁))"
)
# 减了多少税、种了多少树: a verb and its thing are one word in a report (减税, 植树).
# So often stands in the names that reports write what is a word of theirs: 来人 is none.
_OFTEN = 4
_DONE_TO = re.compile("(?P<verb>[一-龥])了多少(?P<thing>[一-龥])(?=[、，,。？?；;和与及]|$)")
# 是涨是跌, 涨了还是跌了 beside the value itself asks for its rate.
_UP_OR_DOWN = re.compile(
    r"(?:(?P<than>[比较](?:上一?年|去年|前一年|头一年|同期)|同比)[^，,。？?；;]{0,3}?)?(?:是[涨升增]是[跌降减]|[涨升增]了?(?:还是|或)[跌降减]了?)[了的]?"
)
# How far it went, or what it is set against, is no value beside it.
_HOW_FAR = re.compile(
    r"差|幅|百分|[涨跌升降增减长加]了?(?:多少|几)|几成|[比跟和与较](?!上一?年|去年|前一年|重|例)[^，。？]{1,10}(?:比|相比|[高低多少])"
)
_VALUE = re.compile("多少|几[元块个人]|多[大高长]")
_ASKING = re.compile(
    r"多少|几|吗|呢|谁|哪|什么|啥|怎|多[大长高快重宽深远]|[（(]|如何|为何|为什么|情况|是否|有没有|[一-龥]不[一-龥]|各|分别|变化|趋势|走势|对比|比较|差|更|最|合计|总共|一共|之和|加起来|占|比(?!重|例|率)|[？?].*[？?]"
)
# A list that a question without asking words ends with: 基金收入、支出和结余; a name may have a 和 within (社会保障和就业支出), and is checked for by what answers.
_ENDS_IN_LIST = re.compile(
    r"(?:^|[，,：:\s])(?P<list>[^，,。：:；;？?]{2,}(?:、|和|与|及|以及)[^，,。：:；;？?、]{2,12})[。？?]?$"
)
# 总额及增速: the level, and its rate.
_RATE_LAST = re.compile(r"(?:增[速幅长]|涨幅)率?[。？?]?$")
_MARK = re.compile(r"[。？?\s]+$")


def spelt_out(question: str) -> str:
    """Return a question with the members of the lists that it names in a word, and with 各是多少 behind a list that nothing is asked of.

    >>> spelt_out("某县2023年三次产业增加值分别是多少")
    '某县2023年第一产业、第二产业、第三产业增加值分别是多少'
    >>> spelt_out("基金收入、支出和结余")
    '基金收入、支出和结余各是多少'
    """
    question = _BOTH_OF_KIND.sub(_each_of_kind, _DONE_TO.sub(_in_one_word, question))
    question = _SET_SIDE_BY_SIDE.sub(r"\g<a>\g<and>\g<b>", question)
    text = _values_of_way(_AIM_AND_DONE.sub(_aim_then_outcome, _rate_beside_value(question)))
    text = _SECTORS.sub("第一产业、第二产业、第三产业", text)
    if len(_SHORT_SECTOR.findall(text)) > 1:
        text = _SHORT_SECTOR.sub(lambda m: f"第{m[0][0]}产业", text)
    for pair, both in _PAIRS:
        found = pair.search(text)
        # 甲企业和乙企业，进出口各涨多少 asks for two values, not for four.
        text = pair.sub(both, text) if found and not _JOINED.search(text[: found.start()]) else text
    text = _QUARTER_RUN.sub(_run, text)
    text = _each_quarter(text)
    if text != question and not _ASKING.search(text):
        return f"{_MARK.sub('', text)}各是多少"
    if _ENDS_IN_LIST.search(text) and not _ASKING.search(text) and not _RATE_LAST.search(text):
        return f"{_MARK.sub('', text)}各是多少"
    return text


def as_values(question: str) -> str:
    """Return the question for the values of what a question asks how it is, "" if it asks for none.

    >>> as_values("2023年经济增长、物价、就业情况如何")
    '2023年经济增长、物价、就业各是多少'
    """
    found = _HOW_THEY_ARE.match(question)
    return f"{found['list']}各是多少" if found else ""


def _values_of_way(text: str) -> str:
    """Return a question for the values along a way over three years or more with the years listed."""
    found = _WAY_OF_YEARS.search(text)
    if found is None or not _EACH.search(text) or not re.search("[到至]", found["years"]):
        return text
    return f"{text[: found.start()]}{'、'.join(_STEP.split(found['years']))}{text[found.end() :].lstrip('，,')}"


def _in_one_word(match: re.Match[str]) -> str:
    """Return a verb and its thing as one word, where reports write it."""
    word = f"{match['verb']}{match['thing']}"
    return f"{word}多少" if uses_of(word) >= _OFTEN else match[0]


def _each_of_kind(match: re.Match[str]) -> str:
    """Return both names with the noun behind the number that tells what they are."""
    kind, tag = tagged_words(match["rest"])[0]
    if not tag.startswith("n") or match["a"].endswith(kind):
        return match[0]
    return f"{match['head']}{match['a']}{kind}和{match['b']}{kind}{match['rest'].removeprefix(kind)}"


def _aim_then_outcome(match: re.Match[str]) -> str:
    asks = match["asks"] or "是多少"
    rate = re.search("[增降涨][速幅]", match[0])
    asks = f"{rate[0] if rate else ''}{asks}"
    return f"计划{asks}，实际{asks}"


def _rate_beside_value(text: str) -> str:
    """Return a question for a value and for whether it rose or fell as one for the value and its rate."""
    found = _UP_OR_DOWN.search(text)
    rest = f"{text[: found.start()]}{text[found.end() :]}" if found else ""
    if found is None or not _VALUE.search(rest) or _HOW_FAR.search(rest):
        return text
    clauses = [c for c in re.split("[，,。？?；;]", rest) if c]
    return f"{'，'.join(clauses)}，比上年增速是多少？"


def _run(match: re.Match[str]) -> str:
    first, last = (_number(match[name]) for name in ("a", "b"))
    return _quarters(first, last) if first < last else match[0]


def _each_quarter(text: str) -> str:
    """Return a question for each quarter with their names, and 各 before its asking word."""
    found = _QUARTERS.search(text)
    if found is None or not re.search("季度", found[0]):
        return text
    last = {"两": 2, "二": 2, "三": 3}.get(found["n"] or "", 4)
    rest = text[found.end() :].removeprefix("的")
    rest = (
        rest
        if _EACH.search(rest)
        else re.sub(r"((?:增长|增加|下降|上涨|提高|减少)了?|是|为|有)?(?=多少|百分之几)", r"各\1", rest, count=1)
    )
    return f"{text[: found.start()]}{_quarters(1, last)}{rest}"


def _quarters(first: int, last: int) -> str:
    return "、".join(f"{_ORDINALS[n - 1]}季度" for n in range(first, last + 1))


def _number(text: str) -> int:
    return int(text) if text.isdigit() else _ORDINALS.index(text) + 1
