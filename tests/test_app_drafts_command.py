import gc
import io
import json
import os
import subprocess
import sys
import threading
from pathlib import Path

import docx
import pytest
from openpyxl import load_workbook

from app.cli import main
from app.collecting import uncollected
from app.drafts.checking import check_draft
from app.drafts.reading import read_draft
from app.drafts.workers import _way_to_start, helpers
from app.engine import Engine
from app.json_objects import check_object

DRAFT = "# 汇报\n\n## 一、2022年民政工作\n\n办理结婚登记1842对，比上年的2031对下降9.3%。办理离婚登记764对。\n"


@pytest.fixture(scope="module")
def store(samples_store: Path) -> Path:
    return samples_store


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    (tmp_path / "稿.md").write_text(DRAFT, encoding="utf-8")
    return tmp_path / "稿.md"


def test_a_draft_is_checked_and_written_in_every_form(
    store: Path, draft: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    outs = [tmp_path / f"r.{ending}" for ending in ("html", "docx", "csv", "xlsx")]
    arguments = [a for out in outs for a in ("--out", str(out))]
    assert main(["check", "--store", str(store), "--json", "--file", str(draft), *arguments]) == 0
    printed = capsys.readouterr()
    checked = json.loads(printed.out)
    assert list(checked) == ["id", "text", "verdict", "claims", "citations", "latency_ms"]
    assert checked["text"] == DRAFT
    figures = [f for claim in checked["claims"] for f in claim["figures"]]
    assert [f["text"] for f in figures] == ["1842对", "2031对", "9.3%", "764对"]
    assert [DRAFT[f["start"] : f["end"]] for f in figures] == ["1842对", "2031对", "9.3%", "764对"]
    assert [line for line in printed.err.splitlines() if "written" in line] == [f"{out}: written" for out in outs]
    assert docx.Document(str(outs[1])).tables[-1].cell(2, 1).text == "1842对"
    sheet = load_workbook(outs[3]).active
    assert sheet is not None
    assert [sheet.cell(row, 2).value for row in range(2, 6)] == ["1842对", "2031对", "9.3%", "764对"]


def test_standard_input_is_a_draft(store: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    said = "云栖县2022年办理结婚登记1842对。"
    for encoding in ("utf-8", "gb18030"):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(said.encode(encoding)), encoding="utf-8"))
        assert main(["check", "--store", str(store), "--json", "-"]) == 0
        checked = json.loads(capsys.readouterr().out)
        assert (checked["text"], checked["verdict"], [c["text"] for c in checked["claims"]]) == (said, "supported", [said])


