"""The numbers that Word writes before paragraphs and does not keep in their text: 一、 （一） 1. ① from numbering.xml."""

import re
from dataclasses import dataclass, field

from lxml import etree

from corpus.readers.docx_xml import W

_DIGITS = "〇一二三四五六七八九"
_PLACE = re.compile(r"%([1-9])")
_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_CHINESE = {
    "chineseCounting", "chineseCountingThousand", "ideographTraditional", "japaneseCounting", "japaneseDigitalTenThousand", "taiwaneseCounting",
    "taiwaneseCountingThousand", "ideographDigital", "koreanCounting",
}  # fmt: skip
_CIRCLES = {"decimalEnclosedCircle", "decimalEnclosedCircleChinese"}


@dataclass(frozen=True, slots=True)
class _Level:
    style: str
    pattern: str
    start: int


@dataclass(slots=True)
class Numbering:
    """The lists of a document; `next_label` counts them on. `styles` gives the list and the level of a paragraph style.

    Lists of one definition go on counting together; `restarts` are those that begin anew where they are first used.
    """

    levels: dict[tuple[str, int], _Level] = field(default_factory=dict)
    lists: dict[str, str] = field(default_factory=dict)
    styles: dict[str, tuple[str, int]] = field(default_factory=dict)
    restarts: dict[tuple[str, int], int] = field(default_factory=dict)
    counts: dict[tuple[str, int], int] = field(default_factory=dict)

    def next_label(self, paragraph: etree._Element, style: str) -> str:
        """Return the number before a paragraph, "" if it has none or a bullet; the list counts on."""
        number, depth = self._place(paragraph, style)
        key = self.lists.get(number, "")
        level = self.levels.get((f"{number}!", depth)) or self.levels.get((key, depth))
        if not key or level is None:
            return ""
        restart = self.restarts.pop((number, depth), None)
        if restart is not None:
            self.counts[(key, depth)] = restart - 1
        self.counts[(key, depth)] = self.counts.get((key, depth), level.start - 1) + 1
        for deeper in [place for place in self.counts if place[0] == key and place[1] > depth]:
            del self.counts[deeper]
        if level.style in {"bullet", "none"}:
            return ""
        return _PLACE.sub(lambda m: self._number(key, int(m[1]) - 1), level.pattern)

    def _place(self, paragraph: etree._Element, style: str) -> tuple[str, int]:
        own = paragraph.find(f"{W}pPr/{W}numPr")
        inherited = self.styles.get(style, ("", 0))
        if own is None:
            return inherited
        number, depth = _value(own.find(f"{W}numId")), _value(own.find(f"{W}ilvl"))
        return number or inherited[0], int(depth) if depth.isdecimal() else inherited[1]

    def _number(self, key: str, depth: int) -> str:
        level = self.levels.get((key, depth))
        if level is None:
            return ""
        return written_number(self.counts.get((key, depth), level.start), level.style)


def read_numbering(numbering: etree._Element | None, styles: etree._Element | None) -> Numbering:
    """Return the lists that the parts numbering.xml and styles.xml define; either may be missing."""
    read = Numbering()
    if numbering is None:
        return read
    for abstract in numbering.iter(f"{W}abstractNum"):
        key = abstract.get(f"{W}abstractNumId") or ""
        for level in abstract.findall(f"{W}lvl"):
            _add_level(read, key, level)
            linked = _value(level.find(f"{W}pStyle"))
            if linked:
                read.styles.setdefault(linked, ("", _depth(level)))
    for number in numbering.iter(f"{W}num"):
        name = number.get(f"{W}numId") or ""
        read.lists[name] = _value(number.find(f"{W}abstractNumId"))
        for override in number.findall(f"{W}lvlOverride"):
            restart = _value(override.find(f"{W}startOverride"))
            if restart.isdecimal():
                read.restarts[(name, _depth(override))] = int(restart)
            level = override.find(f"{W}lvl")
            if level is not None:
                _add_level(read, f"{name}!", level)
    _add_styles(read, styles)
    return read


def _add_styles(read: Numbering, styles: etree._Element | None) -> None:
    for style in styles.iter(f"{W}style") if styles is not None else ():
        own = style.find(f"{W}pPr/{W}numPr")
        name = style.get(f"{W}styleId") or ""
        if own is not None:
            depth = _value(own.find(f"{W}ilvl"))
            read.styles[name] = (
                _value(own.find(f"{W}numId")),
                int(depth) if depth.isdecimal() else read.styles.get(name, ("", 0))[1],
            )


def written_number(number: int, style: str) -> str:
    """Return a number of a list as Word writes it: 十二, ⑫, xii, l; digits for styles that reports do not use."""
    if style in _CHINESE and 0 < number < 100:
        tens, ones = divmod(number, 10)
        return f"{_DIGITS[tens] if tens > 1 else ''}{'十' if tens else ''}{_DIGITS[ones] if ones or not tens else ''}"
    if style in _CIRCLES and 0 < number <= 20:
        return chr(ord("①") + number - 1)
    if style in {"lowerLetter", "upperLetter"} and 0 < number <= 26:
        letter = chr(ord("a") + number - 1)
        return letter.upper() if style == "upperLetter" else letter
    if style in {"lowerRoman", "upperRoman"} and 0 < number < 40:
        written, left = "", number
        for value, sign in _ROMAN:
            count, left = divmod(left, value)
            written += sign * count
        return written.upper() if style == "upperRoman" else written
    return f"{number:02}" if style == "decimalZero" else str(number)


def _add_level(read: Numbering, key: str, level: etree._Element) -> None:
    start = _value(level.find(f"{W}start"))
    read.levels[(key, _depth(level))] = _Level(
        _value(level.find(f"{W}numFmt")) or "decimal", _value(level.find(f"{W}lvlText")), int(start) if start.isdecimal() else 1
    )


def _depth(level: etree._Element) -> int:
    depth = level.get(f"{W}ilvl") or "0"
    return int(depth) if depth.isdecimal() else 0


def _value(element: etree._Element | None) -> str:
    return (element.get(f"{W}val") or "") if element is not None else ""
