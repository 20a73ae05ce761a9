"""Units and measure words that may stand behind a number.

Physical units after GB 3100-3102; currencies by their usual Chinese names (ISO 4217); measure words (量词) from general grammar.
"""

import re

_PHYSICAL = """
平方公里 平方千米 平方米 平方厘米 立方米 立方 公里 千米 海里 厘米 毫米 微米 纳米 米 立方公尺 平方公尺 公尺 公分 公厘 华里 市里 市尺 市亩 公顷 亩 英亩
吨标准煤 吨标煤 吨公里 吨 公斤 千克 毫克 微克 克 斤 担 公担 市斤 万大卡 千卡
千瓦小时 千瓦时 度电 度 千伏安 千伏 伏 兆瓦时 兆瓦 吉瓦时 吉瓦 千瓦 瓦 马力 焦耳 标准立方米
升 千升 毫升 桶 摄氏度 ℃ 分贝 比特 字节 帧 赫兹 兆赫 千兆 标准箱 标箱 TEU EFLOPS PFLOPS km kg GW MW kWh
小时 分钟 毫秒 秒 天 岁 周岁 英寸 英尺 英里
"""
_MONEY = "元 美元 欧元 日元 英镑 港元 港币 新元 新加坡元 卢布 法郎 马克 韩元 澳元 加元 万元 块钱 元人民币 人民币 角"
_PEOPLE = "人次 人民 人 名 位 户次 户 家 口 对 例 床 张床位 张床"
_COUNT = """
个百分点 百分点 个 件次 件 项 条 座 所 处 套 辆次 辆 台套 台 架次 架 艘次 艘 列 趟 班次 班 场次 场 次 批次 批 种 类
本 册 部 篇 幅 张 枚 颗 粒 株 棵 头 只 匹 尾 羽 间 栋 幢 层 道 门 支 组 团 份 宗 起 笔 款 片 块 根 节 段 级
卷 期 轮 首 挂 孔 眼 口井 井 盏 颗星 席 票 单 顶 群 链 园 村 乡 镇 乡镇 县 区 市 社区 街道 国 省 届次 车次 航次
公司 企业 学校 万头 剂次 剂 盒 瓶 袋 箱 封 股 部门 方面 分
"""
UNITS = tuple(
    sorted(
        {u for group in (_PHYSICAL, _MONEY, _PEOPLE, _COUNT) for u in group.split()} - {"万元", "万头", "万大卡"},
        key=lambda u: (-len(u), u),
    )
)
# A measure word so general that a single Chinese digit before it is rarely a statistic: 一个新台阶, 两项补贴, 三条主线.
_GENERAL = """
个 种 条 项 位 次 类 件 家 支 层 级 道 门 角 群 链 园 公司 企业 学校 场 批 份 起 节 段 部 本 篇
期 轮 组 团 村 乡 镇 县 区 市 国 省 首 块 片 口 对 张 人 名 天 剂 盒 瓶 袋 箱 封 股 部门 方面 分
"""
GENERAL = frozenset(_GENERAL.split())
# Units that stand between a number and what it counts: 3个项目, 1.2万名党员, 350万青壮年文盲.
COUNTED = frozenset(_COUNT.split()) - {"个百分点", "百分点"} | {"", "名", "位", "户", "家", "例", "对", "人次"}
MONEY = frozenset(_MONEY.split())
PEOPLE = frozenset(["人次", "人", "名", "位", "户", "口", "户次"])
# Computing power is told in P (PFLOPS): 算力5.1万P.
# 12部门 are departments, 8部委 ministries, and no volumes.
_NOT_BEFORE = {"P": r"(?![A-Za-z\d])", "部": "(?![委队])", "股": "(?![东份权票])", "分": "(?=[^一-龥]|[以左和的及钱多]|$)"}


def _any_unit() -> str:
    """Return a pattern of the units and P, the longest first.

    It has a branch a first character: to try two hundred units one after the other makes the patterns a sixth slower.
    """
    by_first: dict[str, list[str]] = {}
    for unit in (*UNITS, "P"):
        by_first.setdefault(unit[0], []).append(re.escape(unit[1:]) + _NOT_BEFORE.get(unit, ""))
    alone = "".join(first for first, rests in by_first.items() if rests == [""])
    longer = "|".join(f"{first}(?:{'|'.join(rests)})" for first, rests in by_first.items() if rests != [""])
    return f"(?=[{''.join(by_first)}])(?:[{alone}]|{longer})"


UNIT = f"(?:{_any_unit()})"
RATE = r"(?:/(?:平方公里|立方米|平方米|公里|小时|10万|人|月|年|天|日|亩|吨|户|斤|公斤|升|次|千瓦时))?"


def canonical_unit(unit: str) -> str:
    """Return the one spelling of a unit: 個 → 个, ％ → %, 个百分点 → 百分点, 元人民币 → 元."""
    return _SPELLINGS.get(unit, unit)


_SPELLINGS = {
    "个百分点": "百分点",
    "元人民币": "元",
    "人民币": "元",
    "块钱": "元",
    "人民": "人",
    "口": "人",
    "度电": "度",
    "周岁": "岁",
}
