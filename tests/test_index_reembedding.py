"""The vectors of a store made anew with another encoder."""

import logging
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest

from index.encoder import Vectors
from index.encoders import Choices, EncoderChoice, RerankerChoice, open_chosen
from index.ingest import ingest
from index.model_choices import read_choices, write_reranker
from index.models import passage_encoder
from index.nearest import nearest, on_learnt_scale
from index.opening import INDEXES_LOCK, Library, open_library, open_store, sole_writer
from index.reembedding import PENDING, Reembedded, reembed
from index.scored import Scored
from index.search import find
from index.store import FILE, Store, StoreError
from tests.invented_reports import QINGLAN_2023, make_report, write_files
from tests.letter_encoder import LetterEncoder
from tests.tiny_models import make_encoder, make_static

OTHER = EncoderChoice("other")
# The four reports have so many passages.
PASSAGES = 10


class Counting(LetterEncoder):
    """Keeps the texts that it encoded, and is ended after so many of them."""

    def __init__(self, letters: str = "国村镇乡", *, ends_after: int = 1000) -> None:
        super().__init__(letters)
        self._ends_after = ends_after
        self.texts: list[str] = []

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        if len(self.texts) >= self._ends_after:
            raise KeyboardInterrupt
        self.texts += texts
        return super().encode_passages(texts)


def vectors(folder: Path) -> tuple[str, int, Vectors]:
    with closing(sqlite3.connect(folder / FILE)) as connection:
        meta = dict(connection.execute("SELECT name, value FROM meta"))
        rows = [np.frombuffer(v, np.float16) for (v,) in connection.execute("SELECT vector FROM passages ORDER BY id")]
    return meta["encoder"], int(meta["dimension"]), np.stack(rows).astype(np.float32)


def texts_of(folder: Path, tmp_path: Path) -> list[str]:
    """Return what an encoder sees of all passages, by a store that it makes from the same reports."""
    counting = Counting()
    ingest([folder.parent / "reports"], tmp_path / "twin", counting)
    return counting.texts


def test_every_vector_is_that_of_the_new_encoder_and_searches_go_on(store_folder: Path, tmp_path: Path) -> None:
    heard: list[tuple[int, int]] = []
    new = Counting("水粮村就业学床")
    assert new.dimension != LetterEncoder().dimension
    done = reembed(store_folder, OTHER, new, on_passages=lambda done, total: heard.append((done, total)), batch=4)
    assert done == Reembedded(PASSAGES, 0)
    assert heard == [(0, 10), (4, 10), (8, 10), (10, 10)]
    twin = Counting("水粮村就业学床")
    ingest([store_folder.parent / "reports"], tmp_path / "twin", twin)
    assert sorted(new.texts) == sorted(twin.texts)
    assert vectors(store_folder)[:2] == vectors(tmp_path / "twin")[:2] == (new.name, 7)
    assert sorted(vectors(store_folder)[2].tolist()) == sorted(vectors(tmp_path / "twin")[2].tolist())
    assert read_choices(store_folder) == Choices(OTHER)
    assert not list(store_folder.glob(f"{PENDING}*"))
    library, other = open_library(store_folder, new), open_library(tmp_path / "twin", twin)
    assert [(h.text, h.score) for h in find(library, "粮食产量").hits] == [
        (h.text, h.score) for h in find(other, "粮食产量").hits
    ]
    assert library.dense.manifest.encoder == new.name
    library.close()
    other.close()


def test_a_run_that_was_ended_goes_on_where_it_was(store_folder: Path, tmp_path: Path) -> None:
    before = vectors(store_folder)
    first = Counting(ends_after=6)
    with pytest.raises(KeyboardInterrupt):
        reembed(store_folder, OTHER, first, batch=3)
    assert len(first.texts) == 6
    # Nothing of it is seen yet: the old encoder opens the store, and its vectors are as they were.
    library = open_library(store_folder, LetterEncoder())
    assert find(library, "粮食产量").hits
    library.close()
    now = vectors(store_folder)
    assert (now[0], now[1], now[2].tolist()) == (before[0], before[1], before[2].tolist())
    second = Counting()
    heard: list[tuple[int, int]] = []
    assert reembed(
        store_folder, OTHER, second, on_passages=lambda done, total: heard.append((done, total)), batch=3
    ) == Reembedded(4, 6)
    assert heard == [(6, 10), (9, 10), (10, 10)]
    assert sorted(first.texts + second.texts) == sorted(texts_of(store_folder, tmp_path))
    assert vectors(store_folder)[0] == second.name


