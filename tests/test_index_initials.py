from index.initials import all_initials, initials_of
from index.unit_classes import class_of_unit


def test_the_words_of_a_name_are_said_by_its_initials() -> None:
    question = "How much does the Lantern and Pier Scheme cost?"
    assert initials_of("pier", question) == ("lps",)
    assert initials_of("cost", question) == ()


def test_a_longer_run_of_capitals_may_hold_several_names() -> None:
    assert all_initials("What does Harbour Lantern Repair Fund pay?") == ("hlr", "hlrf", "lrf")


def test_two_words_and_words_without_capitals_have_no_initials() -> None:
    assert all_initials("How much did the Lantern Fund and the pier repair scheme cost?") == ()


def test_signs_of_currencies_are_money() -> None:
    assert [class_of_unit(unit) for unit in ("€", "£", "¥", "€/year", "lanterns")] == ["money"] * 4 + ["count"]
