"""Short names of statistics and what reports call them: GDP stands as 生产总值, CPI as 居民消费价格.

The list is the standard abbreviations of official statistics (National Bureau of Statistics, indicator glossary), each with the names
that Chinese reports write out.
"""

import re
from functools import lru_cache

_NAMES: dict[str, tuple[str, ...]] = {
    "gdp": ("生产总值", "国内生产总值", "地区生产总值", "经济总量"),
    "gnp": ("国民生产总值",),
    "经济总量": ("生产总值", "国内生产总值", "地区生产总值"),
    "物价": ("居民消费价格", "消费价格", "零售价格", "价格总水平"),
    "cpi": ("居民消费价格",),
    "ppi": ("工业生产者出厂价格", "出厂价格"),
    "pmi": ("采购经理指数",),
    "r&d": ("研发", "研究与试验发展"),
    "研发强度": ("研发经费投入强度", "研发投入强度"),
    "社零": ("社会消费品零售总额",),
    "固投": ("固定资产投资",),
    "规上": ("规模以上",),
    "限上": ("限额以上",),
    "外贸": ("进出口总额", "货物进出口"),
    "财政收入": ("一般公共预算收入",),
    "营收": ("营业收入",),
    "欧盟": ("欧洲联盟",),
    "东盟": ("东南亚国家联盟",),
    "总支出": ("支出合计", "支出总计", "本年支出合计"),
    "总收入": ("收入合计", "收入总计", "本年收入合计"),
    "归母": ("归属于上市公司股东", "归属于母公司"),
    "一产": ("第一产业",),
    "二产": ("第二产业",),
    "三产": ("第三产业",),
    "经济增速": ("生产总值", "增长"),
    "经济增长": ("生产总值", "增长"),
    "gdp增速": ("生产总值", "增长"),
    "gdp增长": ("生产总值", "增长"),
    "高铁": ("高速铁路",),
    "高速": ("高速公路",),
    "医保": ("医疗保险",),
    "社保": ("社会保险",),
    "老百姓": ("居民", "住户"),
    # The classes of a budget call the offices of a state 行政单位.
    "机关": ("行政单位",),
    "低保": ("最低生活保障",),
    "公积金": ("住房公积金",),
    "个税": ("个人所得税",),
    "老小区": ("老旧小区",),
    "新能源车": ("新能源汽车",),
    "电动车": ("电动汽车", "新能源汽车"),
    # What people say for the two halves of statistics on residents.
    "城里人": ("城镇居民",),
    "城里": ("城镇",),
    "农村人": ("农村居民",),
    "乡下人": ("农村居民",),
    "乡下": ("农村",),
    "村里": ("农村",),
}

# What the statistics call by another name: their 农民 are 农村居民.
_SAID = ((re.compile("农民(?!工)"), frozenset(["农民"]), ("农村居民",)),)

# Those that a word cutter does not know and would cut amiss (社零增长 → 社, 零增长).
_UNKNOWN_TO_CUTTERS = re.compile("(社零|固投|规上|限上|老小区|职业年金|企业年金|营收)")


