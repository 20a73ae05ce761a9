"""What a question asks for: figure or text, which unit, which kind of quantity, outcome or target, how many values."""

import re
from dataclasses import dataclass
from typing import Literal

from corpus.figures.figure import Kind, Status
from corpus.figures.numerals import fold
from corpus.figures.units import UNITS, canonical_unit
from index.english_asked import asks_in_words, plainly_named
from index.unit_classes import class_of_unit
from index.years import BUDGET_REPORT

Task = Literal["figure", "text"]

# 多少国营企业 asks for no number of states, 几个点 for percentage points.
_TIME_ASKED = re.compile(
    r"多少(?:个)?(?:年(?![轻龄级度货青])|月|星期|季度|小时|天)(?![产均级前后然])|(?<![近这前后来去头那好十])几(?:年|个月|个季度|个小时|天|周)(?![来间里前后级])|多长时间|多久"
    r"|\bhow long\b(?![^?]{0,60}\b(?:network|roads?|lines?|railways?|rivers?|tunnels?|bridges?|pipelines?|expressways?|motorways?|highways?|coast(?:line)?|border|tracks?|routes?|canals?)\b)|\bhow many (?:consecutive |straight |more )*(?:years|months|weeks|days|hours)\b"
)
_ENGLISH_UNITS = (
    (r"square kilomet(?:re|er)s?|sq ?km", "平方公里"),
    (r"kilomet(?:re|er)s?|km", "公里"),
    (r"square met(?:re|er)s?", "平方米"),
    (r"cubic met(?:re|er)s?", "立方米"),
    (r"tonnes?|tons?|kilograms?|jin|kg", "吨"),
    (r"hectares?", "公顷"),
    (r"mu|acres?", "亩"),
    (r"kilowatt[- ]hours?|kwh", "千瓦时"),
    (r"(?:kilo|mega|giga)watts?|[mg]w", "千瓦"),
    (r"percentage points?", "百分点"),
)
_ENGLISH_UNIT_ASKED = tuple(
    (re.compile(rf"\bhow many (?:million |billion |trillion |thousand )?(?:of )?(?:{pattern})\b"), unit)
    for pattern, unit in _ENGLISH_UNITS
)
# How many cars asks for 辆, how many flats for 套, in reports of both languages.
_ENGLISH_COUNTED = tuple(
    (
        re.compile(
            rf"\bhow many (?:(?!(?:did|do|does|in|of|on|at|by|from|were|was|are|is|have|has|had|will|would|can|could|people|persons|workers|jobs|students|residents|children)\b)[\w'’-]+ ){{0,4}}?(?:{nouns})\b"
        ),
        unit,
    )
    for nouns, unit in (
        ("cars|vehicles|buses|taxis|cabs|lorries|trucks|motorcycles", "辆"),
        ("flats|apartments|homes|dwellings|housing units", "套"),
        ("schools|universities|colleges|kindergartens", "所"),
        ("companies|firms|enterprises|businesses|smes|start-?ups|banks|hospitals|hotels|shops", "家"),
        ("households|families", "户"),
        ("beds", "张"),
    )
)
# Goods told by weight: how much grain is no amount of money.
_GOODS_ASKED = re.compile(
    r"\bhow much (?:\w+ ){0,2}?(?:grain|rice|wheat|corn|cotton|coal|oil|crude|petroleum|steel|iron|ore|cement|fertili[sz]er|meat|pork|fruit|tea|sugar|cargo|freight)\b|\b(?:grain|rice|wheat|cotton|coal|crude oil|steel|iron|cement|meat|pork|cargo) (?:output|production|throughput|harvest)\b"
)
# 多少旅客, 搞软件的人有多少: who is counted is told before or behind the asking word.
_WHO = r"党员|干部|学生|教师|游客|老人|农民工|职工|医生|(?:(?![在给到于进让把被由钱])[一-龥\d、]){0,7}?(?:(?<!人)民(?![族间营用生政航事兵宿办俗歌国主])|群众|百姓|(?:新|学|高中|初中|研究|毕业|留学|博士|硕士|本科|专科|师范|考)生|青年|[客师员]|学者|患者|劳动者|农村人|城里人|种田人|种地人|庄稼人|打工人|外地人|本地人|年轻人|残疾人|国人|公民|工人|雇员|家长|父母|老人|孩子|娃|妇女|文盲)(?![均口生企单国校]|友好)|(?:(?![在给到于进让把被由钱的个家户项])[一-龥]){1,4}人(?![民均工才力口大员数士类物为次头])"
_HOUSEHOLDS = re.compile("(?:多少|几)(?:万|亿|千|百|十)*个(?:农村|城镇|城市)?(?:家庭|人家)")
_PERSON_BY_PIECE = re.compile(rf"(?:多少|几)个(?:{_WHO})")
_PERSONS = "的人|人员|旅客|游客|乘客|员工|职工|农民工|患者|病人|群众|青年|毕业生|在校生|新生|孩子|儿童|书记|干部|党员|代表|委员|教师|老师|医生|护士|专家|学生|老人"
# 吃低保的人，2021年底和2024年底各多少万: only years and words of sharing out stand between.
_WHO_BEFORE = (
    rf"(?:{_PERSONS})[\d、，,年底末各分别都是有达到一共总共大概现在目前数量来至和与—~（）()两三四五这-]{{0,28}}"
    r"(?:多少|几)(?:万|亿|千|百)*(?:人|名|位|个(?![一-龥])|了|$|[？?，,。])"
)
# How many of a thing is no amount of money, whatever else the question speaks of.
_COUNTED_EN = re.compile(r"\bhow many (?!(?:\w+ )?(?:yuan|dollars)\b)")
_RANK_MOVED = re.compile("第|排|名次|位次|座次|[升降退移]")
# What is lent, granted or owed is money too: how much extra lending, how much of the clients' money.
_HOW_MUCH_MONEY = r"\bhow much (?:(?!(?:did|do|does|was|were|is|are|has|have|had|will|would|can|could|should|in|on|at|by|for|to|from|per)\b)[\w'’-]+ ){0,3}?(?:money|cash|lending|credit|funding|funds)\b"
_MONEY_COUNTED = re.compile(
    r"多少(?:[^，。？人名个家户位次]{1,4})?钱|(?:交|付|缴|拿|领|发|给|补|收|省|花|派)[^，。？]{0,4}多少(?:[^，。？例率的]{0,3})(?:税(?!率)|费(?!率)|补贴|津贴|红包|奖金|补助)|多少[一-龥]{0,6}?(?:贷款|资金|投资|经费|资本|公积金|养老金|退休金|奖金|租金|佣金|押金|保证金|税款|善款|存款|欠款|债务|保费|工资|薪水)(?![的率])|"
    + _HOW_MUCH_MONEY
)
_STRICT = {
    "money": re.compile(r"(?:交|付|缴|拿|领|发|给|补|收|省|花|派)[^，。？]{0,4}多少(?:[^，。？例率的]{0,3})(?:税(?!率)|费(?!率)|补贴|津贴|红包|奖金|补助)|多少[一-龥]{0,6}?(?:贷款|资金|投资|经费|资本|公积金|养老金|退休金|奖金|租金|佣金|押金|保证金|税款|善款|存款|欠款|债务|保费|工资|薪水)(?![的率])|多少(?:[^，。？人名个家户位次]{1,4})?钱|[花省收赚挣][^，。？]{0,10}钱|[挣赚](?:到|得)?了?多少|(?:多少|几)[万亿千百十]*块(?![地田牌屏土石板匾金银铜奖])|几毛|几[万亿千百]*元|(?:多少|几)个亿|钱(?:一共|总共|大概|大约)*(?:是|有|为|达到?)了?(?:多少|几[万亿千百])|" + _HOW_MUCH_MONEY + r"|\bhow many (?:million |billion |trillion )?(?:yuan|dollars)\b|\bhow much (?!of\b|more\b|less\b|faster\b|higher\b)(?![^?]*(?:per ?cent|share\b|proportion|gr[eo]w|rise|fell|fall))[^?]{0,80}\b(?:spen[dt]|costs?|paid|pay)\b"),
    "people": re.compile(rf"(?:{_WHO_BEFORE})|多少(?:{_WHO})|" r"多少(?:万|亿|千)?(?:人|名|位)(?![均口]|头[税费]|民币)|几(?:万|亿|千|百)?(?:人|名|位)(?![均口])|\bhow many (?:people|persons|workers|students|residents|visitors|tourists)\b"),
    "percent": re.compile(r"百分之[几多]|几分之几|几成|几个百分比|\bwhat (?:per ?cent|percentage|share|proportion|portion|fraction|slice|chunk)\b|\bhow (?:big|large|great|small) an? (?:share|proportion|portion|fraction|slice|chunk|part|percentage)\b|\bby what per|\bhow fast\b"),
    "points": re.compile(r"(?:[快慢高低提降升压掉]|拉动|带动)[^，。？]{0,3}(?:几|多少)个?点(?!钟)|几个百分点|多少个?百分点|\bhow many percentage points\b"),
    "times": re.compile(r"几倍|多少倍|[几多]少?番|\bhow many times\b"),
    "time": _TIME_ASKED,
    "rank": re.compile(r"第几|\bwhat rank\b|\bwhere did .{0,40}rank\b"),
}  # fmt: skip
# 多少项目 asks for projects, 几个比率 for rates; 多少处理费, 多少部门 and 多少家庭 begin a word with what elsewhere is a measure word.
NOT_UNITS = (
    "(?!人(?:头税|均|工费|民币|次?平均)|国[营有内际家民]|个?点|项目|个?百分比|个(?:比率|比例|指标|百分数|数据|亿|体|税)|块(?![地田牌屏土石板匾金银铜奖])"
    "|处[理罚分置方]|部[门委队]|家[庭具电禽畜]|台[风商胞湾]|门[诊票店]|股[东份票权民]|名[牌胜校医师]|户籍|本[科地国市省县区土届级人]|担保|升[到至为]|乡[下里村镇]|家[底当产]|场[馆所地]|天然|种[植养田地菜粮树子]|套[餐利]|件均|级别|层次)"
)
_MEASURED = "|".join(re.escape(u) for u in UNITS)
_UNIT_ASKED = re.compile(rf"(?:多少|(?<![哪之没好十这那])几|若干)(?:多|来)?(?:万|亿|千|百|十)*{NOT_UNITS}(?P<unit>{_MEASURED})")
# 哪 goes before every measure word; 哪年 is left to comparisons where it asks for the highest. What did they avoid, which rule is dropped and how will it be
# done ask for no value, what did exports reach, what share is it and how did it change do.
_AMOUNTS = (
    r"levels?|numbers?|amounts?|area|size|scale|extent|rates?|growth|shares?|per ?cent\w*|proportions?|portion|fraction|values?|volumes?|quantity|targets?|totals?|capacity"
    r"|prices?|costs?|lengths?|height|depth|width|weight|speed|distance|temperature|age|output|production|figures?|sums?|income|revenues?|expenditure|spending|investment|budgets?|ratios?"
    r"|ceilings?|caps?|limits?|floor|thresholds?|quotas?|stake|premium|fee|levy|duty|wage|salary|pay|pension|subsidy|allowance|rebate|discount|dividend|profit|loss|debt|gap|margin|difference"
    r"|range|increases?|decreases?|rises?|falls?|cuts?|drops?|gains?|declines?|averages?|minimum|maximum|intensity|population|balance|deficit|surplus|turnover|throughput|sales|trade|exports|imports"
)
_VALUED = r"reach|total|amount|cost|earn|spend|save|pay|charge|owe|fetch|yield|weigh|measure|equal|exceed|number|average|stand at|come to|run to|add up|work out|account for|gr[eo]w|rise|fall|drop|climb|increase|decline|decrease"
_AUXILIARY = "(?:did|do|does|will|would|can|could|should|must|may|might)"
_TEXT = re.compile(
    r"谁|为什么|为何|什么(?!水平|数|规模|大关|关口|台阶|幅度|比例|价位|份额|价钱|量级)(?!(?<=[长加高升大降低少小]到什么)(?:程度|地步))|啥|怎么(?!变)|怎样|如何|哪[一两二三四五六七八九十几]*(?![一两二三四五六七八九十几年天月日怕知能])|哪天|哪一?[年天月日](?![^。？]{0,12}(?:最|更|[多少快慢高低大小]))|何时|几样"
    r"|\bwho(?:m|se)?\b|\bwhy\b|\bwhich\b(?! year)|\bwhere\b|\bwhen\b|\bname\b|\bwhat (?:else|kinds?|sorts?|types?|two|three|four|slogan|policy|theme|principle|measures|were the|are the)\b"
    rf"|\bwhat {_AUXILIARY}\b(?![^?]*\b(?<!\bits )(?<!\bhis )(?<!\bher )(?<!\btheir )(?<!\bthe )(?<!\ba )(?<!\ban )(?:{_VALUED})\b)|\bhow {_AUXILIARY}\b(?![^?]*\b(?:{_VALUED}|change|compare|develop|perform|fare|go|move)\b)"
    rf"|\bwhat (?:(?!(?:{_AMOUNTS}|is|are|was|were|has|have|had|and|{_AUXILIARY})\b)[\w'’-]+ ){{1,4}}(?:is|are|was|were|has|have|had|{_AUXILIARY})\b"
)
# 好事还是坏事 asks which of two it is; 涨了还是跌了 and 哪边高 are told by values.
_EITHER = re.compile(r"是[^，。？?]{1,16}还是(?![^，。？?]*[多少快慢高低大小增减升降涨跌])")
_STRONG_FIGURE = re.compile(
    r"多少|百分之几|几成|几倍|第几|几个百分点|\bhow (?:many|much)\b|\bwhat percentage\b|\bby what percent"
    rf"|\b(?:what|which) (?:[\w-]+ )?(?:{_AMOUNTS})\s*\?*$|\bwhere (?:did|does|do|was|were|is|are) [^?]*\brank"
)
# When the budget was read, what rate applied: the clause ahead asks for nothing.
_CLAUSE_AHEAD = re.compile(
    rf"^(?:when|where|while|after|before|once|if|as|since|although|what)\b(?! {_AUXILIARY}| (?:is|are|was|were|has|have|had)\b)[^?,]*, (?=(?:(?:by|at|to|in|from|for|on|of) )?(?:what|how|which|who)\b)"
)
# 第九次 is a name and no quantity.
_ORDINAL = re.compile("第几[次届任期批代]")
_COMPARED = re.compile(
    r"(?:谁|哪个|哪边|哪家|哪座|哪省|哪市|哪里|哪儿|哪个城市).{0,26}(?:更[多高快大低小少长重慢好强热旺干]|干净|(?<!不)[多高快大低小少长重慢好强热旺净](?:一?些|一?点)?(?:[？?，,。（(]|$))"
    r"|(?<!\binto )(?<!\bfor )(?<!\bto )(?<!\bby )(?<!\bfrom )(?<!\bwith )\bwhich\b.{0,60}\b(?:higher|more|faster|larger|bigger|lower|greater|fewer|less)\b"
)
_KINDS: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    ("growth", re.compile(
        r"[涨增升降跌]得|增长得|同比变[动化]|(?:变[动化]|比上年变)了?(?:多少|百分之|几)|(?:物价|东西|价格?|菜|粮|肉|房)[^，。？]{0,10}(?:贵|便宜)了?(?:多少|些)|[比较][^，。？]{1,8}(?:好|强|差)(?:了)?多少|多了?百分之|增长(?:了)?(?:多少|百分之几|几|率|目标)|增速|增幅|涨幅|降幅|跌幅|[涨跌]了?(?:多少|几|百分)|[下]?(?:降|跌|减少|增加|上涨|提高|多|少|贵|便宜)[了出]?(?:百分之几|几成|几倍)|(?:多|少)[一-龥]{1,3}?了?(?:百分之几|几成)|(?:缩短|缩小|缩减|压缩|压减|压降|削减|裁减|节约|节省|扩大|上升|提升|降低|减|增)了?(?:百分之[几多]|几成|几倍)|递增|同比(?:增长|下降|增|降)|快了?多少|增长.{0,4}(?:多少|几)|长了多少"
        r"|(?<!households )(?<!farmers )(?<!families )(?<!villages )gr[eo]w(?!n? to\b)|growth|(?:increase|decrease|rise|fall|decline)\w* by|缩水|萎缩|\bhow fast\b|\bby (?:what|how many) per.{0,80}\b(?:increase|decrease|drop|rise|fall|decline|cut|shrink|climb|jump|change|lower|higher|less|more|up|down)|\bhow (?:much|fast|many)\b.{0,60}\b(?:increase|decrease|rise|rose|climb|climbed|jump|jumped|soar|soared|expand|expanded|shrink|shrank|improve|improved|fall|fell|drop|dropped|decline|declined|change|changed|(?:go|went|was|were|is|are|be|been) (?:up|down))\b|\bhow (?:deep|big|sharp|bad|steep)\b.{0,40}\b(?:slump|downturn|recession|contraction|fall|drop|decline)\b|\bhow much (?:longer|bigger|larger|higher|lower|smaller|shorter)\b|经济增长|翻(?![新建修译阅])|几个?点(?!钟)|翻了多少|多大的?幅度|幅度[^，。？]{0,4}(?:多大|多少|几)")),
    ("share", re.compile(r"占|比重|比例|(?<![功效频速])率(?!先)|几成|百分之几|份额|覆盖面|share|proportion|\bportion|\bfraction|\bslice\b|\bchunk\b|\bhow (?:big|large|great|small) an? part\b|(?<!\bby what )percentage|(?<!exchange )(?<!dollar )(?<!yuan )\brates?\b|\bratio|\btax bracket")),
    ("change", re.compile(r"(?:增加|减少|提高|下降|上升|降低|多|少|新增|净增|增|加|降|涨|减|少)了?(?:多少(?!人|名|个|家|座|套|项|条)|几个百分点|几(?:块|元|万|亿))|比.{1,8}(?:多|少|高|低)(?:了)?多少|比[^，。？]{1,10}(?:多|少)(?!少)[一-龥]{1,2}(?:多少|几)|比[^，。？]{1,8}(?:年轻|老|大|小|(?<!增)长|短|早|晚|重|轻)了?(?:多少|几)(?![倍成])|raised by|by how much|\b(?:tax|pay|price|wage|levy|fee)s? (?:rise|increase|hike|cut)\b|\bhow (?:much|many)\b.{0,60}\b(?:increase|decrease|rise|rose|climb|climbed|jump|jumped|soar|soared|expand|expanded|shrink|shrank|improve|improved|fall|fell|drop|dropped|decline|declined|change|changed)\b|[比较][^，。？]{1,10}(?:多|少)(?!少)[一-龥]{1,3}?了?(?:多少|几)|[上下]调了?多少|[量额值率入口资税费润](?:要|想|会|能|再|又|该|将|打算|希望|预计|一年|每年)*长了?多少|(?:增速|增幅|增长率|比重|占比|比例)[^，。？]{0,2}(?:[往向][上下])?(?:带|拉|抬|推)[高低升动]?了?多少|\bhow (?:much|many) (?:[\w'’-]+ )?(?:more|less|fewer)\b[^?]*\bthan (?:(?:in|for|during|over|at) |(?:the|a) year|the previous|last year|(?:19|20)\d\d)|多收|多产|增产|变[动化]了?多少")),
    ("rank", re.compile(r"第几|排名|排第|位居|位列|名次|\brank")),
)  # fmt: skip
_OF_WHAT = re.compile(r"占|比重|比例|率(?!先)|份额|覆盖面|share|proportion|(?<!\bby what )percentage|\brates?\b|\bratio")
_TARGET = re.compile(
    r"目标|预期|计划|打算|原定|原来定|年初(?:就|是)?(?:说|定|提|想|讲)|力争|要求|(?<!坏账)(?<!跌价)(?<!减值)(?<!风险)(?<!损失)准备(?!金|的?余额)|拟|将|定(?:的|在|了|为|到)|安排|底线|预计|规划|争取|任务|(?:今后|往后|未来|接下来)的?(?:几|\d+|[一二三四五十]+)年|要(?:新增|建|达到|完成|增|降|把|将|压|减|培育|打造|开工|实现)|想(?:新|建|达|把|让|再)|[今明]年要|还要|还想|(?<!公共)(?<!基金)(?<!经营)预算(?!收入|支出|[内外]|执行|单位|管理|绩效)|\btarget|\bgoal|\bplan(?:s|ned|ning)?\b|\baim|\bexpect(?:s|ed|ing)?\b|\bintend|\bhop(?:e|es|ed|ing) to\b|\bmeant to\b|\banticipat|\bforecast|\bset\b|\bsupposed\b|\bwill\b|\bto be\b|\bshould\b|\bproject(?:ed|s)\b"
)
_ACTUAL = re.compile(
    r"实际(?!平均工资|工资|购买力|利率)|实绩|完成了?(?:多少|情况)|不是(?:问)?(?:目标|计划|预期)|不要目标|最后|最终|结果|[干办做]成|真正|到底|\bactual"
)
_NOT_TARGET = re.compile(
    r"(?:不是|不要|不问|非|而不是|别|勿)[^，。？]{0,8}(?:目标|计划|预期|预算|指标|任务)[^，。？]{0,4}|(?:目标|计划|预期)(?:值)?(?:是多少)?不[算要]"
)
_NOT_ACTUAL = re.compile(r"(?:不是|不要|不问|非|而不是|别[跟和把与拿])[^，。？]{0,10}(?:实际|实绩|完成|结果)[^，。？]{0,6}")
_PERCENT = re.compile(
    r"百分之几|多少(?:的)?(?:股权|股份比例|股比)|占(?:了|到)?多大(?!的?(?:地|面积|场|一片|一块))|(?:gdp|生产总值|总[数量额值]|[全整]部|预算数?|计划数?|目标|指标|任务|定额)的(?:多少|几)(?=[？?，,。；;]|$)|(?<=占)(?![地用有领])[^，。？]{0,14}多少(?:[？?，,。]|$)|几成|百分比|增速|增幅|涨幅|降幅|比重|占比|比例|强度|能耗[^，。？]{0,8}降|[^效功频速税汇]率(?!先)|percent|per cent|(?<!exchange )(?<!dollar )(?<!yuan )\brate\b|\bgrowth\b|\bgrew\b(?! to\b)|(?<!households )(?<!farmers )(?<!families )(?<!villages )\bgrow\b(?! to\b)|share|proportion|\bportion|\bfraction|\bslice\b|\bchunk\b|\bhow (?:big|large|great|small) an? part\b|intensity|\btax bracket|\b(?:relative to|as a \w+ of) (?:the )?gdp\b"
)
# 收入比 is no income.
_TAX_RATE = re.compile(
    r"税率|多少(?:的)?[税费][^，。？]{0,3}(?:扣除|减免|回扣|优惠|折扣)|(?:税|费)[^，。？]{0,3}(?:扣除|减免|回扣|优惠|折扣)[^，。？]{0,4}多少|\b(?:tax|fee|levy|duty) (?:deduction|rebate|relief|discount|concession|exemption)|关税[^，。？]{0,6}水平|[税费](?![收额款])[^，。？]{0,4}(?:降|升|涨|提高|调|减|加|增)[^，。？]{0,2}[到至成为]了?多少(?!钱|元|万|亿)|\btax(?: rate)?\b[^?]{0,30}\b(?:cut|lowered|raised|reduced|increased|go up|go down|rise|fall) to\b"
)
# A share moves by percentage points: 占比提高了多少.
_MOVED = re.compile(
    r"(?:提高|提升|下降|上升|降低|回升|回落|下滑|扩大|缩小|[降升掉])了?多少(?![人名个家户元钱])|\bhow (?:much|far)\b[^?]{0,40}\b(?:share|proportion|ratio)\b[^?]{0,60}\b(?:rise|rose|fall|fell|drop|dropped|increase|decrease|change|go up|go down)\b"
)
_RATIO = re.compile(r"收入比(?![\d上前去今头])|几比几|\bratio\b")
_MONEY_ASKED = re.compile(
    r"多少(?:[^，。？人名个家户位次]{1,4})?钱|[花省收赚挣][^，。？]{0,10}钱|钱(?:一共|总共|大概|大约)*(?:是|有|为|达到?)了?(?:多少|几[万亿千百])|钱呢|[挣赚](?:到|得)?了?多少|(?:多少|几)[万亿千百十]*块(?![地田牌屏土石板匾金银铜奖])|几毛|几[万亿千百]*元|(?:多少|几)个亿|外贸|进出口|外资|外汇|消费券|余额|储蓄|存款|[善捐]款|助学金|养老金|经济总量|花(?:了|费)|(?:多少|几)[^，。？]{1,5}费(?![率者用心力])|工钱|工资|薪|报酬|津贴|奖金|经费|费用|营收|营业额|销售额|交易额|成交额|市值|投入|投资|收入|支出|金额|资金|补助|补贴|贷款|产值|总值|gdp(?!增|.{0,4}(?:增|速))|债|赤字|利润|税|价钱|\bcost|\bspen[dt]|\bmoney\b|\bfund|\brevenue|\binvest|\bvalue\b|\bworth\b|\bsales\b|\bdeposits?\b|\bsavings\b|\bexports?\b|\bimports?\b|\btrade\b|\bturnover\b|\bdebt\b|\bdeficit\b|\bprofits?\b|\bincomes?\b|\bsubsid|\bbudget\b|\bdollars?\b|\$|yuan|\bgrant\b|\btop-up|\bpayout"
)
_PEOPLE_ASKED = re.compile(
    rf"多少(?:万|亿)?(?:人(?!头[税费]|民币)|名|位)|几(?:万|亿|千|百)?(?:人|名|位)|人数|人口|新[增添][^，。？]{{0,6}}就业|(?:多少|几个?)(?:{_WHO})|(?:{_WHO_BEFORE})|\bhow many (?:[\w-]+ ){{0,3}}?(?:people|workers|students|residents|farmers|tourists?|visitors|persons|jobs|passengers|doctors|teachers|graduates|talents?|voters|holders|women|children)\b"
)
_MANY = re.compile(
    r"分别|各(?:是|为|有|增|达|多少|几|定|在|下|安排|占|降|自)|、[^，。？]{1,24}(?:和|与|及)|respectively|\beach\b|，[^，]{0,24}(?:多少|几)|\band (?:how|what)\b|和[^，。？]{1,14}(?:各|分别)|(?:与|和|跟)[^，。？]{2,14}多少"
)


