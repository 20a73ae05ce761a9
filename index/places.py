"""Place names in the forms that people use: 绍兴市 and 绍兴, 全国 and 我国, 厦门 and Xiamen, 新加坡 and Singapore.

Names of countries come from the CLDR (package babel), spellings in Latin letters from pypinyin; the suffixes are the full list of
Chinese administrative divisions, and the exceptions the conventional English names of divisions that do not follow pinyin.
"""

import json
import re
from collections.abc import Sequence
from functools import cache, lru_cache
from importlib.util import find_spec
from itertools import product
from pathlib import Path

from corpus.matching import is_chinese
from index.kept import kept
from index.pinyin import pinyin_of, readings_of

NATION = "全国"
_NATION_WORDS = re.compile(
    r"全国|我国|中国|国务院|咱国家|咱们国家"
    # 国家级 and 国家公园 are ranks and names of things, 国内生产总值 a measure, 中央空调 a thing.
    r"|国家(?!级|公园|标准|森林|重点|湿地|高新|医学|区域|实验室|技术|卫生|园林|文明|战略|储备|5A|4A|A级)"
    r"|国内(?!生产|旅游|市场|首|第|外)|中央(?!财政|预算|商务|厨房|空调|生态|环保)"
    r"|央行|总理"
    r"|\b(?:china|chinese|nationwide|national|state council|npc)\b"
)
# The 34 divisions of the first rank.
PROVINCES = (
    "北京", "天津", "上海", "重庆", "河北", "山西", "辽宁", "吉林", "黑龙江", "江苏", "浙江", "安徽", "福建", "江西", "山东", "河南", "湖北",
    "湖南", "广东", "海南", "四川", "贵州", "云南", "陕西", "甘肃", "青海", "台湾", "内蒙古", "广西", "西藏", "宁夏", "新疆", "香港", "澳门",
)  # fmt: skip
# The 55 minorities that the state recognises: they stand in the names of autonomous divisions.
_PEOPLES = """
蒙古 回 藏 维吾尔 苗 彝 壮 布依 朝鲜 满 侗 瑶 白 土家 哈尼 哈萨克 傣 黎 傈僳 佤 畲 高山 拉祜 水 东乡 纳西 景颇 柯尔克孜
土 达斡尔 仫佬 羌 布朗 撒拉 毛南 仡佬 锡伯 阿昌 普米 塔吉克 怒 乌孜别克 俄罗斯 鄂温克 德昂 保安 裕固 京 塔塔尔 独龙 鄂伦春
赫哲 门巴 珞巴 基诺
"""
_ANY_PEOPLE = "(?:" + "|".join(sorted(_PEOPLES.split(), key=lambda p: (-len(p), p))) + ")"
_SUFFIX = re.compile(
    rf"(?:特别行政区|(?:{_ANY_PEOPLE}族?)*(?:各族)?自治[区州县旗]|省|地区|盟|林区|新区|区|县|旗|州|市|镇|乡|街道|村)$"
)
_DIVISION = re.compile(r"[一-龥]{1,12}?(?:自治区|特别行政区|省|自治州|地区|盟|自治县|自治旗|市|新区|林区|区|县|旗|州|镇|乡)")
_CONVENTIONAL = {
    "西藏": ("tibet", "xizang"), "内蒙古": ("inner mongolia",), "陕西": ("shaanxi",), "新疆": ("xinjiang",),
    "香港": ("hong kong",), "澳门": ("macao", "macau"), "台湾": ("taiwan",),
    "乌鲁木齐": ("urumqi",), "拉萨": ("lhasa",), "哈尔滨": ("harbin",), "呼和浩特": ("hohhot",), "喀什": ("kashgar", "kashi"),
    "鄂尔多斯": ("ordos",), "呼伦贝尔": ("hulunbuir",), "锡林郭勒": ("xilingol", "xilin gol"), "日喀则": ("shigatse",),
    "甘孜": ("garze", "ganzi"), "阿坝": ("ngawa", "aba"),
    "西安": ("xi'an", "xian"), "延安": ("yan'an", "yanan"), "六安": ("lu'an", "luan", "liuan"),
}  # fmt: skip
_NOT_BY_PINYIN = ("陕西",)
# A word that may be pinyin: no abbreviation is (GDP, PM), and hardly any English word.
_MAY_BE_PINYIN = re.compile("(?<![a-z])(?:(?:[zcs]h|[b-df-hj-np-tw-z])?[aeiouvü]{1,3}(?:ng?|r)?)++(?![a-z])")
_READ_EACH_WAY = 3


