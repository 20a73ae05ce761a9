"""What a quantity measures: the naming words before it."""

import re

_STOP = re.compile(r"[，。；：！？,;!?\n|]|——")
_LEAD = re.compile(
    r"^(?:其中|此外|同时|另外|并且|而且|以及|并|且|全年|预计|今年|去年|上年|当年|到?\d{4}年末?|[一二][○零一二三四五六七八九]{3}年底?|年末|年底|截至|将|要|使|把|对|为|与|和|等|的)+"
)
_TAIL = re.compile(
    r"(?:分别|累计|总计|共计|合计|均|各|也|已|都|就|只|仅|年均|平均每年|同比|环比|比上年|较上年|[比较][^，。；、]{1,10}|按[^，。；、]{2,8}|实际|名义|净|又|再|还|约|近|超|超过|突破|达到?|完成|实现|"
    r"增长|增加|提高|提升|上升|上涨|扩大|下降|减少|降低|回落|缩小|稳定|控制|保持|位居|位列|排名|居|由|从|到|至|在|为|是|了|有|的|占|以|高于|低于|快于|不低于|不少于|共|增幅|涨|增|降|减|：|“)+$"
)
_PRONOUN = re.compile(r"^(?:达到?|占|增长|增加|提高|下降|减少|比|为|是|其|同比)?$")


def resolve_subject(text: str, start: int, clause_start: int, previous: str) -> str:
    """Return the words that name what the quantity at `start` measures; an elliptical clause (…，增长5%) takes the previous."""
    clause = text[clause_start:start]
    phrase = _strip(clause)
    if len(phrase) >= 2 and not _PRONOUN.match(phrase):
        return phrase
    return previous


def following_subject(text: str, end: int) -> str:
    """Return the noun behind a counted quantity: 272个项目建成 → 项目."""
    match = re.match(
        r"(?:以上|左右|多|余)?的?([一-龥]{2,8}?)(?=[，。；、]|分别|建成|开工|投产|获|被|在|已|实现|达|纳入|全部|完成|$)",
        text[end : end + 14],
    )
    return match[1] if match else ""


def _strip(clause: str) -> str:
    pieces = [p for p in _STOP.split(clause) if p.strip()]
    phrase = pieces[-1].strip() if pieces else ""
    phrase = _TAIL.sub("", phrase)
    phrase = _LEAD.sub("", phrase)
    return phrase.strip(" 　“”（）()")
