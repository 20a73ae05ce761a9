"""A draft with its check, made by hand: what the reports say of it needs no store."""

from pathlib import Path

from app.drafts.findings import Finding, findings_of
from app.drafts.reading import Draft, read_draft
from app.verdict import Check, CheckedFigure, Claim, Correct, FigureVerdict, joint_verdict, verdict_of
from index.citation import Citation
from tests.checked import place_in

TEXT = """# 青岚县情况汇报

## 一、2023年工作回顾

城镇新增就业1.28万人，失业率5.6%。<script>alert(1)</script>另有=1+1的3所学校。

## 二、主要指标

| 指标 | 2023年（万吨） |
|---|---|
| 粮食产量 | 31.6 |
"""
JOBS = Citation(
    1,
    "work/a.txt",
    "青岚县2024年政府工作报告",
    ("一、2023年工作回顾", "（一）就业"),
    3,
    40,
    66,
    "城镇调查失业率稳定在5.2%左右，新增就业1.28万人。",
    "h1",
)
GRAIN = Citation(2, "work/b.txt", "@农业年报", (), None, 5, 20, "粮食产量31.6万吨。", "h2")


def figure(
    text: str,
    said: str,
    verdict: FigureVerdict,
    *,
    behind: str = "",
    correct: Correct | None = None,
    formula: str | None = None,
    citations: tuple[int, ...] = (),
) -> CheckedFigure:
    """Return a figure at its first place in a text, or at its first one behind some words."""
    start = text.index(said, text.index(behind))
    stated = correct.text if correct else said if verdict == "consistent" else ""
    places = tuple(place_in((JOBS, GRAIN)[n - 1], correct.text if correct else said) for n in citations)
    return CheckedFigure(said, start, start + len(said), "1", "", verdict, correct, stated, formula, places)


def claim(text: str, sentence: str, *figures: CheckedFigure) -> Claim:
    start = text.index(sentence)
    return Claim(sentence, start, start + len(sentence), joint_verdict([verdict_of(f.verdict) for f in figures]), figures)


def check_of(text: str, *claims: Claim, citations: tuple[Citation, ...] = (JOBS, GRAIN)) -> Check:
    return Check(text, joint_verdict([c.verdict for c in claims]), claims, citations, 1.0)


def checked(text: str = TEXT) -> Check:
    """Return the check of a text that holds the sentences of TEXT."""
    return check_of(
        text,
        claim(
            text,
            "城镇新增就业1.28万人，失业率5.6%。",
            figure(text, "1.28万人", "consistent", citations=(1,)),
            figure(text, "5.6%", "wrong_value", correct=Correct("5.2%", "5.2", "%"), citations=(1,)),
        ),
        claim(text, "<script>alert(1)</script>另有=1+1的3所学校。", figure(text, "3所", "not_found")),
        claim(text, "31.6", figure(text, "31.6", "derivable", formula="15.8 + 15.8 = 31.6", citations=(2,))),
    )


def draft_file(folder: Path, text: str = TEXT, name: str = "汇报.md") -> Draft:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return read_draft(path)


def findings(folder: Path) -> list[Finding]:
    return findings_of(draft_file(folder), checked())
