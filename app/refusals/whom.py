"""Of whom a figure tells: one of all people is none of the women, or of those of an age, that a question asks about, and a total is none for each."""

import re
from functools import lru_cache

from app.choosing.candidates import Candidate
from corpus.figures.conversion import convert
from corpus.figures.numerals import fold
from index.query import Query
from index.unit_classes import class_of_unit

_HAN = re.compile("[一-龥]")
# Children, a daughter and a housemaid are no women.
_ONE_SEX = re.compile(r"(?<![子儿])女(?![儿婿佣工程])|男|妇女|性别|\b(?:wom[ae]n|females?|m[ae]n|males?)\b", re.IGNORECASE)
_SEX_TOLD = re.compile(
    rf"{_ONE_SEX.pattern}|\b(?:girls?|boys?|gender|sex|mothers?|fathers?|maternity|paternity|wives|wife|husbands?|widows?)\b",
    re.IGNORECASE,
)
# Games of women are named for them, and what is sold to them is no number of people.
_CALLED_ONE = re.compile(
    "(?:女性?(?=[干党团职员工学教代委社村队民青老]|同志|教师)|男性?(?=[干党团职员工学教代委社村队民青老]|同志|教师))"
)
_AGE = re.compile(r"(\d+)\s?周?岁|\b(\d+)[- ]years?[- ]olds?\b|\baged? (\d+)\b", re.IGNORECASE)
_AGE_TOLD = re.compile("岁|龄")
# What is told for each thousand people or hundred square kilometres, and how it is asked for.
_FOR_SO_MANY, _FOR_SO_MANY_ASKED = re.compile("每一?[十百千万]"), re.compile("每|平均|均|密度|率|比例|摊")
# A total of hundreds of millions is no mean for each, nor one of a thousand tons.
_EACH, _TOTAL, _TONS = re.compile("人均|每[个位名]?人|按人头|户均|每户"), 10**8, 10**3


def is_of_no_sex(query: Query, candidate: Candidate) -> bool:
    """Tell whether men or women are asked for, of whom neither the sentence nor what stands over it speaks."""
    if query.background or not _ONE_SEX.search(query.text):
        return False
    sentence = candidate.sentence
    return not _SEX_TOLD.search(f"{sentence.text} {sentence.stretch.head.named.text}")


def is_of_one_sex(query: Query, candidate: Candidate) -> bool:
    """Tell whether a figure is called one of women, or of men, where a question asks for neither: 女社员12名 is no number of 社员."""
    told = _CALLED_ONE.match(candidate.figure.subject.lstrip("其中：:，, "))
    return bool(told) and not query.background and bool(_HAN.search(query.text)) and not _SEX_TOLD.search(query.text)


def is_of_no_age(query: Query, candidate: Candidate) -> bool:
    """Tell whether people of an age are asked for, of which neither the passage nor what stands over it speaks; English writes it in digits."""
    ages = _ages(query.text)
    if not ages or query.background:
        return False
    sentence = candidate.sentence
    told = fold(f"{sentence.ranked.passage.text} {sentence.stretch.head.named.text}")
    if _HAN.search(sentence.text):
        return not _AGE_TOLD.search(told)
    numbers = set(re.findall(r"\d+", told))
    return not numbers.issuperset(ages)


def is_total_for_each(query: Query, candidate: Candidate) -> bool:
    """Tell whether the money or the weight of a whole place stands for what there is for each of its people."""
    figure = candidate.figure
    if query.background or "/" in figure.unit or not _EACH.search(query.text):
        return False
    tons = convert(figure.value, figure.unit, "吨")
    return (class_of_unit(figure.unit) == "money" and figure.value >= _TOTAL) or (tons is not None and tons >= _TONS)


def is_each_for_total(query: Query, candidate: Candidate) -> bool:
    """Tell whether what there is for each thousand or so stands for what there is: 每千人口泊位4.1个 is no number of them."""
    if query.background or not _HAN.search(query.text) or _FOR_SO_MANY_ASKED.search(query.text):
        return False
    return _FOR_SO_MANY.search(candidate.figure.subject) is not None


@lru_cache(maxsize=2_000)
def _ages(question: str) -> tuple[str, ...]:
    return tuple(number for found in _AGE.findall(fold(question)) for number in found if number)
