"""The texts of the tab of the library."""

from app.web.words.word import Word

WORDS = {
    "library": Word("资料库", "Library"),
    "library_title": Word("资料库", "Library"),
}
IN_SCRIPT: tuple[str, ...] = ()