@lru_cache(maxsize=4_096)
def short_name(place: str) -> str:
    """Return a place without the word for its rank: 绍兴市 → 绍兴, 恩施土家族苗族自治州 → 恩施; two characters are kept as they are (沙县)."""
    if place == NATION:
        return place
    short = _SUFFIX.sub("", place)
    return short if len(short) >= 2 else place


@lru_cache(maxsize=4_096)
def divisions(place: str) -> tuple[str, ...]:
    """Return the names in a place from the largest: 上海市普陀区 → (上海, 普陀)."""
    parts = _DIVISION.findall(place)
    if "".join(parts) != place or len(parts) < 2:
        return (short_name(place),) if place else ()
    return tuple(short_name(p) for p in parts)


@cache
def spellings(name: str) -> tuple[str, ...]:
    """Return the lower-case Latin names of a place: pinyin, conventional names, English names of countries."""
    if not is_chinese(name):
        return (name.lower(),)
    pinyin = pinyin_of(name)
    country = _countries("zh", "en").get(name)
    return (*_CONVENTIONAL.get(name, ()), pinyin, *((country,) if country else ()))


def spelt_otherwise(name: str) -> tuple[str, ...]:
    """Return what stands in each spelling of a place that is not pinyin: conventional names, English ones, letters in its Chinese name."""
    country = _countries("zh", "en").get(name)
    return (*_CONVENTIONAL.get(name, ()), *((country,) if country else ()), *re.findall("[a-z]+", name.lower()))


def may_be_pinyin(text: str) -> bool:
    """Tell whether a text in lower case may hold pinyin, before a name is spelt: what spells names takes 0.1 s to load."""
    return _MAY_BE_PINYIN.search(text) is not None


@cache
def readings(name: str) -> tuple[str, ...]:
    """Return the spellings of a place with those of its other readings: 长治 is Changzhi, by its commonest readings Zhangzhi.

    A conventional name takes the place of the pinyin that another place has: Shanxi is 山西, 陕西 is Shaanxi.
    """
    if name in _NOT_BY_PINYIN:
        return _CONVENTIONAL[name]
    if not is_chinese(name) or len(name) > _READ_EACH_WAY:
        return spellings(name)
    return tuple(dict.fromkeys((*spellings(name), *map("".join, product(*readings_of(name))))))


@cache
def _countries(source: str, target: str) -> dict[str, str]:
    """Return what countries are called in another language; kept ready, for the library is imported for nothing else."""
    spec = find_spec("babel")
    data = Path(spec.origin if spec and spec.origin else "").parent / "locale-data"
    sources = [path for language in (source, target) if (path := data / f"{language}.dat").is_file()]
    found: dict[str, str] = json.loads(kept(f"countries.{source}.{target}", lambda: _read_countries(source, target), sources))
    return found


def _read_countries(source: str, target: str) -> bytes:
    from babel import Locale

    ours, theirs = Locale(source).territories, Locale(target).territories
    named = {name.lower(): theirs[code].lower() for code, name in ours.items() if len(code) == 2 and code in theirs}
    return json.dumps(named, ensure_ascii=False).encode()


def names_nation(question: str) -> bool:
    """Tell whether a question (folded, lower case) speaks of the whole country: 全国, 我国, 国务院, nationwide."""
    return bool(_NATION_WORDS.search(question))


def chinese_country(name: str) -> str:
    """Return the Chinese name of a country written in English, "" if it is none: Singapore → 新加坡."""
    return _countries("en", "zh").get(name.lower(), "")


@cache
def chinese_country_names() -> tuple[str, ...]:
    """Return the Chinese names of countries, in order."""
    return tuple(sorted(n for n in _countries("zh", "en") if len(n) > 1))


def same_places(places: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """Group the catalogue's names of one place (天津, 天津市 and Tianjin City), by its short name, in order."""
    groups: dict[str, tuple[str, ...]] = {}
    chinese = ["".join(divisions(place)) for place in places if not place.isascii()]
    for place in places:
        words = place.lower().split() if place.isascii() else []
        spelt = next((name for name in chinese if words and any(s in words for s in spellings(name))), None)
        name = spelt or "".join(divisions(place))
        groups[name] = (*groups.get(name, ()), place)
    return groups
