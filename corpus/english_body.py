"""Who a report in English is about, as its title says: Northport Harbour of Northport Harbour Statistics 2031."""

import re

_YEAR = re.compile(r"\b(?:fy ?)?(?:19|20)\d\d(?:\s?[/–-]\s?\d\d(?:\d\d)?\b|\s\d\d$)?|\bfy ?\d\d\b", re.IGNORECASE)
# What reports are called, and the words that lead to it.
_KIND = re.compile(
    r"\b(?:annual|yearly|quarterly|monthly|half-year|interim|budget|adopted|proposed|approved|statement|speech|report|summary|in brief|overview|review"
    r"|government|work|statistical|statistics|yearbook|bulletin|accounts|results|key (?:figures|facts)|facts and figures|performance|highlights"
    r"|factsheet|fact sheet|profile|outlook|(?:economic )?survey|abstract|digest|census|the|on|for|and|financial|year|fy)\b.*",
    re.IGNORECASE,
)
# City of Northport and Northport are one.
_DIVISION_OF = re.compile(
    r"^(?:city|town|county|borough|state|province|municipality|district|village|township) of (?=[A-Z])", re.IGNORECASE
)
_HAS_OF = re.compile(r"^\w+ of [A-Z]")
_OF = re.compile(r"\bof\b.*", re.IGNORECASE)
_FORM = re.compile(
    r"[,\s]+(?:plc|ltd|limited|inc|incorporated|corp|corporation|llc|llp|company|co|ag|se|nv|n\.v|s\.a|sa|gmbh|asa|ab|oyj|pty)\.?$",
    re.IGNORECASE,
)


def english_body(title: str) -> str:
    """Return the place, company or office of a title in English, "" where it names none.

    >>> english_body("City of Northport Adopted Budget FY2031/32"), english_body("Marsh & Cole Group plc Annual Report 2031")
    ('Northport', 'Marsh & Cole Group')
    """
    text = " ".join(_YEAR.sub(" ", title).split())
    division = _DIVISION_OF.match(text)
    named = _KIND.sub("", text[division.end() :] if division else text).strip(" –—-:,|")
    before, _, _ = named.partition(" of ")
    if " " in before or not _HAS_OF.search(named):
        # A Harbour of Northport, a Bank of Northport is named in full.
        named = _OF.sub("", named)
    named = _FORM.sub("", named.strip(" –—-:,|"))
    return named if re.search("[A-Za-z]{2}", named) else ""
