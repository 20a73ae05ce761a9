from pathlib import Path

import pytest

from eval.command import main
from eval.finding import measure_found
from eval.measure import Measured, mean_of
from eval.named import load_set
from eval.outputs import by_id, read_found
from eval.quotes import Quote
from eval.retrieval.ablation import STAGES, StagedFinder, StageResult, ablate, fuse_ranks
from eval.retrieval.tables import ablation_table
from eval.running import Latency, run_find
from eval.sets import Question
from eval.stores import open_measured
from index.opening import Library
from tests.eval_items import write_set
from tests.invented_reports import BAIYU_2024, QINGLAN_2023, QINGLAN_2024

ASKED = "青岚县2024年的粮食总产量达到多少？"
HARVEST = "粮食总产量达到31.6万吨，连续八年增产。新建高标准农田2.4万亩。"


def test_what_both_searches_found_stands_before_what_one_put_first() -> None:
    # 1/62 + 1/61 for 2; 1/61 for 7 and 3; 1/63 for 9.
    assert fuse_ranks({9: [3], 7: [1], 2: [2, 1], 3: [1]}) == [2, 3, 7, 9]


def test_each_stage_finds_in_the_shape_of_the_engine(library: Library) -> None:
    found = {stage.name: StagedFinder(library, stage).find(ASKED, k=2) for stage in STAGES}
    assert [len(f.hits) for f in found.values()] == [2] * 6
    assert [[h.rank for h in f.hits] for f in found.values()] == [[1, 2]] * 6
    product = found["+ what answers first (the product)"].hits[0]
    assert (product.report.rpartition("/")[2], product.text) == (QINGLAN_2024.rpartition("/")[2], HARVEST)


def test_only_the_stages_that_read_the_question_keep_to_the_place(library: Library) -> None:
    asked = "白榆市的城镇新增就业"
    reports = {
        stage.name: {h.report.rpartition("/")[2] for h in StagedFinder(library, stage).find(asked, k=9).hits} for stage in STAGES
    }
    names = {key: key.rpartition("/")[2] for key in (BAIYU_2024, QINGLAN_2023, QINGLAN_2024)}
    assert names[QINGLAN_2024] in reports["lexical only"] & reports["dense only"] & reports["both, reciprocal rank fusion"]
    for name in ("+ question read, scope", "+ learnt ranking", "+ what answers first (the product)"):
        assert names[BAIYU_2024] in reports[name]
        assert not {names[QINGLAN_2023], names[QINGLAN_2024]} & reports[name]


def test_questions_without_evidence_are_left_out(library: Library) -> None:
    asked = Question("a", "direct", "zh", ASKED, (), "31.6万吨", (), (Quote(QINGLAN_2024, HARVEST),))
    nowhere = Question("b", "unanswerable", "zh", "渔业产量多少？", (), "", (), ())
    results = ablate(library, [asked, nowhere])
    assert [(r.name, r.measured[0].name, r.measured[0].ids) for r in results] == [(s.name, "recall@5", ("a",)) for s in STAGES]
    assert results[-1].measured[1].rows.tolist() == [[1.0]]


def test_the_table_shows_each_stage_beside_the_one_before() -> None:
    results = [
        StageResult("one", measures((0, 0, 0, 0), (0, 1, 1, 1), (1, 1, 1, 1)), Latency(1.04, 2.0)),
        StageResult("two", measures((1, 1, 1, 1), (1, 1, 1, 1), (1, 1, 1, 1)), Latency(10.0, 20.0)),
    ]
    assert ablation_table(results, title="four").splitlines() == [
        "four",
        "",
        "| find | recall@1 | recall@5 | recall@10 | recall@5 against the row above | p50 / p95 |",
        "|---|--:|--:|--:|--:|--:|",
        "| one | 0.000 (0.00–0.00) | 0.750 (0.25–1.00) | 1.000 (1.00–1.00) | – | 1.0 / 2.0 ms |",
        "| two | 1.000 (1.00–1.00) | 1.000 (1.00–1.00) | 1.000 (1.00–1.00) | +0.250 (+0.00 – +0.75) | 10.0 / 20.0 ms |",
    ]


def measures(*columns: tuple[int, ...]) -> tuple[Measured, ...]:
    names = ("recall@1", "recall@5", "recall@10")
    return tuple(mean_of(n, [(str(i), v) for i, v in enumerate(c)]) for n, c in zip(names, columns, strict=True))


@pytest.mark.slow
def test_the_last_stage_is_the_product_on_the_samples() -> None:
    samples = load_set("samples")
    asked = [q for q in samples.questions if q.evidence]
    with open_measured(samples.reports, None) as engine:
        results = ablate(engine.library, samples.questions)
        product = measure_found(asked, by_id(run_find(engine, asked).rows, read_found))
    assert [m.rows.tolist() for m in results[-1].measured] == [m.rows.tolist() for m in product]
    assert len(asked) == len(results[0].measured[0].ids) > 100


@pytest.mark.slow
def test_the_verb_prints_a_table_a_set(tmp_path: Path, reports: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "own.jsonl"
    path.write_text(
        '{"id": "a", "type": "direct", "lang": "zh", "question": "粮食总产量多少？", "answer": "31.6万吨", "values": [], '
        f'"evidence": [{{"file": "{QINGLAN_2024}", "text": "{HARVEST}"}}]}}\n',
        encoding="utf-8",
    )
    assert main(["ablation", "--set", str(path), "--reports", str(reports)]) == 0
    printed = capsys.readouterr().out.splitlines()
    assert printed[0].startswith(f"{path}: 1 questions with evidence, 4 reports, ")
    assert [line.split(" | ")[0] for line in printed[4:10]] == [f"| {stage.name}" for stage in STAGES]


@pytest.mark.parametrize("verb", ["ablation", "rivals"])
def test_a_set_in_a_file_needs_reports(tmp_path: Path, capsys: pytest.CaptureFixture[str], verb: str) -> None:
    assert main([verb, "--set", str(write_set(tmp_path))]) == 1
    assert capsys.readouterr().err.endswith(
        "questions with evidence and reports are needed; give --reports DIR and a set of questions\n"
    )
