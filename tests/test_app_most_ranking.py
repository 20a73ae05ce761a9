"""Which end of an order a question asks for."""

import pytest

from app.most.asked import read_asked_most
from app.most.ranking import read_ranking


@pytest.mark.parametrize(
    ("question", "side", "first", "count", "pair"),
    [
        ("鹭洲县哪年茶叶产量最高", 1, 1, 1, False),
        ("哪个渡口客流最少", -1, 1, 1, False),
        ("客流第二多的渡口是哪个", 1, 2, 1, False),
        ("客流倒数第一的渡口", -1, 1, 1, False),
        ("客流最多的三个渡口", 1, 1, 3, False),
        ("渡口客流前三名是哪些", 1, 1, 3, False),
        ("东渡和西渡哪个客流多", 1, 1, 1, True),
        ("东渡和西渡谁的船更少", -1, 1, 1, True),
        ("which pier had the second highest traffic", 1, 2, 1, False),
        ("top three piers by traffic", 1, 1, 3, False),
        ("which pier had fewer boats, north or south", -1, 1, 1, True),
    ],
)
def test_the_end_of_the_order_is_read(question: str, side: int, first: int, count: int, pair: bool) -> None:
    ranking = read_ranking(question, chinese=question[0] < "a" or question[0] > "z")
    assert ranking is not None
    assert (ranking.side, ranking.first, ranking.count, ranking.pair) == (side, first, count, pair)


@pytest.mark.parametrize(
    "question",
    [
        # A bound that is allowed, a time, a thing that no value ranks, a value that is told.
        "渡船最多能载多少人",
        "最近哪个渡口修好了",
        "渡口最大的困难是什么",
        "2023年客流多少",
        "渡口的船最后去了哪里",
        "at most how many boats may dock",
        "how much more did the pier earn than in 2020",
    ],
)
def test_other_questions_rank_nothing(question: str) -> None:
    assert read_asked_most(question) is None


@pytest.mark.parametrize(
    ("question", "over", "noun", "moves"),
    [
        ("鹭洲县哪年茶叶产量最高", "years", "年", False),
        ("2023年哪个市的GDP增速最快", "places", "市", True),
        ("2023年常住人口最多的三个县", "places", "县", False),
        ("哪家茶厂产量最大", "items", "茶厂", False),
        ("哪项支出增长最快", "items", "支出", True),
        ("南渡2023年哪个增加值最大", "items", "", False),
        ("which segment had the largest revenue", "items", "segment", False),
        ("when was the toll highest", "years", "", False),
    ],
)
def test_what_is_compared_is_read(question: str, over: str, noun: str, moves: bool) -> None:
    asked = read_asked_most(question)
    assert asked is not None
    assert (asked.over, asked.moves) == (over, moves)
    assert over == "years" or asked.noun == noun