def test_what_another_encoder_began_is_thrown_away(store_folder: Path) -> None:
    with pytest.raises(KeyboardInterrupt):
        reembed(store_folder, OTHER, Counting("国村", ends_after=6), batch=3)
    assert reembed(store_folder, OTHER, Counting(), batch=3) == Reembedded(PASSAGES, 0)
    (store_folder / PENDING).write_bytes(b"cut off")
    assert reembed(store_folder, OTHER, Counting("国村"), batch=3) == Reembedded(PASSAGES, 0)


def test_vectors_of_a_former_store_in_the_folder_are_not_taken(store_folder: Path, tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt):
        reembed(store_folder, OTHER, Counting(ends_after=6), batch=3)
    for path in store_folder.glob(f"{FILE}*"):
        path.unlink()
    ingest(
        [write_files(tmp_path / "others", {"o/甲.txt": "国道乡村。\n", "o/乙.txt": "镇村。\n"})], store_folder, LetterEncoder()
    )
    new = Counting()
    assert reembed(store_folder, OTHER, new) == Reembedded(2, 0)
    expected = new.encode_passages(["镇村。", "国道乡村。"])
    np.testing.assert_allclose(
        vectors(store_folder)[2], expected[::-1] if vectors(store_folder)[2][0][0] else expected, atol=1e-3
    )


SLOWLY = """
import sys, time
from pathlib import Path
from index.encoders import EncoderChoice
from index.reembedding import reembed
from tests.letter_encoder import LetterEncoder
def slowly(done, total):
    print(done, flush=True)
    time.sleep(0.3)
reembed(Path(sys.argv[1]), EncoderChoice("other"), LetterEncoder("国村镇乡"), on_passages=slowly, batch=2)
"""


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="processes are ended in another way there")
def test_a_run_that_was_killed_goes_on_and_the_old_vectors_serve_meanwhile(store_folder: Path, library: Library) -> None:
    before = [(h.text, h.score) for h in find(library, "粮食产量").hits]
    arguments = [sys.executable, "-c", SLOWLY, str(store_folder)]
    with subprocess.Popen(arguments, stdout=subprocess.PIPE, text=True, cwd=Path.cwd()) as process:
        assert process.stdout is not None
        assert [process.stdout.readline() for _ in range(3)] == ["0\n", "2\n", "4\n"]
        library.refresh()
        assert [(h.text, h.score) for h in find(library, "粮食产量").hits] == before
        with pytest.raises(StoreError, match="being made anew by another process; wait until that is done"):
            reembed(store_folder, OTHER, Counting())
        process.send_signal(signal.SIGKILL)
        process.wait()
    assert [(h.text, h.score) for h in find(library, "粮食产量").hits] == before
    second = Counting()
    done = reembed(store_folder, OTHER, second, batch=2)
    assert done.encoded + done.resumed == PASSAGES
    assert done.resumed >= 4
    assert len(second.texts) == done.encoded


def test_reports_that_come_in_meanwhile_are_encoded_too(store_folder: Path, tmp_path: Path) -> None:
    new = Counting()
    more = write_files(tmp_path / "more", {"more/新.txt": "新建国道一条，乡村公路十条，镇村相连。\n"})
    came: list[int] = []

    def come_in(done: int, _total: int) -> None:
        if done == PASSAGES and not came:
            came.append(done)
            ingest([more], store_folder, LetterEncoder())
            Store.open(store_folder).remove([QINGLAN_2023])

    done = reembed(store_folder, OTHER, new, on_passages=come_in, batch=3)
    assert done == Reembedded(PASSAGES + 1, 0)
    library = open_library(store_folder, new)
    assert library.dense.manifest.count == library.store.count
    assert nearest(library, "乡村国道", [None], k=1)[0].score == pytest.approx(
        float(new.encode_queries(["乡村国道"])[0] @ new.encode_queries(["新建国道一条，乡村公路十条，镇村相连。"])[0]), abs=1e-3
    )
    library.close()


