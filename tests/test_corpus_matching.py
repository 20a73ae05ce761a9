import unicodedata

from hypothesis import example, given
from hypothesis import strategies as st

from corpus.figures.numerals import fold
from corpus.matching import _BROKEN, matching_text, simple_forms, simplified

_TEXTS = st.text(
    st.one_of(st.characters(codec="utf-8"), st.sampled_from("，。（）％１２Ａａ萬億圓個國計Å\u3000\u030a\u3099 \n中国增长𠀾"))
)


@example("ｺﾞ，\u3099Å国 家\n發展；１２．５％")
@given(_TEXTS)
def test_a_text_is_matched_as_if_every_character_were_looked_up(text: str) -> None:
    slow = unicodedata.normalize("NFKC", fold(text.translate(simple_forms()))).lower()
    assert matching_text(text) == _BROKEN.sub("", slow)


@given(_TEXTS)
def test_folding_keeps_every_character_in_its_place(text: str) -> None:
    assert fold(text) == "".join(map(fold, text))
    assert len(fold(text)) == len(text)


def test_folding_takes_full_width_and_traditional_numerals_but_no_comma() -> None:
    assert fold("１２，３４５．６％（百佰圓）Ｏ○") == "12，345.6%(百百元)零零"
    assert matching_text("萬元，ＡＢＣ 國家 發\n展") == "万元,abc 国家发展"


def test_traditional_characters_are_simplified_in_their_places_and_before_numerals_are_read() -> None:
    assert simplified("參加選擧的選民，佔全縣") == "参加选擧的选民，占全县"
    assert matching_text("參加") == "参加"
