"""Style and script of the page, put together from the files of `style/` and `script/`, in this order."""

from pathlib import Path

from app.web.words import script_words

_HERE = Path(__file__).parent
STYLES = ("ground", "shell", "scope", "card", "ask", "find", "viewer", "check", "trends", "library", "touch")
SCRIPTS = ("core", "shell", "scope", "viewer", "copy", "tip", "ask", "find", "check", "trends", "library", "start")


def head() -> str:
    """Return what goes into the page's head; `css=` of Gradio would rewrite the selectors."""
    style = "\n".join((_HERE / "style" / f"{name}.css").read_text(encoding="utf-8") for name in STYLES)
    script = "\n".join((_HERE / "script" / f"{name}.js").read_text(encoding="utf-8") for name in SCRIPTS)
    return f"<style>{style}</style><script>'use strict';\nwindow.wenjuWords = {script_words()};\n{script}</script>"
