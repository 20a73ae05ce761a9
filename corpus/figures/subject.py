"""What each quantity of a sentence measures: the words that name it, before it, behind it, or shared with the figure before.

The rules are observations on work reports and communiqués: a counted noun stands behind its number (建成项目 272 个 is rarer than
272个项目建成), an elliptical clause (…，增长5%；分别为上年的1.2倍) goes on about what was named before, and 分别 deals the names of a list out
to the numbers of a list.
"""

import re
from collections.abc import Sequence
from itertools import takewhile

from corpus.figures.aims import is_aim_name, is_bare_aim, is_outcome, without_aim
from corpus.figures.candidates import Quantity
from corpus.figures.clauses import Clauses
from corpus.figures.listed_names import LEAD, YEAR, listed_names
from corpus.figures.sums import is_altogether, sum_of
from corpus.figures.units import COUNTED
from corpus.matching import is_chinese

_STOP = re.compile(r"[，。；：！？:,;!?\n|]|(?<!\d)——|——(?!\d)")
_DIGIT = re.compile(r"\d")
_OF_YEAR = re.compile(rf"^{YEAR}(?:[到至—-]+{YEAR})?的")
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
    rf"(?:(?:{_VERBS})[到至]{YEAR}的|(?:是|为|相当于|相当|等于)[^，。；]{{0,24}}的"
    r"|[只仅也都]*占(?!比|[^，。；]*(?:比重|比例|份额))[^，。；]{1,16}"
    r"|不?(?:高于|低于|快于|慢于|高出|低出)[^，。；]{1,12}|比[^，。；、]{1,16}[高低多少快慢]"
    r"|(?:[与和同跟][^，。；、]{1,16})?相比|[还尚仍][差缺]"
    r"|超过?出?(?:年初|年度|全年|原定|预定|既定)*的?(?:计划|目标|预算|任务|指标)数?"
    rf"|[由从自]?{YEAR}|(?:{_VERBS})[到至](?:{YEAR}|今年|现在|目前)[^，。；]{{0,2}}的"
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
_TIMED = re.compile(rf"(?:到了?|在|至)?(?:{YEAR}|[今去上]年|\d{{1,2}}月|第?[一二三四]季度)")
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
_DEALT = re.compile("分别|依次")
_PLACE = re.compile(r"[省市县区国州盟]$")
_JOINT = re.compile(r"^(?:以上|左右|以内|以下|多|余)?(?:[、，和与及]|以及|，)?$")


def resolve_subjects(sentence: str, quantities: Sequence[Quantity], clauses: Clauses) -> list[str]:
    """Return what each quantity of a sentence measures, "" where no words name it."""
    subjects: list[str] = []
    read_to, held = 0, ""
    for quantity in quantities:
        clause_start = clauses.start(quantity.start)
        lead = sentence[max(clause_start, read_to) : quantity.start]
        own = _strip(_RANKED.sub("", lead) if quantity.form == "rank" else lead)
        # 完成年度任务3000人: the clause before names what it measures.
        # (What part of it that is keeps the name of a part: 完成年度任务的104%.)
        part = quantity.unit == "%" and lead.endswith("的")
        aim = own if not part and is_bare_aim(own) else ""
        own = "" if aim else own
        noun = _NOUN.match(sentence, quantity.end, quantity.end + 20)
        noun = None if noun and subjects and _is_aim_behind(noun) else noun
        previous = subjects[-1] if subjects else ""
        previous = _measure_before(previous, lead, aim)
        ahead = sentence[read_to:clause_start] if clause_start > read_to else ""
        when = own if own and _WHEN.fullmatch(own) else ""
        own = "" if when else own
        silent = bool(when or (not own and not (noun and quantity.unit in COUNTED)))
        if "全年" in lead:
            previous = _WHEN_BEHIND.sub("", previous)
        topic = ""
        if ahead:
            clause = LEAD.sub("", _STOP.split(ahead.rstrip("，,：:；; "))[-1].strip())
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
        behind = phrase["noun"] if phrase and not (subjects and _is_aim_behind(phrase)) else ""
        spent = _SPENT.search(own) if own else None
        owner = _OWNER.match(sentence, quantity.end) if spent else None
        if spent and owner:
            subjects.append(owner["name"] + spent[0])
            read_to = owner.end()
            continue
        subjects.append(_compose(own, behind, counted=counted, before=topic or previous, topic=held) or aim)
        read_to = noun.end("noun") if noun and counted else quantity.end
    return _aligned(sentence, quantities, subjects, clauses)


def _measure_before(previous: str, lead: str, aim: str) -> str:
    """Return what the figure before measures, for one that names none: what came of an aim, or another aim, is of its measure."""
    measure = without_aim(previous)
    if measure != previous and is_aim_name(aim):
        return measure + aim  # 年初预算为3万元，全年预算为4万元
    return measure if aim or is_outcome(lead) else previous


def _is_aim_behind(noun: re.Match[str]) -> bool:
    """Tell words behind a number that only call it an aim of what was named before: 未达到8%的预期目标; 89项任务 counts tasks."""
    return is_bare_aim(noun["noun"]) and (
        "的" in noun[0] or noun["noun"].endswith(("差", "缺")) or noun.string[noun.start() - 1] == "%"
    )


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
    phrase = LEAD.sub("", phrase).strip(" 　“”（）()、")
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
    if _BARE.match(phrase):
        return ""
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
        names = listed_names(sentence, match.start(), _run(sentence, quantities, first))
        lead = _strip(sentence[clauses.start(match.start()) : match.start()]) if not names else ""
        if not names and (not lead or lead.startswith("占")):
            # 甲、乙分别增长a、b，占全市的比重分别为c、d
            names = [name + lead for name in _distinct(aligned, first, _run(sentence, quantities, first))]
            outcome = is_outcome(sentence[clauses.start(match.start()) : match.start()])
            names = [*map(without_aim, names)] if outcome else names
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
