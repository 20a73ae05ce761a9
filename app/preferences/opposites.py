"""Of two opposites the one that is asked for: what goes over to the next year and not what came from the last."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from app.choosing.chooser import Chosen
from corpus.figures.numerals import fold
from corpus.matching import matching_text
from index.excluded import without_excluded
from index.query import Query

_TRIED = 16
# So much less may the opposite fit than what fits best, and so much of the best one's words it speaks of.
_FITS, _SPOKEN = 4.0, 0.5
_OTHERS_OWE = "(?:别人|人家|他人|客户|买家|买方|对方|下游|经销商)[还都仍一直]{0,2}欠"


# 要是进口少了，出口能有多少 asks for no import.
_SUPPOSED = re.compile(r"[^，。；？]*(?:只要|如果|要是|假如|倘若|假设|若是)[^，。；？]*，(?=[^。；？]*(?:多少|几|多[大高长]))")


@dataclass(frozen=True, slots=True)
class _Side:
    """One of two opposites: how reports name it, and how it is asked for."""

    name: re.Pattern[str]
    asked: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two opposites. `relative` ones hang on the year told from (what is 年初 here is 年末 there), or on who tells it.

    `both` names the two together (进出口), which is neither of them.
    """

    one: _Side
    other: _Side
    relative: bool = False
    both: re.Pattern[str] | None = None

    def each_way(self) -> tuple[tuple[_Side, _Side], ...]:
        """Return each side with its opposite."""
        return (self.one, self.other), (self.other, self.one)


def _side(name: str, *asked: str) -> _Side:
    """Return a side that is asked for in any of some ways, as it is named if there are none."""
    return _Side(re.compile(name), re.compile("|".join(asked) or name))


# What came from the year before is called that, and by no other name.
_CARRIED = _side("上年(?:度|末)?(?:结转|结余)", "(?:上一?年|去年|前一年)[^，。？]{0,6}(?:结转|转|留|剩|结余)", "结转过来")
_ENROLLED = _side("招生|新生|招收", "招生|新生|新招|招收|招了|招进")
_PAIRS = (
    _Pair(
        _CARRIED,
        _side(
            "(?:结转|转入|顺延)[^，。]{0,3}下(?:一)?年|年末结转",
            "(?:转|留|延|放|拖|带)[^，。？]{0,4}(?:下一?年|次年|明年|来年|第二年)",
        ),
        relative=True,
    ),
    _Pair(
        _side("(?:年|期)初[^，。]{0,6}(?:结转|结余|余额)", "(?:年|期)初(?!预算)"),
        _side("(?:年|期)末[^，。]{0,6}(?:结转|结余|余额)", "(?:年|期)末", "年底"),
        relative=True,
    ),
    _Pair(_side("收入", "卖(?![方家地])", "销售额|营收|收入|进账"), _side("成本", "成本|造价")),
    # 人均可支配收入 and 财政收支 are no two sides of one fund.
    _Pair(
        _side("收入", "收入|进账|收上来|收了|收进"),
        _side("支出", "支出|开支|开销|花[了掉去出费销]|花多少|用[掉去出]|付[了掉出]"),
        both=re.compile("收支"),
    ),
    _Pair(
        _side("进口", "进口|买进|买来|买回|运进|\\bimport(?!an)"),
        _side("(?<!进)出口", "(?<!进)出口|卖出|卖到|卖给|外销|运出|\\bexport"),
        both=re.compile("进出口"),
    ),
    _Pair(_side("流入", "流入|流进|收到|进账"), _side("流出", "流出|流走|付出|花出")),
    _Pair(
        _side("结婚", "结婚|结了婚|领证|成家", "\\bmarri(?:ed|ages?)\\b|\\bweddings?\\b|\\bg[eo]t married\\b"),
        _side("离婚", "离婚|离了婚", "\\bdivorc"),
    ),
    _Pair(
        _side("出生", "出生|生下|新生", "\\bbirths?\\b|\\bwere born\\b"),
        _side("死亡", "死亡|去世|死了", "\\bdeaths?\\b|\\bdied\\b"),
    ),
    _Pair(_side("制发|制定|印发", "制发|制定|印发|出台|新发"), _side("废止|失效", "废止|废除|废掉|作废|失效")),
    _Pair(_side("应收", "应收", _OTHERS_OWE), _side("应付", "应付", f"^(?!.*{_OTHERS_OWE}).*欠(?!费)"), relative=True),
    _Pair(
        _side("开工|动工|开建|施工|在建", "开工|动工|开建|破土|施工|在建", "开始[建盖修]"),
        _side("建成|竣工|完工|交付", "建成|竣工|完工|交付", "[建盖修](?:好|完|成)"),
    ),
    _Pair(_ENROLLED, _side("在校", "在校|在读")),
    _Pair(_ENROLLED, _side("毕业")),
    _Pair(_side("在校", "在校|在读"), _side("毕业")),
    _Pair(_side("生产资料"), _side("消费资料|生活资料", "消费资料|生活资料|消费品|生活用品")),
    _Pair(_side("存款", "存款|存了|存进"), _side("贷款", "贷款|贷了|放贷|借出")),
    _Pair(_side("迁入|转入", "迁入|迁来|搬进|搬来|转入"), _side("迁出|转出", "迁出|迁走|搬走|搬出|转出")),
    _Pair(
        _side("批准|获批|准予|核准|\\bapprov", "批准|获批|批下|核准", "\\bapprov"),
        _side(
            "驳回|否决|退回|不予|不批|拒绝|\\breject|\\bturned down|\\brefus",
            "驳回|否决|退回|不予|没批|拒绝",
            "\\breject|\\bturned down|\\brefus",
        ),
    ),
)

