from collections.abc import Iterator
from decimal import Decimal
from functools import partial

import pytest

from app.agreement import nearness, value_verdict
from app.choosing.words import WordMatcher
from app.claims.evidence import weigh
from app.claims.glance import NO_GLANCE
from app.claims.looking import Looker
from app.claims.plain import may_be_plain, plain_ruling
from app.claims.reading import read_claims
from app.claims.ruling import rule
from app.claims.values import Values
from app.engine import Engine
from corpus.figures.figure import Figure
from tests.small_engine import small_engine

CITY = """青岚市2024年政府工作报告

一、2023年工作回顾
全市地区生产总值971.3亿元，增长12.4%。粮食总产量84.6万吨，比上年增长2.3%。城镇新增就业1.28万人，城镇调查失业率5.2%。
全市新建农村公路326公里，改造老旧小区47个，惠及居民1.86万户。
全市实现旅游收入38.5亿元，接待游客612万人次。建成区面积56.4平方公里。

二、2024年工作打算
地区生产总值增长6.5%，城镇新增就业1.35万人。
"""
OTHER = CITY.replace("青岚", "白石").replace("971.3", "634.7")
AGAIN = """青岚市2024年统计公报

全市地区生产总值971.3亿元，增长12.4%。2023年建成区面积58.1平方公里。
"""


@pytest.fixture(scope="module")
def cities(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """Return an engine over three invented reports, two of one city, with the embedded encoder."""
    texts = {"青岚市2024年政府工作报告.txt": CITY, "白石市2024年政府工作报告.txt": OTHER, "青岚市2024年统计公报.txt": AGAIN}
    yield from small_engine(tmp_path_factory, {name: text.splitlines() for name, text in texts.items()})


def _rulings(engine: Engine, text: str) -> list[tuple[str | None, str]]:
    """Return the verdict of a glance (None where it gives none) and of a search through all passages on each figure."""
    library = engine.library
    looker = Looker(library, WordMatcher(library.encoder, library.lexical.share))
    found: list[tuple[str | None, str]] = []
    for sentence in read_claims(text, library.catalogue()):
        for claimed in sentence.figures:
            plain = plain_ruling(claimed, sentence, looker.glance(claimed, sentence))
            full = rule(claimed, weigh(claimed, sentence, looker.look_up(claimed, sentence)))
            found.append((plain.verdict if plain else None, full.verdict))
    return found


@pytest.mark.parametrize(
    ("claim", "verdicts"),
    [
        ("大家知道，2023年青岚市粮食总产量达到84.6万吨，比上年增长2.3%。", ["consistent", "consistent"]),
        ("说到2023年，青岚市粮食总产量达到84.6万吨。", ["consistent"]),
        ("说到2023年，青岚市粮食总产量846000吨。", ["converted"]),
        ("说到2023年，白石市改造老旧小区47个，惠及居民1.86万户。", ["consistent", "consistent"]),
    ],
)
def test_what_stands_under_the_claims_name_is_borne_out_at_a_glance(cities: Engine, claim: str, verdicts: list[str]) -> None:
    assert _rulings(cities, claim) == [(v, v) for v in verdicts]


@pytest.mark.parametrize(
    "claim",
    [
        # Another value, another year, an aim told as reached, another place's, another thing's.
        "2023年青岚市粮食总产量达到86.4万吨。",
        "2021年青岚市粮食总产量达到84.6万吨。",
        "2023年青岚市城镇新增就业1.35万人。",
        "2023年白石市地区生产总值971.3亿元。",
        "2023年青岚市油料总产量达到84.6万吨。",
        "2023年青岚市实现工业利润38.5亿元。",
        "2023年黑水市粮食总产量达到84.6万吨。",
    ],
)
def test_a_glance_bears_out_nothing_of_another_thing_place_or_time(cities: Engine, claim: str) -> None:
    r = _rulings(cities, claim)
    assert {plain for plain, _ in r} == {None}


@pytest.mark.parametrize(
    ("claim", "worth"),
    [
        ("大家知道，2023年青岚市粮食总产量达到84.6万吨，比上年增长2.3%。", [True, True]),
        ("说到2023年，青岚市粮食总产量846000吨。", [True]),
        # The value is there, its name or the unit is another.
        ("2023年青岚市油料总产量达到84.6万吨。", [False]),
        ("2023年青岚市实现工业利润38.5亿元。", [False]),
        ("2023年青岚市粮食总产量达到84.6万人。", [False]),
        ("2023年青岚市粮食总产量达到86.4万吨。", [False]),
    ],
)
def test_what_has_no_value_under_the_claims_name_is_not_worth_a_glance(cities: Engine, claim: str, worth: list[bool]) -> None:
    library = cities.library
    looker = Looker(library, WordMatcher(library.encoder, library.lexical.frequency))
    found = []
    for sentence in read_claims(claim, library.catalogue()):
        for claimed in sentence.figures:
            glance = looker.glance(claimed, sentence, partial(may_be_plain, claimed))
            found.append(glance is not NO_GLANCE)
            rulings = [plain_ruling(claimed, sentence, g) for g in (glance, looker.glance(claimed, sentence))]
            assert len({ruling and ruling.verdict for ruling in rulings}) == 1
    assert found == worth


def test_a_value_is_found_in_passages_as_by_looking_at_each_figure(cities: Engine) -> None:
    store = cities.library.store
    passages = [p for card in store.catalogue() for p in store.report_passages(card.key)]
    values = Values(passages)
    claimed = [
        Figure(0, 1, str(f.value), f.value * n, f.unit, kind=f.kind)
        for p in passages
        for f in p.figures
        for n in (1, Decimal("1.1"))
    ]
    for figure in claimed:
        near = nearness(figure)
        slow = [i for i, p in enumerate(passages) if any(near(f) and value_verdict(figure, f) for f in p.figures)]
        assert values.holders(figure) == slow
    assert Values([]).holders(claimed[0]) == []
