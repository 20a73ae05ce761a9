"""Which class a unit is of: money, people, a share, points, a multiple, a rank, time, or a count of anything else."""

import re
from functools import lru_cache

from corpus.figures.units import MONEY, PEOPLE


@lru_cache(maxsize=4_096)
def class_of_unit(unit: str) -> str:
    """Return the class of a figure's unit, as in `Need.unit_class`; "count" for every other counted or physical unit."""
    stem = unit.partition("/")[0]
    if stem in _CLASSES:
        return _CLASSES[stem]
    if stem in MONEY or stem.endswith("$") or stem in _SIGNS:
        return "money"
    if stem in PEOPLE or _NATIONALS.fullmatch(stem):
        return "people"
    return "count"


# Euros, pounds, yen and yuan as English reports write them.
_SIGNS = frozenset("€£¥")
_MONEY_EN = (
    "cents", "dollars", "pence", "euros", "pounds", "francs", "marks", "lire", "pesos", "pesetas", "reais", "rand", "rubles", "roubles", "rupees",
    "crowns", "kroner", "kronor", "koruna", "kunas", "forints", "zlotys", "zloty", "lei", "leva", "levs", "dinars", "dirhams", "riyals", "rials",
    "shekels", "liras", "yen", "yuan", "renminbi", "baht", "ringgit", "dong", "kip", "kyat", "taka", "rupiah", "shillings", "cedis",
    "naira", "birr", "tenge", "hryvnias",
)  # fmt: skip
# Singaporeans, Americans
_NATIONALS = re.compile("[A-Z][a-z]+ans")
_TIME_UNITS = ("年", "个月", "个季度", "周", "天", "小时", "分钟", "秒", "毫秒", "years", "months", "weeks", "days", "hours")
_PEOPLE_EN = (
    "people", "persons", "individuals", "residents", "citizens", "workers", "employees", "staff", "jobs", "teachers", "students", "pupils",
    "trainees", "graduates", "patients", "children", "babies", "seniors", "pensioners", "members", "visitors", "tourists", "travellers",
    "passengers", "professionals", "engineers", "jobseekers", "apprentices", "recruits", "servicemen", "men", "women", "youth",
)  # fmt: skip
_CLASSES = {
    **dict.fromkeys(_PEOPLE_EN, "people"),
    **dict.fromkeys(_MONEY_EN, "money"),
    "%": "percent",
    "‰": "percent",
    "百分点": "points",
    "倍": "times",
    "番": "times",
    "位": "rank",
    **dict.fromkeys(_TIME_UNITS, "time"),
}
