"""Things of statistics that have few names: whoever asks for one of them is answered by no sentence that says none of these.

Vectors hold 失业率 near 就业 and 财政赤字 near 财政收入, and 常住人口 has the word 人口 in it; by the letter they are told apart. The table
is made of what yearbooks count, not of questions; everyday words (花的钱) ask for nothing in it.
"""

import re
from functools import lru_cache

from corpus.figures.numerals import fold
from corpus.matching import matching_text
from index.excluded import without_excluded

# What asks for a thing, and what may tell it.
_THINGS = (
    # people
    ("常住(?:总?人口|人数)|常住人", "常住|总人口|人口总"),
    ("户籍人口", "户籍|总人口"),
    (
        "总人口|人口总[数量]|人口普查",
        r"总人口|人口(?:总|数|规模|突破|达|为|有|约|已|超|将|控制|.{0,3}\d)|全[国省市县区]人口|常住|户籍|[亿万]多?人口",
    ),
    ("出生(?:率|人口|人数)|新生儿|(?:出生|生育)了?多少|出生的", "出生|新生|人口自然|生育"),
    ("死亡(?:率|人口|人数)", "死"),
    ("城[镇市]化(?:率|水平)?", "城[镇市]化"),
    ("老龄化|老年人口|老龄人口", "老龄|老年|老人|岁"),
    ("离婚", "离婚"),
    ("结婚|婚姻登记", "婚"),
    ("失业", "失业"),
    ("留学生", "留学"),
    ("农民工", "农民工|务工|民工|外出|转移"),
    ("退役军人", "退役|退伍|转业|军"),
    ("残疾人", "残疾|残"),
    ("农民(?!工)|农村居民|庄稼人", "农|乡|村"),
    # money
    ("生产总值|\\bgdp\\b|经济总量", "生产总值|gdp|经济总量|投入强度|投资强度|赤字率|国民经济|经济[增发]|经济规模|总产值|国民收入"),
    ("赤字", "赤字"),
    ("[顺逆]差", "[顺逆]差|差额|[出入]超|盈余|赤字"),
    ("国防(?:费|支出|开支|预算)|军费", "国防|军"),
    ("所得税", "所得税"),
    ("增值税", "增值税|营改增|留抵"),
    ("消费税", "消费税"),
    ("关税", "关税|税"),
    ("房产税|契税", "房产税|契税"),
    ("存款", "存|储蓄"),
    ("贷款", "贷|借款|信贷"),
    ("保费|保险收入", "保费|保险"),
    ("债务|负债", "债|借款|应付"),
    ("外汇储备", "外汇"),
    ("利润", "利润|盈利|净利|效益|收益"),
    ("研发|\\br&d\\b|研究与试验", "研发|研究|r&d|科研|科技|试验"),
    ("门票", "票|收费"),
    ("[房楼]价|房屋均价|住房均价|商品房均价", "[房楼].{0,8}价|住宅.{0,8}价|住房.{0,8}价|商品房"),
    ("售价|单价|均价|价格指数", "价"),
    ("物价|\\bcpi\\b", "物价|价格|cpi"),
    ("彩票", "彩票"),
    ("社会捐赠|善款|捐款", "捐|慈善|善款"),
    ("公积金", "公积金"),
    ("养老金|养老保险", "养老|退休|离休|社会保险|社保"),
    ("医保|医疗保险", "医保|医疗|参保|保险"),
    ("工伤保险", "工伤|保险"),
    ("低保|最低生活保障", "低保|最低生活|生活保障|保障|困难"),
    ("外资|外商(?:直接)?投资", "外资|外商|外|引资|境外"),
    ("零售(?:总?额)|社零", "零售|社零|消费品"),
    ("网购|网上零售|网络零售|网络交易", "网|电商|电子商务|线上"),
    ("电商|电子商务", "电商|电子商务|网|线上"),
    ("快递", "快递|包裹|寄递|邮政"),
    ("(?<!高速)(?<!公路)(?<!安全)出口|(?:卖|销)[到往给]了?(?:国外|海外|境外|外国)|外销", "出口|外贸|外销|创汇|出海|国外|海外|境外"),
    ("进口", "进口|进出口|外贸"),
    # farming
    ("单产|亩产", "单产|亩产|每亩|亩均|公顷"),
    ("粮食", "粮|谷|稻|麦"),
    ("棉花", "棉"),
    ("油料", "油"),
    ("蔬菜", "菜"),
    ("水果|苹果|柑橘", "果|橘|橙|柚|梨"),
    ("茶叶|[岩绿红白]茶", "茶"),
    ("猪肉|生猪", "猪|肉"),
    ("牛奶|奶牛", "奶|乳"),
    ("水产|鱼", "水产|鱼|渔|海产|虾"),
    ("烟叶", "烟"),
    ("化肥", "肥"),
    ("农药", "农药|药"),
    ("高标准农田", "农田|田"),
    ("耕地", "耕地|田|地"),
    # industry and energy
    ("发电(?:量|企业)?", "发电|电量|上网|电"),
    ("用电量?", "用电|电量|电"),
    ("核电", "核"),
    ("风电", "风电|风|新能源"),
    ("光伏", "光伏|太阳能|新能源"),
    ("天然气", "气"),
    ("煤(?![气油球层])炭?|原煤", "煤"),
    ("石油|原油", "油"),
    ("钢(?![琴笔])材?|粗钢", "钢"),
    ("水泥", "水泥"),
    ("(?<![坐乘搭])汽车", "车"),
    ("船舶|造船", "船"),
    ("机器人", "机器人"),
    ("芯片|集成电路", "芯片|集成电路|半导体"),
    ("手机", "手机|移动|电话"),
    ("能耗", "能耗|能源|能"),
    ("碳排放", "碳|排放"),
    ("工业增加值", "工业|增加值"),
    ("亩均", "亩"),
    # transport, travel and mail
    ("吞吐量", "吞吐|集装箱|标箱"),
    ("旅客", "旅客|乘客|客运|客流|人次|发送"),
    ("货运量?|货物运输", "货"),
    ("机场", "机场|航|空港"),
    ("港口", "港"),
    ("地铁|轨道交通", "地铁|轨道|轻轨|号线"),
    ("高铁|高速铁路", "高铁|铁路|高速铁"),
    ("高速公路", "高速"),
    ("铁路|火车", "铁路|铁道|火车|列车|动车|高铁|[普客货]铁|轨道"),
    ("公交", "公交|公共交通|公汽"),
    ("停车位|泊位", "泊|停车"),
    ("充电[桩站]", "充电"),
    ("交通事故", "事故"),
    ("[游旅]客|旅游人[次数]", "[游旅]|人次|接待|入境|客"),
    ("宾馆|酒店", "宾馆|酒店|饭店|住宿|客房"),
    # schools, health, culture
    ("幼儿园", "幼儿|学前|园"),
    ("大学生|高校毕业生", "大学|高校|毕业|学生|本科"),
    ("研究生|博士|硕士", "研究生|博士|硕士|博|人才"),
    ("学费|学杂费", "费"),
    ("高考", "高考|考生|上线|录取|考试"),
    ("医生|医师|护士", "医|护|卫生"),
    ("床位", "床"),
    ("疫苗|接种", "疫苗|接种"),
    ("图书馆", "图书|馆"),
    ("博物馆", "博物|馆"),
    ("专利", "专利"),
    ("运动员|金牌|奖牌", "运动|金|奖|体育|牌"),
    # surroundings and building
    ("森林覆盖率|绿化", "绿|森林|林"),
    ("\\bpm ?2\\.?5|细颗粒", "pm|颗粒|空气"),
    ("垃圾", "垃圾"),
    ("污水", "污水|污|水"),
    ("水库", "水库|水利"),
    ("水土流失", "水土|流失"),
    ("公园", "公园|绿"),
    ("棚户区|棚改", "棚"),
    ("老旧小区", "小区|老旧|社区"),
    ("保障房|保障性住房|公租房|廉租", "保障|公租|廉租|住房|安居|租赁|经济适用"),
    ("商品房", "商品房|房"),
    ("电梯", "电梯"),
    # order and government
    ("刑事案件|犯罪", "案|罪|刑"),
    ("信访|上访", "访"),
    ("事故", "事故|安全生产"),
    ("公务员", "公务员|干部|机关|行政"),
    ("处分|违纪", "处分|违纪|查处|处理|处罚|案|问责"),
    ("指数", "指数|cpi|ppi|pmi|物价|价格"),
    ("女干部|女党员|女性|妇女", "女"),
    ("少数民族", "少数民族|民族"),
)  # fmt: skip
_COMPILED = tuple((re.compile(asked), re.compile(told)) for asked, told in _THINGS)
# The things that an English word names and no other; what tells them in Chinese reports.
_IN_ENGLISH = tuple(
    (re.compile(rf"\b(?:{asked})"), re.compile(told))
    for asked, told in (
        ("divorc", "离婚"),
        ("marri(?:ed|age)|wedding", "婚"),
        ("unemploy|jobless", "失业"),
        (r"births?\b|newborn|were born\b", "出生|生育|新生|分娩"),
        (r"deaths?\b|died\b|mortality", "死"),
        (r"disabled\b|disabilit", "残"),
        (r"veterans?\b", "退役|退伍|转业|军"),
        ("migrant workers?", "农民工|务工|民工|外出|转移"),
        ("lotter", "彩票"),
        (r"cotton\b", "棉"),
        (r"pork\b|pigs?\b|hogs?\b", "猪|肉"),
        (r"milk\b", "奶|乳"),
        (r"cement\b", "水泥"),
        ("fertili[sz]er", "肥"),
        (r"steel\b", "钢"),
        (r"coal\b", "煤"),
        (r"patents?\b", "专利"),
        ("museum", "博物|馆"),
        ("librar", "图书|馆"),
        ("kindergarten|preschool", "幼儿|学前|园"),
        ("sewage|wastewater", "污|水"),
    )
)
_HAN = re.compile("[一-龥]")
# 苹果、梨这类水果 asks for fruit; what it is told by are examples.
_EXAMPLES = re.compile(
    "(?:[^，。；？、]+、)+[^，。；？、]{1,8}?(?:等|之类|[这那]几?一?[类种样项些])的?(?=[一-龥])|(?:(?<=年)|(?<=[，。；？、])|^)[^，。；？、]{1,8}?[这那][类种]的?(?=[一-龥])"
)
# 不用再烧煤 tells what came instead: the text names that.
_DONE_WITH = re.compile(
    "(?:不用|不必|用不着|不需要?|无需|无须|不再|再也不|再不用?|免得|省得|告别|摆脱|取代|代替|替代|没了|没有了)[^，。；？、]{1,10}?(?=了|的|就|也|[，。；？、]|$)"
)
# Of a few among many people a measure of all is not told: 脱贫人口收入 is not that of the residents.
_FEW = re.compile("脱贫|贫困|低收入|残疾|建档立卡|监测对象|特困|搬迁")
_OF_THEM = re.compile("贫|穷|困|低收入|残|搬|帮扶|监测|保障")


@lru_cache(maxsize=2_000)
def _asked(question: str) -> tuple[re.Pattern[str], ...]:
    text = _DONE_WITH.sub("", _EXAMPLES.sub("", fold(without_excluded(question)).lower()))
    table = _COMPILED if _HAN.search(text) else _IN_ENGLISH
    return tuple(told for asked, told in table if asked.search(text))


def other_thing(question: str, text: str) -> bool:
    """Tell whether a question names a thing that a text says by none of its names; a text of another language may have its own."""
    told = _asked(question)
    if not told or not _HAN.search(text):
        return False
    said = matching_text(text)
    return any(not t.search(said) for t in told)


def of_a_few(question: str, subject: str) -> bool:
    """Tell whether a figure measures a few among many people (脱贫人口) whom a question does not ask about."""
    return bool(_FEW.search(subject)) and bool(_HAN.search(question)) and not _OF_THEM.search(question)