def test_a_writer_that_opened_the_store_before_cannot_put_old_vectors_in(store_folder: Path) -> None:
    old, report = LetterEncoder(), make_report("neu.txt", "新增就业。")
    store = open_store(store_folder, old)
    reembed(store_folder, OTHER, Counting("水粮财学床路国村"))
    assert old.dimension == 8 == store.dimension  # of the shape that fits, yet another's
    with pytest.raises(StoreError, match=r"neu\.txt: its vectors were made by letters-就业.*run the same wenju ingest again"):
        store.put(report, old.encode_passages(["新增就业。"]))
    assert "neu.txt" not in store.digests()
    store.close()
    with pytest.raises(StoreError, match=r"not by letters-就业粮财学床路水; make them anew with: wenju model --store .* NAME"):
        open_store(store_folder, old)


def test_an_index_of_as_many_columns_is_not_taken_for_one_of_the_new_encoder(store_folder: Path) -> None:
    open_library(store_folder, LetterEncoder()).close()
    new = Counting("水粮财学床路国村")
    reembed(store_folder, OTHER, new)
    library = open_library(store_folder, new)
    query = new.encode_queries(["水路"])[0]
    found = {s.id: s.score for s in library.dense.search(query, reports=None, k=PASSAGES)}
    assert list(found.values()) == pytest.approx(sorted((vectors(store_folder)[2] @ query).tolist(), reverse=True), abs=1e-5)
    library.close()


class Renamed(LetterEncoder):
    @property
    def name(self) -> str:
        return "letters-elsewhere"


def test_vectors_that_are_the_encoders_own_stay(store_folder: Path) -> None:
    before = vectors(store_folder)
    with pytest.raises(KeyboardInterrupt):
        reembed(store_folder, OTHER, Counting(ends_after=3), batch=3)
    assert reembed(store_folder, OTHER, Renamed()) == Reembedded(0, 0, kept=True)
    after = vectors(store_folder)
    assert (after[0], after[1], after[2].tolist()) == ("letters-elsewhere", before[1], before[2].tolist())
    assert read_choices(store_folder) == Choices(OTHER)
    assert not (store_folder / PENDING).exists()
    open_library(store_folder, Renamed()).close()


def test_an_empty_store_takes_another_encoder(tmp_path: Path) -> None:
    from index.opening import create_store

    create_store(tmp_path / "s", LetterEncoder()).close()
    assert reembed(tmp_path / "s", OTHER, Counting()) == Reembedded(0, 0)
    with closing(Store.open(tmp_path / "s")) as store:
        assert (store.encoder_name, store.dimension) == ("letters-国村镇乡", 4)


def test_who_has_the_store_open_goes_over_to_the_new_model(reports: Path, tmp_path: Path) -> None:
    folder = tmp_path / "s"
    ingest([reports], folder, passage_encoder(folder))
    library = open_library(folder)
    words, before = library.encoder, library.vectors
    assert before.encoder is words
    choice = EncoderChoice(f"static:{make_static(tmp_path / 'tiny')}")
    reembed(folder, choice, open_chosen(choice))
    assert find(library, "粮食产量").hits
    assert library.vectors is before
    library.refresh()
    assert (library.vectors.encoder.name, library.dense.manifest.dimension) == (open_chosen(choice).name, 12)
    assert library.encoder is words
    hits = find(library, "粮食产量").hits
    opened = open_library(folder)
    assert [(h.text, h.score) for h in find(opened, "粮食产量").hits] == [(h.text, h.score) for h in hits]
    opened.close()
    # And back.
    reembed(folder, EncoderChoice(), open_chosen(EncoderChoice()))
    library.refresh()
    assert library.dense.manifest.dimension == 256
    library.close()


