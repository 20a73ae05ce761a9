"""How the unit of a figure fits the unit and the class of unit that a question asks for."""

import re

from corpus.figures.conversion import convertible
from corpus.figures.figure import Figure
from index.need import Need
from index.unit_classes import class_of_unit

# Units that any thing may be counted in.
_ANY_COUNT = frozenset(["个", "项", "件", "家", "所", "处", "座", "户", "次", "人次", "条", "种", "类", "批", "名", "位", "人"])
_MEASURE_WORDS = _ANY_COUNT | frozenset(
    [
        "张",
        "辆",
        "台",
        "套",
        "间",
        "份",
        "本",
        "栋",
        "幢",
        "艘",
        "架",
        "只",
        "头",
        "棵",
        "株",
        "支",
        "部",
        "门",
        "层",
        "块",
        "场",
        "颗",
        "枚",
        "件",
        "笔",
        "宗",
    ]
)
# What English counts is its unit: jobs, licences, cars. No measure word stands between.
_NOUN = re.compile(r"[A-Za-z]{3,}s|people|staff|men|women|children")
_MEASURED = frozenset(
    [
        "hectares",
        "acres",
        "tonnes",
        "tons",
        "miles",
        "metres",
        "kilometres",
        "litres",
        "gallons",
        "cents",
        "years",
        "months",
        "weeks",
        "days",
        "hours",
        "times",
    ]
)
# What is counted by one measure word is not counted by another: 多少套 asks for flats and for no families.
_COUNTED_BY = {
    measure: re.compile(nouns)
    for measure, nouns in (
        ("套", "flats|homes|houses|units|apartments|dwellings"),
        ("间", "rooms|classrooms|shops|companies|firms"),
        ("户", "households|families|homes"),
        ("家", "companies|firms|enterprises|businesses|smes|start-?ups|banks|hospitals|hotels|shops|factories|employers"),
        ("所", "schools|universities|colleges|hospitals|kindergartens|polytechnics|institutes"),
        ("辆", "cars|vehicles|buses|taxis|lorries|trucks|trains|motorcycles"),
        ("张", "beds|tickets|licences|licenses|cards|vouchers"),
    )
}
_HOUSEHOLDS = frozenset(["户", "户次"])
# What is asked for by one measure word and counted by another: companies are 家 to who asks and 户 to who registers them, visits 次 and 人次.
_ALSO_COUNTED = {"家": frozenset(["户"]), "户": frozenset(["家"]), "次": frozenset(["人次"]), "份": frozenset(["人", "个"])}


def unit_features(need: Need, figure: Figure) -> list[float]:
    """Return whether a figure is of the unit, of another class, of a kind asked for, and a change that none asks for."""
    own = class_of_unit(figure.unit)
    same = is_counted(need.unit, figure.unit) or (
        need.unit != "" and (figure.unit in convertible(need.unit) or figure.unit.endswith(need.unit))
    )
    fits = need.unit_class != "" and own == need.unit_class
    # A number without a unit may be anything: 1000多万困难群众.
    clash = 0.0 if need.unit_class == "" or fits or same else 1.0 if figure.unit else 0.5
    kind = bool(need.kinds) and figure.kind in need.kinds
    unasked = figure.kind in {"growth", "change"} and not need.kinds
    return [float(same), float(clash), float(kind), float(unasked)]


def asked_clash(need: Need, figure: Figure) -> float:
    """Return 1 for a figure of another class of unit than the asking words name (多少钱, 多少人), half that where it has no unit."""
    own = class_of_unit(figure.unit)
    if not need.strict or (need.unit and figure.unit in convertible(need.unit)) or is_counted(need.unit, figure.unit):
        return 0.0
    if own == need.unit_class:
        # Who asks for persons asks for no households.
        return float(own == "people" and (need.unit in _HOUSEHOLDS) != (figure.unit in _HOUSEHOLDS))
    return 1.0 if figure.unit else 0.5


def is_other_unit(asked: str, own: str) -> bool:
    """Tell whether a figure has another unit than the one that the question names: 只 is no 公里; 个 and 家 may be one."""
    if is_counted(asked, own):
        return False
    return bool(asked and own) and own not in convertible(asked) and not own.endswith(asked) and not {asked, own} <= _ANY_COUNT


def is_counted(asked: str, own: str) -> bool:
    """Tell whether a question names a Chinese measure word and a figure has an English noun in its place: 多少张, 40,200 licences."""
    if own in _ALSO_COUNTED.get(asked, ()):
        return True
    if asked not in _MEASURE_WORDS or own in _MEASURED or _NOUN.fullmatch(own) is None:
        return False
    counted = {measure for measure, nouns in _COUNTED_BY.items() if nouns.match(own.lower())}
    return not counted or asked in counted or asked == "个"
