from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from eval.figures_match import Quantity
from eval.outputs import AnswerOutput, CitedQuote, OutputFigure
from eval.proof import unproven_numerals
from eval.quotes import Quote
from eval.sets import Question

QUESTION = Question(
    "q", "direct", "zh", "2023年新增就业多少人？", ("比2021年多吗？",), "1.28万人", (), (Quote("a.txt", "1.28万人"),)
)


def output(
    answer: str, *figures: OutputFigure, quote: str = "就业1.28万人，总计１ ９ ９ ８户", abstained: bool = False
) -> AnswerOutput:
    return AnswerOutput(answer, abstained, figures, (CitedQuote(Quote("a.txt", quote), "2024年报告", ("一、2022年回顾",)),))


def test_quote_title_section_question_and_history_prove() -> None:
    assert unproven_numerals(QUESTION, output("2024年报告说，2022、2023、2021年……1.28万人，1998户[1]【2】[^3]")) == ()


def test_a_numeral_of_no_source_is_told() -> None:
    assert unproven_numerals(QUESTION, output("1.29万人，其中900人，12,800人，12,800.5")) == ("1.29", "900", "12,800", "12,800.5")


def test_thousands_separators_do_not_matter() -> None:
    assert unproven_numerals(QUESTION, output("12,800 和 12800", quote="12800 和 12,800")) == ()


def test_a_figure_proves_its_text_and_formula_if_it_names_its_proof() -> None:
    figure = OutputFigure("900人", Quantity(Decimal(900), "plain"), "answer", "derived", "12800 − 11900 = 900")
    assert unproven_numerals(QUESTION, output("多900人（12800 − 11900）", figure)) == ()
    bare = OutputFigure("900人", Quantity(Decimal(900), "plain"), "answer", "", "12800 − 11900 = 900")
    assert unproven_numerals(QUESTION, output("多900人", bare)) == ("900",)


def test_digits_of_two_sources_are_not_one_numeral() -> None:
    assert unproven_numerals(QUESTION, output("52024户", quote="共5")) == ("52024",)


def test_an_abstention_is_not_searched() -> None:
    assert unproven_numerals(QUESTION, output("已查 53 份报告", abstained=True)) == ()


@given(st.text(alphabet="0123456789,.人万 ，", max_size=30))
def test_an_answer_that_repeats_its_quote_is_proven(text: str) -> None:
    assert unproven_numerals(QUESTION, output(text, quote=text)) == ()