def test_people_read_verdicts_and_their_sum(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--store", str(store), "云栖县2022年办理结婚登记1842对。"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[:2] == ["云栖县2022年办理结婚登记1842对。", "    1842对  一致[1]"]
    assert lines[-1] == "1 个数据：1 个相符，0 个不符，0 个未找到 (1 figure: 1 agree, 0 differ, 0 not found)"


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["check"], 2, "TEXT is missing: write it behind the verb in quotation marks, or give --file DRAFT or --batch FILE"),
        (["check", "就业5人", "--file", "{draft}"], 2, "TEXT and --file DRAFT do not go together: leave one out"),
        (["check", "就业5人", "--batch", "{draft}"], 2, "--batch FILE goes with neither TEXT nor --file nor --out"),
        (["check", "{draft}"], 2, "稿.md: a file has this name; to check what is in it write --file"),
        (["check", "--file", "{folder}/a.pdf"], 2, "a.pdf: .pdf is no draft; save it as one of txt, md, docx"),
        (["check", "--file", "{folder}/none.docx"], 1, "none.docx: there is no such file; give the path of a draft"),
        (["check", "--file", "{draft}", "--out", "{draft}.pdf"], 2, "稿.md.pdf: .pdf is not written; end the name with one of html, docx, csv, xlsx"),
        (["check", "--file", "{draft}", "--out", "{folder}/none/r.csv"], 1, "r.csv: there is no folder"),
        (["check", " \n "], 1, "TEXT: the text to check is empty: give a sentence with a figure"),
        (["check", "我们认真工作。"], 1, "TEXT: no figure was found in the text: there is nothing to check"),
        (["check", "5" * 100_000], 1, "TEXT: 100,000 characters from “555555555555…” on hold no end of a sentence, at most 5,000 are read as one"),
    ],
)  # fmt: skip
def test_bad_input_is_told_in_one_line(
    arguments: list[str], code: int, message: str, store: Path, draft: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    filled = [a.format(draft=draft, folder=tmp_path) for a in arguments]
    assert main([*filled, "--store", str(store)]) == code
    error = capsys.readouterr().err
    assert message in error
    assert error.count("\n") == 1
    assert sorted(p.name for p in tmp_path.iterdir()) == ["稿.md"]


def test_no_store_is_told_before_anything_is_checked(draft: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--store", str(tmp_path / "none"), "--file", str(draft)]) == 1
    assert "no store there" in capsys.readouterr().err


@pytest.mark.slow
def test_helpers_find_what_one_process_finds(store: Path, draft: Path) -> None:
    draft.write_text(DRAFT + "\n".join(f"\n2022年办理结婚登记{n}对。" for n in range(1750, 1850)), encoding="utf-8")
    engine, read = Engine.open(store), read_draft(draft)
    with helpers(store, 0, processes=2) as helped:
        assert helped is not None
        together = check_draft(engine, read, helped=helped)
        # A helper that is killed leaves its work to the caller.
        for process in list(helped.pool._processes.values()):
            process.kill()
            process.join()
        alone = check_draft(engine, read, helped=helped)
    assert (together.claims, together.citations) == (alone.claims, alone.citations)
    assert len(together.claims) == 102


@pytest.mark.slow
def test_a_process_with_one_thread_helps_itself_with_copies_and_finds_the_same(store: Path, draft: Path) -> None:
    draft.write_text(DRAFT + "\n".join(f"\n2022年办理结婚登记{n}对。" for n in range(1750, 1850)), encoding="utf-8")
    alone = check_draft(Engine.open(store), read_draft(draft))
    code = (
        "import sys\nfrom pathlib import Path\nfrom app.cli import main\nfrom app.drafts import workers\n"
        "way = workers._way_to_start\n"
        "def told():\n    found = way()\n    print(found, file=sys.stderr)\n    return found\n"
        "workers._way_to_start, workers._WORTH_HELP = told, 0\n"
        "sys.exit(main(sys.argv[1:]))"
    )
    environment = {**os.environ, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
    done = subprocess.run(
        [sys.executable, "-c", code, "check", "--json", "--store", str(store), "--file", str(draft)],
        capture_output=True, text=True, encoding="utf-8", check=True, env=environment,
    )  # fmt: skip
    if (os.cpu_count() or 1) > 1:
        assert done.stderr.splitlines()[0] == ("fork" if sys.platform == "linux" else "spawn")
    printed, wanted = json.loads(done.stdout), json.loads(json.dumps(check_object(alone)))
    assert [printed[key] for key in ("verdict", "claims", "citations")] == [
        wanted[key] for key in ("verdict", "claims", "citations")
    ]


def test_a_process_with_threads_starts_helpers_anew() -> None:
    waiting = threading.Event()
    thread = threading.Thread(target=waiting.wait)
    thread.start()
    try:
        assert _way_to_start() == "spawn"
    finally:
        waiting.set()
        thread.join()


def test_the_collector_is_as_it_was_behind_a_draft() -> None:
    before = gc.get_threshold()
    with uncollected():
        assert gc.get_threshold() == (400_000, *before[1:])
    assert (gc.get_threshold(), gc.get_freeze_count()) == (before, 0)


def test_short_drafts_get_no_helpers(store: Path) -> None:
    with helpers(store, 100) as helped:
        assert helped is None
