import shutil
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from index.ingest import ingest
from index.opening import Library, create_store, open_library
from index.search import find
from index.store import FILE, StoreError
from index.words import query_words
from tests.invented_reports import FILES, QINGLAN_2023, make_report
from tests.letter_encoder import LetterEncoder


def found(library: Library, query: str) -> tuple[list[str], list[str]]:
    """Return the texts that each index finds for a query."""
    lexical = library.lexical.search(query_words(query), reports=None, k=5)
    dense = library.dense.search(library.encoder.encode_queries([query])[0], reports=None, k=5)
    passages = library.store.passages([s.id for s in (*lexical, *dense)])
    return [passages[s.id].text for s in lexical], [passages[s.id].text for s in dense]


def put(library: Library, key: str, *lines: str) -> None:
    """Write a report into the store alone, as another process would that was killed before it brought the indexes up to date."""
    report = make_report(key, *lines)
    library.store.put(report, library.encoder.encode_passages(lines))


def _nothing(folder: Path) -> None:
    del folder


def _no_lexical(folder: Path) -> None:
    shutil.rmtree(folder / "lexical")


def _no_dense(folder: Path) -> None:
    shutil.rmtree(folder / "dense")


def _broken_lexical(folder: Path) -> None:
    (folder / "lexical" / "meta.json").write_text("{}", encoding="utf-8")


def _broken_dense(folder: Path) -> None:
    (folder / "dense" / "vectors.faiss").write_bytes(b"x")


def _ahead(folder: Path) -> None:
    """Put the store back to an earlier generation, as from a backup."""
    with sqlite3.connect(folder / FILE) as connection:
        connection.execute("UPDATE meta SET value = '2' WHERE name = 'generation'")
    connection.close()


@pytest.mark.parametrize("spoil", [_nothing, _no_lexical, _no_dense, _broken_lexical, _broken_dense, _ahead])
def test_missing_broken_and_foreign_indexes_are_built_from_the_store(
    store_folder: Path, encoder: LetterEncoder, spoil: Callable[[Path], None]
) -> None:
    before = open_library(store_folder, encoder)
    whole = found(before, "粮食产量")
    before.close()
    spoil(store_folder)
    library = open_library(store_folder, encoder)
    assert found(library, "粮食产量") == whole
    assert library.lexical.generation == library.dense.generation == library.store.generation
    assert library.lexical.count == library.dense.manifest.count == library.store.count
    library.close()


def test_stale_indexes_are_caught_up_when_opened(store_folder: Path, encoder: LetterEncoder) -> None:
    library = open_library(store_folder, encoder)
    put(library, "new.txt", "新修水渠，水路畅通。")
    library.store.remove([QINGLAN_2023])
    library.close()
    library = open_library(store_folder, encoder)
    assert found(library, "水渠") == (["新修水渠，水路畅通。"], ["新修水渠，水路畅通。", *found(library, "水渠")[1][1:]])
    assert library.lexical.count == library.dense.manifest.count == library.store.count
    assert QINGLAN_2023 not in {card.key for card in library.catalogue()}
    library.close()


def test_a_refresh_sees_what_this_process_wrote(library: Library) -> None:
    put(library, "new.txt", "新修水渠，水路畅通。")
    assert "new.txt" not in {card.key for card in library.catalogue()}
    library.refresh()
    assert "new.txt" in {card.key for card in library.catalogue()}
    assert found(library, "水渠")[0] == ["新修水渠，水路畅通。"]
    put(library, "new.txt", "另一句。")
    library.refresh()
    assert found(library, "水渠")[0] == []


def test_a_refresh_sees_what_another_process_wrote(library: Library, tmp_path: Path) -> None:
    (tmp_path / "more").mkdir()
    (tmp_path / "more" / "渠.txt").write_text("新修水渠十二公里，水路畅通，夏收粮食又获丰收。\n", encoding="utf-8")
    code = (
        "import sys; from pathlib import Path; from index.ingest import ingest; from tests.letter_encoder import LetterEncoder; "
        "ingest([Path(sys.argv[1])], Path(sys.argv[2]), LetterEncoder())"
    )
    subprocess.run([sys.executable, "-c", code, str(tmp_path / "more"), str(library.store.folder)], check=True, cwd=Path.cwd())
    library.refresh()
    lexical, dense = found(library, "水渠")
    assert lexical[0] == dense[0] == "新修水渠十二公里，水路畅通，夏收粮食又获丰收。"
    assert len(library.catalogue()) == len(FILES) + 1


