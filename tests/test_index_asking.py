"""Tests that go through the tables of ways of asking, and of what reads them."""

import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

import app.choosing.answer_kind
import app.over_years.asked
import app.over_years.bound
import app.over_years.moved
import app.preferences.end_asked
import app.yes_no
import index.need
from app.choosing.answer_kind import tells_asked_kind
from corpus.figures.numerals import fold
from index.asking import first_told, pattern_source, tells, told, without
from index.asking.__main__ import lines_that_tell
from index.asking.patterns import spelt_out
from index.asking.ways import Way, read_ways, ways_of

WAYS = read_ways()


@cache
def pattern_of(way: Way) -> re.Pattern[str]:
    return re.compile(spelt_out(way.pattern))


def recognises(way: Way, question: str) -> bool:
    return pattern_of(way).search(fold(question).lower()) is not None


def names_in(way: Way) -> list[str]:
    return re.findall(r"\{[a-z_]+\}", way.pattern)


def test_every_example_is_recognised_by_its_line() -> None:
    assert [way.line for way in WAYS if not recognises(way, way.example)] == []


def test_no_other_line_that_tells_the_same_recognises_an_example() -> None:
    """So that no line is there in vain."""
    others = [
        (way.line, o.line) for way in WAYS for o in WAYS if o.tells == way.tells and o is not way and recognises(o, way.example)
    ]
    assert others == []


def test_no_line_recognises_what_it_must_not() -> None:
    assert [(way.line, question) for way in WAYS for question in way.unlike if recognises(way, question)] == []


def test_a_line_that_excludes_something_says_what() -> None:
    assert [way.line for way in WAYS if re.search(r"\(\?<?!", way.pattern) and not way.unlike] == []


def test_no_pattern_stands_twice() -> None:
    """Neither among those that tell the same, nor a long one that a name could stand for."""
    assert [line for line, n in Counter((way.tells, way.pattern) for way in WAYS).items() if n > 1] == []
    assert [
        p for p, n in Counter(way.pattern for way in WAYS).items() if n > 1 and len(p) > 20 and not re.fullmatch(r"\{\w+\}", p)
    ] == []


def test_a_pattern_is_readable() -> None:
    assert [way.line for way in WAYS if len(way.pattern) > 140] == []
    # Groups are not numbered: all patterns that tell the same are one.
    assert [way.line for way in WAYS if pattern_of(way).groups] == []


def test_no_cell_has_stray_spaces() -> None:
    cells = [(way.line, cell) for way in WAYS for cell in (way.tells, way.pattern, way.example, *way.unlike)]
    assert [line for line, cell in cells if cell != cell.strip() or not cell] == []


def test_every_name_is_used_and_told() -> None:
    assert {name for way in WAYS for name in names_in(way)} == {way.tells for way in WAYS if way.tells.startswith("{")}


def test_what_lines_tell_is_what_is_asked_of_them() -> None:
    """A thing misspelt in a table would be told to nobody."""
    modules = (
        index.need,
        app.preferences.end_asked,
        app.choosing.answer_kind,
        app.over_years.asked,
        app.over_years.bound,
        app.over_years.moved,
    )
    files = [*(Path(str(module.__file__)) for module in modules), *Path(str(app.yes_no.__file__)).parent.glob("*.py")]
    code = "".join(file.read_text(encoding="utf-8") for file in files)
    things = {way.tells for way in WAYS if not way.tells.startswith("{")}
    sorts = set(re.findall(r'(?:told|first_told)\(text, "(\w+)"\)', code)) | {"kind", "status", "thing"}
    assert {
        thing for thing in things if not re.search(f"[\"']{thing}[\"']", code) and thing.partition(" ")[0] not in sorts
    } == set()
    classes = {"money", "people", "percent", "points", "times", "time", "rank"}
    assert {thing.split()[1] for thing in things if thing.split()[0] in {"asked", "named", "hinted"}} == classes
    assert {thing for thing in things if thing.startswith("kind ")} == {
        f"kind {k}" for k in ("growth", "share", "change", "rank")
    }
    assert {thing for thing in things if thing.startswith("status ")} == {"status actual", "status target"}


def test_what_is_told() -> None:
    assert tells("茶叶的增速是多少？", "kind growth")
    assert not tells("茶叶有多重？", "kind growth")
    assert told("有几个人坐船，又花了多少钱？", "asked") == ("money",)
    assert told("坐船的人有多少，花了多少钱？", "asked") == ("money", "people")
    assert first_told("how many firms and how many families moved?", "measured") == "家"
    assert first_told("how many bridges?", "measured") == ""
    assert without("when it opened, what was the toll?", "clause ahead") == "what was the toll?"


def test_a_name_stands_for_all_of_its_lines() -> None:
    assert pattern_source("{how_many}") == "(?:多少|几)"
    assert spelt_out("{how_many}倍") == "(?:多少|几)倍"


def test_a_name_must_be_told_and_not_stand_for_itself() -> None:
    with pytest.raises(ValueError, match=r"no line tells \{how_meny\}; write one or correct the name"):
        spelt_out("{how_meny}倍")
    with pytest.raises(ValueError, match=r"\{how_many\} stands for itself \(in \{who\}\)"):
        spelt_out("{how_many}", ("{how_many}", "{who}"))


def test_a_line_is_a_way_of_asking() -> None:
    table = "# why\n\nkind growth\t涨了几\t茶价涨了几成？\t涨了\t涨潮\n"
    assert ways_of(table, "kind.tsv") == [Way("kind growth", "涨了几", "茶价涨了几成？", ("涨了", "涨潮"), "kind.tsv:3")]
    with pytest.raises(ValueError, match=r"kind\.tsv, line 2: a way of asking has what it tells, a pattern and an example"):
        ways_of("# why\nkind growth\t涨了几\n", "kind.tsv")


def test_lines_that_tell_are_shown() -> None:
    shown = [line.split("\t") for line in lines_that_tell("茶价涨了几成？")]
    assert [(tells, words) for tells, _, words in shown if tells.startswith("kind")] == [
        ("kind growth", "涨了几"),
        ("kind share", "几成"),
    ]
    assert {line.partition(":")[0] for _, line, _ in shown} == {"kind.tsv", "task.tsv", "unit_class.tsv", "yes_no.tsv"}


def test_a_sentence_may_tell_each_thing_that_is_asked_for() -> None:
    asked = [way.example for way in WAYS if way.tells.startswith("thing ")]
    assert {tells_asked_kind(question, "桥") for question in asked} == {-1.0}
    assert tells_asked_kind("桥有多长？", "桥") == 0.0
    assert tells_asked_kind("为啥修桥？", "桥因为旧了才修。") == 1.0
