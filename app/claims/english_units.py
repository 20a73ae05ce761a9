"""The unit of an English claim's figure, as the reports in Chinese write it: 12.06 million urban jobs are counted in 人."""

import re
from dataclasses import replace

from corpus.figures.figure import Figure

_UNITS = (
    (r"US dollars|U\.S\. dollars|USD", "US$"), (r"yuan|RMB|renminbi", "元"), (r"percentage points?", "百分点"), (r"jin", "斤"),
    (r"jobs?|people|persons?|workers?|residents?|students?|graduates?|farmers?|members?|migrants?|tourists?|visitors?|doctors?|experts?|delegates?|deputies", "人"),
    (r"visits?|trips?", "人次"), (r"kilomet(?:er|re)s?|km", "公里"), (r"square met(?:er|re)s?", "平方米"), (r"hectares?", "公顷"), (r"mu", "亩"),
    (r"kilograms?|kg", "公斤"), (r"tons?|tonnes?", "吨"), (r"kilowatts?", "千瓦"), (r"kilowatt[- ]hours?|kWh", "千瓦时"), (r"cubic met(?:er|re)s?", "立方米"), (r"households?|families", "户"),
    (r"times|-?fold", "倍"), (r"homes?|apartments?|housing units?|units?", "套"), (r"years old", "岁"),
)  # fmt: skip
_PATTERNS = tuple((re.compile(rf"^[\s-]*(?:[\w-]+ ){{0,3}}?(?:{words})\b", re.IGNORECASE), unit) for words, unit in _UNITS)
_MONEY = re.compile(r"[$£€¥]|^(?:%|百分点|bp)$")


def with_unit(sentence: str, figure: Figure) -> Figure:
    """Return a figure with the unit that stands within four words behind it; one without any keeps none, as a bare count."""
    if _MONEY.search(figure.unit):
        return figure
    behind = sentence[figure.start + len(figure.text.rstrip()) :][:48] if figure.unit not in {"yuan", "RMB"} else figure.unit
    behind = re.split(r"[,.;:](?!\d)| and | or | in \d", behind)[0]
    found = [(m.end(), unit) for pattern, unit in _PATTERNS if (m := pattern.match(behind))]
    return replace(figure, unit=min(found)[1] if found else "")
