"""Read what a follow-up asks of the values that were answered before it, where it asks for nothing else."""

import re

from app.conversation.asked_in_english import said_in_english
from app.conversation.said import Said
from corpus.figures.numerals import fold
from corpus.figures.units import UNIT
from corpus.matching import is_chinese

_LEADS = re.compile(r"^(?:(?:好的?|嗯|哦|那么?|所以|请问|麻烦|再|帮我|然后|还有|另外|具体)[，,\s]*)+(?![一-龥]{0,2}$)")
_ENDS = re.compile(r"[呢吗啊呀吧嘛的]*[？?。！!，,\s]*$")
_WHETHER = re.compile("(?:吗|没有?|[了过]没)[？?。！!]*$")
_NUMBERS = {n: i for i, n in enumerate("两三四五六七八九", start=2)} | {"二": 2}
_UNIT = rf"[多来]?(?:个)?[万亿千百十]*(?:{UNIT})?"
_HOW_MUCH = rf"(?:多少|几){_UNIT}"
_MEMBER = "[年地市县省区州国家者项个笔组样]"
# 这两个县, 三年, 两者
_GROUP = rf"(?:[这那上前]?面?(?:提到的|说的)?(?P<count>[两二三四五六七八九几])(?:个|家|项|者|地|年|座|所)?{_MEMBER}?(?:城市|地方|公司|企业|单位|部门|数字?|项目|国家|医院|学校|地区)?)"
_THEM = rf"(?:{_GROUP}|它们|他们|这些|二者)"
_ADDED = "加起来|合起来|加在一起|合在一起|加一起|相加|加总|求和|之和|总和|合计|总计|共计|一共|总共"
_SUM = re.compile(
    rf"^(?:把)?{_THEM}?(?:都|之间|的)?(?P<added>{_ADDED})(?:起来|一共|总共|后|的)?(?:是|有|为|等于|得|达)?(?:{_HOW_MUCH})?$"
)
_FIRMLY_ADDED = re.compile("加|求和|之和|总和|合[起在]")
_WAY = r"(?:(?P<less>少|低|慢|小|便宜|短|减少|下降|降低|回落|减|降)|高|多|快|大|贵|长|增加|提高|上升|提升|增)"
_GAP = re.compile(rf"^{_THEM}?(?:之间|的)*(?:相?差|差距|差额|差值|差别)(?:了|是|有|为|距)?(?:多少|多大|{_HOW_MUCH})?$")
# 增加了多少 asks how far the value itself came.
_OF_IT_SAID = "(?:这|那|它|上面|刚才)?(?:个|些)?(?:数|数字|数据|答案|说法)?"
_BY = re.compile(
    rf"^(?:前者|后者|{_THEM})?(?:之间)?[要会]?(?:高|多|快|大|贵|长|少|低|慢|小|便宜|短|超[出过额]?(?:完成)?|高出)(?:出来?|了)?{_HOW_MUCH}$"
)
# 这三年平均多少, 平均每年多少
_MEAN = re.compile(
    rf"^{_THEM}?(?:的|来|间|里)*(?:平均(?:每年|下来|值|数)?|年均|均值)(?:的)?(?:水平)?(?:大概|大约|约)?(?:是|有|为)?(?:{_HOW_MUCH})?$"
)
# 那是哪年的数, 什么时候的
_WHEN = re.compile(
    rf"^{_OF_IT_SAID}(?:是|指的?是|说的?是)?(?:哪一?年(?:度)?|什么时候|何时|啥时候|哪个年[份度])(?:的)?(?:数|数字|数据|情况|事|统计|水平)?$"
)
_MOVED_BY = re.compile(rf"^(?:一共|总共|共)?(?:增加|减少|提高|下降|降低|增|减|降)了?{_HOW_MUCH}$")
# 其中出口呢？占比多少
_SHARE_OF_BEFORE = re.compile(
    "^(?:所)?(?:占比|占多[少大]|占[几多]成|占百分之[几多]少?|比重|比例)(?:的?(?:比重|比例|份额))?(?:是|有)?(?:多少|多大|多高)?$"
)
_BEFORE_THIS = r"(?:它|他|她|这个?|那个?|前者|前一?个|前面(?:的|那个)?|刚才(?:的|那个)?|之前那?个|上面(?:的|那个)?)"
_THAN = re.compile(
    rf"^(?:比起|相比|对比|比|较|跟|和|与|同)(?P<other>[^，,？?]{{1,14}}?)(?P<set>相比|比起来|比较|对比|比)?(?:起来)?[，,]?"
    rf"(?:(?:要|又|还|是)?{_WAY}(?:出|了)?{_HOW_MUCH}|相?差(?:了|距)?(?:多少|多大|{_HOW_MUCH})|(?P<bare>(?:怎么样|如何|怎样|变化(?:多大|如何|怎样)|有什么变化)?))$"
)
_TIMES = re.compile(r"^(?:相当于|是|为)?(?P<other>[^，,？?]{1,14}?)的?(?:多少|几)倍$")
_SHARE = re.compile(
    r"^占(?:了|到)?(?P<other>[^，,？?]{1,12}?)的?(?:比重|比例|份额|百分之[几多]少?|几成|多少|多大(?:比重|比例|份额)?|%)(?:是|有)?(?:多少|多大)?$"
)
_WHICH = re.compile(
    rf"^(?:{_THEM})?(?:里|中|之中|当中)?(?:是)?(?:哪|谁)(?:[一]?(?:个|家|边|座|年|者|项|所))?(?:[县市省地区州]|城市|地方|公司|企业|年份?)?的?(?:更|最|要|比较)?"
    r"(?:(?P<least>低|少|小|慢)|高|多|大|快|强)(?:一?些|一?点|了)?$"
)
_CONVERT = re.compile(
    rf"^(?:这|那|它)?(?:(?:换|折|转换)算?成?|换成|折合|相当于|等于|合)(?:成|为|一下|是|有)?(?:多少|几)?(?P<unit>[万亿千百]*(?:{UNIT}|人民币))(?:是|有|为)?(?:多少|几)?$"
)
_EXPRESSED = re.compile(
    rf"^(?:用|以|按)(?P<unit>[万亿千百]*(?:{UNIT}|人民币))(?:来|为单位)?(?:表示|计算|计|算|说|讲|单位)*(?:是|有|为)?(?:多少|几)?$"
)
_OF_IT = r"(?:(?:这|那|上面|刚才)?(?:个|些|组|条)?(?:的)?(?:数|数字|数据|答案|结果|结论|说法|信息|回答)?(?:的)?)"
_DOCUMENT = "(?:份|篇|个|处|页|段|本|章|节)?(?:的)?(?:报告|文件|文章|资料|材料|年报|公报|地方|页|段|章|节|书)"
_SOURCE = re.compile(
    rf"^{_OF_IT}(?:具体)?(?:(?:数据|信息|资料)?(?:的)?(?:出处|来源|依据|根据|原文|原句|原话)(?:是|在|来自)?(?:怎么(?:说|写|讲)|哪[里儿]?|什么|啥|哪{_DOCUMENT})?"
    rf"|(?:是)?(?:从|在|来自|出自|见于?|是)?哪一?{_DOCUMENT}(?:里|上|中)?面?(?:看|说|写|提|查|找|来|得|讲|拿|有)?(?:到|出)?过?了?"
    r"|(?:是)?(?:从|在)?哪[里儿](?:看|说|写|提|查|找|来|得|讲|拿)(?:到|出)?过?了?|(?:在|见)?第几页|有?(?:什么|何)(?:依据|根据)|(?:来自|出自)哪[里儿])的?$"
)
_MOVED = "(?:增长|增加|下降|减少|上升|提高|降低|回落|下滑|下跌|上涨|增|减|涨|跌|降|升|高|低|多|少|快|慢|亏损|扩大|缩小)"
_WHY = re.compile(
    rf"^(?:这|那|它)?(?:是)?(?:为什么|为何|为啥|怎么|咋|(?:是)?因为什么|什么原因|(?:主要)?原因(?:是什么|是啥|何在|在哪里?|有哪些)?|怎么回事|何故)(?:导致|造成|引起)?(?:的)?"
    rf"(?:会|要|能)?(?:这么|那么|如此|反而|出现)?(?:大幅|明显)?{_MOVED}?(?:了|得|这么|那么|多|快|大|厉害)*$"
)
_ONLY_HOW = re.compile("^(?:怎么|咋)(?:会|要|能)?$")
# 上年 counts from the year that was asked about, whatever the newest report is.
_YEAR_BEFORE = re.compile("(?:上一?|去|头一|前一)年度?(?:同期|年?[末底])?|(?:上年)?同期|年初")
_TARGET_OR_PLACE = re.compile("全[国省市县区州]|^[国省]$|人|每")


