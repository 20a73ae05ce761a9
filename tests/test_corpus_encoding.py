import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.encoding import Decoded, decode
from corpus.errors import UnreadableFileError

SIMPLIFIED = "云岭县去年的粮食总产量是31.6万吨，比上年增长2.4%，这个县的人均收入也有了新的提高。"
TRADITIONAL = "雲嶺縣去年的糧食總產量是31.6萬噸，比上年增長2.4%，這個縣的人均收入也有了新的提高。"
# Han characters of both planes, full width, an emoji, a combining mark; no line ends and no control characters.
WORDS = st.text(alphabet="云岭县的年是了一一〇𠮷龘ＡＢ１２％abc 0129.,，。“”😀é", max_size=60)


@pytest.mark.parametrize(
    ("codec", "text", "encoding"),
    [
        ("utf-8", SIMPLIFIED, "utf-8"),
        ("utf-8-sig", SIMPLIFIED, "utf-8"),
        ("utf-16", SIMPLIFIED, "utf-16"),
        ("utf-32", SIMPLIFIED, "utf-32"),
        ("utf-16-le", SIMPLIFIED, "utf-16-le"),
        ("utf-16-be", SIMPLIFIED, "utf-16-be"),
        ("gb18030", SIMPLIFIED, "gb18030"),
        ("gbk", SIMPLIFIED, "gb18030"),
        ("gb18030", SIMPLIFIED + "㐂𠮷", "gb18030"),
        ("big5hkscs", TRADITIONAL, "big5hkscs"),
        ("ascii", "Yunling County in Brief", "utf-8"),
    ],
)
def test_each_encoding_is_told_and_gives_the_text(codec: str, text: str, encoding: str) -> None:
    assert decode(text.encode(codec), "a.txt") == Decoded(text, encoding, 0)


def test_a_rare_character_far_behind_does_not_change_the_encoding() -> None:
    text = SIMPLIFIED * 4000 + "䶮"
    assert decode(text.encode("gb18030"), "a.txt") == Decoded(text, "gb18030", 0)


def test_a_long_traditional_text_is_big5_though_gb18030_could_read_it() -> None:
    assert decode((TRADITIONAL * 50).encode("big5"), "a.txt") == Decoded(TRADITIONAL * 50, "big5hkscs", 0)


def test_line_ends_become_lf_and_nothing_else_changes() -> None:
    data = "一\r\n二\r三\n\n\u3000四\t五\u00a0六\u2028七\x0c八".encode()
    assert decode(data, "a.txt").text == "一\n二\n三\n\n\u3000四\t五\u00a0六\u2028七\x0c八"


def test_broken_bytes_are_replaced_and_counted() -> None:
    data = SIMPLIFIED.encode("gb18030") + b"\xff\xff" + "完".encode("gb18030")
    assert decode(data, "a.txt") == Decoded(f"{SIMPLIFIED}\ufffd\ufffd完", "gb18030", 2)


@pytest.mark.parametrize("data", [b"\x00\x01\x02\x03" * 40, b"PK\x03\x04\x14\x00\x06\x00", b"%PDF-1.7\n\x00\x80\xff\x01"])
def test_bytes_that_are_no_text_are_refused_with_what_to_do(data: bytes) -> None:
    with pytest.raises(UnreadableFileError, match=r"^a\.txt: not a text file .*save it as txt, md or docx$"):
        decode(data, "a.txt")


@given(WORDS)
def test_utf8_comes_back_as_written(text: str) -> None:
    assert decode(text.encode("utf-8"), "a.txt") == Decoded(text, "utf-8", 0)


@given(WORDS, st.sampled_from(["utf-8-sig", "utf-16", "utf-32"]))
def test_a_byte_order_mark_decides(text: str, codec: str) -> None:
    assert decode(text.encode(codec), "a.txt").text == text


@given(st.lists(st.sampled_from("云岭县粮食产量比上年增长城镇新增就业人均收入，。0123456789%"), max_size=80))
def test_chinese_prose_in_gb18030_comes_back_as_written(words: list[str]) -> None:
    text = SIMPLIFIED + "".join(words)
    assert decode(text.encode("gb18030"), "a.txt") == Decoded(text, "gb18030", 0)


@given(st.binary(max_size=80))
def test_any_bytes_are_text_or_refused(data: bytes) -> None:
    try:
        decoded = decode(data, "a.txt")
    except UnreadableFileError:
        return
    assert "\r" not in decoded.text
    assert decoded.replaced <= decoded.text.count("\ufffd")


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", ["Yunling County in Brief\n", "\u3000\u3000一、一个县\n\u3000\u3000一年的工作\n", SIMPLIFIED])
def test_utf16_without_a_mark_is_read_in_its_byte_order(text: str, codec: str) -> None:
    assert decode(text.encode(codec), "a.txt") == Decoded(text, codec, 0)
