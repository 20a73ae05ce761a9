"""When two figures are of one measure: the same words name them, but for the place and the time that both share."""

import re
from dataclasses import dataclass

from app.lint.statements import Reading, Sentence
from corpus.figures.figure import Figure
from corpus.figures.numerals import fold

_SHARED = re.compile(
    r"^(?:全国|全省|全市|全县|全区|全州|全年|全社会|我国|我省|我市|我县|我区|国家|年末|年底|实现|预计|完成|中央|到|达到|其中|今年|去年|上年|预期|目标|主要)+"
)
_VALUE_WORDS = re.compile(r"(?:总额|总量|总值|规模|达|达到|完成|实现|为|增长|同比|预期目标|目标|左右)+$")
# Words that stand for another way of measuring, or of another part, wherever they are said.
_LEAST = 3
_VAGUE = re.compile(r"^(?:其中|增长|下降|总额|总量|收入|支出|比重|占比|面积|数量|人数|投资|资金|补助|总投资|金额|增速|比例|项目|企业|人口|产值|产量|新增|累计)$")


@dataclass(frozen=True, slots=True)
class Measured:
    """A figure with its sentence and the name of its measure, "" where it has none that tells it from others."""

    sentence: Sentence
    figure: Figure
    name: str


def measured(reading: Reading) -> list[Measured]:
    """Return the figures of the running text of a report with the names of their measures."""
    return [Measured(s, f, measure_name(f.subject)) for s in reading.sentences for f in s.figures]


def measure_name(subject: str) -> str:
    """Return the name by which a measure is known again, "" for one that is too vague to be.

    >>> measure_name("全国粮食总产量达到")
    '粮食总产量'
    """
    name = re.sub(r"[\s“”\"《》（）()]", "", fold(subject))
    name = _VALUE_WORDS.sub("", _SHARED.sub("", name))
    return "" if len(name) < _LEAST or _VAGUE.match(name) or not re.search("[一-龥]", name) else name
