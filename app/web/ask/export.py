"""A conversation as a file: Markdown or Word."""

import io
import re
from collections.abc import Sequence
from functools import partial
from typing import Literal

from app.web.ask.references import references
from app.web.ask.turn import Turn
from app.web.files import Result
from app.web.markup import clean
from app.web.words.word import Word
from app.word_document import new_document

FORMS = ("md", "docx")
Lang = Literal["zh", "en"]
_TITLE, _SOURCES = Word("问据对话", "Wenju conversation"), Word("参考文献", "References")
_SPECIAL = re.compile(r"[\\`*_{}<>#|~!]|\](?=\()|^(?:[-+]|\d+[.)])(?=\s)", re.MULTILINE)


def make_result(turns: Sequence[Turn], lang: Lang = "zh") -> Result:
    """Return the conversation as what can be downloaded, what is written around the answers in a language."""
    makers = {"md": partial(conversation_markdown, turns, lang), "docx": partial(conversation_docx, turns, lang)}
    return Result(_in(_TITLE, lang), makers)


def conversation_markdown(turns: Sequence[Turn], lang: Lang = "zh") -> bytes:
    """Return the conversation as Markdown in UTF-8; nothing of the reports is read as markup."""
    blocks = [f"# {_in(_TITLE, lang)}"]
    for turn in turns:
        blocks.append(f"## {_plain(turn.question)}")
        blocks.append(_plain(_said(turn, lang)))
        if turn.answer and turn.answer.citations:
            blocks.append(
                "\n".join((f"**{_in(_SOURCES, lang)}**", "", *map(_plain, references(turn.answer.citations, turn.sources))))
            )
    return ("\n\n".join(blocks) + "\n").encode("utf-8")


def conversation_docx(turns: Sequence[Turn], lang: Lang = "zh") -> bytes:
    """Return the conversation as a Word document."""
    document = new_document()
    document.add_heading(_in(_TITLE, lang), 0)
    for turn in turns:
        document.add_heading(clean(turn.question))
        for line in clean(_said(turn, lang)).split("\n"):
            document.add_paragraph(line)
        if turn.answer and turn.answer.citations:
            document.add_heading(_in(_SOURCES, lang), 2)
            for reference in references(turn.answer.citations, turn.sources):
                document.add_paragraph(clean(reference))
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def _said(turn: Turn, lang: Lang) -> str:
    """Return what a turn was answered; a failure is told in a language, as all that is written around the answers."""
    return turn.answer.answer if turn.answer else _in(turn.error, lang) if turn.error else ""


def _in(word: Word, lang: Lang) -> str:
    return word.en if lang == "en" else word.zh


def _plain(text: str) -> str:
    """Return text that Markdown shows as it is; a line ends as it does in the answer."""
    return _SPECIAL.sub(lambda match: f"{match[0][:-1]}\\{match[0][-1]}", clean(text)).replace("\n", "  \n")