def test_a_refresh_goes_on_with_what_was_there_while_another_process_writes_the_indexes(library: Library) -> None:
    before = library.catalogue(), found(library, "粮食")
    other = sqlite3.connect(library.store.folder / "indexes.lock", isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    put(library, "new.txt", "新修水渠，粮食满仓。")
    library.refresh()
    assert (library.catalogue(), found(library, "粮食")) == before
    other.close()
    library.refresh()
    assert "新修水渠，粮食满仓。" in found(library, "粮食")[0]


def test_a_library_that_follows_aside_keeps_nobody_waiting_and_learns_of_reports_all_the_same(library: Library) -> None:
    library.follow_aside()
    with sqlite3.connect(library.store.folder / "indexes.lock", isolation_level=None) as other:
        other.execute("BEGIN EXCLUSIVE")  # another process writes the indexes
        put(library, "新/一.txt", "新建公园五座。")
        library.refresh()
        assert "新/一.txt" not in [card.key for card in library.catalogue()]
        other.execute("COMMIT")
    other.close()
    until = time.monotonic() + 20
    while "新/一.txt" not in [card.key for card in library.catalogue()] and time.monotonic() < until:
        library.refresh()
        time.sleep(0.05)
    assert "新/一.txt" in [card.key for card in library.catalogue()]
    put(library, "新/二.txt", "新建公园六座。")
    library.refresh(patience=10)
    assert "新/二.txt" in [card.key for card in library.catalogue()]


def test_searches_go_on_in_other_threads_while_a_library_is_refreshed(library: Library) -> None:
    wrong: list[BaseException] = []
    done = threading.Event()

    def search() -> None:
        while not done.is_set():
            try:
                library.refresh()
                assert find(library, "城镇新增就业").hits
            except BaseException as error:
                wrong.append(error)
                raise

    threads = [threading.Thread(target=search) for _ in range(3)]
    for thread in threads:
        thread.start()
    for n in range(5):
        put(library, f"new{n % 2}.txt", *[f"就业{m}人。" for m in range(20)])
        library.refresh()
    done.set()
    for thread in threads:
        thread.join()
    library.refresh()
    assert wrong == []
    assert library.lexical.count == library.dense.manifest.count == library.store.count


def test_a_store_of_another_encoder_is_refused(store_folder: Path) -> None:
    sentence = "store: its vectors were made by the encoder letters-就业粮财学床路水, not by letters-国; make them anew with: wenju model"
    with pytest.raises(StoreError, match=sentence):
        open_library(store_folder, LetterEncoder("国"))
    with pytest.raises(StoreError, match=sentence):
        ingest([store_folder.parent / "reports"], store_folder, LetterEncoder("国"))


def test_a_folder_without_a_store_is_not_opened(tmp_path: Path, encoder: LetterEncoder) -> None:
    with pytest.raises(StoreError, match="no store there"):
        open_library(tmp_path / "none", encoder)
    assert not (tmp_path / "none").exists()


def test_indexes_of_an_earlier_store_are_not_taken_for_those_of_a_new_one(store_folder: Path, encoder: LetterEncoder) -> None:
    for path in store_folder.glob("store.sqlite3*"):
        path.unlink()
    store = create_store(store_folder, encoder)
    for n in range(len(FILES)):
        store.put(make_report(f"{n}.txt", f"水渠{n}公里"), encoder.encode_passages([f"水渠{n}公里"]))
    store.close()
    library = open_library(store_folder, encoder)
    assert found(library, "粮食产量")[0] == []
    assert len(found(library, "水渠")[0]) == len(FILES)
    library.close()


def test_passages_are_remembered_until_the_store_changes(library: Library) -> None:
    put(library, "a.txt", "水渠5公里")
    library.refresh()
    [wanted] = [p.id for p in library.store.report_passages("a.txt")]
    first = library.passages([wanted, 999_999])
    assert first == library.store.passages([wanted])
    assert library.passages([wanted])[wanted] is first[wanted]
    library.store.remove(["a.txt"])
    library.refresh()
    assert library.passages([wanted]) == {}
