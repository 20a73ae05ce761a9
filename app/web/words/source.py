"""The texts of the source viewer."""

from app.web.words.word import Word

WORDS = {
    "viewer": Word("报告原文", "The report"),
    "back": Word("返回", "Back"),
    "copy_link": Word("复制链接", "Copy link"),
    "original": Word("下载原件", "Download the file"),
    "printed_page": Word("看第 {n} 页的版面", "Page {n} as printed"),
    "printed_lost": Word("这一页的版面显示不了：原件可能不在了。", "The page cannot be shown: its file may be gone."),
    "printed_alt": Word("报告原来的版面", "The page as printed"),
    "previous": Word("上一处", "Previous passage"),
    "next": Word("下一处", "Next passage"),
    "outline": Word("目录", "Contents"),
    "earlier": Word("上文还有 {n} 字", "{n} characters before"),
    "later": Word("下文还有 {n} 字", "{n} characters after"),
}
IN_SCRIPT: tuple[str, ...] = ("printed_lost", "printed_alt")
