from pathlib import Path

from eval.make_formats import FORMATS
from eval.reading import measure_reading, reading_table


def test_what_is_read_is_summed_by_folder_and_format(tmp_path: Path) -> None:
    name = "云栖县财政局2023年度部门决算.pdf"
    for folder in ("甲", "乙"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / name).write_bytes((FORMATS / name).read_bytes())
    (tmp_path / "乙" / "空.txt").write_bytes(b"")
    measure = measure_reading([tmp_path])
    assert [(g.name, g.files, g.pages, g.rows, len(g.failed)) for g in measure.folders] == [
        ("乙", 2, 2, 6, 1),
        ("甲", 1, 2, 6, 0),
    ]
    assert [(g.name, g.files, g.pages) for g in measure.formats] == [("pdf", 2, 4), ("txt", 1, 0)]
    assert measure.peak_mb > 1
    assert reading_table(measure).split("\n")[2].startswith("| 乙 | 2 | 1 | 2 | ")
