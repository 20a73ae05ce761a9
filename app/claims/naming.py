"""How alike the names of two measures are, to the letter, or by meaning where they are of two languages."""

import re
from functools import lru_cache

from app.choosing.words import tagged_words
from app.claims.reading import Claimed
from corpus.character_pairs import character_pairs, dice
from corpus.matching import matching_text, simplified
from index.abbreviations import of_product, of_residents
from index.places import divisions

_YEAR = re.compile(r"\d{4}\s?年[末底]?")
_SECTOR = re.compile(r"第?([一二三])次?产业?")
# Of each line a name holds one at most: what is said of one of them is not said of the others.
_EXCLUSIVE_WORDS = (
    # Sectors and trades
    ("第一产业", "第二产业", "第三产业"),
    (r"城镇|(?i:\burban)", r"农村|(?i:\brural)", "全体(?=居民|人均)|(?<=全[国省市县区州])居民"),
    (r"(?<!出)进口|(?i:\bimports?\b)", r"(?<!进)出口|(?i:\bexports?\b)", "进出口"),
    (r"男[性生]|(?i:\b(?:male|boy)s?\b)", r"女[性生]|(?i:\b(?:female|girl)s?\b)"),
    (r"存款|(?i:\bdeposits?\b)", r"(?<!存)贷款|(?i:\bloans?\b)"),
    ("(?<!轻)(?<!重)工业(?!农业)", "(?<!工)(?<!工业)农业", "工农业|工业农业"),
    ("轻工业", "重工业"),
    ("协议|合同", "实际|到位"),
    ("人大", "政协"),
    ("批发", "零售"),
    ("生产(?![总力性资安要])|产量", "(?<!进)出口", "(?<!出)进口", "销售|销量"),
    # Accounts, people and bodies
    (
        r"收入|(?i:\b(?:revenues?|incomes?|receipts?)\b)",
        r"支出|(?i:\b(?:expenditures?|spending|outlays?)\b)",
        r"结余|(?i:\b(?:balance|surplus)\b)",
    ),
    ("费用化", "资本化"),
    (r"出生|(?i:\bbirths?\b)", r"死亡|(?i:\bdeaths?\b)"),
    (r"结婚|(?i:\bmarriages?\b)", r"离婚|(?i:\bdivorces?\b)"),
    ("流入", "流出"),
    ("公立|公办", "民营|私立|民办"),
    ("净利", "毛利"),
    ("基本支出", "项目支出"),
    ("非流动", "(?<!非)流动"),
    ("短期", "长期"),
    ("一级", "二级", "三级"),
    ("小学", "初中", "高中"),
    ("一季度", "二季度", "三季度", "四季度"),
    ("上半年", "下半年"),
    ("收入", "成本", "利润"),
    ("增加值", "(?<!生)产值", "利润", "营业收入|销售收入|营收", "投资(?!收益)", "税收|税金|纳税"),
    ("消费(?![品者税价])", "积累"),
    ("中央", "地方"),
    ("东部", "中部", "西部"),
    # Goods and what carries them
    ("生产资料", "生活资料|消费资料"),
    ("夏粮", "秋粮"),
    ("播种面积", "产量"),
    ("小麦", "水稻|稻谷", "玉米", "大豆", "棉花"),
    ("粮食|粮豆", "棉花|皮棉|籽棉", "油料|油菜籽", "糖料|甘蔗|甜菜", "蔬菜", "水果", "茶叶", "烟叶|烤烟", "中药材"),
    ("肉类|猪牛羊", "水产", "禽蛋", "牛奶|奶类"),
    ("生猪", "家禽", "肉?牛(?!奶)", "羊"),
    ("铁路", "公路", "水[运路]", "民航|航空"),
    ("原煤|煤炭", "原油|石油", "天然气"),
    ("预算外", "预算内"),
    ("新线", "复线"),
    ("住院", "门诊"),
    ("(?<!待)销售(?:面积|套数)|成交|网签", "待售|库存|空置|未售"),
    ("新建商品[住房]|新建住[宅房]|新房(?!子)|一手[住房]", "二手[住房]|存量[住房]"),
    # Parts of which a whole is made up without a rest
    ("经营活动", "投资活动", "筹资活动"),
    ("发明专利", "实用新型", "外观设计"),
    ("一般债券", "专项债券"),
    ("一般贸易", "加工贸易"),
    ("广义", "狭义"),
    ("早稻", "中稻", "晚稻"),
    ("出栏", "存栏"),
    ("总产(?!值)", "单产"),
    ("待售", "销售|售出|出售"),
    ("二手房", "新建(?:商品)?[住房]|商品[住房]"),
    ("首次公开发行|首发上市", "再融资|增发|配股|累计筹资"),
    ("(?<!副)教授", "副教授"),
    ("线上", "线下"),
)
_EXCLUSIVE = tuple(tuple(re.compile(p) for p in group) for group in _EXCLUSIVE_WORDS)
# How a report calls what it is about as a whole, which a claim names.
_WHOLE = re.compile("^(?:本?公司|[全我本][国省市县区州]|全自治[区州])的?(?=..)")
# 农业（包括农村副业）is called 农业.
_INCLUDED = re.compile("[(（](?:不?包括|不?含|其中)[^)）]*[)）]?")
_WHEN = re.compile(r"^(?:(?:全年|年末|年底|年|月|日|末|底|零时|当年|本年|\d+)+)|(?<=\s)(?:年末数|本?年|\d{4}年)$")
# Tags of nouns, names, idioms and abbreviations, of words that tell sorts, sides and qualities, and of verbs that stand as nouns.
_TELLING = ("n", "j", "l", "i", "b", "a", "f", "s", "vn")
_DEEDS = frozenset({"vn", "ns"})
_HAN = re.compile("[一-龥]")
_FOR_SO_MANY = re.compile("每[百千万]")
_PER_HEAD = re.compile("[人户生亩]均|每[一个]{0,2}[人户生亩]|平均|(?i:per (?:capita|head|person|household))")
# Statistics call their 农民 农村居民.
_FARMERS = re.compile("农民(?!工)")
# 连续5年, and the marks of notes
_NUMBERED = re.compile(r"连续\d+[年个]月?|\[\d{1,3}\]")


