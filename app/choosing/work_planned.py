"""What a report plans to do, where a question asks for it as a whole: the sentence that heads the list of its tasks, and no single one of them."""

import re

from corpus.figures.numerals import fold
from index.query import Query

# Words that name the work of a report as a whole: a question that says nothing else asks for all of it.
_WORK = re.compile(
    "工作|任务|重点|主要|安排|部署|打算|举措|措施|要点|事项|目标任务|计划|思路|方面|要求|开展|做好|抓好|推进|完成|做|要|干|抓|提出|提|出|将|学年|年度|下|年|内容|大|哪"
)
_ASKED = re.compile("(?:工作|任务|举措|措施|打算)")
# It says that a list follows (以下工作, 六个方面), or ends where the list begins.
_HEADS = re.compile(
    r"(?:(?:以下|下列|如下)(?:[一二三四五六七八九十几]*(?:个|项|大|件)?)(?:方面|重点|主要)?的?(?:工作|任务|举措|措施|重点|实事|方面)?|[一二三四五六七八九十]+(?:个方面|方面|项|大)(?:重点|主要)?(?:工作|任务|举措|措施|重点)?)[：:。]\s*$"
    r"|(?:做好|抓好|抓实|办好|做实|推进|落实|完成|开展|突出|聚焦|围绕|实施|采取)[^。；：:，,]{0,12}(?:工作|任务|举措|措施|重点)"
    r"[：:]\s?(?:$|一是|1[.．、]|[（(][一1][）)]|首先|——)"
)
_PLAN = re.compile("安排|任务|打算|部署|计划|重点工作|举措|思路|目标|[办做抓][成好实]的?[大实好]?事|[件项]实事")


def asks_for_work(query: Query) -> bool:
    """Tell a question for the tasks of a report as a whole: 今年的重点工作有哪些？, and not for those of one field (环保工作)."""
    if not _ASKED.search(query.text) or not query.terms:
        return False
    return all(not _WORK.sub("", term) for term in query.terms)


def heads_work(text: str) -> bool:
    """Tell a sentence that heads a list of tasks: 今年重点抓好以下工作：."""
    return _HEADS.search(fold(text)) is not None


def is_plan(heading: str) -> bool:
    """Tell the heading of a part that tells what is to be done: 二、明年工作安排."""
    return _PLAN.search(heading) is not None
