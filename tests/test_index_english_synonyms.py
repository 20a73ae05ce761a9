import numpy as np
import pytest

from index.dictionary import Dictionary
from index.english_synonyms import EnglishSynonyms, english_likeness

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


def test_each_word_says_a_term_as_surely_as_it_is_a_synonym() -> None:
    near = english_likeness(("jobless", "living"), ("unemployed", "life", "铁路"))
    assert near.tolist() == np.array([[0.8, 0.0, 0.0], [0.0, 0.0, 0.0]], dtype=np.float32).tolist()