_PRODUCT = re.compile("gdp|经济总量")
_ANY_PRODUCT, _WHOLE_NATION = re.compile("(?i:gdp)|经济总量"), re.compile("(?:[我全中]国)(?:的)?$")
# The growth of an economy is that of its product; that of a part of one (民营经济), of a trade (数字经济) or of other countries is another.
_PARTS_OF_ECONOMY = (
    "民营 国营 私营 个体 集体 国有 公有 非公 公有制 所有制 股份 股份制 民间 国民 实体 虚拟 市场 商品 计划 村级 镇域 县域 市域 省域 区域 流域 "
    "农村 乡村 城市 都市 牧区 山区 湾区 园区 开发区 高新区 自贸区 试验区 街区 新区 老区 城区 "
    "数字 网络 互联网 平台 信息 知识 智能 智慧 算力 数据 共享 分享 海洋 蓝色 绿色 低碳 循环 生态 林下 林业 农业 工业 牧业 渔业 畜牧 养殖 种植 庭院 "
    "低空 临空 空港 航空 临港 港口 枢纽 门户 口岸 通道 高铁 总部 楼宇 税源 夜间 夜 假日 节日 周末 赛事 体育 会展 首店 首发 直播 网红 粉丝 "
    "旅游 文旅 冰雪 温泉 文化 创意 演艺 银发 银色 老年 养老 健康 康养 宠物 服务 服务业 消费 商业 劳务 打工 飞地 特色 块状 新兴 发达 "
    "世界 全球 国际 国外 海外 型 放 国"
)
_OF_PART = "".join(f"(?<!{word})" for word in _PARTS_OF_ECONOMY.split())
_ECONOMY = re.compile(rf"(?:(?<=[中我全]国)|{_OF_PART})经济(?=[^，。？社发]{{0,6}}(?:增速|增长|增幅|涨|长得|跑得))")

# Two words that a cutter's dictionary has as one: 农民收入 is the income of farmers, 产量比2021年 no ratio.
_TWO_WORDS = re.compile(
    r"(?:(?<=农民|居民|职工|工人|城镇|农村|城乡)(?=收入|工资|消费|存款|储蓄|住房|人均)|(?<=[量值额率入出数资])(?=比(?:[\d\s]|[上去前]一?年|年初|同期)))"
)

# What people call the two halves of statistics on residents.
_RESIDENTS = (
    (re.compile("(?:农村|乡下|村里)(?:的)?(?:人(?!口|均|才|居|大|民|员)|老百姓)|庄稼人|种地的"), "农村居民"),
    (re.compile("(?:城里|城镇|城市)(?:的)?(?:人(?!口|均|才|居|大|民|员)|老百姓)"), "城镇居民"),
)
_PLAIN = (
    (_ECONOMY, "gdp"),
    # 东西贵了多少: what is dearer or cheaper are prices.
    (re.compile("东西(?=[^，。？]{0,4}(?:贵|便宜|涨|降价|跌))"), "物价"),
    *_RESIDENTS,
    # Of whom lives in towns, statistics tell the share as a rate.
    (re.compile("(?:[长常]期?|居)?住(?:在)?城[里市镇]里?的?(?:人口?|居民)?(?=[^，。？]{0,4}占)"), "城镇化率"),
    # What people earn is their income; what a company earns is its profit.
    (re.compile("(?<=[人民工户])([^，。？]{0,14}?)(?:能|可以)?[挣赚](?:到|得)?了?(?=多少|几)"), r"\1收入"),
    # 离了婚, 退了休: a verb and its object are one word in reports.
    (re.compile("([离结]|毕|就|失|退|脱)了(婚|业|休|贫)(?=[^的]|$)"), r"\1\2"),
    # What flows in less what flows out has one name in accounts, and so has what is owed for goods.
    (re.compile("(?:净现金流|现金净流|现金流净)(?:入|出)?(?:量|额)*"), "现金流量净额"),
    (re.compile("净流[入出]了?(?=(?:多少|几)[^，。？]{0,6}现金)"), "现金流量净额"),
    (re.compile("欠(?:着)?(?:供应商|供货商|供货方|上游)[^，。？]{0,3}(?:货款|钱|款|账)"), "应付账款"),
    (re.compile("(?:客户|买家|经销商|下游)(?:还)?欠(?:着)?[^，。？]{0,3}(?:货款|钱|款|账)"), "应收账款"),
)
# 三到四年的应收账款: classes of age are told in digits.
_AGE = re.compile("([一二三四五])(?:到|至|—|-)([一二三四五])年(?=[^，。？]{0,6}[账款])")
_DIGITS = dict(zip("一二三四五", "12345", strict=True))


