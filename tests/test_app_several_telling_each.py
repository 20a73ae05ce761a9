"""Each thing that a question lists has a line of its own, named, with its value and its source."""

from collections.abc import Iterator

import pytest

from app.engine import Engine
from tests.small_engine import small_engine


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    yield from small_engine(
        tmp_path_factory,
        {
            "柳溪县2031年国民经济和社会发展统计公报.txt": [
                "柳溪县2031年国民经济和社会发展统计公报",
                "一、综合",
                "初步核算，全年全县实现地区生产总值312.4亿元，比上年增长5.2%。"
                "其中，第一产业增加值38.6亿元，增长3.1%；第二产业增加值121.7亿元，下降0.8%；第三产业增加值152.1亿元，增长7.4%。",
                "人均地区生产总值71350元。",
                "二、人民生活",
                "城镇居民人均可支配收入41286元，增长4.3%；农村居民人均可支配收入22917元，增长6.5%。",
                "三、卫生",
                "年末共有医院14家，床位2670张，执业医师1186人，注册护士1523人。",
            ],
            "Harbour of Alder annual report 2031.txt": [
                "Harbour of Alder annual report 2031",
                "Staff",
                "In 2031 the harbour employed 214 pilots and 368 sailors.",
                "Money",
                "Total income was $36.2 million and total spending was $33.9 million in 2031.",
            ],
        },
    )


def test_a_line_for_each_and_the_sentence_once(engine: Engine) -> None:
    lines = engine.ask("柳溪县2031年三次产业增加值分别是多少").answer.splitlines()
    assert [line.partition("[")[0] for line in lines] == [
        "第一产业增加值：38.6亿元",
        "第二产业增加值：121.7亿元",
        "第三产业增加值：152.1亿元",
    ]
    assert [line.count("原文") for line in lines] == [0, 0, 1]


def test_a_rate_that_fell_says_so(engine: Engine) -> None:
    answer = engine.ask("柳溪县2031年三次产业增加值各增长多少").answer
    assert "增长3.1%" in answer.splitlines()[0]
    assert "下降0.8%" in answer.splitlines()[1]


def test_the_rate_of_each_where_it_is_asked_for(engine: Engine) -> None:
    lines = engine.ask("柳溪县2031年城镇和农村居民收入各多少、各增长多少").answer.splitlines()
    assert [line.partition("[")[0].partition("：")[2] for line in lines] == ["41286元，增长4.3%", "22917元，增长6.5%"]


def test_things_of_different_units(engine: Engine) -> None:
    lines = engine.ask("柳溪县2031年医院、床位、护士各多少").answer.splitlines()
    assert [line.partition("[")[0].partition("：")[2] for line in lines] == ["14家", "2670张", "1523人"]


def test_what_the_reports_do_not_give_is_named(engine: Engine) -> None:
    answer = engine.ask("柳溪县2031年地区生产总值、床位和机场旅客吞吐量分别是多少").answer
    assert "312.4亿元" in answer
    assert "2670张" in answer
    assert "机场旅客吞吐量：资料库里的报告没有给出这一项。" in answer


def test_a_total_is_no_share_of_a_head(engine: Engine) -> None:
    assert engine.ask("柳溪县2031年GDP是多少").answer.startswith("312.4亿元")
    assert engine.ask("柳溪县2031年人均GDP是多少").answer.startswith("71350元")


def test_an_english_list(engine: Engine) -> None:
    lines = engine.ask("How many pilots and sailors did the Harbour of Alder employ in 2031?").answer.splitlines()
    assert [line.partition(" [")[0] for line in lines] == ["Pilots: 214 pilots", "Sailors: 368 sailors"]
    lines = engine.ask("Harbour of Alder income and spending 2031").answer.splitlines()
    assert ["$36.2 million" in lines[0], "$33.9 million" in lines[1]] == [True, True]
