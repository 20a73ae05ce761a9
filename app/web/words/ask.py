"""The texts of the tab that answers."""

from app.web.words.word import Word

WORDS = {
    "question": Word("问题", "Question"),
    "conversation": Word("对话", "Conversation"),
    "send": Word("发送", "Send"),
    "new": Word("新对话", "Start over"),
    "enter": Word("回车发送，Shift + 回车换行", "Enter sends, Shift + Enter breaks the line"),
    "welcome": Word("问报告一个问题", "Ask the reports a question"),
    "welcome_line": Word(
        "答案里的每个数字都能点回报告里的原句。\n报告没有说的，会直接告诉您没有。",
        "Every figure in an answer leads back to its sentence in a report. What the reports do not say, you are told plainly.",
    ),
    "examples": Word("试着问", "Try one"),
    "empty_store": Word("资料库还是空的", "The store is empty"),
    "empty_store_line": Word(
        "先添加报告，读完就能提问。",
        "Add reports first; once they are read you can ask.",
    ),
    "empty_store_add": Word("到资料库添加", "Add them in the Library"),
    "empty_store_command": Word(
        "或者在终端里收进一个文件夹，再刷新这一页：", "Or take in a folder in a terminal, then reload this page:"
    ),
    "empty_store_folder": Word("报告文件夹", "FOLDER"),
    "you_asked": Word("您问", "You asked"),
    "looking": Word("正在查找", "Looking it up"),
    "scope": Word("查找范围", "Looked in"),
    "scope_without": Word("已去掉", "Without"),
    "ask_without": Word("去掉这一条再问：", "Ask again without: "),
    "thumb_up": Word("答得对", "This is right"),
    "thumb_down": Word("答得不对", "This is wrong"),
    "note": Word("哪里不对？正确的是什么？", "What is wrong, and what would be right?"),
    "note_send": Word("记下", "Keep"),
    "note_kept": Word("记下了，会用来检验回答。谢谢。", "Kept: it will be used to test the answers. Thank you."),
    "verdict_kept": Word("记下了，谢谢。", "Kept, thank you."),
    "save": Word("保存", "Save"),
    "save_md": Word("Markdown 文件", "Markdown file"),
    "save_docx": Word("Word 文档", "Word document"),
    "widened": Word(
        "限定的范围里没有找到。下面的内容来自范围之外的报告，请留意年份和地区。",
        "Nothing was found within the scope asked for. What follows comes from reports outside it: mind the year and the place.",
    ),
    "abstained": Word("报告里没有找到答案", "The reports do not say"),
    "took": Word("用时 {ms} 毫秒", "{ms} ms"),
    "took_seconds": Word("用时 {seconds} 秒", "{seconds} s"),
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
    "place_question": Word("例如：新增就业多少人？", "e.g. how many new jobs?"),
    "place_follow": Word("接着问，例如：前年呢？", "Follow up, e.g. and the year before?"),
}
IN_SCRIPT: tuple[str, ...] = ("place_question", "place_follow", "conversation")
