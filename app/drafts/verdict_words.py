"""The verdicts in words, Chinese and English, and what each says of a claim."""

from dataclasses import dataclass

from app.verdict import FigureVerdict, Verdict


@dataclass(frozen=True, slots=True)
class VerdictWord:
    """A verdict in both languages."""

    zh: str
    en: str


VERDICT_WORDS: dict[FigureVerdict, VerdictWord] = {
    "consistent": VerdictWord("一致", "consistent"),
    "rounded": VerdictWord("四舍五入一致", "consistent when rounded"),
    "converted": VerdictWord("换算一致", "consistent when converted"),
    "approximate": VerdictWord("约数一致", "consistent as an approximation"),
    "derivable": VerdictWord("可推算，一致", "follows by computation"),
    "wrong_value": VerdictWord("数值不符", "another value"),
    "wrong_period": VerdictWord("年份不符", "another period"),
    "wrong_entity": VerdictWord("主体不符", "another place or body"),
    "wrong_measure": VerdictWord("指标不符", "another measure"),
    "wrong_unit": VerdictWord("单位不符", "another unit"),
    "wrong_direction": VerdictWord("增减相反", "the other direction"),
    "wrong_status": VerdictWord("目标与完成不分", "target and outcome mixed up"),
    "conflicting_sources": VerdictWord("报告说法不一", "the reports disagree"),
    "not_found": VerdictWord("未找到", "not found"),
}
GROUP_WORDS: dict[Verdict, VerdictWord] = {
    "supported": VerdictWord("相符", "agree"),
    "refuted": VerdictWord("不符", "differ"),
    "not_found": VerdictWord("未找到", "not found"),
}
