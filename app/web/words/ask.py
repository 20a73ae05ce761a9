"""The texts of the tab that answers."""

from app.web.words.word import Word

WORDS = {
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
    "widened": Word(
        "限定的范围里没有找到。下面的内容来自范围之外的报告，请留意年份和地区。",
        "Nothing was found within the scope asked for. What follows comes from reports outside it: mind the year and the place.",
    ),
    "abstained": Word("报告里没有找到答案", "The reports do not say"),
    "took": Word("用时 {ms} 毫秒", "{ms} ms"),
    "sources": Word("{n} 处出处", "Sources: {n}"),
    "nearest_n": Word("最接近的 {n} 处", "Nearest passages: {n}"),
    "copy": Word("复制并附出处", "Copy with sources"),
    "cite": Word("出处 {n}", "Source {n}"),
    "in_store": Word("资料库里的报告", "Reports in the store"),
    "newest_of": Word("最近的 {n} 份", "the newest {n}"),
    "evidence": Word("出处", "Sources"),
    "nearest": Word("最接近的段落", "Nearest passages"),
    "evidence_empty": Word("答案的出处会列在这里", "The sources of an answer stand here"),
    "evidence_empty_line": Word(
        "点答案里的角标，就翻到报告里的那句话。",
        "Click a number in the answer, and the report opens at that sentence.",
    ),
    "evidence_none": Word("这一答没有引用报告", "This answer cites no report"),
    "copy_quote": Word("复制引文", "Copy quote"),
    "only_this": Word("只问这份报告", "Only this report"),
    "unreadable": Word("这份报告现在打不开：{why}", "This report cannot be opened now: {why}"),
    "place_question": Word("问一个问题，例如：去年新增就业多少人？", "Ask a question, e.g. how many new jobs last year?"),
    "place_follow": Word("接着问，例如：前年呢？", "Follow up, e.g. and the year before?"),
}
IN_SCRIPT: tuple[str, ...] = ("place_question", "place_follow", "conversation")
