from decimal import Decimal

import pytest

from corpus.document import Document
from corpus.figures.english import english_figures
from corpus.figures.note_marks import without_marks
from corpus.readers.paragraphs import find_paragraphs
from corpus.sentences import split_sentences, unwrapped
from tests.line_documents import document_of

WRAPPED = """The harbour of Ashmere handled more cargo than in any year before it, and its
revenue grew by between 2 and 3 per cent, while the costs of the Ministry of
Fisheries fell. The towns paid for it. In all the harbour took in tolls of about
$12.4bn and gave back half of it to the towns that lie behind the eastern dyke.

Next to it the dyke was raised."""


@pytest.mark.parametrize(
    ("text", "written", "value", "unit"),
    [
        ("Spending was $12.4bn.", "$12.4bn", "12400000000", "$"),
        ("A grant of £850m was paid.", "£850m", "850000000", "£"),
        ("Some 3.1bn passengers came.", "3.1bn", "3100000000", "passengers"),
        ("The rate rose by 75 bps.", "75 bps", "75", "bp"),
        ("The rate rose by 75bps.", "75bps", "75", "bp"),
        ("Some 1,234¹ schools closed.", "1,234", "1234", "schools"),
        ("Output grew 5.2%³ in all.", "5.2%", "5.2", "%"),
    ],
)
def test_short_scales_basis_points_and_marks_of_notes_are_read(text: str, written: str, value: str, unit: str) -> None:
    figures = english_figures(text)
    assert [(f.text, text[f.start : f.end], f.value, f.unit) for f in figures] == [(written, written, Decimal(value), unit)]


def test_metres_are_no_millions_and_basis_points_a_change() -> None:
    assert [f.value for f in english_figures("A pipe of 14 m was laid.")] == [Decimal(14)]
    assert [f.kind for f in english_figures("The margin widened by 75 bps.")] == ["change"]


def test_the_value_of_another_year_in_brackets_keeps_its_year_to_itself() -> None:
    figures = english_figures("Revenue of £61.4m (H1 2022: £58.8m) was earned.")
    assert [(f.text, f.period) for f in figures] == [("£61.4m", ""), ("£58.8m", "2022")]


def test_by_how_much_and_to_what_are_two_figures() -> None:
    figures = english_figures("Debt fell by £18m to £203m.")
    assert [(f.text, f.value_to) for f in figures] == [("£18m", None), ("£203m", None)]


def test_marks_are_left_out_and_units_kept() -> None:
    assert without_marks("12¹ of 4 km²").text == "12 of 4 km²"
    assert without_marks("plain").cuts == ()


def test_lines_wrapped_inside_a_sentence_are_read_as_one() -> None:
    whole = unwrapped(WRAPPED)
    assert len(whole) == len(WRAPPED)
    assert [whole[start:end] for start, end in split_sentences(WRAPPED)][:2] == [
        "The harbour of Ashmere handled more cargo than in any year before it, and its revenue grew by between 2 and 3 per cent, "
        "while the costs of the Ministry of Fisheries fell.",
        "The towns paid for it.",
    ]
    assert [(f.value, f.value_to) for f in english_figures(WRAPPED)] == [(2, 3), (Decimal(12_400_000_000), None), (50, None)]


@pytest.mark.parametrize(
    "text", ["Highlights\nRevenue rose", "Costs fell.\nThe rest stayed.", "One school\nTwo mills\nThree yards"]
)
def test_lines_that_are_whole_stay_apart(text: str) -> None:
    assert unwrapped(text) == text


def test_the_lines_of_a_wrapped_english_file_are_paragraphs() -> None:
    document = find_paragraphs(document_of(["Report of Ashmere", "", *WRAPPED.split("\n"), "", "* one thing"]))
    assert [_text(document, n) for n in range(len(document.blocks))] == [
        "Report of Ashmere",
        "\n".join(WRAPPED.split("\n")[:4]),
        "Next to it the dyke was raised.",
        "* one thing",
    ]


def _text(document: Document, number: int) -> str:
    block = document.blocks[number]
    return document.text[block.start : block.end]