def test_who_cannot_open_the_new_model_goes_on_with_what_was_there(
    reports: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    folder = tmp_path / "s"
    ingest([reports], folder, passage_encoder(folder))
    library = open_library(folder)
    before = [(h.text, h.score) for h in find(library, "粮食产量").hits]
    model = make_static(tmp_path / "tiny")
    choice = EncoderChoice(f"static:{model}")
    reembed(folder, choice, open_chosen(choice))
    (model / "model.safetensors").unlink()
    with caplog.at_level(logging.WARNING):
        for _ in range(3):
            library.refresh()
    assert [(h.text, h.score) for h in find(library, "粮食产量").hits] == before
    assert [r.getMessage().split(":")[0] for r in caplog.records] == ["searching goes on with the vectors of before"]
    make_static(tmp_path / "tiny")
    write_reranker(folder, None)  # a change: it is tried again
    library.refresh()
    assert library.dense.manifest.dimension == 12
    library.close()


def test_the_indexes_are_not_built_while_vectors_are_exchanged(store_folder: Path) -> None:
    with sole_writer(store_folder, 0.0, lock=INDEXES_LOCK) as alone:
        assert alone
        with pytest.raises(StoreError, match="its indexes are held by another process; run the same command again"):
            reembed(store_folder, OTHER, Counting(), patience=0.05)
    assert reembed(store_folder, OTHER, Counting()) == Reembedded(0, PASSAGES)


def test_a_file_that_cannot_be_written_is_told(store_folder: Path) -> None:
    def limit(done: int, _total: int) -> None:
        if done == 6:
            other = sqlite3.connect(store_folder / PENDING)
            other.execute("DROP TABLE vectors")  # stands for any failure of the file
            other.close()

    with pytest.raises(StoreError, match=r"the new vectors could not be written \(no such table.*run the same command again"):
        reembed(store_folder, OTHER, Counting(), on_passages=limit, batch=3)
    assert vectors(store_folder)[0] == LetterEncoder().name


def test_a_reranker_is_kept_beside_the_encoder(store_folder: Path) -> None:
    write_reranker(store_folder, RerankerChoice("x", 7))
    reembed(store_folder, OTHER, Counting())
    assert read_choices(store_folder) == Choices(OTHER, RerankerChoice("x", 7))
    assert read_choices(store_folder / "none") == Choices()


def test_scores_of_another_model_come_to_the_scale_that_the_ranking_knows(library: Library) -> None:
    words = LetterEncoder()
    passages = library.passages([s.id for s in nearest(library, "粮食财学", [None], k=4)])
    usual = {s.id: s.score for s in nearest(library, "粮食财学", [None], k=4)}
    foreign = [Scored(i, 0.9 - 0.01 * n) for n, i in enumerate(sorted(passages, reverse=True))]
    found = on_learnt_scale(foreign, passages, "粮食财学", words)
    assert [s.id for s in found] == [s.id for s in foreign]
    scores = np.array([s.score for s in found])
    assert scores.mean() == pytest.approx(np.mean(list(usual.values())), abs=1e-3)
    assert scores.std() == pytest.approx(np.std(list(usual.values())), abs=1e-3)
    steps = scores[:-1] - scores[1:]
    assert steps == pytest.approx([steps[0]] * 3, abs=1e-5)
    assert on_learnt_scale([], {}, "粮食", words) == []


@pytest.mark.slow
def test_a_tiny_transformer_serves_a_store(reports: Path, tmp_path: Path) -> None:
    folder = tmp_path / "s"
    ingest([reports], folder, passage_encoder(folder))
    choice = EncoderChoice(str(make_encoder(tmp_path)), query_prompt="q", passage_prompt="p")
    encoder = open_chosen(choice)
    assert reembed(folder, choice, encoder) == Reembedded(PASSAGES, 0)
    library = open_library(folder)
    assert (library.dense.manifest.dimension, library.encoder.dimension) == (32, 256)
    texts = [p.id for p in library.store.passages(range(100)).values()]
    assert {s.id for s in nearest(library, "粮食产量", [None], k=PASSAGES)} == set(texts)
    assert "粮食总产量" in find(library, "粮食总产量").hits[0].text
    library.close()
    # The same model with another prompt for questions needs no new vectors.
    again = EncoderChoice(choice.name, query_prompt="", passage_prompt="p")
    assert reembed(folder, again, open_chosen(again)) == Reembedded(0, 0, kept=True)
