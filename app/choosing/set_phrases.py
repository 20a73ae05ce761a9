"""The set phrases of a report that tell nothing of its matter: who signs it and when, whom it addresses, that it is laid before them, its closing call."""

import re

from corpus.figures.numerals import fold

# 某某县财政局  2024年3月8日, on a line of its own
_SIGNED = re.compile(
    r"[\s#*—–（(-]*(?:[一-龥（）()“”《》、·\s]{0,40}\s)?[（(]?\d{4}\s?年\s?\d{1,2}\s?月(?:\s?\d{1,2}\s?日)?[)）]?\s*"
)
_ADDRESS = re.compile(r"\s*(?:(?:各位|尊敬的)[一-龥、]{2,16}|[一-龥]{0,4}(?:同志|朋友|先生|女士|乡亲)们)[！!:：，,。\s]*")
_LAID_BEFORE = re.compile(
    "请予?(?:[一-龥]{2,6})?(?:审议|审查|审阅)|请(?:各位|全体)[^。]{2,30}提出[一-龥]{0,4}意见|我[代受][^。]{2,30}(?:报告|汇报)[一-龥]{0,12}[，,。]"
)
_CALL = re.compile(r"(?:[^。]{0,40}[！!，,\s])?\s*让我们[^。]{4,}[！!。]\s*|\s*谢谢(?:大家|各位)?[！!。]?\s*")
# Who asks for these asks for a call, or for who speaks.
_ASKED = re.compile("号召|呼吁|结尾|末尾|最后|代表谁|谁|哪位|何时|什么时候|哪[天年月日]")


def tells_nothing(question: str, text: str, title: str) -> bool:
    """Tell a sentence that is a set phrase, or the title of its report, and is no answer unless a question asks for such."""
    if _ASKED.search(question):
        return False
    said = fold(text)
    formal = any(p.fullmatch(said) for p in (_SIGNED, _ADDRESS, _CALL)) or _LAID_BEFORE.search(said)
    return bool(formal) or (bool(said.strip()) and said.strip(" #*\n") in fold(title))
