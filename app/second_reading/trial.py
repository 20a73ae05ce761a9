"""Try a language model before it is used: on invented figures that answer a question and others that do not, all from invented reports.

Models say yes with more or less ease, and are more or less sure of themselves. What they gave in the trial says what their odds mean; one that does
not tell the two sorts apart is refused.
"""

import statistics
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from app.second_reading.errors import LanguageModelError
from app.second_reading.reader import Reader, Reading

# Of all pairs of a figure that answers and one that does not, so many must be told apart; one who guesses tells half of them.
_LEAST_TOLD = 0.75


@dataclass(frozen=True, slots=True)
class Example:
    """A question, the sentence that answers it, and its figures: the one that answers, and those that do not."""

    title: str
    question: str
    text: str
    answers: str
    others: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Trial:
    """How a model did: the middle and the spread of its log odds, and the share of pairs that it told apart."""

    middle: float
    spread: float
    told: float


EXAMPLES: tuple[Example, ...] = (
    Example(
        "2031年青苇县人民政府工作报告",
        "青苇县2030年一共打了多少粮食？",
        "过去一年，全县粮食总产量达到38.6万吨，比上年增长2.4%；油料产量4.1万吨。",
        "38.6万吨",
        ("2.4%", "4.1万吨"),
    ),
    Example(
        "2031年青苇县人民政府工作报告",
        "2030年青苇县城里人人均能花的钱有多少？",
        "城镇居民人均可支配收入46210元，农村居民人均可支配收入23875元，分别增长5.1%和6.8%。",
        "46210元",
        ("23875元", "6.8%"),
    ),
    Example(
        "2029年白石滩市人民政府工作报告",
        "白石滩市2028年给多少套老房子做了改造？",
        "改造老旧小区132个、惠及居民2.7万户，新开工保障性住房5400套，棚户区改造3100套基本建成。",
        "3100套",
        ("5400套", "132个"),
    ),
    Example(
        "2029年白石滩市人民政府工作报告",
        "白石滩市打算2029年让多少人新找到工作？",
        "2028年城镇新增就业5.3万人。2029年的主要预期目标是：城镇新增就业5万人以上，居民消费价格涨幅3%左右。",
        "5万人以上",
        ("5.3万人", "3%左右"),
    ),
    Example(
        "云岫省2033年财政预算执行情况报告",
        "云岫省2032年花在教育上的钱比上年多了百分之几？",
        "全省教育支出812.4亿元，增长7.3%；科学技术支出164.9亿元，增长11.6%。",
        "7.3%",
        ("11.6%", "812.4亿元"),
    ),
    Example(
        "云岫省2033年财政预算执行情况报告",
        "2032年云岫省财政收入里有多少是税收？",
        "全省一般公共预算收入2410亿元，其中税收收入1695亿元，占70.3%。",
        "1695亿元",
        ("2410亿元", "70.3%"),
    ),
    Example(
        "2027年鹿鸣区人民政府工作报告",
        "鹿鸣区2026年新修了几条公交线路？",
        "新建学校6所，新增学位4800个；新开公交线路14条，投放新能源公交车90辆。",
        "14条",
        ("6所", "90辆"),
    ),
    Example(
        "2027年鹿鸣区人民政府工作报告",
        "鹿鸣区过去五年一共引来多少个项目？",
        "2026年签约项目58个、总投资210亿元。五年来累计引进项目247个。",
        "247个",
        ("58个", "210亿元"),
    ),
    Example(
        "碧湾集团2030年年度报告",
        "碧湾集团2030年研发投入占营业收入的多大比例？",
        "本年研发投入9.2亿元，占营业收入的4.6%，研发人员1320人，占员工总数的11.8%。",
        "4.6%",
        ("11.8%", "9.2亿元"),
    ),
    Example(
        "2026年望川县国民经济和社会发展统计公报",
        "望川县2026年末常住人口里住在城镇的占百分之几？",
        "年末全县常住人口61.7万人，城镇化率52.3%；全年出生率6.1‰，死亡率7.9‰。",
        "52.3%",
        ("6.1‰", "61.7万人"),
    ),
    Example(
        "2026年望川县国民经济和社会发展统计公报",
        "2026年望川县来了多少游客？",
        "全年接待国内游客1180万人次，增长9.4%，旅游总收入73.5亿元，A级景区12家。",
        "1180万人次",
        ("73.5亿元", "12家"),
    ),
    Example(
        "Port Arden Budget 2031",
        "How much will Port Arden spend on new hospitals in 2031?",
        "We will spend $640 million on new hospitals and $85 million on training nurses. The corporate tax rate falls to 18 per cent.",
        "$640 million",
        ("$85 million", "18 per cent"),
    ),
    Example(
        "Port Arden Budget 2031",
        "How many flats did Port Arden complete last year?",
        "Last year 21,500 flats were completed and work on another 9,800 began; 3,200 families received grants.",
        "21,500 flats",
        ("9,800", "3,200 families"),
    ),
)  # fmt: skip


def try_reader(reader: Reader, *, on_example: Callable[[int, int], None] | None = None) -> Trial:
    """Ask a reader of all examples; `on_example` hears how many of how many are done. Raises LanguageModelError if it does not tell them apart."""
    yes: list[float] = []
    no: list[float] = []
    for done, example in enumerate(EXAMPLES, 1):
        odds = reader.odds(example.question, [_reading(example, figure) for figure in (example.answers, *example.others)])
        yes.append(odds[0])
        no += odds[1:]
        if on_example is not None:
            on_example(done, len(EXAMPLES))
    told = _told_apart(yes, no)
    if told < _LEAST_TOLD:
        raise LanguageModelError(
            f"the language model told {told:.0%} of the pairs of figures apart that answer a question and that do not, {_LEAST_TOLD:.0%} are needed: "
            "choose a larger one that follows instructions, and one that does not think aloud first"
        )
    spread = max((statistics.pstdev(yes) + statistics.pstdev(no)) / 2, 0.1)
    return Trial((statistics.mean(yes) + statistics.mean(no)) / 2, spread, told)


def _reading(example: Example, figure: str) -> Reading:
    return Reading(example.title, "", example.text, figure)


def _told_apart(yes: Sequence[float], no: Sequence[float]) -> float:
    """Return the share of all pairs in which the figure that answers has the higher odds (the area under the curve)."""
    pairs = [(a > b) + (a == b) / 2 for a in yes for b in no]
    return sum(pairs) / len(pairs)