def of_residents(text: str) -> str:
    """Return a text with the words of statistics for those who live in towns and in the country: 农村居民 for 乡下人."""
    for pattern, name in _RESIDENTS:
        text = pattern.sub(name, text)
    return text


# Asked for again with each term of a question.
@lru_cache(maxsize=64)
def plain_names(question: str) -> str:
    """Return a folded question with the words of statistics: the product for the economy whose growth is asked for, residents for people."""
    for pattern, name in _PLAIN:
        question = pattern.sub(name, question)
    return _AGE.sub(lambda m: f"{_DIGITS[m[1]]}至{_DIGITS[m[2]]}年", question)


def names_of(term: str, question: str) -> tuple[str, ...]:
    """Return the full names of the abbreviation that a term of a folded, lower-case question is, or is part of (经济 in 经济增速)."""
    economy = ("经济增长",) if term == "gdp" and _ECONOMY.search(question) else ()
    question = plain_names(question)
    named = (name for short in _abbreviations_in(question) if term in short for name in _NAMES[short])
    said = (name for pattern, words, names in _SAID if term in words and pattern.search(question) for name in names)
    return tuple(dict.fromkeys((*named, *economy, *said)))


@lru_cache(maxsize=64)
def _abbreviations_in(question: str) -> tuple[str, ...]:
    return tuple(short for short in _NAMES if short in question)


def set_apart(text: str) -> list[str]:
    """Return the pieces of a text: the words that a word cutter does not know (`is_unknown`), and what stands between them, two words that it takes for one apart."""
    pieces = _UNKNOWN_TO_CUTTERS.split(_TWO_WORDS.sub(" ", text))
    return [piece for piece in pieces if piece]


def is_unknown(piece: str) -> bool:
    """Tell a word that a word cutter does not know and would cut amiss."""
    return _UNKNOWN_TO_CUTTERS.fullmatch(piece) is not None


def with_product(text: str) -> str:
    """Return a folded, lower-case text in which the product of an economy has one name: 生产总值 for gdp and 经济总量."""
    return _PRODUCT.sub("生产总值", text)


_GROWS = re.compile(r"(?:的?(?:总量|规模|增长速度|增长率?|增[速幅]|发展速度|运行速度))?$")
_OWN_PRODUCT = re.compile("(?:国内|地区|(?<![一-龥])[省市县区州]|全[国省市县区州])(?:的)?生产总值")


def product_of(name: str, behind: str) -> str:
    """Return the name of a measure with the product in the place of the economy whose growth it tells; `behind` is what stands behind it.

    >>> product_of("我国经济", "增长6%"), product_of("县域经济", "增长6%")
    ('生产总值', '县域经济')
    """
    match = _ECONOMY.search(f"{name}{behind}")
    if match is None or match.end() > len(name) or not _GROWS.match(name, match.end()):
        return name
    return f"{_WHOLE_NATION.sub('', name[: match.start()])}生产总值"


def of_product(name: str) -> str:
    """Return a name of a measure in which the product of a nation or a region is called 生产总值 alone, as GDP and 经济总量 are."""
    return _OWN_PRODUCT.sub("生产总值", _ANY_PRODUCT.sub("生产总值", name))


# What names a statistic whole, and leaves nothing out that stands before it: 收入占gdp, gdp呢.
_HEADLINE = re.compile("gdp|gnp|cpi|ppi|生产总值|经济总量|(?:总|常住)人口|总[收支][入出]$|^社零|^固投")


def is_headline(term: str) -> bool:
    """Tell a folded, lower-case word that names a statistic whole."""
    return _HEADLINE.search(term) is not None


def written_out(question: str) -> tuple[str, ...]:
    """Return the full names of the abbreviations in a folded, lower-case question, each once."""
    question = plain_names(question)
    found = (name for short, names in _NAMES.items() if short in question for name in names)
    said = (name for pattern, _, names in _SAID if pattern.search(question) for name in names)
    return tuple(dict.fromkeys(name for name in (*found, *said) if name not in question))
