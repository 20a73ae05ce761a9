"""The texts of the tab of trends."""

from app.web.words.word import Word

WORDS = {
    "trends": Word("趋势", "Trends"),
    "trends_title": Word("趋势", "Trends"),
}
IN_SCRIPT: tuple[str, ...] = ()