_SIDES = tuple((pair, sides) for pair in _PAIRS for sides in pair.each_way())


def sides_asked(question: str) -> list[tuple[re.Pattern[str], re.Pattern[str]]]:
    """Return the name of each side that a question asks for and that of its opposite, where these are not relative."""
    question = _SUPPOSED.sub("", without_excluded(question))
    sides = [side for pair in _PAIRS if not pair.relative for side in pair.each_way()]
    return [
        (own.name, opposed.name) for own, opposed in sides if own.asked.search(question) and not opposed.asked.search(question)
    ]


def names_both(question: str, c: Chosen) -> bool:
    """Tell a figure of two opposites together (进出口总额) where a folded question asks for one of them."""
    told = matching_text(c.candidate.figure.subject)
    return any(
        pair.both.search(told)
        and not pair.both.search(question)
        and (pair.one.asked.search(question) or pair.other.asked.search(question))
        for pair in _PAIRS
        if pair.both is not None
    )


def opposite_asked(query: Query, best: Chosen, chosen: Sequence[Chosen]) -> Chosen | None:
    """Return a figure of the side that a question asks for where the best is of its opposite."""
    question = fold(query.text).lower()
    for pair, (own, opposed) in _SIDES:
        if not own.asked.search(question) or opposed.asked.search(question) or (pair.both and pair.both.search(question)):
            continue
        told = _called(best, own.name, opposed.name)
        if own.name.search(told):
            continue
        if (
            opposed.name.search(told)
            or (pair.both is not None and pair.both.search(told))
            or (own is _CARRIED and not query.background and best.candidate.sentence.ranked.passage.context)
        ):
            return _of_side(own.name, opposed.name, best, chosen)
    return None


def _of_side(name: re.Pattern[str], wrong: re.Pattern[str], best: Chosen, chosen: Sequence[Chosen]) -> Chosen | None:
    figure = best.candidate.figure
    likely = (c for c in chosen[1:_TRIED] if best.score - c.score <= _FITS)
    return next(
        (
            c
            for c in likely
            if name.search(_called(c, name, wrong))
            and not wrong.search(_called(c, name, wrong))
            and (c.candidate.figure.kind, c.candidate.figure.period) == (figure.kind, figure.period)
            and c.candidate.figure.unit in {figure.unit, ""}
            and c.candidate.spoken.share >= _SPOKEN * best.candidate.spoken.share
        ),
        None,
    )


def _called(c: Chosen, name: re.Pattern[str], wrong: re.Pattern[str]) -> str:
    """Return what a figure is called: its own name, and where that tells of neither side what stands above its table."""
    own = matching_text(c.candidate.figure.subject)
    passage = c.candidate.sentence.ranked.passage
    return own if name.search(own) or wrong.search(own) or not passage.context else matching_text(f"{passage.context}")
