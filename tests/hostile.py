"""Texts that would do harm if a page took them for more than text, and a count of what would betray it."""

SCRIPT = "<script>document.title='owned'</script>"
IMAGE = "<img src=x onerror=\"document.title='owned'\">"
LINK = "[点这里](javascript:document.title='owned')"
RTL = "收入\u202e元亿三十二\u202c增长"
TEMPLATE = "${document.title='owned'}{{constructor.constructor('document.title=1')()}}"
TAGS = "</textarea></style></script><svg onload=document.title='owned'>"
ALL = f"{SCRIPT}{IMAGE}{LINK}{RTL}{TEMPLATE}{TAGS}"
LONG_LINE = "长" * 5_000_000
HOSTILE_REPORT = f"""{IMAGE}2024年政府工作报告
一、2023年工作回顾{SCRIPT}
{LINK}全县粮食产量达到31.6万吨，{RTL}比上年增加0.8万吨。{TEMPLATE}{TAGS}
二、2024年目标任务
粮食产量稳定在31万吨以上{IMAGE}。
"""


def is_only_text(html: str) -> bool:
    """Tell whether HTML holds none of the above as more than text: no element, no handler, no address of script, nothing that reorders."""
    folded = html.casefold()
    return not any(
        bad in folded for bad in ("<script", "<img", "<svg onload", 'href="javascript', "</textarea>", "\u202e", "\u202c")
    )
