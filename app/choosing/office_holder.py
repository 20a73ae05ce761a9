"""Who holds an office: the sentence or line in which a name stands beside the office that a question names."""

import re
from functools import lru_cache

_OFFICE = (
    r"(?:(?:常务)?副|代理?|名誉)?"
    r"(?:[省市县区州乡镇村盟旗厅局处科院校所馆站队社会部行组团庭厂园台]长|[董理监]事长|秘书长|(?:[一-龥]{0,2})书记"
    r"|(?:总|执行)?(?:经理|裁|监|编辑|工程师|会计师)|主任|主席|总理|检察长|首席[一-龥]{2,4}官|负责人|法人代表|发言人)"
)
_ASKED = re.compile(
    rf"(?P<office>{_OFFICE})(?:现在)?(?:是|叫|为|姓)?(?:谁|哪位|什么名字|啥名)|(?:谁|哪位)(?:是|任|担任|当|做)[^，。？?]*?(?P<other>{_OFFICE})[？?吗呢]*$"
)
_BETWEEN = frozenset(["为", "是", "由", "：", ":", " ", "\u3000", "（", "(", "兼"])
_FORMER = re.compile("(?:副|原|前任?)$")
# 李　强 is a name, 各位代表 none.
_NAME_ALONE = re.compile(r"\s*(?!各位|同志)[一-龥](?:\s*[一-龥]){1,3}\s*")
_TAKES = re.compile("(?:担任|出任|[任当]选?|兼任)$")


def office_asked(question: str) -> str:
    """Return the office whose holder a question asks for, "" if it asks for none.

    >>> office_asked("云栖县图书馆馆长是谁？")
    '馆长'
    """
    match = _ASKED.search(question)
    return (match["office"] or match["other"]) if match else ""


def holder_line(office: str, text: str) -> tuple[int, int] | None:
    """Return the line of a text that tells who holds an office, from where to where; None if none does.

    The name may stand alone on the line below: 县长 / 李明.
    """
    lines = [(m.start(), m[0]) for m in re.finditer(r"[^\n]+", text) if m[0].strip()]
    for n, (start, line) in enumerate(lines):
        if office not in line:
            continue
        if _tells_holder(office, line):
            return start, start + len(line)
        below, name = lines[n + 1] if n + 1 < len(lines) else (0, "")
        if (
            line.rstrip().endswith(office)
            and not _FORMER.search(line.rstrip().removesuffix(office))
            and _NAME_ALONE.fullmatch(name)
        ):
            return start, below + len(name)
    return None


def _tells_holder(office: str, line: str) -> bool:
    """Tell a name right behind the office, or before it with a verb of taking it between; 副县长 is no 县长."""
    words = _tagged(line)
    for n, (word, _) in enumerate(words):
        if not word.endswith(office) or _FORMER.search(word.removesuffix(office) or (words[n - 1][0] if n else "")):
            continue
        behind = next((tag for w, tag in words[n + 1 :] if w not in _BETWEEN), "")
        takes = n > 1 and _TAKES.search(words[n - 1][0]) and words[n - 2][1].startswith("nr")
        if behind.startswith("nr") or takes:
            return True
    return False


@lru_cache(maxsize=4_000)
def _tagged(text: str) -> tuple[tuple[str, str], ...]:
    import rjieba

    return tuple(rjieba.tag(text))
