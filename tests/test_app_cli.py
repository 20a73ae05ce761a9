import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from app.cli import main

SAMPLES = Path(__file__).parents[1] / "corpus" / "samples"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a store of the sample reports, made by the command."""
    folder = tmp_path_factory.mktemp("cli") / "store"
    assert main(["ingest", "--store", str(folder), str(SAMPLES)]) == 0
    return folder


def _lines(capsys: pytest.CaptureFixture[str]) -> list[dict[str, object]]:
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_ingest_tells_what_it_did(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "reports").mkdir()
    (tmp_path / "reports" / "2023年青岚县政府工作报告.txt").write_text("一、2022年工作回顾\n新增就业4120人。\n", encoding="utf-8")
    (tmp_path / "reports" / "坏.docx").write_bytes(b"PK broken")
    assert main(["ingest", "--store", str(tmp_path / "s"), "--json", str(tmp_path / "reports")]) == 0
    [summary] = _lines(capsys)
    assert {k: summary[k] for k in ("added", "updated", "unchanged", "removed", "passages", "figures")} == {
        "added": 1, "updated": 0, "unchanged": 0, "removed": 0, "passages": 1, "figures": 1,
    }  # fmt: skip
    failed = summary["failed"]
    assert isinstance(failed, list)
    assert [f["file"] for f in failed] == ["reports/坏.docx"]


def test_ask_prints_the_object_that_others_rely_on(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ask", "--store", str(store), "--json", "云栖县2022年办理结婚登记多少对？"]) == 0
    [answer] = _lines(capsys)
    assert list(answer) == ["id", "question", "answer", "abstained", "scope", "figures", "citations", "latency_ms"]
    figures, citations = answer["figures"], answer["citations"]
    assert isinstance(figures, list)
    assert isinstance(citations, list)
    assert (figures[0]["value"], figures[0]["unit"], figures[0]["citations"]) == ("1842", "对", [1])
    assert set(citations[0]) == {"n", "report", "title", "section", "page", "start", "end", "quote", "hash"}


def test_find_prints_hits_with_highlights(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["find", "--store", str(store), "--json", "-k", "2", "结婚登记"]) == 0
    [found] = _lines(capsys)
    hits = found["hits"]
    assert isinstance(hits, list)
    assert [h["rank"] for h in hits] == [1, 2]
    start, end = hits[0]["highlights"][0]
    assert hits[0]["text"][start:end] in "结婚登记"


def test_batch_keeps_ids_and_order_and_goes_on_after_a_bad_line(
    store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = [
        {"id": "b", "question": "2023年粮食总产量是多少？"},
        {"id": "a", "question": " "},
        {"id": "c", "question": "党员多少名？", "history": []},
    ]
    (tmp_path / "q.jsonl").write_text("\n".join(json.dumps(r, ensure_ascii=False) for r in rows), encoding="utf-8")
    assert main(["ask", "--store", str(store), "--batch", str(tmp_path / "q.jsonl")]) == 0
    lines = _lines(capsys)
    assert [line["id"] for line in lines] == ["b", "a", "c"]
    assert "empty" in str(lines[1]["error"])


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["ask", "--store", "{none}", "多少？"], "no store there; make one with: wenju ingest"),
        (["ask", "--store", "{store}", "多" * 20_000], "20000 characters, at most 2000"),
        (["ask", "--store", "{store}", "--report", "无此报告.txt", "多少？"], "no report '无此报告.txt' in the store"),
        (["remove", "--store", "{store}", "无此报告.txt"], "no report '无此报告.txt' in the store"),
        (["ask", "--store", "{store}", "--batch", "{none}/q.jsonl"], "cannot be read as UTF-8 JSON Lines"),
        (["ask", "--store", "{store}", "？？"], "the question has no words: write what you want to know"),
    ],
)
def test_errors_say_what_and_what_to_do(
    arguments: list[str], message: str, store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    filled = [a.format(store=store, none=tmp_path / "none") for a in arguments]
    assert main(filled) == 1
    error = capsys.readouterr().err
    assert message in error
    assert error.count("\n") == 1


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["find", "-k", "0", "就业"], "wenju: -k is 0: give a number of passages from 1"),
        (["ask"], "wenju: QUESTION is missing: write it behind the verb in quotation marks, or give --batch FILE"),
        (["ask", "多少？", "--batch", "q.jsonl"], "wenju: QUESTION and --batch FILE do not go together: leave one out"),
        (["find", "就业", "--batch", "q.jsonl"], "wenju: QUERY and --batch FILE do not go together: leave one out"),
        (["figures", "5人", "--batch", "q.jsonl"], "wenju: TEXT and --batch FILE do not go together: leave one out"),
    ],
)
def test_wrong_use_is_told_apart(arguments: list[str], message: str, store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert (main([arguments[0], "--store", str(store), *arguments[1:]]), capsys.readouterr().err) == (2, f"{message}\n")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["ask", "--year", "x", "多少？"], "wenju ask: argument --year: invalid int value: 'x'; see wenju ask --help"),
        (["ask", "--yeer"], "wenju ask: --yeer: not understood; see wenju ask --help"),
        (
            ["serve", "--port", "99999"],
            "wenju serve: argument --port: 99999 is no port: give a number from 1 to 65535; see wenju serve --help",
        ),
        ([], "wenju: the following arguments are required: VERB; see wenju --help"),
    ],
)
def test_what_cannot_be_read_is_told_in_one_line(arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    assert (stopped.value.code, capsys.readouterr().err) == (2, f"{message}\n")


def test_a_verb_that_is_none_is_wrong_use() -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["fetch"])
    assert stopped.value.code == 2


def test_every_verb_says_what_it_does_and_the_program_its_version(capsys: pytest.CaptureFixture[str]) -> None:
    for verb in (
        "ingest",
        "list",
        "remove",
        "find",
        "ask",
        "check",
        "trend",
        "lint",
        "figures",
        "serve",
        "password",
        "model",
        "eval",
    ):
        with pytest.raises(SystemExit):
            main([verb, "--help"])
        assert not capsys.readouterr().out.partition("\n\n")[2].startswith(("positional", "options")), verb
    with pytest.raises(SystemExit):
        main(["--version"])
    assert capsys.readouterr().out.startswith("wenju ")


def test_reports_can_be_listed_and_taken_out(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "s"
    main(["ingest", "--store", str(folder), str(SAMPLES)])
    capsys.readouterr()
    main(["list", "--store", str(folder), "--json"])
    keys = [str(card["report"]) for card in _lines(capsys)]
    assert main(["remove", "--store", str(folder), keys[0]]) == 0
    capsys.readouterr()
    main(["list", "--store", str(folder), "--json"])
    assert [str(card["report"]) for card in _lines(capsys)] == keys[1:]


def test_help_loads_nothing_heavy() -> None:
    code = (
        "import sys\nfrom app.cli import build_parser\nbuild_parser()\n"
        "print([m for m in ('torch', 'gradio', 'langchain', 'faiss', 'tantivy', 'numpy', 'sentence_transformers') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=dict(os.environ))
    assert done.stdout.strip() == "[]"


def test_answering_loads_neither_torch_nor_gradio(store: Path) -> None:
    code = (
        f"import sys\nfrom app.cli import main\nmain(['ask', '--store', {str(store)!r}, '--json', '党员多少名？'])\n"
        "print([m for m in ('torch', 'gradio', 'langchain_core', 'sentence_transformers', 'transformers') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=dict(os.environ))
    assert done.stdout.splitlines()[-1] == "[]"


@pytest.mark.parametrize("narrowing", ["--period", "--place"])
def test_what_narrows_a_search_for_figures_asks_for_one(capsys: pytest.CaptureFixture[str], narrowing: str) -> None:
    assert main(["figures", narrowing, "2020"]) == 2
    assert f"{narrowing}: narrows what is looked for; name that with --measure or --value" in capsys.readouterr().err