@dataclass(frozen=True, slots=True)
class Need:
    """What would answer a question.

    `unit` is a unit named in it, `unit_class` one of "money", "people", "percent", "points", "times", "count" or "" where it tells
    nothing; `kinds` those of the quantity that fit ("" fits all), `status` "" where both outcome and target fit; `many` whether
    several values are asked for; `strict` whether the asking words themselves name the class of the unit (多少钱, 多少人, 几个月).
    """

    task: Task
    unit: str
    unit_class: str
    kinds: tuple[Kind, ...]
    status: Status | None
    many: bool
    strict: bool = False


def understand(question: str) -> Need:
    """Read from the words of a question (Chinese or English) what would answer it."""
    # A budget speech that is named as a report is no budget asked for.
    text = BUDGET_REPORT.sub(" ", fold(plainly_named(question)).lower())
    timed = _TIME_ASKED.search(text) is not None
    unit = "" if timed else _asked_unit(_ORDINAL.sub(" ", text))
    kinds = () if timed else _kinds(text)
    unit_class = _unit_class(text, unit, kinds)
    strict = _is_strict(text, unit, unit_class)
    if strict and unit_class in {"money", "people"}:
        # 超出比例的要交多少税 asks for no share.
        kinds = tuple(k for k in kinds if k != "share")
    elif "growth" in kinds and _IN_MONEY.search(text):
        kinds = tuple(k for k in kinds if k != "growth")
    elif kinds == ("change",) and not unit and not _COUNTED_EN.search(text):
        # 产值提高多少 is answered by a rate more often than by the difference.
        kinds = ("growth", "change")
    return Need(_task(text, unit), unit, unit_class, kinds, _status(text), bool(_MANY.search(text)), strict)


