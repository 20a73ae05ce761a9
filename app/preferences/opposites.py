"""Of two opposites the one that is asked for: what goes over to the next year and not what came from the last, imports and not exports."""

import re
from collections.abc import Sequence

from app.choosing.chooser import Chosen
from corpus.figures.numerals import fold
from corpus.matching import matching_text
from index.query import Query

_TRIED = 16
# So much less may the opposite fit than what fits best, and so much of the best one's words it speaks of.
_FITS, _SPOKEN = 4.0, 0.5
_OTHERS_OWE = "(?:别人|人家|他人|客户|买家|买方|对方|下游|经销商)[还都仍一直]{0,2}欠"
# How reports name each side, and how it is asked for; each line is a side and its opposite.
_PAIRS = tuple(
    tuple((re.compile(name), re.compile(asked)) for name, asked in sides)
    for sides in (
        (("上年(?:度|末)?(?:结转|结余)", "(?:上一?年|去年|前一年)[^，。？]{0,6}(?:结转|转|留|剩|结余)|结转过来"), ("(?:结转|转入|顺延)[^，。]{0,3}下(?:一)?年|年末结转", "(?:转|留|延|放|拖|带)[^，。？]{0,4}(?:下一?年|次年|明年|来年|第二年)")),
        (("(?:年|期)初[^，。]{0,6}(?:结转|结余|余额)", "(?:年|期)初(?!预算)"), ("(?:年|期)末[^，。]{0,6}(?:结转|结余|余额)", "(?:年|期)末|年底")),
        (("收入", "卖(?![方家地])|销售额|营收|收入|进账"), ("成本", "成本|造价")),
        (("进口", "进口|买进|买来|买回|运进|\\bimport(?!an)"), ("出口", "出口|卖出|卖到|卖给|外销|运出|\\bexport")),
        (("流入", "流入|流进|收到|进账"), ("流出", "流出|流走|付出|花出")),
        (("结婚", "结婚|结了婚|领证|成家|\\bmarri(?:ed|ages?)\\b|\\bweddings?\\b|\\bg[eo]t married\\b"), ("离婚", "离婚|离了婚|\\bdivorc")),
        (("出生", "出生|生下|新生|\\bbirths?\\b|\\bwere born\\b"), ("死亡", "死亡|去世|死了|\\bdeaths?\\b|\\bdied\\b")),
        (("制发|制定|印发", "制发|制定|印发|出台|新发"), ("废止|失效", "废止|废除|废掉|作废|失效")),
        (("应收", f"应收|{_OTHERS_OWE}"), ("应付", f"应付|^(?!.*{_OTHERS_OWE}).*欠(?!费)")),
        (("开工|动工|开建", "开工|动工|开建|破土|开始[建盖修]"), ("建成|竣工|完工|交付", "建成|竣工|完工|交付|[建盖修](?:好|完|成)")),
        (("招生|新生|招收", "招生|新生|新招|招收|招了|招进"), ("在校", "在校|在读")),
        (("招生|新生|招收", "招生|新生|新招|招收|招了|招进"), ("毕业", "毕业")),
        (("在校", "在校|在读"), ("毕业", "毕业")),
        (("生产资料", "生产资料"), ("消费资料|生活资料", "消费资料|生活资料|消费品|生活用品")),
        (("存款", "存款|存了|存进"), ("贷款", "贷款|贷了|放贷|借出")),
        (("迁入|转入", "迁入|迁来|搬进|搬来|转入"), ("迁出|转出", "迁出|迁走|搬走|搬出|转出")),
        (("批准|获批|准予|核准|\\bapprov", "批准|获批|批下|核准|\\bapprov"), ("驳回|否决|退回|不予|不批|拒绝|\\breject|\\bturned down|\\brefus", "驳回|否决|退回|不予|没批|拒绝|\\breject|\\bturned down|\\brefus")),
    )
)  # fmt: skip


# Sides that hang on the year told from (what is 年初 here is 年末 there), and on who tells it.
_RELATIVE = 2, 8


# What came from the year before is called that, and by no other name.
_CARRIED = _PAIRS[0][0][1]


def sides_asked(question: str) -> list[tuple[re.Pattern[str], re.Pattern[str]]]:
    """Return the name of each side that a question asks for and that of its opposite, where these do not hang on who tells them and when."""
    pairs = [pair for n, pair in enumerate(_PAIRS) if n >= _RELATIVE[0] and n != _RELATIVE[1]]
    sides = [(own, opposed) for one, other in pairs for own, opposed in ((one, other), (other, one))]
    return [(name, wrong) for (name, asked), (wrong, also) in sides if asked.search(question) and not also.search(question)]


def opposite_asked(query: Query, best: Chosen, chosen: Sequence[Chosen]) -> Chosen | None:
    """Return a figure of the side that a question asks for where the best is of its opposite."""
    question = fold(query.text).lower()
    for one, other in _PAIRS:
        for (name, asked), (wrong, wrong_asked) in ((one, other), (other, one)):
            if not asked.search(question) or wrong_asked.search(question):
                continue
            told = _called(best, name, wrong)
            if name.search(told):
                continue
            if wrong.search(told) or (
                asked is _CARRIED and not query.background and best.candidate.sentence.ranked.passage.context
            ):
                return _of_side(name, wrong, best, chosen)
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
