from pathlib import Path

import pytest

from eval.drafts import DraftsError, DraftTiming, drafts_table, make_draft, measure_drafts
from eval.whole_command import CommandError
from index.ingest import ingest
from index.opening import Library
from index.store import Store
from tests.invented_reports import write_files
from tests.letter_encoder import LetterEncoder

_LONG = "全年城镇新增就业1.28万人，比上年多增900人，城镇调查失业率稳定在5.2%左右，农村劳动力转移就业2.3万人。"


def test_a_draft_is_made_of_the_reports_paragraphs(tmp_path: Path, encoder: LetterEncoder) -> None:
    files = {
        "a/青岚县2024年政府工作报告.txt": f"青岚县2024年政府工作报告\n一、2023年工作回顾\n{_LONG}\n二、打算\n我们要认真工作。\n"
    }
    ingest([write_files(tmp_path / "reports", files)], tmp_path / "store", encoder)
    store = Store.open(tmp_path / "store")
    section = f"## 一、2023年工作回顾\n\n{_LONG}"
    assert make_draft(store, 60, seed=1) == f"# 汇报材料\n\n{section}\n\n{section}\n"
    retold = make_draft(store, 60, seed=1, retold=True)
    assert retold.startswith(
        "# 汇报材料\n\n## 一、2023年工作回顾\n\n还有一点，这一年城镇新添就业1.28万人，比上年多增900人，城镇调查失业率稳定在5.2%上下，"
    )
    store.close()


def test_a_store_without_paragraphs_says_so(tmp_path: Path, encoder: LetterEncoder) -> None:
    ingest([write_files(tmp_path / "reports", {"a.txt": "学校3所。\n"})], tmp_path / "store", encoder)
    store = Store.open(tmp_path / "store")
    with pytest.raises(DraftsError, match="no paragraph with figures in 1 reports; ingest others"):
        make_draft(store, 100, seed=1)
    store.close()


def test_a_failing_check_is_told(library: Library) -> None:
    with pytest.raises(
        CommandError, match=r"^`wenju check` failed with 1 \(wenju: .*its vectors were made by the encoder letters"
    ):
        measure_drafts(library.store.folder, [1], runs=1)


def test_timings_become_a_table() -> None:
    timing = DraftTiming(10, True, 8_012, 150, (2.0, 3.0, 2.5), {"refuted": 10, "supported": 140})
    assert (
        drafts_table([timing]).splitlines()[-1] == "| 10 | retold | 8,012 | 150 | 2.5 s | 2.0 – 3.0 | refuted 10, supported 140 |"
    )