def _kinds(text: str) -> tuple[Kind, ...]:
    """Return the kinds that fit. 涨了百分之几 asks for a rate of growth and for no share, unless it says of what (占, 比重, 率)."""
    found = tuple(kind for kind, pattern in _KINDS if pattern.search(text))
    return tuple(k for k in found if k != "share") if "growth" in found and not _OF_WHAT.search(text) else found


def _asked_unit(text: str) -> str:
    match = _UNIT_ASKED.search(text)
    if match:
        # 几个学生 are people, and so are 多少位 where no rank moves.
        unit = canonical_unit(match["unit"])
        if unit == "位" and not _RANK_MOVED.search(text):
            return "人"
        if unit == "个" and _HOUSEHOLDS.search(text):
            return "户"
        return "人" if unit == "个" and (_PERSON_BY_PIECE.search(text) or re.search(_WHO_BEFORE, text)) else unit
    if _GOODS_ASKED.search(text) and not _STRICT["percent"].search(text) and not re.search(r"\bgr[eo]w", text):
        return "吨"
    english = (*_ENGLISH_UNIT_ASKED, *_ENGLISH_COUNTED)
    return next((unit for pattern, unit in english if pattern.search(text)), "")


def _is_strict(text: str, unit: str, unit_class: str) -> bool:
    """Tell whether the class of the unit is named by the asking words, and by no others beside them."""
    named = {c for c, pattern in _STRICT.items() if pattern.search(text)}
    return unit_class != "" and (bool(unit) or named == {unit_class})


