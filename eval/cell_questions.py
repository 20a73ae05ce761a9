"""Invent questions about cells of tables, to learn from: nobody has written enough of them, and rows say what could be asked.

A question names the report as people do (company, office or place), the year, the row's label and mostly the column. Rows that an
evaluation set asks about are left out.
"""

import random
import re
from collections.abc import Iterable, Sequence
from typing import Any

from corpus.company import names_of_company
from corpus.figures.figure import Figure
from corpus.figures.units import UNIT
from corpus.report import Metadata
from index.opening import Library
from index.places import NATION, PROVINCES, divisions, short_name
from index.stored_passage import StoredPassage

_MOST, _SEED = 70, 7
_PREFIX = "cell-"
_PATTERNS = (
    "{who}{year}年{label}{column}是多少？",
    "{year}年{who}的{label}{column}有多少？",
    "{who}{label}{year}年{column}多少{unit}？",
    "{year}年，{who}{label}{column}是多少{unit}？",
    "请问{who}{year}年的{label}是多少？",
    "{who}的{label}{column}，{year}年是多少？",
)
_WORDS = re.compile(r"[一-龥]{2,}")
_NUMBERING = re.compile(
    r"^(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[）)]|\d{1,2}[.、．]|其中[:：]|[加减][:：])\s*|[（(][^（）()]*[）)]"
)
_NAMES_NOTHING = re.compile(rf"(?:万亿|亿|万|千|百)?(?:{UNIT}|万?[一-龥]{{1,2}}公里)|合计|小计|总计|其他|其中|单位|本期|上期")
_EMPTY_COLUMN = re.compile(
    r"(?:19|20)\d\d\s?年?(?:度|末|初)?(?:\s?\d{1,2}\s?月\s?\d{1,2}\s?日)?|项目|指标|金额|决算数|绝对[值量]|本期发生额|本期数|合计|[（(][^（）()]*[）)]|\s"
)


def invented_questions(library: Library, apart: Iterable[tuple[str, str]]) -> list[dict[str, Any]]:
    """Return questions in the form of a set, at most 70 a report; `apart` are (file name, text) that rows must not be part of."""
    chance = random.Random(_SEED)
    taken: dict[str, list[str]] = {}
    for file, text in apart:
        taken.setdefault(file, []).append(text)
    rows: list[dict[str, Any]] = []
    for card in library.catalogue():
        if card.metadata.language != "zh":
            continue
        names = _names(card.metadata)
        file = card.key.rsplit("/", 1)[-1]
        passages = library.store.report_passages(card.key)
        cells = [(p, f) for p in passages if p.context for f in p.figures if _askable(p, f, taken.get(file, ()))]
        for passage, figure in chance.sample(cells, min(_MOST, len(cells))) if names else ():
            question = _question(passage, figure, chance.choice(names), chance)
            if question:
                rows.append(_row(f"{_PREFIX}{card.id}-{passage.ordinal}", question, figure, file, passage, passages))
    return rows


def is_invented(row: dict[str, Any]) -> bool:
    """Tell an invented question from one of a person."""
    return str(row["id"]).startswith(_PREFIX)


def _names(metadata: Metadata) -> list[str]:
    company = names_of_company(metadata.issuer, metadata.title, PROVINCES)
    if company:
        return list(company)
    place = "" if metadata.place == NATION else metadata.place
    office = metadata.issuer.removeprefix("中共").removeprefix(place)
    if metadata.issuer and len(office) > 2 and metadata.type != "统计公报":
        return [metadata.issuer, f"{(divisions(place) or [''])[-1]}{office}"]
    return [place, short_name(place)] if place else ["全国"] if metadata.place == NATION else []


def cell_label(passage: StoredPassage, figure: Figure) -> str:
    """Return the words of the nearest cell left of a figure, numbering and brackets taken off."""
    before = passage.text[: max(0, figure.start - passage.start)].split("|")
    for cell in reversed(before):
        label = _NUMBERING.sub("", cell.strip()).strip()
        if _WORDS.search(label):
            # A cell of units or of sums names nothing that one could ask about.
            return "" if _NAMES_NOTHING.fullmatch(label) else label
    return ""


def _askable(passage: StoredPassage, figure: Figure, taken: Sequence[str]) -> bool:
    label = cell_label(passage, figure)
    if (
        not figure.unit
        or not 2 <= len(label) <= 30
        or not figure.period[:4].isdigit()
        or not any(c in "123456789" for c in figure.text)
    ):
        return False
    return not any(figure.text in text and (label in text or text in passage.text) for text in taken)


def _question(passage: StoredPassage, figure: Figure, who: str, chance: random.Random) -> str:
    label = cell_label(passage, figure)
    column = _EMPTY_COLUMN.sub("", figure.subject.rsplit(" ", 1)[-1]) if " " in figure.subject else ""
    column = "" if column in label or len(column) > 14 or chance.random() < 0.2 else column
    unit = figure.unit if chance.random() < 0.5 else ""
    return chance.choice(_PATTERNS).format(
        who=who, year=figure.period[:4], label=label, column=column and f"的{column}", unit=unit
    )


def _row(
    id_: str, question: str, figure: Figure, file: str, passage: StoredPassage, passages: Sequence[StoredPassage]
) -> dict[str, Any]:
    label = cell_label(passage, figure)
    # The same value of the same label in a sentence, or in another table, is as good an answer.
    same = [p.text for p in passages if p.id != passage.id and label in p.text and figure.text in p.text]
    return {
        "id": id_, "type": "table", "lang": "zh", "question": question, "history": [], "answer": figure.text,
        "values": [{"value": str(figure.value), "unit": figure.unit}],
        "evidence": [{"file": file, "text": text, "table": " | " in text} for text in [passage.text, *same]],
    }  # fmt: skip
