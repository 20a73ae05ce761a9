import pytest

from index.dictionary import open_dictionary
from index.spelling import american, british, plain_stem


@pytest.mark.parametrize(
    ("here", "there"),
    [
        ("labour", "labor"),
        ("defence", "defense"),
        ("centres", "centers"),
        ("organisation", "organization"),
        ("kilometres", "kilometers"),
        ("programmes", "programs"),
    ],
)
def test_a_word_has_a_british_and_an_american_spelling_and_one_stem(here: str, there: str) -> None:
    assert (american(here), british(there)) == (there, here)
    assert plain_stem(here) == plain_stem(there)


@pytest.mark.parametrize("word", ["promise", "enterprises", "exercise", "revised", "four", "metric", "sense", "analysis"])
def test_other_words_are_left_as_they_are(word: str) -> None:
    assert american(word) == word


def test_either_spelling_finds_the_words_of_the_dictionary() -> None:
    assert open_dictionary().chinese("defence") == open_dictionary().chinese("defense")
    assert open_dictionary().meaning("国防")["defens"] == 1.0
