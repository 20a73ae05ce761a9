"""What a follow-up corrects or narrows, as the plain follow-up that it means: 不是增速，我问的是总量 is 总量呢, 只看出口的 is 出口呢."""

import re

from corpus.figures.numerals import fold
from corpus.matching import is_chinese

_LEADS = re.compile(
    r"^(?:(?:不对|不是(?:的|这个|那个|这样的?|问这个)?|错了|不准|(?:你|我)?(?:[看说问打写搞弄理解]{1,2}错)了?|不好意思|对不起|抱歉|等等|等一下|哦|噢|呃|嗯)(?=[，,。！!；\s])[，,。！!；\s]*)+"
)
_MEANS = r"我?(?:刚才|其实|真正)?(?:想|要)?(?:问|说|指|要|查|看|找|了解|知道)"
_NOT_BUT = re.compile(
    rf"^(?:{_MEANS}的?)?(?:并)?不是(?P<no>[^，,。]{{1,14}})[，,](?:而?是|(?:{_MEANS}的?)?是)?(?P<what>[^，,。]{{1,20}})$"
)
_BUT_NOT = re.compile(rf"^(?:{_MEANS}的?)(?:应该)?是(?P<what>[^，,。]{{1,20}})[，,](?:并)?不是[^，,。]{{1,14}}$")
_MEANT = re.compile(rf"^(?:(?:{_MEANS}的)(?:应该)?是|我(?:是|的意思是)(?:想?问|说|指)?|应该是)(?P<what>[^，,。]{{1,20}})$")
_ONLY = re.compile(
    r"^(?:那?就|请)?(?:只|单独?|光|仅仅?|专门)(?:看|说|算|要|讲|论|统计|计|问|包括|拿|是|就)(?P<what>[^，,。？?]{1,12}?)(?:这|那)?(?:的|部分|方面|一?块|这?一?项)*$"
)
_ASKS = re.compile(r"多少|几|什么|哪|谁|怎|吗|如何")
_END = re.compile(r"[呢吧啊呀的]*[？?。！!，,\s]*$")
_LEADS_EN = re.compile(
    r"^(?:(?:no|nope|sorry|wait|oops|hmm|actually|not that(?: one)?|that's (?:not (?:it|right|what i (?:asked|meant))|wrong)|wrong)(?:\s*[,.!;:–—-]+\s*|(?<=sorry)\s+|(?<=oops)\s+))+",
    re.IGNORECASE,
)
_MEANT_EN = re.compile(
    r"^i (?:actually )?(?:mean|meant|was asking (?:about|for)|asked (?:about|for)|am asking (?:about|for)|am looking for|want(?:ed)?)(?: to (?:ask|know) about)?\s+(?P<what>.{1,48}?)(?:,? (?:not|rather than|instead of) .{1,40})?$",
    re.IGNORECASE,
)
_NOT_BUT_EN = re.compile(r"^not (?:the |for |in )?.{1,30}?,? (?:but(?: rather)?|,) (?P<what>.{1,40})$", re.IGNORECASE)
_ONLY_EN = re.compile(r"^(?:only|just|specifically) (?:for |in |the ones? (?:for|in) )?(?P<what>.{1,30})$", re.IGNORECASE)
_ASKS_EN = re.compile(r"\b(?:how|what|which|who|when|where|why)\b", re.IGNORECASE)


def as_plainly_asked(question: str) -> str:
    """Return the follow-up that a correction or a narrowing means, any other question as it is."""
    text = question.strip()
    return _in_chinese(text) if is_chinese(text) else _in_english(text)


def _in_chinese(question: str) -> str:
    text = _LEADS.sub("", fold(question))
    plain = _END.sub("", text)
    for pattern in (_NOT_BUT, _BUT_NOT, _ONLY, _MEANT):
        match = pattern.match(plain)
        if match:
            what = match["what"].strip()
            return what if _ASKS.search(what) else f"{what.removesuffix('的')}呢"
    if text == fold(question):
        return question
    # 错了，是2022年的
    text, plain = text.removeprefix("是"), plain.removeprefix("是").removesuffix("的")
    return text if _ASKS.search(text) or text.rstrip("？?").endswith("呢") or not text else f"{plain}呢"


def _in_english(question: str) -> str:
    text = _LEADS_EN.sub("", question.replace("’", "'"))
    plain = text.rstrip(" ?.!")
    for pattern in (_MEANT_EN, _NOT_BUT_EN, _ONLY_EN):
        match = pattern.match(plain)
        if match and not _ASKS_EN.search(match["what"]):
            return f"what about {match['what']}?"
        if match and pattern is _MEANT_EN:
            return f"{match['what']}?"
    if text == question.replace("’", "'") or not text:
        return question
    return text if _ASKS_EN.search(text) else f"what about {plain}?"
