"""Numbers of a workbook as its reader sees them: 0.052 under the format 0.0% is 5.2%, 1234.5 under #,##0.00"万元" is 1234.50万元."""

import re
from decimal import ROUND_HALF_UP, Decimal

# More digits than this are the noise of binary fractions.
_DIGITS = 10
_QUOTED = re.compile(r'"([^"]*)"|\\(.)')
_SKIPPED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')
_PLACES = re.compile(r"[0#?][0#?,]*(?:\.(?P<decimals>[0#?]+))?(?P<scale>,*)")
_UNIT = re.compile(r"[一-龥%％‰]+$")


def shown_number(value: float, style: str) -> str:
    """Return a number under a number format: its decimals, a percentage, a unit written behind it; no separators of thousands."""
    if value != value or value in {float("inf"), float("-inf")}:
        return ""
    number = Decimal(repr(round(value, _DIGITS)))
    sections = style.split(";")
    section = sections[1] if value < 0 and len(sections) > 1 and sections[1].strip() else sections[0]
    bare = _SKIPPED.sub("", section)
    places = _PLACES.search(bare)
    if places is None or ("E" in bare.upper() and "GENERAL" not in bare.upper()) or "/" in bare:
        return plain_number(number)
    if "%" in bare:
        number *= 100
    number /= Decimal(1000) ** len(places["scale"])
    shown = format(number.quantize(Decimal(1).scaleb(-len(places["decimals"] or "")), ROUND_HALF_UP), "f")
    if places["decimals"] and not places["decimals"].endswith("0"):
        shown = plain_number(Decimal(shown))
    return f"{shown}%" if "%" in bare else f"{shown}{_unit(section)}"


def plain_number(number: Decimal) -> str:
    """Return a number without an exponent and without zeros behind its last digit."""
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def _unit(section: str) -> str:
    """Return the text that a format writes behind the number, if it is a unit."""
    written = "".join(a or b for a, b in _QUOTED.findall(section)).strip()
    return written if _UNIT.match(written) else ""
