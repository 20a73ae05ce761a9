import logging
from pathlib import Path

import pytest

from eval.stores import ReportsError, open_measured, temporary_store


def test_missing_reports_are_told(tmp_path: Path) -> None:
    with (
        pytest.raises(ReportsError, match="missing: the reports of the set are not there; fetch them, or give --store DIR"),
        temporary_store([tmp_path / "missing"]),
    ):
        pass


@pytest.mark.slow
def test_a_temporary_store_holds_the_reports_and_is_removed(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    (tmp_path / "a.txt").write_text("一、2023年工作回顾\n全年城镇新增就业1.28万人。\n", encoding="utf-8")
    (tmp_path / "b.txt").write_bytes(b"")
    with caplog.at_level(logging.WARNING), temporary_store([tmp_path]) as store, open_measured([], store) as engine:
        assert [card.key.rpartition("/")[2] for card in engine.catalogue()] == ["a.txt"]
        assert "b.txt" in caplog.text
    assert not store.exists()
