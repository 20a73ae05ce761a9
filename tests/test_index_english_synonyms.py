import numpy as np
import pytest

from index.dictionary import Dictionary
from index.english_synonyms import EnglishSynonyms, english_likeness, written_words

_ENTRIES = (
    ("失业", "unemployment/jobless"),
    ("待业", "unemployment/jobless"),
    ("下岗", "jobless"),
    ("就业", "employment"),
    ("出租车", "taxi/cab"),
    ("驾驶室", "cab"),
    ("司机室", "cab"),
    ("船舱", "cab"),
    ("的士", "taxi"),
    # A gloss of several words says each of them in part only.
    ("出租", "to hire a cab"),
)


@pytest.mark.parametrize(
    ("word", "near"),
    [
        # Of 3 and 2 words both are shared: 2 / 2.25 is all.
        ("jobless", {"unemployment": 0.8}),
        # Of 4 and 2 words one is shared: 1 / 2.25 of 0.55.
        ("cab", {"taxi": 0.8 * (1 / 2.25) / 0.55}),
        ("employment", {}),
        ("hire", {}),
    ],
)
def test_words_that_share_most_of_what_they_say_are_near(word: str, near: dict[str, float]) -> None:
    assert EnglishSynonyms(Dictionary(_ENTRIES)).of(word) == pytest.approx(near)


def test_a_saying_is_told_by_the_words_of_reports() -> None:
    assert written_words("train", "how long is the train system?") == ("rail", "mrt", "railway")
    assert written_words("train", "how long did they train?") == ("rail", "mrt", "railway")
    assert written_words("live", "how many live there?") == ()
    assert written_words("live", "how long do people live?") == ("life", "expectancy", "lifespan")


def test_each_word_says_a_term_as_surely_as_it_is_a_synonym_or_its_saying() -> None:
    near = english_likeness(("jobless", "living"), ("unemployed", "life", "铁路"), "the jobless living there")
    assert near.tolist() == np.array([[0.8, 0.0, 0.0], [0.0, 0.0, 0.0]], dtype=np.float32).tolist()
