from hypothesis import given
from hypothesis import strategies as st

from eval.quotes import Quote, covers, evidence_positions, fold_quote, folded_pairs, shared_pairs

EVIDENCE = "全年城镇新增就业1.28万人，比上年多增900人"


def test_folding_drops_width_case_space_and_punctuation() -> None:
    assert fold_quote("ＧＤＰ 增长\n6.1%，（其中）“工业”——") == "gdp增长6.1%其中工业"


def test_pairs_of_characters() -> None:
    assert folded_pairs("增长 6") == {"增长", "长6"}
    assert folded_pairs("增") == {"增"}
    assert folded_pairs("，") == {""}


def test_half_the_pairs_are_shared() -> None:
    assert shared_pairs("abc", "xbc") == 0.5


def test_a_whole_quote_covers_and_another_does_not() -> None:
    assert covers(f"民生：{EVIDENCE}，城镇调查失业率5.2%。", EVIDENCE)
    assert not covers("城镇调查失业率稳定在5.2%左右", EVIDENCE)
    assert not covers("", EVIDENCE)
    assert not covers("，。", EVIDENCE)


def test_a_part_covers_from_twelve_characters() -> None:
    assert len(fold_quote("城镇新增就业1.28万人")) == 12
    assert covers("城镇新增就业1.28万人", EVIDENCE)
    assert not covers("镇新增就业1.28万人", EVIDENCE)


def test_four_fifths_of_the_pairs_cover() -> None:
    assert shared_pairs("abcdef", "abcde") == 0.8
    assert covers("abcde", "abcdef")
    assert shared_pairs("abcde", "abcd") == 0.75
    assert not covers("abcd", "abcde")


def test_evidence_is_looked_for_in_its_own_file() -> None:
    quotes = [Quote("x/b.txt", EVIDENCE), Quote("x/a.txt", "新增学位5400个。"), Quote("y/a.txt", EVIDENCE)]
    wanted = [Quote("a.txt", EVIDENCE), Quote("b.txt", EVIDENCE), Quote("c.txt", EVIDENCE)]
    assert evidence_positions(wanted, quotes) == (2, 0, None)


@given(before=st.text(max_size=20), evidence=st.text(min_size=1, max_size=40), after=st.text(max_size=20))
def test_a_text_with_the_evidence_in_it_covers_it(before: str, evidence: str, after: str) -> None:
    # A combining mark may melt into its neighbour, so the parts are set apart.
    text = f"{before}\n{evidence}\n{after}"
    assert covers(text, evidence) or not fold_quote(text)