def _task(text: str, unit: str) -> Task:
    if unit or _STRONG_FIGURE.search(_ORDINAL.sub(" ", text)):
        return "figure"
    if _ORDINAL.search(text):
        return "text"
    text = _CLAUSE_AHEAD.sub("", text)
    if _COMPARED.search(text):
        return "figure"
    return "text" if _TEXT.search(text) or _EITHER.search(text) or asks_in_words(text, _AMOUNTS) else "figure"


def _unit_class(text: str, unit: str, kinds: tuple[Kind, ...]) -> str:
    if _TIME_ASKED.search(text):
        return "time"
    if unit:
        return class_of_unit(unit)
    asked = {c for c, pattern in _STRICT.items() if pattern.search(text)}
    if asked == {"people"} or (asked == {"money"} and _MONEY_COUNTED.search(text)):
        # 要花多少钱扩建翻新, 比例以外的工人要交多少税: the asking words go before all others, which 花的钱涨了多少 has not.
        return asked.pop()
    named = next((unit_class for unit_class, pattern in _NAMED_CLASSES if pattern.search(text)), "")
    if not named and "share" in kinds and _MOVED.search(text):
        return "points"
    if named or "rank" in kinds:
        return named or "rank"
    if _PERCENT.search(text) or (kinds[:1] == ("growth",) and "change" not in kinds):
        return "percent"
    if _PEOPLE_ASKED.search(text):
        return "people"
    if asked == {"money"} and "growth" not in kinds:
        return "money"
    # 收入涨多少 is answered by yuan and by percent.
    # 税降到多少 may be a rate.
    either = (
        bool(_TAX_RATE.search(text)) or "growth" in kinds or "change" in kinds or _RATIO.search(text) or _COUNTED_EN.search(text)
    )
    return "money" if _MONEY_ASKED.search(text) and not either else ""