def read_said(question: str) -> Said | None:
    """Return what a follow-up asks of what was answered before, None where it asks the reports for something."""
    text = fold(question).strip()
    if not is_chinese(text):
        return said_in_english(text)
    whether = _WHETHER.search(text) is not None
    text = _ENDS.sub("", _LEADS.sub("", text))
    if _SOURCE.match(text):
        return Said("source")
    if _WHEN.match(text):
        return Said("when")
    if _WHY.match(text) and not _ONLY_HOW.match(text):
        return Said("why")
    said = _reckoned(text)
    # 比上年高吗 asks whether it is so, 比上年呢 by how much.
    return None if said is not None and said.other and whether else said


def _reckoned(text: str) -> Said | None:
    converted = _CONVERT.match(text) or _EXPRESSED.match(text)
    if converted:
        return Said("unit", unit=converted["unit"])
    added = _SUM.match(text)
    if added:
        count = _NUMBERS.get(added["count"] or "", 0)
        return Said("sum", count=count, firmly=bool(count or added["count"] or _FIRMLY_ADDED.search(added["added"])))
    mean = _MEAN.match(text)
    if mean:
        return Said("mean", count=_NUMBERS.get(mean["count"] or "", 0))
    which = _WHICH.match(text)
    if which:
        return Said("which", count=_NUMBERS.get(which["count"] or "", 0), rising=-1 if which["least"] else 1)
    if _GAP.match(text) or _BY.match(text):
        return Said("difference")
    if _SHARE_OF_BEFORE.match(text):
        return Said("share", firmly=False)
    if _MOVED_BY.match(text):
        return Said("difference", firmly=False, moved=True)
    return _with_another(text)


def _with_another(text: str) -> Said | None:
    """Return what sets the value before beside another one: 比某县多多少, 是某县的几倍, 占产值的比重."""
    times, share = _TIMES.match(text), _SHARE.match(text)
    part = times or share
    if part and not _TARGET_OR_PLACE.search(part["other"]):
        return Said("ratio" if times else "share", other=_other(part["other"]))
    than = _THAN.match(text)
    # 和工业呢 asks for one more value, 比工业呢 sets the two side by side.
    if than is None or (than["bare"] is not None and not than["set"] and text[0] not in "比较相对"):
        return None
    return Said("difference", other=_other(than["other"]))


def _other(named: str) -> str:
    """Return the follow-up that asks for the other value, "" for the one answered before the last."""
    if re.fullmatch(_BEFORE_THIS, named):
        return ""
    return "前一年呢" if _YEAR_BEFORE.fullmatch(named) else f"{named.removesuffix('的')}呢"
