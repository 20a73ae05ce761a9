"""Patterns that are tried only where a branch may begin: without that they find the same."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.figures import candidates, look_alikes, meaning, period, subject
from corpus.figures.clauses import Clauses
from corpus.figures.units import _NOT_BEFORE, UNIT, UNITS
from corpus.matching import simple_forms, simplified

SAMPLES = Path(__file__).parent.parent / "corpus" / "samples"
_CLASS = re.compile(r"\[(?:\\.|[^\]\\])+\]")
# A look-ahead with one level of groups in it
_BEGINS = re.compile(rf"\(\?=(?:{_CLASS.pattern}|\([^()]*\)|\\.|[^()\[])*\)")
_CHARACTER = re.compile(r"[一-龥“”〔〕（）()\[\]\d—~、，。 -]")
PATTERNS = {
    "quantities": candidates._PATTERN,
    "marks": look_alikes._MARK,
    "dates": look_alikes._DATE,
    "times": period._TIME,
    "tails": subject._TAIL,
    "moves": meaning._MOVE,
}
_MARKED = "见附表3、图1-2和〔2019〕12号，[1]（2）某县。"
_PLAIN_UNIT = "|".join(re.escape(u) + _NOT_BEFORE.get(u, "") for u in (*UNITS, "P"))


def anywhere(pattern: re.Pattern[str]) -> re.Pattern[str]:
    plain = pattern.pattern.replace(candidates._OTHER_THAN_COUNTS, "")
    begins = _BEGINS.match(plain)
    assert begins is not None
    while begins is not None:
        plain = plain[begins.end() :]
        begins = _BEGINS.match(plain)
    return re.compile(plain, pattern.flags)


def found(pattern: re.Pattern[str], text: str) -> list[tuple[tuple[int, int], dict[str, str]]]:
    return [(m.span(), m.groupdict()) for m in pattern.finditer(text)]


@pytest.mark.parametrize("name", PATTERNS)
def test_reports_give_the_same_without_looking_where_to_begin(name: str) -> None:
    pattern = PATTERNS[name]
    reports = [path.read_text(encoding="utf-8", errors="ignore") for path in sorted(SAMPLES.glob("**/*.txt"))]
    # What stands before a number, for the pattern that looks at its end, too
    texts = [_MARKED, *reports, *(piece for report in reports for piece in re.split(r"\d+", report))]
    told = [found(pattern, text) for text in texts]
    assert any(told)
    assert told == [found(anywhere(pattern), text) for text in texts]


@pytest.mark.parametrize("name", PATTERNS)
@given(data=st.data())
@settings(max_examples=150, deadline=None)
def test_texts_of_a_patterns_own_characters_give_the_same(name: str, data: st.DataObject) -> None:
    pattern = PATTERNS[name]
    characters = sorted({*_CHARACTER.findall(pattern.pattern), *"12 \n年月"})
    text = data.draw(st.text(st.sampled_from(characters), max_size=24))
    assert found(pattern, text) == found(anywhere(pattern), text)


@given(st.text(st.sampled_from(sorted({*"".join(UNITS), *"P部门委队"})), max_size=6))
@settings(max_examples=400, deadline=None)
def test_units_by_their_first_character_are_the_same_units(text: str) -> None:
    plain, grouped = re.match(_PLAIN_UNIT, text), re.match(UNIT, text)
    assert (plain and plain[0]) == (grouped and grouped[0])


@given(st.text(st.sampled_from("，,。；:—123甲乙"), max_size=24))
@settings(max_examples=400, deadline=None)
def test_a_clause_begins_behind_the_last_mark_before_a_number(text: str) -> None:
    mark = re.compile(r"[。；！？：;!?]|[，,](?!\d{3}(?!\d))")
    # 1——5月 and 1:2 are one.
    dash = re.compile(r"(?<!\d)——|——(?!\d)|(?<!\d):|:(?!\d)")
    clauses = Clauses(text)
    for number in re.finditer(r"\d+", text):
        # What is read only up to the number sees no thousands behind its comma.
        ends = [m.end() for m in mark.finditer(text, 0, number.start())]
        ends += [m.end() for m in dash.finditer(text) if m.end() <= number.start()]
        assert clauses.start(number.start()) == max(ends, default=0)


@given(st.text(st.sampled_from("漢汉語语增長长万萬a1，\U00020000"), max_size=24))
@settings(max_examples=200, deadline=None)
def test_simplified_is_what_translating_every_character_gives(text: str) -> None:
    assert simplified(text) == text.translate(simple_forms())
