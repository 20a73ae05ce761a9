"""What each quantity of a sentence measures: the words that name it, before it, behind it, or shared with the figure before.

The rules are observations on work reports and communiqués: a counted noun stands behind its number (建成项目 272 个 is rarer than
272个项目建成), an elliptical clause (…，增长5%；分别为上年的1.2倍) goes on about what was named before, and 分别 deals the names of a list out
to the numbers of a list.
"""

import re
from collections.abc import Sequence
from itertools import takewhile

from corpus.figures.candidates import Quantity
from corpus.figures.clauses import Clauses
from corpus.figures.sums import is_altogether, sum_of
from corpus.figures.units import COUNTED, UNITS
from corpus.matching import is_chinese

_STOP = re.compile(r"[，。；：！？:,;!?\n|]|(?<!\d)——|——(?!\d)")
_DIGIT = re.compile(r"\d")
_YEAR = r"(?:\d ?\d ?\d ?\d|[一二][○零一二三四五六七八九]{3}) ?年(?:年?[末底初]|度)?"
_OF_YEAR = re.compile(rf"^{_YEAR}(?:[到至—-]+{_YEAR})?的")
# What stands before the name of a measure and is no part of it.
_LEAD = re.compile(
    # 从2003年到2008年, joining words
    rf"^(?:(?:在|从|自)?\d{{4}}年?[到至—-]+(?:{_YEAR}|\d{{4}}$)|其中|此外|同时|另外|并且|而且|以及|[并且把为与和及等的]|对(?![外内口等手比联])"
    # 截至2008年底, 1-6月份
    rf"|截至|截止|到?{_YEAR}(?=[^至到—-]|$)|年末|年底|到年[末底]|现在|目前"
    rf"|(?:\d{{1,2}}|[一二三四五六七八九十]{{1,2}})月?份?[至到—-](?:\d{{1,2}}|[一二三四五六七八九十]{{1,2}})月"
    # 一是, 二是
    r"|[一-龥]{1,2}是(?=[^一-龥]*[一-龥]{3})"
    # 五年来, 今年, 过去三年
    r"|以上|以下|以内|[两二三四五六七八九十]年(?:来|[内间]|中(?![央学期等小]))?(?!级)|全年|预计|今年|去年|上年|当年|本年"
    r"|在?(?:过去|[近过])的?[一二三四五六七八九十两几\d]+年[来中间内里]?|[这几]+年来?|五年来?"
    # Words of intent and of degree
    r"|将(?!军)|要求(?=[一-龥]{2})|要(?![素求])|使(?!用)|再(?!生)|也|还|又|只|仅|力争|确保|争取|千方百计|先后|累计|共(?!产|同|青))+"
)
# What leads from the name of a measure to its value, from the end of the words before a number.
_VERBS = (
    "增长|增加|提高|提升|上升|上涨|扩大|下降|减少|降低|回落|缩小|缩减|裁减|稳定|控制|保持|调整|发展|完成|实现"
    "|达到?|超过?|突破|增至|降至|升至|增幅"
)
_TAIL = re.compile(
    # where one of the branches may begin
    r"(?=[(“、一应上下不为也了二五仅从以低保共再净减分到升占又发只可各合同名回在均增大完定实将就居已平年快总慢扩按控提是有每比涨环由的相稳站迈跃跨冲逼登踏攀越首成历"
    r"突等累约缩自至裁要调超较达近还进递都降预高（：\d])"
    # 提高到2008年的, 相当于上年的, 占全县, 高于上年
    rf"(?:(?:{_VERBS})[到至]{_YEAR}的|(?:是|为|相当于|相当|等于)[^，。；]{{0,24}}的"
    r"|[只仅也都]*占(?!比|[^，。；]*(?:比重|比例|份额))[^，。；]{1,16}"
    r"|(?:高于|低于|快于|慢于|高出|低出)[^，。；]{1,12}|比[^，。；、]{1,16}[高低多少快慢]"
    r"|超过?出?(?:年初|年度|全年|原定|预定|既定)*的?(?:计划|目标|预算|任务|指标)数?"
    rf"|[由从自]?{_YEAR}|(?:{_VERBS})[到至](?:{_YEAR}|今年|现在|目前)[^，。；]{{0,2}}的"
    # How it is told: each year, altogether, than before
    r"|[五\d]年来|每?年?平均(?:每年)?|平均每年|每年|分别|累计|总计|共计|合计|[一总共]共|均|各|也|已经?|都|就|只|仅|年均"
    r"|同比|环比|(?<!占)[比较][^，。；、]{1,10}|按[^，。；、]{2,8}|实际|名义"
    rf"|净|又|再|还|约|近|将近|预计|将|应[当该]|应(?=[是为达])|(?<=目标)定|(?<![许认])可|(?<![主需重])要"
    rf"|{_VERBS}|不低于|不少于|涨|增(?!$)|降|减|递增|递减|稳步|大幅|进一步|居"
    # a round number that it passes
    r"|首次|成功|再次|一举|历史性|(?:[再站迈跃跨登踏攀冲]上|[迈跨跃]入|[迈跨越]过|跨越|冲破|站稳|逼近)(?:了?一?个?新的?(?:台阶|高度|水平))?"
    # 从每人, and what joins a word to its number
    rf"|[由从](?:每[一-龥]{{1,3}}?|[去上]年|年初|目前|原来|现行|的)*|\d{{1,2}} ?×|到|至|在|为|是|了|有|的|占|以|共|增|：|“|、|[（(])+$"
)
# What is left of (3) before what it numbers, and 3. itself.
_NUMBERED = re.compile(r"^(?:\d{1,2}(?:[)）]|[.．、](?!\d))|[一二三四五六七八九十]{1,2}[)）])\s?")
_RANKED = re.compile(r"(?:、|占据|保持)?(?:位居|位列|跃居|跃升至?|上升到?至?|前进到?|排名|排在|排|居|列)[一-龥]{0,10}$")
# 总投资5亿元的甲厂、总投资3亿元的乙厂: whose sum it is stands behind it.
_SPENT = re.compile("(?:计划|估算)?(?:总投资额?|投资总?额|总造价|造价|总产值)$")
_OWNER = re.compile(r"(?:左右|以上|多)?的(?P<name>[^，。；、：！？\d\n]{2,24}?)(?=[，。；、：！？\n]|\d|等|$)")
_BARE = re.compile(
    r"^(?:达到?|占|增长|增加|提高|下降|减少|比|为|是|其|同比|年产|落地|招引|签约|新增?|建成|改造|新建|有|台阶|大关|关口|新高)?$"
)
# 3个以上, 3万人增加到 count no 以上 and no 增加, 突破4亿元并连续两年居首位 no 并连续.
_NO_NOUN = (
    r"(?!新?台阶|大关|关口|门槛|以上|以下|以内|左右|之间|上下|多|余|分别|增长|增加|下降|减少|提高|降低|上升|升[到至]|降[到至]|达到?|发展[到为]"
    r"|并(?![购轨网联发列举案])|且|连续|继续|同时)"
)
# A counted noun ends before a mark, a joining word or a verb of what was done with it.
_NOUN = re.compile(
    rf"(?:以上|以下|以内|左右|多|余)?的?(?P<noun>{_NO_NOUN}[一-龥]{{2,14}}?)"
    # Marks and joining words
    r"(?=[，。；、：“”（(《》 \n\d]|[和及与](?=[\d一-龥]{2})|以及|分别"
    # What was done with it
    r"|建成|开工|投产|竣工|获[得批评]|[被在已把将均占达由从为是有](?![一-龥]?[^一-龥])|实现|纳入|进行|开展|参加|参与|通过"
    r"|得到|成为|超过|实行|完成|没有|不|存在|落地|入选|投入|挂牌|启动|推进"
    # Where, and particles
    r"|全部|全省|全市|全国|的|中(?=，)|了|$)"
)
# What is counted where no such end is near: 3个区县成功创建…, 2863套“保交楼”任务.
_PHRASE = re.compile(rf"(?:以上|左右|多|余)?(?P<noun>{_NO_NOUN}(?![不的省])(?:“[^”，。；]{{1,12}}”)?[一-龥]{{2,14}})")
_TOPIC = re.compile(
    r"(?:率|量|额|数|值|入|出|重|比|口|员|积|价格|水平|指标|指数|余额|规模|投资|[能电煤水油]耗|成本|费用|工资|寿命|年龄|里程|利润|资产|储备|[存贷]款|分子|人员|企业|项目|产业)$"
)
# 小学生，一九五二年有…人: a clause that begins with a time goes on about what the one before it names.
_TIMED = re.compile(rf"(?:到了?|在|至)?(?:{_YEAR}|[今去上]年|\d{{1,2}}月|第?[一二三四]季度)")
_NAMED = re.compile(r"[一-龥“”、]{2,16}")
# A clause that begins so tells a time and no measure.
_WHEN_WORD = (
    r"(?:第?[一二三四1-4]季度|[上下]半年|前[一二三]季度"
    r"|前?[\d一二三四五六七八九十]{1,2}(?:[至—-][\d一二三四五六七八九十]{1,2})?个?月份?|全年|年[初末底])"
)
_WHEN, _WHEN_BEHIND = re.compile(_WHEN_WORD), re.compile(f"{_WHEN_WORD}$")
_MOVED = re.compile(
    r"(?P<name>[一-龥]{0,10}(?:增速|增幅|涨幅|降幅|率|总?额|产?量|[产总]值|增加值|价格|指数|投资|收入|支出|余额|人数))"
    r"(?:持续|稳步|逐[季月步年]|明显|总体|继续|不断|大幅|保持|稳中有|先|由|开始|有所|呈现?|显著|基本|企稳|平稳|回|上|下|升|降|再|站|迈|跃|跨|登|突破|首次|创|逆势|止跌|恢复|强劲|加快|提速|好转|快速|平稳|较快|高速)[一-龥]{0,8}"
)
_GOODS = re.compile("[钢铁煤粮棉糖盐纱布茶烟丝麻纸碱铜铝铅锌奶]")
_TELLS = re.compile(
    "[了着过是将把被]|因此|所以|但是|而且|同时|此外|首先|其次|例如|比如|计划|如果|虽然|其中|包括|如下|以下|[有为]$"
)
_LABEL = 6
_SHARED_TAIL = re.compile(
    r"(?:居民|产业|企业|人口|项目|产量|产值|增加值|总额|总量|余额|投资|收入|支出|消费|贸易|出口|进口|面积|人数|数量|税收"
    r"|占比|比重|价格|指数|工业|地区|同比)[一-龥]*$"
)
_COUNTED_NAMES = re.compile(r"(?P<count>[两二三四五六七八九十])(?:项|种|类|大)[一-龥]{2,}$")
_COMPARISON = re.compile(r"[比较][^、]{1,8}$|同比$|环比$")
_SECTORS = re.compile("^三产业?(?=[一-龥]|$)")
# One word for two that are told in its order.
_JOINT_NAMES = {"城乡": ("城镇", "农村"), "存贷款": ("存款", "贷款")}
_DEALT = re.compile("分别|依次")
# 甲厂、乙厂、丙厂三家2023年适用的税率分别…: what is measured of all stands behind the year.
_OF_ALL = re.compile(
    rf"(?P<names>[^\d]+?)(?:[两二三四五六七八九十][家个项][一-龥]{{0,4}})?{_YEAR}(?:适用)?的?(?P<measure>[^、和与及\d]{{2,}})"
)
_ORDINAL = re.compile(r"第[一二三四五六七八九十]")
_PLACE = re.compile(r"[省市县区国州盟]$")
# 及, 和 and 与 may stand inside a name.
_JOINS = tuple(re.compile(joins) for joins in ("、|以及|和|与|及", "、|以及|和|与", "、|以及|和|及", "、|以及|与|及", "、|以及"))
_BEFORE_NAME = re.compile(r"^.*(?<![A-Za-z.\d])\d[\d.,]*\S?")
_JOINT = re.compile(r"^(?:以上|左右|以内|以下|多|余)?(?:[、，和与及]|以及|，)?$")


