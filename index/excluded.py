"""What a question says that it does not ask about: 不靠贷款融到多少, 捐款以外的收入, 减了多少税（不算降费）."""

import re
from functools import lru_cache

from corpus.figures.numerals import fold

# Before what is not asked for: 别给我当年的计划数. 分别, 特别 and 类别 are words of their own.
NOT_WANTED = (
    r"(?:注意|请|而)*(?:(?<!是)不是|不要|不问|不算|不想[知要问听看]"
    r"|(?:(?<![分特区个级类性差辨识派])别|甭|勿)(?:再|光|只)?(?:跟|和|用|拿|把|说|问|给|报|提|告诉|列|写|算|看|管|混|当|扯|回答))"
)
# A clause of it.
UNWANTED_CLAUSE = rf"(?<=[，,。？?；;（(]){NOT_WANTED}[^，。？?；;）)]*"
_MARKS = "，。？?；;：:（）()"
_END = rf"(?=[{_MARKS}]|$)"
_THING = rf"(?P<thing>(?:(?!多少|几)[^{_MARKS}]){{1,18}}?)"
_LEAVING = (
    # 不光是住宅 asks for the whole that 住宅 is a part of.
    r"(?:不(?:光|只|单|仅仅?)(?:是|指|算|看)"
    r"|不靠|不含|不包括|不包含|不算|不计"
    r"|除了|除开|除去|撇开|抛开|刨掉|刨去|剔除)"
    # 扣除价格因素 is a way of counting and takes no thing out.
    r"(?!价格|物价|涨价|通胀|汇率|在内)"
)
# 没算进成本的那部分开支 tells of what is not in there.
_LEFT_OUT = r"(?:没|未|不)(?:有|曾|被|再)?(?:算进|算入|计入|算在|包含在|列入|包括在)"
_BEFORE = re.compile(rf"{_LEAVING}{_THING}(?:以外|之外|外|在内)?(?:(?=的)|{_END})")
_NOT_IN = re.compile(rf"{_LEFT_OUT}{_THING}(?:里面?|中|之内|内)?(?=[的、，。？?；;])")
# 不是外资的企业
_IS_NOT = re.compile(r"(?<!是)(?:不是|不属于|非)(?P<thing>(?:(?!多少|几|不是|[哪谁什])[^，。？?；;：:（）()的]){2,12}?)的")
# 不靠贷款、直接从市场上融到多少: what is left out ends with the pause.
_PAUSED = re.compile(rf"{_LEAVING}{_THING}(?=、)")
# 扣掉船租还剩多少: what is left out ends with what is left.
_LEFT_OVER = re.compile(
    rf"(?:除去|刨掉|刨去|剔除|扣掉|扣去|扣除|去掉|减去|抛掉)(?!价格|物价|涨价|通胀|汇率){_THING}(?:以后|之后|后)?(?=[还能可]{{0,2}}(?:落|剩|余|净|到手|挣|赚|得|有))"
)
_BEHIND = re.compile(
    rf"(?:^|[，。；：（(、])(?P<thing>(?:(?!多少|几|除了?)[^{_MARKS}]){{1,18}}?)"
    # 捐款以外, but no 以外贸; 捐款除外, 捐款不算, 捐款都不在内
    rf"(?:(?:以外|之外)(?![汇资贸商国地])|(?:都|均|全)?(?:除外|(?:不算|不计)(?:在内)?{_END}|不在内))"
)
_AND = re.compile(r"、|和|与|及|以及")


@lru_cache(maxsize=2_000)
def excluded(question: str) -> tuple[str, ...]:
    """Return the names of what a Chinese question leaves out, folded."""
    text = fold(question).lower()
    before = list(_BEFORE.finditer(text)) or list(_PAUSED.finditer(text)) or list(_LEFT_OVER.finditer(text))
    found = (m["thing"] for m in (*before, *_IS_NOT.finditer(text), *_NOT_IN.finditer(text), *_BEHIND.finditer(text)))
    return tuple(dict.fromkeys(name for thing in found for name in _AND.split(thing) if name))


@lru_cache(maxsize=2_000)
def without_excluded(question: str) -> str:
    """Return a question without the names of what it leaves out, folded if it names any."""
    left_out = excluded(question)
    text = fold(question).lower() if left_out else question
    for name in left_out:
        text = text.replace(name, " ")
    return text
