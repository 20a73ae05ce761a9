"""The texts of the source viewer."""

from app.web.words.word import Word

WORDS = {
    "viewer": Word("报告原文", "The report"),
    "back": Word("返回", "Back"),
    "outline": Word("目录", "Contents"),
    "whole": Word("全文", "Whole text"),
    "earlier": Word("上文还有 {n} 字", "{n} characters before"),
    "later": Word("下文还有 {n} 字", "{n} characters after"),
    "quote_here": Word("引用的原句", "The quoted sentence"),
}
IN_SCRIPT: tuple[str, ...] = ()
