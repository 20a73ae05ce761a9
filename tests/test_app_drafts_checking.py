from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.drafts.checking import check_draft
from app.drafts.errors import DraftError
from app.drafts.reading import read_text
from app.engine import Engine
from app.verdict import joint_verdict, verdict_of
from index.opening import Library
from tests.checked_drafts import draft_file


@pytest.fixture
def engine(library: Library) -> Engine:
    return Engine(library)


def test_paragraphs_and_cells_are_checked_with_what_stands_around_them(engine: Engine, tmp_path: Path) -> None:
    text = (
        "# 青岚县2024年政府工作报告\n\n## 一、2023年工作回顾\n\n城镇新增就业1.28万人。粮食总产量达到32.6万吨。\n\n"
        "| 指标 | 2023年（万吨） |\n|---|---|\n| 粮食总产量 | 31.6 |\n"
    )
    heard: list[tuple[int, int]] = []
    check = check_draft(engine, draft_file(tmp_path, text), on_text=lambda done, total: heard.append((done, total)))
    assert check.text == text
    assert [(c.text, [(f.text, f.verdict, f.correct.text if f.correct else None) for f in c.figures]) for c in check.claims] == [
        ("城镇新增就业1.28万人。", [("1.28万人", "consistent", None)]),
        ("粮食总产量达到32.6万吨。", [("32.6万吨", "wrong_value", "31.6万吨")]),
        ("粮食总产量 | 31.6", [("31.6", "consistent", None)]),
    ]
    assert check.verdict == "refuted"
    assert [(c.n, c.report, c.quote) for c in check.citations] == [
        (1, "work/青岚县2024年政府工作报告.txt", "全年城镇新增就业1.28万人，比上年多增900人。城镇调查失业率稳定在5.2%左右。"),
        (2, "work/青岚县2024年政府工作报告.txt", "粮食总产量达到31.6万吨，连续八年增产。新建高标准农田2.4万亩。"),
    ]
    assert [f.citations for c in check.claims for f in c.figures] == [(1,), (2,), (2,)]
    assert heard == [(i, 4) for i in range(1, 5)]


def test_a_draft_without_figures_says_so(engine: Engine) -> None:
    with pytest.raises(DraftError, match=r"^TEXT: no figure was found in the text: there is nothing to check$"):
        check_draft(engine, read_text("我们认真工作。\n大家满意。", name="TEXT"))


_SENTENCES = st.sampled_from([
    "城镇新增就业1.28万人。", "2022年粮食总产量30.8万吨！", "𠮷字😀新建学校23所。", "我们认真工作。", "全年一般公共预算收入188.4亿元，增长6.3%。", "e\u0301 水管120公里。",
])  # fmt: skip


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.lists(_SENTENCES, min_size=1, max_size=3).map("".join), min_size=1, max_size=4),
    st.sampled_from(["\n", "\n\n", "\n\u3000\u3000"]),
)
def test_spans_are_of_the_draft(engine: Engine, paragraphs: list[str], gap: str) -> None:
    text = "青岚县2024年政府工作报告\n一、2023年工作回顾\n全县就业3人。\n" + gap.join(paragraphs)
    check = check_draft(engine, read_text(text, name="TEXT"))
    for claim in check.claims:
        assert text[claim.start : claim.end] == claim.text
        assert claim.verdict == joint_verdict([verdict_of(f.verdict) for f in claim.figures])
        for figure in claim.figures:
            assert text[figure.start : figure.end] == figure.text
            assert claim.start <= figure.start < figure.end <= claim.end
            assert all(check.citations[n - 1].n == n for n in figure.citations)
    assert [c.start for c in check.claims] == sorted({c.start for c in check.claims})
