"""The texts of the page, in Chinese and English."""

import json
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Word:
    """One text in both languages, with the same slots ({n})."""

    zh: str
    en: str


WORDS = {
    "brand": Word("问据", "Wenju"),
    "tagline": Word("每个数字都有出处", "Every figure has its source"),
    "pages": Word("页面", "Pages"),
    "ask": Word("问答", "Ask"),
    "find": Word("查找出处", "Find"),
    "store": Word("{reports} 份报告", "{reports} reports"),
    "store_years": Word("{reports} 份报告 · {first}—{last}", "{reports} reports · {first}–{last}"),
    "store_year": Word("{reports} 份报告 · {first}", "{reports} reports · {first}"),
    "theme": Word("明暗", "Light or dark"),
    "language": Word("EN", "中文"),
    "language_label": Word("切换到英文", "Switch to Chinese"),
    # asking
    "question": Word("问题", "Question"),
    "conversation": Word("对话", "Conversation"),
    "send": Word("发送", "Send"),
    "new": Word("新对话", "New conversation"),
    "enter": Word("回车发送，Shift + 回车换行", "Enter sends, Shift + Enter breaks the line"),
    "welcome": Word("问报告一个问题", "Ask the reports a question"),
    "welcome_line": Word(
        "答案里的每个数字都能点回报告里的原句。\n报告没有说的，会直接告诉您没有。",
        "Every figure in an answer leads back to its sentence in a report. What the reports do not say, you are told plainly.",
    ),
    "examples": Word("试着问", "Try one"),
    "empty_store": Word("资料库还是空的", "The store is empty"),
    "empty_store_line": Word(
        "先把报告所在的文件夹收进来，再刷新这一页：",
        "Take in a folder of reports first, then reload this page:",
    ),
    "you_asked": Word("您问", "You asked"),
    "looking": Word("正在查找", "Looking it up"),
    "scope": Word("查找范围", "Looked in"),
    "year": Word("{year}年", "{year}"),
    "year_span": Word("{first}—{last}年", "{first}–{last}"),
    "widened": Word(
        "限定的范围里没有找到。下面的内容来自范围之外的报告，请留意年份和地区。",
        "Nothing was found within the scope asked for. What follows comes from reports outside it: mind the year and the place.",
    ),
    "abstained": Word("报告里没有找到答案", "The reports do not say"),
    "failed": Word("没能完成", "This did not work"),
    "took": Word("用时 {ms} 毫秒", "{ms} ms"),
    "sources": Word("{n} 处出处", "Sources: {n}"),
    "nearest_n": Word("最接近的 {n} 处", "Nearest passages: {n}"),
    "copy": Word("复制并附出处", "Copy with sources"),
    "copied": Word("已复制", "Copied"),
    "copy_failed": Word("浏览器不允许复制", "The browser does not allow copying"),
    "cite": Word("出处 {n}", "Source {n}"),
    # proof
    "quoted": Word("原文", "Quoted"),
    "converted": Word("换算", "Converted"),
    "derived": Word("推算", "Derived"),
    "in_store": Word("资料库里的报告", "Reports in the store"),
    "newest_of": Word("最近的 {n} 份", "the newest {n}"),
    "quoted_line": Word("报告里的原样数字", "as it stands in the report"),
    "converted_line": Word("由报告里的数字换算单位", "a unit conversion of a reported figure"),
    "derived_line": Word("按算式从报告里的数字算出", "computed by the formula from reported figures"),
    # evidence
    "evidence": Word("出处", "Sources"),
    "nearest": Word("最接近的段落", "Nearest passages"),
    "evidence_empty": Word("答案的出处会列在这里", "The sources of an answer stand here"),
    "evidence_empty_line": Word(
        "点答案里的角标，就翻到报告里的那句话。",
        "Click a number in the answer, and the report opens at that sentence.",
    ),
    "evidence_none": Word("这一答没有引用报告", "This answer cites no report"),
    "open": Word("在章节中查看", "Open in its section"),
    "copy_quote": Word("复制引文", "Copy quote"),
    "only_this": Word("只问这份报告", "Only this report"),
    "page": Word("第 {n} 页", "p. {n}"),
    "unreadable": Word("这份报告现在打不开：{why}", "This report cannot be opened now: {why}"),
    # source viewer
    "viewer": Word("报告原文", "The report"),
    "back": Word("返回", "Back"),
    "outline": Word("目录", "Contents"),
    "whole": Word("全文", "Whole text"),
    "earlier": Word("上文还有 {n} 字", "{n} characters before"),
    "later": Word("下文还有 {n} 字", "{n} characters after"),
    "quote_here": Word("引用的原句", "The quoted sentence"),
    # scope
    "filter": Word("限定范围", "Limit the scope"),
    "years": Word("年份", "Year"),
    "reports": Word("报告", "Report"),
    "any": Word("不限", "any"),
    "search_reports": Word("按名称、地区筛选", "Filter by name or place"),
    "more_reports": Word("还有 {n} 份，输入名称筛选", "{n} more: type a name"),
    "no_reports": Word("没有这样的报告", "No such report"),
    "remove": Word("移除", "Remove"),
    # finding
    "find_title": Word("查找出处", "Find the passage"),
    "find_line": Word(
        "一句话、几个词或一个数字，找到它在哪份报告、哪一章。",
        "A sentence, a few words or a number: which report, which section.",
    ),
    "query": Word("要找的话", "Words to find"),
    "search": Word("查找", "Find"),
    "found": Word("找到 {n} 处，用时 {ms} 毫秒", "{n} passages, {ms} ms"),
    "found_none": Word("没有找到。换几个词，或放宽年份和报告。", "Nothing found. Try other words, or fewer limits."),
    "place_question": Word("问一个问题，例如：去年新增就业多少人？", "Ask a question, e.g. how many new jobs last year?"),
    "place_follow": Word("接着问，例如：前年呢？", "Follow up, e.g. and the year before?"),
    "place_query": Word("例如：新增就业 1.2 万人", "e.g. 12,000 new jobs"),
    "unexpected": Word(
        "出了意外的差错，请再试一次；详情见服务的记录。",
        "Something unexpected went wrong: try again. The server's log says more.",
    ),
    "lost": Word("和服务断开了，请刷新页面。", "The connection to the server is lost. Please reload the page."),
}

# What page.js sets itself, for HTML attributes cannot hold two languages.
_IN_SCRIPT = (
    "copied", "copy_failed", "quoted", "converted", "derived", "quoted_line", "converted_line", "derived_line", "any", "remove",
    "place_question", "place_follow", "place_query", "search_reports", "conversation",
    "lost",
)  # fmt: skip


def script_words() -> str:
    """Return the texts that the script needs, as JSON that may stand inside a script element."""
    table = {key: {"zh": WORDS[key].zh, "en": WORDS[key].en} for key in _IN_SCRIPT}
    return json.dumps(table, ensure_ascii=True).replace("<", "\\u003c")