def resolve_subjects(sentence: str, quantities: Sequence[Quantity], clauses: Clauses) -> list[str]:
    """Return what each quantity of a sentence measures, "" where no words name it."""
    subjects: list[str] = []
    read_to, held = 0, ""
    for quantity in quantities:
        clause_start = clauses.start(quantity.start)
        lead = sentence[max(clause_start, read_to) : quantity.start]
        own = _strip(_RANKED.sub("", lead) if quantity.form == "rank" else lead)
        noun = _NOUN.match(sentence, quantity.end, quantity.end + 20)
        previous = subjects[-1] if subjects else ""
        ahead = sentence[read_to:clause_start] if clause_start > read_to else ""
        when = own if own and _WHEN.fullmatch(own) else ""
        own = "" if when else own
        silent = bool(when or (not own and not (noun and quantity.unit in COUNTED)))
        if "全年" in lead:
            previous = _WHEN_BEHIND.sub("", previous)
        topic = ""
        if ahead:
            clause = _LEAD.sub("", _STOP.split(ahead.rstrip("，,：:；; "))[-1].strip())
            topic = _moved_topic(clause) if silent else ""
            labelled = not own and ahead.rstrip().endswith(":")
            topic = topic or _topic(clause, labelled=labelled, timed=bool(not own and _TIMED.match(lead.strip())))
            if silent and labelled and not topic and not lead.strip():
                own = _strip(clause)  # 净利润为：0.5亿元
        own = _at(when, topic or previous) if when else own
        held = topic or held
        if not own and is_altogether(lead):
            own = sum_of(quantities[: len(subjects) + 1], subjects)
        counted = quantity.unit in COUNTED or sentence[quantity.end - 1] in "万亿"
        nameless = silent and not own and not topic and quantity.unit in COUNTED and quantity.form != "rank"
        phrase = _PHRASE.match(sentence, quantity.end) if nameless else noun
        behind = phrase["noun"] if phrase else ""
        spent = _SPENT.search(own) if own else None
        owner = _OWNER.match(sentence, quantity.end) if spent else None
        if spent and owner:
            subjects.append(owner["name"] + spent[0])
            read_to = owner.end()
            continue
        subjects.append(_compose(own, behind, counted=counted, before=topic or previous, topic=held))
        read_to = noun.end("noun") if noun and counted else quantity.end
    return _aligned(sentence, quantities, subjects, clauses)


