from app.choosing.own_words import own_words
from app.choosing.phrase import Phrase
from corpus.figures.english import english_figures

SENTENCE = "To support our initiatives for the worker training of older citizens we will provide a $500 million top-up to the Lifelong Learning Fund for them."


def test_english_words_around_a_figure_are_as_many_as_chinese_ones_and_whole() -> None:
    [words] = own_words(SENTENCE, 0, english_figures(SENTENCE), row=False)
    assert words.clause.text.startswith("To support our initiatives for the worker training of older citizens we will provide a ")
    assert words.tail == " top-up to the Lifelong Learning Fund for them."


def test_english_words_that_only_join_are_left_out_and_hyphens_part_words() -> None:
    phrase = Phrase("the top-up of Medisave accounts")
    assert phrase.words == ("top", "up", "medisave", "accounts")
    assert phrase.stems == frozenset({"top", "up", "medisav", "account"})
