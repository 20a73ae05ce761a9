"""A second look at the first passages."""

import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from index.encoders import EncoderError, RerankerChoice
from index.models import Models, alone
from index.opening import Library
from index.reranking import Reranking
from index.search import find
from index.stored_passage import StoredPassage
from tests.letter_encoder import LetterEncoder
from tests.tiny_models import make_cross_encoder


class ByWord:
    """Scores a text by how often it holds a word; keeps what it was asked."""

    def __init__(self, word: str) -> None:
        self._word = word
        self.asked: list[tuple[str, tuple[str, ...]]] = []

    def scores(self, query: str, texts: Sequence[str]) -> list[float]:
        self.asked.append((query, tuple(texts)))
        return [float(text.count(self._word)) for text in texts]


def passage(n: int, text: str) -> StoredPassage:
    return StoredPassage(n, 1, "a.txt", "题目", ("第一节", "第二节"), None, 0, 1, text, "", n, ())


def test_ranks_of_both_are_fused_and_the_rest_stays() -> None:
    reranker = ByWord("水")
    passages = [passage(n, text) for n, text in enumerate(["无", "水", "无", "水水水", "水水水水"])]
    # The first four by the reranker: 3, 1, 0, 2. Fused, 1/(rank + 4) + 1/(rank + 4):
    # 0: 1/5 + 1/7 = 0.343; 1: 1/6 + 1/6 = 0.333; 2: 1/7 + 1/8 = 0.268; 3: 1/8 + 1/5 = 0.325.
    assert Reranking(reranker, first=4).order("问", passages) == [0, 1, 3, 2, 4]
    assert reranker.asked == [("问", ("题目 第二节 无", "题目 第二节 水", "题目 第二节 无", "题目 第二节 水水水"))]
    # With all five it is 4, 3, 1, 0, 2: 0: 1/5 + 1/8 = 0.325; 1: 1/6 + 1/7 = 0.310; 2: 1/7 + 1/9 = 0.254; 3: 1/8 + 1/6 = 0.292; 4: 1/9 + 1/5 = 0.311.
    assert Reranking(reranker, first=20).order("问", passages) == [0, 4, 1, 3, 2]
    assert Reranking(reranker, first=5).order("问", []) == []


def reranked(library: Library, reranking: Reranking | None) -> Library:
    encoder = LetterEncoder()
    made = Library(library.store, replace(alone(encoder), reranking=reranking))
    made.refresh(patience=10)
    return made


def test_find_shows_the_new_order_and_keeps_the_scores_of_the_places(library: Library) -> None:
    before = find(reranked(library, None), "城镇新增就业", k=4).hits
    last = before[3].text
    reranker = ByWord(last)
    after = find(reranked(library, Reranking(reranker, first=4)), "城镇新增就业", k=4).hits
    # By the reranker the fourth is first, the others keep their order: 1/5 + 1/6, 1/6 + 1/7, 1/7 + 1/8, 1/8 + 1/5.
    assert [h.text for h in after] == [before[0].text, last, before[1].text, before[2].text]
    assert [(h.rank, h.score) for h in after] == [(h.rank, h.score) for h in before]
    assert [(query, len(texts)) for query, texts in reranker.asked] == [("城镇新增就业", 4)]


def test_without_a_reranker_no_deep_learning_library_is_loaded(store_folder: Path, reports: Path, tmp_path: Path) -> None:
    del store_folder
    code = (
        "import sys; from pathlib import Path; from index.ingest import ingest; from index.models import passage_encoder;"
        "from app.engine import Engine; store = Path(sys.argv[2]); ingest([Path(sys.argv[1])], store, passage_encoder(store));"
        "assert Engine.open(store).find('城镇新增就业').hits;"
        "print([m for m in ('torch', 'sentence_transformers', 'transformers', 'onnxruntime') if m in sys.modules])"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code, str(reports), str(tmp_path / "s")],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path.cwd(),
    )
    assert ran.stdout.strip() == "[]"


@pytest.mark.slow
def test_a_cross_encoder_scores_pairs(tmp_path: Path) -> None:
    from sentence_transformers import CrossEncoder

    from index.encoders.cross_encoder import CrossEncoderReranker

    folder = make_cross_encoder(tmp_path)
    texts = ["就业", "粮食产量", "财学水路"]
    expected = CrossEncoder(str(folder), device="cpu").predict([("就业", t) for t in texts], show_progress_bar=False)
    scores = CrossEncoderReranker.load(RerankerChoice(str(folder), device="cpu")).scores("就业", texts)
    assert scores == pytest.approx([float(e) for e in expected], abs=1e-6)
    assert len(set(scores)) == 3
    assert CrossEncoderReranker.load(RerankerChoice(str(folder))).scores("就业", []) == []


@pytest.mark.slow
def test_what_is_no_reranker_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from index.encoders.cross_encoder import CrossEncoderReranker

    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    with pytest.raises(EncoderError, match=r"gives 3 scores a pair; a reranker gives one"):
        CrossEncoderReranker.load(RerankerChoice(str(make_cross_encoder(tmp_path, labels=3))))
    with pytest.raises(EncoderError, match=r"this reranker is not on this machine.*choose --reranker none"):
        CrossEncoderReranker.load(RerankerChoice(str(tmp_path / "nowhere")))
    with pytest.raises(EncoderError, match="could not be put on the device hexagon"):
        CrossEncoderReranker.load(RerankerChoice(str(make_cross_encoder(tmp_path)), device="hexagon"))


def test_models_are_taken_over_where_the_choice_is_the_same(encoder: LetterEncoder) -> None:
    from index.encoders import Choices
    from index.models import open_models

    known = Models(encoder, encoder, Reranking(ByWord("水"), 3), Choices(reranker=RerankerChoice("x", 3)))
    assert open_models(Choices(reranker=RerankerChoice("x", 3)), known) == known
    assert open_models(Choices(), known) == Models(encoder, encoder, None, Choices())