def _at(when: str, measure: str) -> str:
    """Return what a clause that tells only a time measures: the measure named before, at its own time."""
    name = _WHEN_BEHIND.sub("", measure)
    return name + when


def _compose(own: str, noun: str, *, counted: bool, before: str, topic: str) -> str:
    """Put together the words before a number, the noun counted behind it and what the clause before was about."""
    if noun and (counted or not own):
        return own + noun
    if topic and _PLACE.search(own):
        return topic + own
    if own.startswith("占"):
        return before + own
    return own or before


def _strip(lead: str) -> str:
    pieces = [p for p in _STOP.split(lead) if p.strip()]
    phrase = pieces[-1].strip(" 、") if pieces else ""
    phrase = _NUMBERED.sub("", _TAIL.sub("", phrase).strip(" 　“”（）()"))
    phrase = _LEAD.sub("", phrase).strip(" 　“”（）()、")
    if len(phrase) < 2:
        return phrase if _GOODS.fullmatch(phrase) else ""
    return "" if _BARE.match(phrase) or not is_chinese(phrase) else phrase


def _topic(clause: str, *, labelled: bool, timed: bool) -> str:
    """Return the noun phrase that the clause before names without saying anything of it: …的人口自然增长率，四川省由….

    `labelled` tells that it ends with a colon, `timed` that the clause behind it begins with a time, and names nothing itself.
    """
    phrase = _OF_YEAR.sub("", clause)
    # 钢：由…增加到…
    label = labelled and len(phrase) <= _LABEL and not _TELLS.search(phrase)
    named = label or _TOPIC.search(phrase) or (timed and _NAMED.fullmatch(phrase) and not _TELLS.search(phrase))
    return phrase if named and not _DIGIT.search(phrase) else ""


