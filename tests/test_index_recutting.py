import pytest

from index.dictionary import Dictionary, open_dictionary
from index.recutting import recut

_ENTRIES = (
    ("消费", "to consume/"),
    ("税", "tax/"),
    ("消费税", "consumption tax/"),
    ("退", "to return/"),
    ("个税", "income tax/"),
    ("人", "person/"),
)


@pytest.mark.parametrize(
    ("question", "terms", "cut"),
    [
        # What has an entry is one word, if it stands together in the question.
        ("云栖的消费税多少", ("消费", "税"), ("消费税",)),
        ("消费多少，税多少", ("消费", "税"), ("消费", "税")),
        # What has none is parted, without particles.
        ("六十岁的人个税能退多少", ("人个", "税能", "退"), ("人", "个税", "退")),
        # A name is no row of words.
        ("薪栖券退多少", ("薪栖券", "退"), ("薪栖券", "退")),
        ("gdp多少", ("gdp",), ("gdp",)),
    ],
)
def test_terms_are_cut_anew_by_the_dictionary(question: str, terms: tuple[str, ...], cut: tuple[str, ...]) -> None:
    assert recut(question, terms, Dictionary(_ENTRIES)) == cut


def test_persons_are_left_out_unless_nothing_else_is_asked_for() -> None:
    assert recut("李显龙提高税", ("李显龙", "提高", "税"), open_dictionary())[-1] == "税"
    assert recut("吴庆瑞说", ("吴庆瑞",), open_dictionary()) == ("吴庆瑞",)
    assert recut("吴庆瑞说税", ("吴庆瑞", "税"), open_dictionary()) == ("税",)


def test_the_glossary_translates_words_of_public_finance_and_accounts() -> None:
    dictionary = open_dictionary()
    assert dictionary.english("消费税")["gst"] == 1.0
    assert dictionary.chinese_phrase("gross", "margin") == ("毛利率",)
    assert dictionary.chinese_phrase("provident", "fund")[0] == "公积金"
