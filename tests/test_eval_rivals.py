from pathlib import Path

import pytest

from eval.command import main
from eval.json_lines import write_lines
from eval.measure import Measured, mean_of
from eval.outputs import FoundOutput
from eval.quotes import Quote
from eval.rivals import measuring, systems
from eval.rivals.corpus import Corpus, Search, read_corpus
from eval.rivals.measuring import IN_BUDGET, RivalResult, SearchFinder, measure, measure_apart, measure_in_budget
from eval.rivals.systems import SYSTEMS, RivalError, System, choose, load
from eval.rivals.table import rivals_table
from eval.running import Latency
from eval.sets import Question
from index.encoder import Encoder
from tests.eval_items import EVIDENCE, question
from tests.invented_reports import FILES, QINGLAN_2024

HARVEST = "粮食总产量达到31.6万吨，连续八年增产"
WENJU = SYSTEMS[0]
ABSENT = System("absent", "Absent", "absent", "build", ("nowhere_to_be_found",), "absent", "as its page says")


def test_the_texts_are_those_of_the_reports(reports: Path) -> None:
    corpus = read_corpus([reports])
    assert corpus.paths == (reports,)
    assert {q.report: q.text for q in corpus.texts} == FILES


def test_a_search_is_asked_like_the_engine() -> None:
    found = SearchFinder(lambda text, k: [Quote("a.txt", text)] * k).find("就业", k=2)
    assert [(h.rank, h.report, h.text) for h in found.hits] == [(1, "a.txt", "就业"), (2, "a.txt", "就业")]


def test_long_pieces_use_up_the_budget() -> None:
    asked = [question("near"), question("far"), question("nowhere")]
    filler = Quote("b.txt", "无" * 60)
    outputs = {
        "near": FoundOutput((Quote("a.txt", EVIDENCE), filler)),
        "far": FoundOutput((filler, filler, Quote("a.txt", EVIDENCE))),
        "nowhere": FoundOutput((filler,)),
    }
    assert measure_in_budget(asked, outputs, budget=120).rows.tolist() == [[1.0], [0.0], [0.0]]
    assert measure_in_budget(asked, outputs, budget=120 + len(EVIDENCE)).rows.tolist() == [[1.0], [1.0], [0.0]]


def test_a_system_is_measured_by_what_it_finds(monkeypatch: pytest.MonkeyPatch) -> None:
    def build(corpus: Corpus, encoder: Encoder, folder: Path) -> Search:
        assert (corpus.texts, encoder.dimension, list(folder.iterdir())) == ((), 256, [])
        return lambda text, k: [Quote("b.txt", text), Quote("a.txt", EVIDENCE)][:k]

    monkeypatch.setattr(measuring, "load", lambda _: build)
    result = measure(WENJU, Corpus((), ()), [question("a"), question("none", type_="unanswerable")])
    values = {m.name: m.rows.tolist() for m in result.measured}
    assert {name: values[name] for name in ("recall@1", "recall@5", IN_BUDGET)} == {
        "recall@1": [[0.0]],
        "recall@5": [[1.0]],
        IN_BUDGET: [[1.0]],
    }
    assert result.hit_characters == (len("新增就业？") + len(EVIDENCE)) / 2
    assert min(result.start_s, result.index_s, result.latency.p50, result.memory_mb) > 0


def test_the_table_holds_every_system_against_the_first() -> None:
    other = System("other", "Other", "other", "build", (), "other-package", "as its page says")
    results = [
        RivalResult(WENJU, "0.1", shares(1, 1), Latency(10.0, 20.04), 0.5, 2.0, 3.0, 12.0, 300.4, 250.0),
        RivalResult(other, "9.9", shares(0, 1), Latency(1.0, 2.0), 3.0, 0.25, 0.5, 1.5, 600.0, 800.0),
    ]
    assert rivals_table(results, title="two questions").splitlines() == [
        "two questions",
        "",
        "| system | recall@1 | recall@5 | recall@10 | in the first 1,500 characters | recall@5 against Wenju | characters a hit | "
        "ready in | indexed in | query p50 / p95 | processor, index / a query | memory |",
        "|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|",
        "| Wenju | 1.000 (1.00–1.00) | 1.000 (1.00–1.00) | 1.000 (1.00–1.00) | 1.000 (1.00–1.00) | – | 250 | 0.5 s | 2.0 s | "
        "10.0 / 20.0 ms | 3.0 s / 12.0 ms | 300 MB |",
        "| Other | 0.500 (0.00–1.00) | 0.500 (0.00–1.00) | 0.500 (0.00–1.00) | 0.500 (0.00–1.00) | -0.500 (-1.00 – +0.00) | 800 | "
        "3.0 s | 0.2 s | 1.0 / 2.0 ms | 0.5 s / 1.5 ms | 600 MB |",
        "",
        "- Wenju: wenju 0.1; as it is.",
        "- Other: other-package 9.9; as its page says.",
    ]


def shares(*values: int) -> tuple[Measured, ...]:
    return tuple(
        mean_of(n, [(str(i), v) for i, v in enumerate(values)]) for n in ("recall@1", "recall@5", "recall@10", IN_BUDGET)
    )


def test_systems_are_chosen_by_name() -> None:
    assert [s.key for s in choose(["txtai", "wenju"])] == ["txtai", "wenju"]
    assert choose(None) == SYSTEMS
    with pytest.raises(RivalError, match=r"^nosuch: no system of that name; choose from wenju, langchain"):
        choose(["nosuch"])


def test_a_system_that_is_not_installed_says_what_to_do() -> None:
    with pytest.raises(
        RivalError, match=r"^Absent: nowhere_to_be_found not installed; pip install -c constraints.txt -e '.\[rivals\]'"
    ):
        load(ABSENT)


@pytest.mark.slow
def test_the_product_is_measured_in_a_process_of_its_own(reports: Path) -> None:
    asked = Question("a", "direct", "zh", "青岚县2023年粮食总产量多少？", (), "", (), (Quote(QINGLAN_2024, HARVEST),))
    result = measure_apart(WENJU, read_corpus([reports]), [asked])
    assert {m.name: m.rows.tolist() for m in result.measured}["recall@1"] == [[1.0]]
    assert result.memory_mb > 50


@pytest.mark.slow
def test_the_verb_tells_what_is_missing_and_measures_the_rest(
    tmp_path: Path, reports: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "own.jsonl"
    evidence = [{"file": QINGLAN_2024, "text": HARVEST}]
    write_lines(
        path, [{"id": "a", "type": "direct", "lang": "zh", "question": "粮食总产量多少？", "answer": "", "evidence": evidence}]
    )
    monkeypatch.setattr(systems, "SYSTEMS", (WENJU, ABSENT))
    assert main(["rivals", "--set", str(path), "--reports", str(reports)]) == 1
    told = capsys.readouterr()
    assert "wenju eval: Absent: nowhere_to_be_found not installed" in told.err
    assert told.out.startswith(f"{path}: 1 questions with evidence, 4 reports\n")
    assert [line for line in told.out.splitlines() if line.startswith("- ")] == [f"- Wenju: wenju {WENJU.version}; as it is."]
