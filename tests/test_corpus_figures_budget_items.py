"""Amounts of final accounts are called by their item."""

from corpus.figures.budget_items import with_items
from corpus.figures.extract import extract_figures
from corpus.figures.period import Setting

_SETTING = Setting("other", 2024, "2023")
_TOLD = "主要用于：渡口值守。年初预算为35.40万元，支出决算为33.30万元，完成年初预算的94.07%。"


def _subjects(text: str, heading: str) -> list[str]:
    return [f.subject for f in with_items(extract_figures(text, _SETTING), text, heading)]


def test_budget_and_outcome_are_of_the_item_named_ahead() -> None:
    text = f"1、交通支出（类）水路运输（款）渡口管护（项）。{_TOLD}"
    assert _subjects(text, "")[:2] == ["渡口管护年初预算", "渡口管护支出决算"]


def test_a_heading_that_a_page_cuts_off_names_the_item() -> None:
    heading = "2、交通支出（类）水路运输（款）渡口管护"
    assert _subjects(f"（项）。{_TOLD}", heading)[:2] == ["渡口管护年初预算", "渡口管护支出决算"]


def test_amounts_without_an_item_keep_their_name() -> None:
    assert _subjects(_TOLD, "总体情况")[:2] == ["年初预算", "支出决算"]
