import pytest

from corpus.english_body import english_body
from index.english_bodies import shorter_names


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("City of Northport Adopted Budget FY2031/32", "Northport"),
        ("Northport Harbour Statistics 2031", "Northport Harbour"),
        ("Orrin Ferry Group plc Annual Report 2030", "Orrin Ferry Group"),
        ("University of Northport Annual Report 2031", "University of Northport"),
        ("St Orrin Hospital – Annual Review 2031/32", "St Orrin Hospital"),
        ("Annual Report 2031", ""),
    ],
)
def test_a_title_names_the_body(title: str, body: str) -> None:
    assert english_body(title) == body


def test_a_body_is_called_in_short_by_words_that_are_no_others() -> None:
    assert shorter_names("Orrin Ferry Group") == ("orrin ferry", "orrin")
    assert shorter_names("Harbour Group") == ()
    assert shorter_names("Northport") == ()
