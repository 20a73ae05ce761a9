"""Measure words of which people take one for another of the same things: 150件 and 150部 of laws, 31个 and 31份 of agreements, 12场 and 12次."""

_OF_THE_SAME = tuple(
    frozenset(words.split())
    for words in (
        "个 件 部 项 份 条 篇 本 种 款 类",
        "个 家 户 所 间 座 处 栋 幢",
        "个 起 件 宗 例 桩",
        "个 辆 台 部 架 艘 套",
        "场 次 届 期",
    )
)


def count_the_same(a: str, b: str) -> bool:
    """Tell whether two measure words may count the same things."""
    return any(a in alike and b in alike for alike in _OF_THE_SAME)