def name_of(claimed: Claimed) -> frozenset[str]:
    """Return the pairs of characters of what a claim measures."""
    return _pairs(said_alike(without_owner(claimed))) or _pairs("".join(claimed.query.terms))


def shared_name(names: frozenset[str], subject: str) -> float:
    """Return how much of two names is shared (Dice over pairs of characters), from 0 to 1: meaning would take 农村 for 城镇."""
    return dice(names, _pairs_of(subject))


def exclude(a: str, b: str) -> bool:
    """Tell whether two names are of things that exclude one another: 第一产业增加值 and 第三产业增加值, not 存贷款 and 存款."""
    if for_so_many(said_alike(a)) != for_so_many(said_alike(b)):
        return True
    told = _only_sides_of(b)
    return any(told.get(line, side) != side for line, side in _only_sides_of(a).items())


def told_of_another(name: str, found: str, before: str) -> bool:
    """Tell whether a name without what it is of stands behind another's: 夏粮总产量 is not what 秋粮播种面积…，总产量… tells.

    `before` is what stands before it.
    """
    told = simplified(said_alike(before))
    for group, said, other in zip(_EXCLUSIVE, _sides_of(name), _sides_of(found), strict=True):
        if len(said) == 1 and not other:
            last = [max((m.end() for m in p.finditer(told)), default=-1) for p in group]
            if max(last) >= 0 and said[0] != last.index(max(last)):
                return True
    return False


def includes_more(name: str) -> bool:
    """Tell whether a report says of what it names that something else is in it: 农业（包括农村副业）."""
    return _INCLUDED.search(name) is not None


def for_so_many(name: str) -> bool:
    """Tell a measure for each thousand or so of something: 每千人口床位数 is no number of beds."""
    return _FOR_SO_MANY.search(name) is not None


def is_per_head(text: str) -> bool:
    """Tell whether a text speaks of a mean for each person, household or 亩: no total is the right value of one."""
    return _PER_HEAD.search(text) is not None


def likeness(a: str, b: str) -> float:
    """Return how much of two names is shared, from 0 to 1."""
    return shared_name(_pairs(said_alike(a)), b)


@lru_cache(maxsize=256)
def telling_words(name: str, *, deeds: bool = True) -> tuple[str, ...]:
    """Return the words of a name that tell one thing from another; what is done with a thing may be said otherwise, as may that it is told (大家知道).

    Without `deeds` verbs that stand as nouns are left out, and names of places, which one of them is taken for: 新建 of 新建公园.
    """
    words = ((w, tag) for w, tag in tagged_words(matching_text(name)) if tag.startswith(_TELLING) and _HAN.search(w))
    return tuple(w for w, tag in words if deeds or tag not in _DEEDS)


def without_whole(name: str) -> str:
    """Return a name without what calls what a report is about as a whole, and when: 年末全市 of 年末全市博物馆."""
    return _WHOLE.sub("", _WHEN.sub("", name))


def without_owner(claimed: Claimed) -> str:
    """Return what is measured without whose it is and when: 甲市2024年公用经费 is 公用经费."""
    scope, name = claimed.query.scope, _YEAR.sub("", claimed.figure.subject)
    for owner in sorted(
        {*scope.issuers, *claimed.owners, *(n for p in scope.places for n in (p, *divisions(p)))}, key=len, reverse=True
    ):
        name = re.sub(rf"{re.escape(owner)}[省市县区]?", "", name)
    return name


# The names of a sentence's figures, and of those found for them, come again with each figure that is held against another.
@lru_cache(maxsize=4_096)
def _pairs_of(subject: str) -> frozenset[str]:
    """Return the pairs of characters of what a report measures."""
    return _pairs(said_alike(_INCLUDED.sub("", _WHOLE.sub("", subject))))


@lru_cache(maxsize=4_096)
def _sides_of(name: str) -> tuple[tuple[int, ...], ...]:
    """Return of each line of things that exclude one another which a name holds."""
    alike = simplified(said_alike(name))
    return tuple(tuple(i for i, p in enumerate(group) if p.search(alike)) for group in _EXCLUSIVE)


@lru_cache(maxsize=4_096)
def _only_sides_of(name: str) -> dict[int, int]:
    """Return the lines of things that exclude one another of which a name holds just one, with which."""
    return {line: said[0] for line, said in enumerate(_sides_of(name)) if len(said) == 1}


@lru_cache(maxsize=8_192)
def said_alike(name: str) -> str:
    """Return a name with words of one meaning written in one way: 城市低保 and 城镇低保, 一产 and 第一产业, GDP and 地区生产总值."""
    plain = of_product(of_residents(_FARMERS.sub("农村居民", _NUMBERED.sub("", name))))
    return _SECTOR.sub(
        r"第\1产业",
        plain.replace("城里", "城镇")
        .replace("乡下", "农村")
        .replace("城市", "城镇")
        .replace("乡村", "农村")
        .replace("人均可支配收入", "人均收入")
        .replace("规上", "规模以上"),
    )


def _pairs(text: str) -> frozenset[str]:
    # 医院的床位数 is 医院床位数.
    return character_pairs(matching_text(text).replace("的", ""))