def _moved_topic(clause: str) -> str:
    """Return the measure of which the clause before tells only how it moved: 经济增速逐季回升，一季度增长4.5%."""
    match = _MOVED.fullmatch(clause)
    return match["name"] if match else ""


def _aligned(sentence: str, quantities: Sequence[Quantity], subjects: list[str], clauses: Clauses) -> list[str]:
    """Deal the names of 甲、乙、丙分别增长a、b、c out to its numbers, and to a second list of as many (…，年均增长d、e、f)."""
    aligned = list(subjects)
    for match in _DEALT.finditer(sentence):
        first = next((i for i, q in enumerate(quantities) if q.start >= match.end()), None)
        if first is None:
            continue
        names = _names(sentence, match.start(), _run(sentence, quantities, first))
        lead = _strip(sentence[clauses.start(match.start()) : match.start()]) if not names else ""
        if not names and (not lead or lead.startswith("占")):
            # 甲、乙分别增长a、b，占全市的比重分别为c、d
            names = [name + lead for name in _distinct(aligned, first, _run(sentence, quantities, first))]
        if len(names) < 2 or len(names) > len(quantities) - first:
            continue
        said = _strip(sentence[match.end() : quantities[first].start])
        for i, name in enumerate(names):
            aligned[first + i] = name + said if said else name
        after = first + len(names)
        if after < len(quantities) and _run(sentence, quantities, after) == len(names):
            between = sentence[quantities[after - 1].end : quantities[after].start]
            if len(between) < 16 and not _strip(between):
                aligned[after : after + len(names)] = names
    return aligned


