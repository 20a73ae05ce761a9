from index.aspects import aspects, in_turn
from index.need import understand
from index.query import Query
from index.scope import Scope


def _asked(scope: Scope) -> list[Scope]:
    return [query.scope for query in aspects(Query("各是多少？", scope, understand("各是多少？"), ("产量",)))]


def test_a_question_on_several_things_is_one_on_each() -> None:
    assert _asked(Scope(places=("天津", "天津市", "上海市"), years=(2023,))) == [
        Scope(places=("天津", "天津市"), years=(2023,)),
        Scope(places=("上海市",), years=(2023,)),
    ]
    assert _asked(Scope(issuers=("甲公司", "乙公司"))) == [Scope(issuers=("甲公司",)), Scope(issuers=("乙公司",))]
    assert _asked(Scope(issued=(1954, 1955))) == [Scope(issued=(1954,)), Scope(issued=(1955,))]
    assert _asked(Scope(years=(2023,), compared=(2019,))) == [Scope(years=(2023,)), Scope(years=(2019,))]


def test_a_question_on_one_thing_or_on_a_span_of_years_stays_whole() -> None:
    for scope in (Scope(), Scope(places=("天津", "天津市"), years=(2023,)), Scope(years=(2016, 2020), span=(2016, 2020))):
        assert _asked(scope) == []
    assert _asked(Scope(years=tuple(range(2015, 2021)))) == []


def test_lists_are_taken_in_turn_and_nothing_twice() -> None:
    assert list(in_turn([["a", "b", "c"], ["b", "d"], []])) == ["a", "b", "d", "c"]
    assert list(in_turn([])) == []
