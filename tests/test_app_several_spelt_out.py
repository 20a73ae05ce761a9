"""Lists that a question names in a word are read with their members."""

import pytest

from app.several.spelt_out import as_values, spelt_out


@pytest.mark.parametrize(
    ("question", "members"),
    [
        ("柳溪县2031年三次产业增加值分别是多少", "柳溪县2031年第一产业、第二产业、第三产业增加值分别是多少"),
        ("柳溪县第一、二、三产业增加值各多少", "柳溪县第一产业、第二产业、第三产业增加值各多少"),
        ("柳溪县一产、二产和三产各增长多少", "柳溪县第一产业、第二产业和第三产业各增长多少"),
        ("四个季度客运量各是多少", "一季度、二季度、三季度、四季度客运量各是多少"),
        ("前三季度每个季度客运量增长多少", "一季度、二季度、三季度客运量各增长多少"),
        ("一季度到三季度的客运量分别是多少", "一季度、二季度、三季度的客运量分别是多少"),
        ("职工里男女各多少", "职工里男性、女性各多少"),
        ("渡口收入、支出和结余", "渡口收入、支出和结余各是多少"),
    ],
)
def test_what_a_word_names_is_spelt_out(question: str, members: str) -> None:
    assert spelt_out(question) == members


@pytest.mark.parametrize(
    "question",
    [
        "三次产业结构是多少",
        "三次产业如何协调发展",
        "第三产业投资各增长多少",
        "渡口为什么停运",
        "渡口客运量及增速",
        "修了多长的桥和路",
        "渡口和码头，进出口各涨了多少",
    ],
)
def test_what_names_no_list_stays(question: str) -> None:
    assert spelt_out(question) == question


def test_how_things_are_asks_for_their_values() -> None:
    assert as_values("2031年柳溪县客运、物价、就业情况如何") == "2031年柳溪县客运、物价、就业各是多少"
    assert as_values("渡口情况如何") == ""
