"""Judge and measure the answers of `ask`."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from eval.figures_match import same_quantity
from eval.measure import Measured, mean_of, means_by_group
from eval.outputs import AnswerOutput
from eval.proof import unproven_numerals
from eval.quotes import evidence_positions, shared_pairs
from eval.sets import Question

ENOUGH_WORDS = 0.7
EXTRA_FIGURES = 1

_ASIDE = re.compile(r"[（(].*?[)）]")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


@dataclass(frozen=True, slots=True)
class AnswerJudgement:
    """What is right and wrong in one answer; `unproven` are the numerals without proof."""

    correct: bool
    cited: bool
    abstained: bool
    unproven: tuple[str, ...] = ()


def judge_answer(question: Question, output: AnswerOutput | None) -> AnswerJudgement:
    """Judge one answer; None, no output, is wrong in every way.

    Correct: an unanswerable question is abstained from; an answer in words holds 70 % of the wanted answer's pairs of characters,
    asides in brackets left out; an answer in figures has every wanted figure among those with the role "answer", and at most one
    more than wanted; where the sentence that tells them is right as well, an answer without figures holds it with its numbers. Where
    the question is which year or which thing, or yes or no, the first line says it before it quotes anything, and what was compared may stand beside it. Cited:
    every piece of evidence is covered by a citation.
    """
    if output is None:
        return AnswerJudgement(correct=False, cited=False, abstained=False)
    unproven = unproven_numerals(question, output)
    if not question.answerable:
        return AnswerJudgement(output.abstained, True, output.abstained, unproven)
    if output.abstained:
        return AnswerJudgement(correct=False, cited=False, abstained=True)
    cited = None not in evidence_positions(question.evidence, [c.quote for c in output.citations])
    if question.wanted and not (question.or_words and not output.figures):
        correct = _has_figures(question, output) and _says(question, output)
    else:
        correct = _has_words(question, output) and (not question.wanted or _has_numbers(question, output))
    return AnswerJudgement(correct, cited, False, unproven)


def measure_answers(questions: Sequence[Question], outputs: Mapping[str, AnswerOutput]) -> tuple[Measured, ...]:
    """Return the measures of a run of `ask`.

    correct: share of all questions; correct_answerable, cited, false_abstention: of the answerable ones;
    abstained_when_it_should: of the unanswerable ones; unproven: share of all answers with a numeral that nothing proves;
    then correct by type of question.
    """
    judged = [(q, judge_answer(q, outputs.get(q.id))) for q in questions]
    answerable = [(q, j) for q, j in judged if q.answerable]
    correct = [(q.id, float(j.correct)) for q, j in judged]
    return (
        mean_of("correct", correct),
        mean_of("correct_answerable", [(q.id, j.correct) for q, j in answerable]),
        mean_of("cited", [(q.id, j.cited) for q, j in answerable]),
        mean_of("false_abstention", [(q.id, j.abstained) for q, j in answerable]),
        mean_of("abstained_when_it_should", [(q.id, j.correct) for q, j in judged if not q.answerable]),
        mean_of("unproven", [(q.id, bool(j.unproven)) for q, j in judged]),
        *means_by_group("correct", [q.type for q in questions], correct),
    )


def _has_words(question: Question, output: AnswerOutput) -> bool:
    return shared_pairs(_ASIDE.sub("", question.answer), output.answer) >= ENOUGH_WORDS


def _has_numbers(question: Question, output: AnswerOutput) -> bool:
    return set(_NUMBER.findall(question.answer)) <= set(_NUMBER.findall(output.answer))


def _says(question: Question, output: AnswerOutput) -> bool:
    first = output.answer.partition("\n")[0].partition("“")[0]
    return all(any(words in first for words in wordings) for wordings in question.says)


def _has_figures(question: Question, output: AnswerOutput) -> bool:
    shown = [f.quantity for f in output.figures if f.role == "answer" and f.quantity]
    if len(shown) > len(question.wanted) + EXTRA_FIGURES and not question.says:
        return False
    return all(any(same_quantity(wanted, quantity) for wanted in accepted for quantity in shown) for accepted in question.wanted)
