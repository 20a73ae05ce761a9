"""The texts of the tab that finds."""

from app.web.words.word import Word

WORDS = {
    "find_title": Word("查找出处", "Find the passage"),
    "find_line": Word(
        "一句话、几个词或一个数字，找到它在哪份报告、哪一章。",
        "A sentence, a few words or a number: which report, which section.",
    ),
    "query": Word("要找的话", "Words to find"),
    "search": Word("查找", "Find"),
    "found": Word("找到 {n} 处，用时 {ms} 毫秒", "{n} passages, {ms} ms"),
    "found_none": Word("没有找到。换几个词，或放宽年份和报告。", "Nothing found. Try other words, or fewer limits."),
    "place_query": Word("例如：新增就业 1.2 万人", "e.g. 12,000 new jobs"),
}
IN_SCRIPT: tuple[str, ...] = ("place_query",)
