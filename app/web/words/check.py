"""The texts of the tab that checks."""

from app.web.words.word import Word

WORDS = {
    "check": Word("核对数据", "Check"),
    "check_title": Word("核对数据", "Check figures"),
}
IN_SCRIPT: tuple[str, ...] = ()
