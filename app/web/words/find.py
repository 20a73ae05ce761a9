"""The texts of the tab that finds."""

from app.web.words.word import Word

WORDS = {
    "find_title": Word("查找出处", "Find the passage"),
    "find_line": Word(
        "一句话、几个词或一个数字，找到它在哪份报告、哪一章。",
        "A sentence, a few words or a number: which report, which section.",
    ),
    "source_empty": Word("找到的段落会在这里打开", "What you find opens here"),
    "source_empty_line": Word(
        "在左边写几个词，就翻到报告里的那一段；也可以直接打开一份报告。",
        "Type a few words, and the report opens at that passage; or open a report right away.",
    ),
    "query": Word("要找的话", "Words to find"),
    "search": Word("查找", "Find"),
    "find_try": Word("试着找", "Try"),
    "found": Word("{reports} 份报告里的 {n} 处，用时 {ms} 毫秒", "{n} passages in {reports} reports, {ms} ms"),
    "found_best": Word(
        "最相关的 {n} 处，在 {reports} 份报告里，用时 {ms} 毫秒", "The best {n} passages, in {reports} reports, {ms} ms"
    ),
    "hits_in": Word("{n} 处", "{n} passages"),
    "ask_about": Word("就这份报告提问", "Ask about this"),
    "facet_year": Word("年份", "Year"),
    "facet_place": Word("地区", "Place"),
    "facet_type": Word("类型", "Type"),
    "found_none": Word("没有找到。换几个词，或放宽年份和报告。", "Nothing found. Try other words, or fewer limits."),
    "found_near": Word("没有一段写着这些词，下面是意思最接近的。", "No passage has these words; these come nearest in meaning."),
    "place_query": Word("例如：新增就业 1.2 万人", "e.g. 12,000 new jobs"),
}
IN_SCRIPT: tuple[str, ...] = ("place_query",)
