"""The company that an annual report is about: its full name, its short name, and the title of the report."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

_COMPANY = re.compile(r"^(?P<name>[一-龥A-Za-z（）()·]{2,30}?(?:股份有限公司|有限责任公司|有限公司))\s*(?P<rest>.*)$")
_KIND = re.compile(r"^(?P<year>(?:19|20)\d\d)\s?年?(?:第?[一二三四]季度|半年度|年度)?(?:报告|年报)")
_SHORT = re.compile(r"(?:公司|股票|证券|中文)(?:的)?(?:中文)?简称[\s：:|]*(?P<short>[*]?[A-Z]{0,2}[一-龥][一-龥A-Za-z]{1,6})")
# A company's name without its legal form; the first two or four characters behind the place are what people call it by.
_FORM = re.compile(r"(?:集团)?(?:股份有限公司|有限责任公司|有限公司)$")
_TITLED = re.compile(r"（(?P<short>[^（）]+)）(?:19|20)\d\d")
_CORE = 4


@dataclass(frozen=True, slots=True)
class CompanyReport:
    """A company's periodic report: `title` names the company, its short name in brackets if it is another word, and the period."""

    company: str
    title: str


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
                short = _SHORT.search(text)
                bracket = f"（{short['short']}）" if short and short["short"] not in name else ""
                return CompanyReport(name, f"{name}{bracket}{kind[0]}")
    return None


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
    short = _TITLED.search(title)
    names = (company, core, inner, inner[:_CORE], short["short"] if short else "")
    return tuple(dict.fromkeys(n for n in names if len(n) >= _CORE))
