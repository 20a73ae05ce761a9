"""Patterns that are tried only where a branch may begin: without that they find the same."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.figures import candidates, period

SAMPLES = Path(__file__).parent.parent / "corpus" / "samples"
_BEGINS = re.compile(r"\(\?=\[(?:\\.|[^\]\\])+\]\)")
_CHARACTER = re.compile(r"[一-龥“”〔〕（）()\[\]\d—~、，。 -]")
PATTERNS = {"quantities": candidates._PATTERN, "marks": candidates._MARK, "dates": candidates._DATE, "times": period._TIME}


def anywhere(pattern: re.Pattern[str]) -> re.Pattern[str]:
    begins = _BEGINS.match(pattern.pattern)
    assert begins is not None
    return re.compile(pattern.pattern[begins.end() :], pattern.flags)


def found(pattern: re.Pattern[str], text: str) -> list[tuple[tuple[int, int], dict[str, str]]]:
    return [(m.span(), m.groupdict()) for m in pattern.finditer(text)]


@pytest.mark.parametrize("name", PATTERNS)
def test_reports_give_the_same_without_looking_where_to_begin(name: str) -> None:
    pattern = PATTERNS[name]
    texts = [path.read_text(encoding="utf-8", errors="ignore") for path in sorted(SAMPLES.glob("**/*.txt"))]
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
