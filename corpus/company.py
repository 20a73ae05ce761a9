"""The company that an annual report is about: its full name, its short and foreign names, and the title of the report."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.matching import is_chinese

_COMPANY = re.compile(r"^(?P<name>[一-龥A-Za-z（）()·]{2,30}?(?:股份有限公司|有限责任公司|有限公司))\s*(?P<rest>.*)$")
_KIND = re.compile(r"^(?P<year>(?:19|20)\d\d)\s?年?(?:第?[一二三四]季度|半年度|年度)?(?:报告|年报)")
_SHORT = re.compile(r"(?:公司|股票|证券|中文)(?:的)?(?:中文)?简称[\s：:|]*(?P<short>[*]?[A-Z]{0,2}[一-龥][一-龥A-Za-z]{1,6})")
_FIRMS = ("公司", "集团", "银行", "股份", "控股")
# A company's name without its legal form; the first two or four characters behind the place are what people call it by.
_FORM = re.compile(r"(?:集团)?(?:股份有限公司|有限责任公司|有限公司)$")
_TITLED = re.compile(r"（(?P<names>[^（）]+)）(?:19|20)\d\d")
_FOREIGN = re.compile(r"外文名称(?P<short>缩写)?(?:（如有）)?[\s：:|]+(?P<name>[A-Z][A-Za-z&.'’,，()\- ]{2,80})")
_FOREIGN_FORM = re.compile(r"[,，.\s]*\b(?:co|company|corp|corporation|inc|ltd|limited|plc|group|holdings?)\b.*$", re.IGNORECASE)
_LATIN = re.compile("[A-Za-z]")
_CORE = 4


@dataclass(frozen=True, slots=True)
class CompanyReport:
    """A company's periodic report: `title` names the company, in brackets its other names (in short, in English), and the period."""

    company: str
    title: str


def is_company(issuer: str) -> bool:
    """Tell the name of a company from that of an office or an institution: a harbour's authority reports on the harbour it is called after."""
    return bool(issuer) and (issuer.endswith(_FIRMS) or not is_chinese(issuer))


def read_company(lines: Sequence[str], text: str) -> CompanyReport | None:
    """Return the company whose periodic report begins with these lines, None if it is none; the short name is read from the text."""
    for number, line in enumerate(lines):
        match = _COMPANY.match(line.replace(" ", ""))
        if not match:
            continue
        for candidate in (match["rest"], *(following.replace(" ", "") for following in lines[number + 1 : number + 3])):
            kind = _KIND.match(candidate)
            if kind:
                name = match["name"]
                others = _other_names(name, text)
                bracket = f"（{'，'.join(others)}）" if others else ""
                return CompanyReport(name, f"{name}{bracket}{kind[0]}")
    return None


def _other_names(company: str, text: str) -> list[str]:
    """Return what a company says that it is also called: its short name if it is another word, its foreign name and that in short."""
    short = _SHORT.search(text)
    names = [short["short"]] if short and short["short"] not in company else []
    foreign = (_FOREIGN_FORM.sub("", m["name"]).strip(" ,，.") for m in _FOREIGN.finditer(text))
    return list(dict.fromkeys((*names, *(f.title() if f.isupper() else f for f in foreign if len(f) >= _CORE))))[:3]


def names_of_company(company: str, title: str, regions: Sequence[str]) -> tuple[str, ...]:
    """Return what people may call a company: its full name, without its form, without its region, in short; longest first.

    >>> names_of_company("云南云栖药业股份有限公司", "云南云栖药业股份有限公司2019年年度报告", ["云南"])
    ('云南云栖药业股份有限公司', '云南云栖药业', '云栖药业')
    """
    core = _FORM.sub("", company)
    if core == company:
        return ()
    inner = next((core.removeprefix(r) for r in regions if core.startswith(r)), core)
    inner = re.sub(r"^[省市]", "", inner)
    titled = _TITLED.search(title)
    others = titled["names"].split("，") if titled else []
    names = (company, core, inner, inner[:_CORE], *(n for n in others if not _LATIN.search(n)))
    return tuple(dict.fromkeys(n for n in names if len(n) >= _CORE))


def foreign_names(title: str) -> tuple[str, ...]:
    """Return what an English question may call the company of a title, longest first: its first words too, and those behind the place.

    >>> foreign_names("云南云栖药业股份有限公司（Yunnan Yunqi Pharmaceutical，Yunqi）2019年年度报告")
    ('Yunnan Yunqi Pharmaceutical', 'Yunqi Pharmaceutical', 'Yunnan Yunqi', 'Yunqi')
    """
    titled = _TITLED.search(title)
    written = [n for n in titled["names"].split("，") if _LATIN.search(n)] if titled else []
    names = set(written)
    for words in (n.split() for n in written):
        names |= {" ".join(words[:count]) for count in range(2, len(words))}
        names |= {" ".join(words[1:])} if len(words) > 2 else set()
    return tuple(sorted(names, key=lambda n: (-len(n), n)))
