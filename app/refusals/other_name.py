"""Names in a question (of an office, a company, a country, a place, an age) that an answer's sentence, and what stands over it, would tell too."""

import re
from functools import lru_cache

from corpus.figures.numerals import fold
from corpus.matching import matching_text
from index.abbreviations import names_of
from index.dictionary import open_dictionary
from index.places import NATION, PROVINCES, chinese_country_names, names_nation, short_name
from index.scope import Scope

_HAN = re.compile("[一-龥]")
# 布局, 大局 and 客厅 name no office.
_OFFICE = re.compile(
    r"([一-龥]{2})(?:(?<![布格结大开时战僵破当定棋赌饭牌变困败危残骗对胜搅])(?<!(?<!安)全)(?<!(?<![民财市邮行])政)局(?![面势部限])|委员会|(?<![客餐大展歌舞门前])厅(?![室局级]))"
)
_COMPANY = re.compile(r"([一-龥]{2})(?:集团|控股)(?!有限|股份|公司[总一]|的|军|[化型])")
_NO_NAME = re.compile(
    "[多少几些各全该本这那家个类型企业公国有]{1,2}|[一-龥][的了和与等及或]|骨干|龙头|大型|医疗|教育|旅游|国企|央企|国资|产业|上市"
)
_AGE = re.compile(r"\d+\s?(?:岁|周岁)")
# Of several things each may be told elsewhere.
_SEVERAL = re.compile("[和与跟及、]|还是|分别|各[是为有占多自]|比[一-龥]{2,}[多少高低大小]")
_DIVISION = re.compile(
    "[一-龥]{2,4}(?:县|旗|(?<![城市郊山园景片新老旧灾库林牧矿特社小校厂街全各本地港])(?<!示范|开发|高新|保税|试验|自贸)区)"
)
# What happened is told far from where it is named for its place.
_EVENT = "[市县区]?(?:特?大)?(?:地震|抗震|震[后区灾]|泥石流|洪[水灾涝]|水灾|旱灾|雪灾|山火|火灾|爆炸|疫情|奥运|冬奥|亚运|青奥|大运会|世博|进博|峰会|会[议谈晤]|战[役争]|起义|事[件变]|惨案)"
_REGION = re.compile("[东西南北中华]{1,2}(?:部|方|地区|北|南|东|西)?")


def other_name(question: str, told: str, scope: Scope) -> bool:
    """Tell whether a Chinese question about one thing names what a Chinese text does not, beside what its scope holds already."""
    if not _HAN.search(question) or not _HAN.search(told):
        return False
    said, countries = matching_text(told), _countries_of(question)
    if len(countries) == 1 and not _is_told(countries[0], said):
        return True
    if _SEVERAL.search(question):
        return False
    if any(not _is_told(name, said) for name in countries):
        return True
    if _AGE.search(fold(question)) and not re.search("岁|龄", said):
        return True
    if not scope.issuers and any(name not in said for name in _names(question)):
        return True
    if NATION in scope.places:
        # Of a place and the nation both are asked for.
        return False
    rest = question
    for place in scope.places:
        rest = rest.replace(short_name(place), " ")
    named = _places(question) if scope.places else (*_places(question), *_provinces(question))
    return any(p in rest and not _is_told(short_name(p), said) for p in named)


def _is_told(name: str, said: str) -> bool:
    """Tell whether a text has a name, or what it stands for (欧洲联盟 for 欧盟)."""
    return any(n in said for n in (name, *names_of(name, name)))


@lru_cache(maxsize=2_000)
def _names(question: str) -> tuple[str, ...]:
    """Return the telling characters of offices and companies."""
    found = (m[1] for pattern in (_OFFICE, _COMPANY) for m in pattern.finditer(fold(question)))
    return tuple(name for name in found if not _NO_NAME.fullmatch(name))


@lru_cache(maxsize=2_000)
def _countries_of(question: str) -> tuple[str, ...]:
    """Return the countries that a question names, but one's own."""
    return tuple(c for c in chinese_country_names() if c in question and not names_nation(c))


def _is_place(word: str) -> bool:
    """Tell a place by the dictionary, or by its rank where that does not know it: 鼓楼区, but no 示范区."""
    known = open_dictionary().is_name(word)
    # 新建 is a county, and to build anew.
    return (bool(known) and not open_dictionary().is_ordinary(word)) or (known is None and bool(_DIVISION.fullmatch(word)))


@lru_cache(maxsize=2_000)
def _places(question: str) -> tuple[str, ...]:
    """Return the names of places that two dictionaries agree on, without provinces and regions: they only say where a place lies."""
    import rjieba

    tagged = [(w, tag) for w, tag in rjieba.tag(question) if len(w) > 1]
    # What is graded or denied is a quality and no name: 不太平.
    words = [w for w, tag in tagged if tag == "ns" and _is_place(w) and not re.search(f"[不很更最太较挺]{w}", question)]
    # 鼓楼区 is cut as any noun.
    words += [w for w, tag in tagged if tag != "ns" and _DIVISION.fullmatch(w) and open_dictionary().is_name(w)]
    words = [w for w in words if not re.search(f"{w}{_EVENT}", question)]
    named = (w for w in words if not _REGION.fullmatch(w) and not names_nation(w) and w != NATION)
    return tuple(w for w in named if not short_name(w).startswith(PROVINCES))


@lru_cache(maxsize=2_000)
def _provinces(question: str) -> tuple[str, ...]:
    """Return the provinces that a question names: where it is about no place, they are what it asks about."""
    import rjieba

    return tuple(w for w, tag in rjieba.tag(question) if tag == "ns" and short_name(w) in PROVINCES)
