import json
import lzma
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from corpus.errors import WenjuError
from eval.named import EvalSet
from eval.quotes import Quote, covers
from eval.retrieval.neutral import DATA, PAIRS, Drawing, NeutralError, make_neutral, open_set, set_apart
from eval.sets import Question
from tests.eval_items import write_set

LIGHTHOUSE = "灯塔建于一九零二年。塔高二十米，由石块砌成。守塔人住在旁边的石屋。"
ORCHARD = "果园种梨。果园的梨在秋天成熟。"
BRIDGE = "橋長三百公尺。"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    folder.mkdir()
    write_pairs(
        folder / PAIRS,
        [
            {
                "source": "cmrc2018-dev",
                "passage": LIGHTHOUSE,
                "questions": ["塔多高？", "谁住石屋？"],
                "answers": ["二十米", "守塔人"],
            },
            {"source": "drcd-dev (x)", "passage": BRIDGE, "questions": ["橋多長？"], "answers": ["三百公尺"]},
            {"source": "cmrc2018-dev", "passage": ORCHARD, "questions": ["种什么？", "何时熟？"], "answers": ["梨", "秋天"]},
        ],
    )
    return folder


def write_pairs(path: Path, rows: Sequence[Mapping[str, object]]) -> None:
    with lzma.open(path, "wt", encoding="utf-8") as lines:
        lines.writelines(f"{json.dumps(row, ensure_ascii=False)}\n" for row in rows)


def test_every_passage_is_a_report_and_the_sentence_with_the_answer_the_evidence(tmp_path: Path, data: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    made = make_neutral("cmrc", out, Drawing(), data=data)
    # 梨 stands in its passage twice: which of the two is meant cannot be told.
    assert made == EvalSet(
        "cmrc",
        (
            reading("cmrc-0000-0", "塔多高？", "二十米", Quote("cmrc-0000.txt", "塔高二十米，由石块砌成。")),
            reading("cmrc-0000-1", "谁住石屋？", "守塔人", Quote("cmrc-0000.txt", "守塔人住在旁边的石屋。")),
            reading("cmrc-0001-1", "何时熟？", "秋天", Quote("cmrc-0001.txt", "果园的梨在秋天成熟。")),
        ),
        (),
        (out,),
    )
    assert {p.name: p.read_text(encoding="utf-8") for p in out.iterdir()} == {
        "cmrc-0000.txt": LIGHTHOUSE,
        "cmrc-0001.txt": ORCHARD,
    }


def reading(id_: str, question: str, answer: str, evidence: Quote) -> Question:
    return Question(id_, "reading", "zh", question, (), answer, (), (evidence,))


def test_one_seed_draws_the_same_questions_and_another_others(tmp_path: Path, data: Path) -> None:
    drawn = [[q.id for q in make_neutral("cmrc", tmp_path, Drawing(1, seed), data=data).questions] for seed in (0, 1, 2, 0)]
    assert [len(ids) for ids in drawn] == [1, 1, 1, 1]
    assert drawn[0] == drawn[3]
    assert len({ids[0] for ids in drawn}) > 1


def test_the_reports_are_there_as_long_as_the_set_is_open(data: Path) -> None:
    with open_set("drcd", Drawing(), data=data) as opened:
        (folder,) = opened.reports
        assert [p.name for p in folder.iterdir()] == ["drcd-0000.txt"]
        assert [q.evidence for q in opened.questions] == [(Quote("drcd-0000.txt", BRIDGE),)]
    assert not folder.exists()


def test_other_sets_are_opened_as_they_are(tmp_path: Path) -> None:
    with open_set(str(write_set(tmp_path)), Drawing()) as opened:
        assert [q.id for q in opened.questions] == ["q1", "q2", "q3"]
    with pytest.raises(WenjuError, match="neither a set"), open_set("nosuch", Drawing()):
        pass


def test_missing_data_are_told(tmp_path: Path) -> None:
    with pytest.raises(NeutralError, match=r"not there; fetch the training data, or measure with other sets than cmrc"):
        make_neutral("cmrc", tmp_path, Drawing(), data=tmp_path)


def test_the_data_to_train_on_hold_no_pair_of_the_sets(tmp_path: Path, data: Path) -> None:
    (data / "other.jsonl").write_text("{}\n", encoding="utf-8")
    set_apart(data, tmp_path / "apart")
    assert {p.name for p in (tmp_path / "apart").iterdir()} == {"other.jsonl", PAIRS}
    assert (tmp_path / "apart" / "other.jsonl").readlink() == data / "other.jsonl"
    assert lzma.decompress((tmp_path / "apart" / PAIRS).read_bytes()) == b""
    with pytest.raises(NeutralError, match="is there already; name a new folder"):
        set_apart(data, tmp_path / "apart")


@pytest.mark.reports
@pytest.mark.skipif(not (DATA / PAIRS).exists(), reason="needs ../shared")
@pytest.mark.parametrize("name", ["cmrc", "drcd"])
def test_the_real_pairs_give_a_thousand_questions_whose_evidence_stands_in_their_passage(tmp_path: Path, name: str) -> None:
    made = make_neutral(name, tmp_path, Drawing())
    texts = {p.name: p.read_text(encoding="utf-8") for p in tmp_path.iterdir()}
    assert len(made.questions) == 1000
    assert all(covers(texts[e.report], e.text) for q in made.questions for e in q.evidence)
