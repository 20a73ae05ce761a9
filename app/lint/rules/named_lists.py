"""A list of names and the number behind it: 建成青石、白沙、柳林、大塘4所卫生院 names four; five names are one too many."""

import re
from collections.abc import Sequence

from app.lint.finding import Oddity
from app.lint.statements import Reading, Sentence
from corpus.figures.numerals import parse_chinese

_NAME = r"[^\d,，。;；:：、()\s“”\"《》]"
_LIST = re.compile(
    rf"(?:^|(?<=[,，。;；:：]))(?P<names>(?:{_NAME}{{1,16}}、)+{_NAME}{{1,16}}?)等?(?<![一二两三四五六七八九十百千第几])"
    r"(?P<n>\d{1,2}|[三四五六七八九十]{1,2})(?P<unit>大?[个家所座项条名处件部镇乡村户支]|大)(?=[一-龥])(?![级层多余月百])"
)
# What is done to the things counted is no name of them: 新建、改建、扩建2所学校. Nor is where they rank: 国家级、省级、市级奖励2项.
_NO_NAME = re.compile(
    "^(?:新建|改建|扩建|续建|改造|提升|引进|培育|打造|建成|建设|开工|完成|启动|推进|签约|落地|投产|立项|申报|创建|验收|整治|修复"
    "|维修|维护|拆除|关闭|关停|淘汰|整合|查处|办理|处理|检查|开展|举办|召开|印发|制定|修订|组织|选派|培训|表彰|撤销|合并|新增)$"
    "|级|等奖|保持|实现|做到|连续|残疾人$|^[一二三四五六七八九十东西南北中上下大小]+$"
)
# A name with one of these is two, or no name alone: 福建两省的深圳, 西部和东部. The first name has the words before the list with it.
_NOT_ONE = re.compile("[和及与或的都均是两一二三四五六七八九十]")


def check_named_lists(reading: Reading) -> list[Oddity]:
    """Return the numbers of things of which more are named right before them."""
    found: list[Oddity] = []
    for sentence in reading.sentences:
        for match in _LIST.finditer(sentence.text) if sentence.text.count("、") > 1 else ():
            names = match["names"].split("、")
            if 1 < _stated(match) < len(names) and not _are_no_names(names):
                found.append(_oddity(sentence, match, names))
    return found


def _stated(match: re.Match[str]) -> int:
    return int(match["n"]) if match["n"].isdigit() else int(parse_chinese(match["n"]))


def _are_no_names(names: Sequence[str]) -> bool:
    return any(_NO_NAME.search(name) for name in names) or any(_NOT_ONE.search(name) for name in names[1:])


def _oddity(sentence: Sentence, match: re.Match[str], names: Sequence[str]) -> Oddity:
    figure = next((f for f in sentence.figures if f.start - sentence.start == match.start("n")), None)
    return Oddity(
        "warning", f"说是{match['n']}{match['unit']}，前面列出{len(names)}个名称（{'、'.join(names)}）",
        f"{match['n']} stated, {len(names)} named", f"{len(names)} > {_stated(match)}", (sentence.place(figure),),
    )  # fmt: skip