def _run(sentence: str, quantities: Sequence[Quantity], first: int) -> int:
    """Return how many quantities stand in one list from the one at `first`; a comma joins only those of one unit."""

    def _is_joined(pair: tuple[Quantity, Quantity]) -> bool:
        joint = _JOINT.match(sentence[pair[0].end : pair[1].start])
        return joint is not None and (pair[0].unit == pair[1].unit or "，" not in joint[0])

    pairs = zip(quantities[first:], quantities[first + 1 :], strict=False)
    return 1 + sum(1 for _ in takewhile(_is_joined, pairs))


def _distinct(subjects: Sequence[str], first: int, count: int) -> list[str]:
    before = list(dict.fromkeys(subjects[:first]))[-count:]
    return before if count > 1 and len(before) == count else []


def _names(sentence: str, position: int, count: int) -> list[str]:
    """Return the names listed right before 分别, with the words that they share: 城镇和农村居民收入 are two incomes.

    `count` is how many values follow: of 家具及木制品业、文具业 and two values there are two names.
    """
    own = re.split(r"[，。；：;:]", sentence[:position])
    clause = _LEAD.sub("", own[-1].strip())
    if (not clause or _COMPARISON.match(clause)) and len(own) > 1:
        clause = own[-2]
    clause = _LEAD.sub("", clause)
    of_all = _OF_ALL.fullmatch(clause)
    if of_all:
        split = (_split_names(of_all["names"], joins) for joins in _JOINS)
        return next(([f"{name}{of_all['measure']}" for name in names] for names in split if len(names) == count), [])
    names = _split_names(clause, _JOINS[0])
    if len(names) > count > 1:
        names = next((own for joins in _JOINS[1:] if len(own := _split_names(clause, joins)) == count), names)
    if len(names) < 2:
        # 城乡居民收入分别为76435元和49379元: the towns come first.
        return [
            names[0].replace(joint, own, 1) for joint, both in _JOINT_NAMES.items() if names and joint in names[0] for own in both
        ]
    counted = _COUNTED_NAMES.search(names[-1], 2)
    if counted and "零一两三四五六七八九十".find(counted["count"].replace("二", "两")) == len(names):
        # PM10和PM2.5两项污染物浓度 are two concentrations.
        return [n + counted[0] for n in names[:-1]] + names[-1:]
    if _SECTORS.match(names[-1]) and all(n in "一二三" for n in names[:-1]):
        # 一、二、三产增加值
        return [f"第{n[0]}产业{_SECTORS.sub('', names[-1])}" for n in names]
    names = [_completed(n, names[-1]) for n in names[:-1]] + names[-1:]
    shared = _SHARED_TAIL.search(names[-1], 1)
    if shared and all(len(n) <= shared.start() + 1 and not _SHARED_TAIL.search(n) for n in names[:-1]):
        names = [n + shared[0] for n in names[:-1]] + names[-1:]
    if _ORDINAL.match(names[0]):  # 第一、二、三产业
        names = [n if n.startswith("第") else f"第{n}" for n in names]
    return names


def _split_names(clause: str, joins: re.Pattern[str]) -> list[str]:
    """Return the names between joining words. A name begins behind the number before it; SO2 and PM2.5 are names."""
    names = (_BEFORE_NAME.sub("", n.strip()) for n in joins.split(clause))
    return [n for n in names if n and n not in UNITS]


def _completed(name: str, last: str) -> str:
    """Return a name with what it shares with the last of its list: 城镇居民、农村居民收入 are two incomes."""
    shared = _SHARED_TAIL.search(last, 1)
    for start in range(len(name) - 1) if shared else ():
        at = last.find(name[start:], 1)
        if at >= 0 and shared and at == shared.start():
            return name + last[at + len(name) - start :]
    return name
