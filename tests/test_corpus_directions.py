"""What a text says of which way things went."""

import pytest

from corpus.directions import said_directions


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("火灾起数明显下降，渡口更安全。", [("火灾起数", "down")]),
        ("提高了茶业在农业产值中的比重。", [("茶业在农业产值中的比重", "up")]),
        ("信访量下降18.4%，成讼率下降4.8%。", [("信访量", "down"), ("成讼率", "down")]),
        ("票价没有上涨，避免了成本上升。", []),
        ("出口由降转升，进口持续减少，产量不降反增。", [("出口", "up"), ("进口", "down"), ("产量", "up")]),
        ("漁獲量連續兩年增加。", [("渔获量", "up")]),
        ("Ferry fares fell, exports rose.", [("Ferry fares", "down"), ("exports", "up")]),
        ("渡口已建成。", []),
    ],
)
def test_a_thing_and_its_way(text: str, told: list[tuple[str, str]]) -> None:
    assert [(s.name, s.way) for s in said_directions(text)] == told


def test_the_word_that_says_it_has_its_place() -> None:
    text = "全县火灾起数持续下降。"
    [said] = said_directions(text)
    assert (text[said.start : said.end], text[said.begin : said.finish]) == ("下降", "全县火灾起数持续下降")
