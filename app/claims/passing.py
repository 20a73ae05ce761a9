"""The nation, or all of a province, named in passing: what is ranked in it, approved by it or spread over it is told of somewhere else."""

import re

# What may stand before the subject of a clause: when, and words that join.
_BEFORE = (
    r"\d{1,4}\s?年|[零○一二三四五六七八九十]{1,4}年|\d{1,2}月|\d{1,2}日|年[末底初中]?|[末底初中]|[上下]半年|以来|期间|时期|[一二三四五几两多]年来?|第?[一二三四]季度"
    r"|全年|今年|去年|上年|前年|明年|当年|同期|目前|现在|当前|至今|迄今|其中|据|并|而|使|让|把|令|对|也|又|还|即|同时|此外|另外|截[至止]|[到至自从]"
)
_HEAD = re.compile(rf"(?:^|[，,。；;：:！？（(\s　])(?:{_BEFORE}|[、\s　])*$")
_NATION = re.compile("全国|中国|国务院|国家|国内|中央|央行|总理")
# 我国 says who speaks.
_OURS = re.compile("我国|咱们?国家")
# A rank, a title, a name: 全国第三, 国家级, 全国百强县, 中国500强.
_NAMED = re.compile(
    "(?:的)?(?:第|首[个批家次位]|前[列茅一二三四五六七八九十\\d]|级|性|队|[百千]?强|\\d+强|最|排|领先|文明|卫生|园林|森林|重点|示范|先进|试点|[县市]域)"
)


def at_head(text: str, start: int) -> bool:
    """Tell whether what begins at a place of a text may be what its clause is about."""
    return _HEAD.search(text, max(0, start - 40), start) is not None


def speaks_of_nation(sentence: str) -> bool:
    """Tell whether a Chinese sentence that names the nation has a clause about it: not 获全国表彰, 列入国家试点."""
    return bool(_OURS.search(sentence)) or any(
        at_head(sentence, m.start()) and not _NAMED.match(sentence, m.end()) for m in _NATION.finditer(sentence)
    )
