"""The verb `model`."""

import json
from pathlib import Path

import pytest

from app.cli import main
from app.drafts.workers import helpers
from app.engine import Engine
from app.intake.job import Intake
from app.intake.limits import Limits
from tests.tiny_models import make_cross_encoder, make_encoder, make_static

EMBEDDED = {
    "name": "embedded",
    "query_prompt": None,
    "passage_prompt": None,
    "backend": "torch",
    "device": "auto",
    "dimension": 256,
}


@pytest.fixture
def store(reports: Path, tmp_path: Path) -> Path:
    assert main(["ingest", "--store", str(tmp_path / "s"), str(reports)]) == 0
    return tmp_path / "s"


def shown(store: Path, capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, dict[str, object] | None]:
    capsys.readouterr()
    assert main(["model", "--store", str(store), "--json", *arguments]) == 0
    found: dict[str, dict[str, object] | None] = json.loads(capsys.readouterr().out)
    return found


def test_models_are_shown(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = shown(store, capsys)
    assert found["encoder"] is not None
    assert str(found["encoder"].pop("vectors")).startswith("static-")
    assert found == {"encoder": EMBEDDED, "reranker": None, "llm": None}
    assert main(["model", "--store", str(store)]) == 0
    assert capsys.readouterr().out == "encoder   embedded, 256 columns\nreranker  none\nllm       none\n"


def test_another_encoder_is_taken_and_whoever_opens_the_store_uses_it(
    store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    make_static(tmp_path / "tiny")
    monkeypatch.chdir(tmp_path)
    capsys.readouterr()
    assert main(["model", "--store", str(store), "static:tiny"]) == 0
    told = capsys.readouterr()
    assert told.out == f"encoder   static:{tmp_path / 'tiny'}, 12 columns\nreranker  none\nllm       none\n"
    assert told.err.splitlines()[-1] == f"{store}: 10 passages encoded"
    monkeypatch.chdir("/")
    (tmp_path / "reports" / "new.txt").write_text("新增水路公里就业，财学产量。\n", encoding="utf-8")
    assert main(["ingest", "--store", str(store), str(tmp_path / "reports")]) == 0
    assert main(["find", "--store", str(store), "--json", "新增水路"]) == 0
    found = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert found["hits"][0]["text"] == "新增水路公里就业，财学产量。"
    assert main(["ask", "--store", str(store), "青岚县2023年城镇新增就业多少人？"]) == 0
    assert "1.28万人[1]" in capsys.readouterr().out
    with helpers(store, 1_000_000) as helped:
        assert helped is None
    assert main(["model", "--store", str(store), "static:tiny-that-is-not-there"]) == 1
    assert "no static encoder there" in capsys.readouterr().err
    assert shown(store, capsys, "embedded")["encoder"] is not None
    engine = Engine.open(store)
    assert engine.library.dense.manifest.dimension == 256
    engine.library.close()


def test_a_store_that_is_not_there_begins_empty_with_the_encoder(
    tmp_path: Path, reports: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    store = tmp_path / "s"
    assert main(["model", "--store", str(store)]) == 1
    assert "no store there" in capsys.readouterr().err
    assert main(["model", "--store", str(store), f"static:{make_static(tmp_path / 'tiny')}"]) == 0
    assert main(["ingest", "--store", str(store), str(reports)]) == 0
    encoder = shown(store, capsys)["encoder"]
    assert encoder is not None
    assert (encoder["name"], encoder["dimension"]) == (f"static:{tmp_path / 'tiny'}", 12)


@pytest.mark.parametrize(
    ("arguments", "status", "sentence"),
    [
        (["--first", "0", "--reranker", "x"], 2, "--first is 0: give a number of passages from 1"),
        (["--first", "5"], 2, "--first counts for a reranker, and the store has none: give --reranker NAME as well"),
        (["--backend", "onnx"], 1, "the embedded encoder: a static encoder takes no prompts, backend or device; leave them out"),
        (["embedded", "--query-prompt", "q"], 1, "the embedded encoder: a static encoder takes no prompts"),
    ],
)
def test_wrong_use_is_said_and_changes_nothing(
    store: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], status: int, sentence: str
) -> None:
    before = shown(store, capsys)
    assert main(["model", "--store", str(store), *arguments]) == status
    assert sentence in capsys.readouterr().err
    assert shown(store, capsys) == before


def test_a_page_that_is_served_meanwhile_reads_uploads_with_the_new_encoder(store: Path, tmp_path: Path) -> None:
    engine = Engine.open(store)
    intake = Intake(store, engine.passage_encoder, Limits(free_bytes=0), after=engine.catch_up)
    assert main(["model", "--store", str(store), f"static:{make_static(tmp_path / 'tiny')}"]) == 0
    arrival = intake.uploads.expect("b" * 32, "水路.txt")
    intake.uploads.arrive(arrival, arrival.file.write("新增水路公里就业，财学产量。\n".encode()))
    intake.start("b" * 32)
    assert intake.join(60)
    assert (intake.standing().state, intake.standing().added) == ("done", 1)
    assert engine.find("新增水路公里就业，财学产量", k=1).hits[0].text == "新增水路公里就业，财学产量。"
    assert (engine.library.dense.manifest.dimension, engine.library.dense.manifest.count) == (12, 11)
    engine.library.close()


@pytest.mark.slow
def test_prompts_and_a_reranker_are_kept_and_used(store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    model, cross = make_encoder(tmp_path), make_cross_encoder(tmp_path)
    arguments = [str(model), "--passage-prompt", "p", "--device", "cpu", "--reranker", str(cross), "--first", "3"]
    found = shown(store, capsys, *arguments)
    assert found["encoder"] is not None
    name = str(found["encoder"].pop("vectors"))
    assert name.startswith(f"{model}-")
    expected = {
        "name": str(model),
        "query_prompt": None,
        "passage_prompt": "p",
        "backend": "torch",
        "device": "cpu",
        "dimension": 32,
    }
    assert found == {"encoder": expected, "reranker": {"name": str(cross), "first": 3, "device": "cpu"}, "llm": None}
    # A prompt for questions leaves the vectors as they are.
    again = shown(store, capsys, "--query-prompt", "q", "--first", "2")
    assert again["encoder"] == {**expected, "query_prompt": "q", "vectors": name}
    assert again["reranker"] == {"name": str(cross), "first": 2, "device": "cpu"}
    engine = Engine.open(store)
    reranking = engine.library.reranking
    assert reranking is not None
    assert reranking.first == 2
    plain = {h.text for h in engine.find("城镇新增就业", k=3).hits}
    engine.library.close()
    assert shown(store, capsys, "--reranker", "none")["reranker"] is None
    engine = Engine.open(store)
    assert engine.library.reranking is None
    assert {h.text for h in engine.find("城镇新增就业", k=3).hits} == plain
    engine.library.close()
    assert main(["model", "--store", str(store)]) == 0
    assert capsys.readouterr().out.splitlines()[0] == (
        f"encoder   {model}, 32 columns, torch, device cpu, query prompt 'q', passage prompt 'p'"
    )