# By how much did it rise, in yuan: a sum and no rate.
_IN_MONEY = re.compile(
    r"\bin (?:(?:millions|billions|trillions|thousands|units) of (?:[\d,]+ )?)?(?:yuan|renminbi|rmb|(?:(?:us|hk|singapore|american) )?dollars)(?: terms)?[?,.]*(?:$|(?<=,))"
)
_NAMED_CLASSES = (
    (
        "points",
        re.compile(
            r"百分点|(?:增速|增幅|增长率|比重|占比|比例)[^，。？]{0,2}(?:[往向][上下])?(?:带|拉|抬|推)[高低升动]?了?多少|percentage point|(?:[快慢高低提降升压掉]|拉动|带动)[^，。？]{0,3}(?:几|多少)个?点(?!钟)"
        ),
    ),
    ("percent", re.compile(r"(?:几|多少)个点(?!钟)|几点(?!钟)|百分之[几多]|几分之几|占多少|\bstake\b")),
    ("times", re.compile(r"几倍|多少倍|[几多]少?番|\bhow many times")),
    ("money", _IN_MONEY),
)


def _status(text: str) -> Status | None:
    if _NOT_TARGET.search(text):
        return "actual"
    if _NOT_ACTUAL.search(text):
        return "target"
    if _ACTUAL.search(text):
        return "actual"
    return "target" if _TARGET.search(text) else None
