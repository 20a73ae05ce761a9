import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from model2vec import StaticModel
from numpy.typing import NDArray
from safetensors.numpy import save_file
from tokenizers import Tokenizer
from tokenizers.models import WordLevel
from tokenizers.normalizers import Lowercase
from tokenizers.pre_tokenizers import Whitespace

from index.encoder import Encoder
from index.encoders import EncoderError, open_encoder
from index.encoders.open import EMBEDDED
from index.encoders.static import StaticEncoder

WORDS = {"[UNK]": 0, "grain": 1, "jobs": 2, "steel": 3}
TABLE = np.array([[9.0, 9.0], [3.0, 4.0], [0.0, 2.0], [-1.0, 0.0]], np.float32)
TEXTS = [
    "2023年我国粮食总产量是多少斤？",
    "How many new urban jobs were created in 2022?",
    "城镇新增就业1206万人，城镇调查失业率5.5%左右。",
    "規模以上工業增加值增長6.2％",
    "发展",
]


def tokenizer() -> Tokenizer:
    made = Tokenizer(WordLevel(WORDS, unk_token="[UNK]"))
    made.normalizer = Lowercase()
    made.pre_tokenizer = Whitespace()
    return made


def save(folder: Path, **arrays: NDArray[np.generic]) -> StaticEncoder:
    folder.mkdir(exist_ok=True)
    save_file(arrays, folder / "model.safetensors")
    tokenizer().save(str(folder / "tokenizer.json"))
    (folder / "config.json").write_text(json.dumps({"normalize": True, "max_length": None}), encoding="utf-8")
    return StaticEncoder.load(folder)


@pytest.fixture(scope="module")
def embedded() -> Encoder:
    return open_encoder(None)


def test_many_passages_have_the_vectors_that_each_has_by_itself(tmp_path: Path) -> None:
    encoder = save(tmp_path, embeddings=TABLE)
    texts = [f"{'grain ' * (i % 3)}{'jobs ' * (i % 5)}{'steel' * (i % 2)}" for i in range(2_500)]
    assert encoder.encode_passages(texts).tolist() == [encoder.encode_passages([text])[0].tolist() for text in texts]
    assert encoder.encode_passages(texts[:1_024]).tolist() == encoder.encode_queries(texts[:1_024]).tolist()


def test_a_vector_is_the_mean_of_the_tokens_at_unit_length(tmp_path: Path) -> None:
    encoder = save(tmp_path, embeddings=TABLE)
    assert encoder.dimension == 2
    # (3, 4) → (0.6, 0.8); (3, 4) + (0, 2) = (3, 6) → (1, 2) / √5; an unknown word has no part in it; no known word → zero.
    wanted = [[0.6, 0.8], [5**-0.5, 2 * 5**-0.5], [-1.0, 0.0], [0.0, 0.0], [0.0, 0.0]]
    found = encoder.encode_passages(["Grain", "jobs, GRAIN", "steel", "", "zinc"])
    assert found.dtype == np.float32
    np.testing.assert_allclose(found, wanted, atol=1e-6)
    np.testing.assert_array_equal(encoder.encode_queries(["jobs, GRAIN"])[0], found[1])


def test_no_texts_give_no_rows(tmp_path: Path) -> None:
    assert save(tmp_path, embeddings=TABLE).encode_passages([]).shape == (0, 2)


def test_many_texts_give_the_same_vectors_as_one_by_one(tmp_path: Path) -> None:
    encoder = save(tmp_path, embeddings=TABLE)
    texts = [" ".join(["grain", "jobs", "steel"][: n % 4]) for n in range(2500)]
    by_text = {text: encoder.encode_passages([text])[0] for text in set(texts)}
    np.testing.assert_array_equal(encoder.encode_passages(texts), [by_text[text] for text in texts])


@pytest.mark.parametrize("kind", [np.float32, np.float16, np.int8])
def test_tables_of_either_library_and_of_any_width_are_read(tmp_path: Path, kind: type[np.generic]) -> None:
    for key in ("embeddings", "embedding.weight"):
        encoder = save(tmp_path / key, **{key: TABLE.astype(kind)})
        np.testing.assert_allclose(encoder.encode_passages(["grain"]), [[0.6, 0.8]], atol=1e-3)


def test_a_quantized_vocabulary_is_read_through_its_mapping_and_weights(tmp_path: Path) -> None:
    mapping, weights = np.array([0, 1, 1, 0], np.int64), np.array([1, 1, 2, 1], np.float32)
    encoder = save(tmp_path, embeddings=np.array([[1, 0], [3, 4]], np.float32), mapping=mapping, weights=weights)
    # grain (3, 4), jobs 2 · (3, 4), steel (1, 0): together (10, 12).
    np.testing.assert_allclose(encoder.encode_passages(["grain jobs steel"]), [np.array([10, 12]) / 244**0.5], atol=1e-6)
    model = StaticModel.from_pretrained(tmp_path)
    np.testing.assert_allclose(encoder.encode_passages(["grain jobs steel"]), model.encode(["grain jobs steel"]), atol=1e-6)


def test_the_name_tells_the_weights_not_the_folder(tmp_path: Path) -> None:
    one, same = save(tmp_path / "a", embeddings=TABLE), save(tmp_path / "b", embeddings=TABLE)
    other = save(tmp_path / "c", embeddings=TABLE * 2)
    assert one.name == same.name
    assert one.name.startswith("static-")
    assert other.name != one.name


def test_names_choose_the_adapter(tmp_path: Path) -> None:
    made = save(tmp_path, embeddings=TABLE)
    assert open_encoder(f"static:{tmp_path}").name == made.name
    assert open_encoder(None).name == open_encoder(f"static:{EMBEDDED}").name


def test_a_folder_without_a_model_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(EncoderError, match=r"model\.safetensors is missing.*python -m index\.training"):
        open_encoder(f"static:{tmp_path}")
    with pytest.raises(EncoderError, match="no table of token vectors"):
        save(tmp_path, other=TABLE)


def test_the_static_adapter_brings_no_deep_learning_library() -> None:
    code = (
        "import sys; from index.encoders import open_encoder; open_encoder(None).encode_queries(['粮食']);"
        "print([m for m in ('torch', 'sentence_transformers', 'transformers', 'model2vec') if m in sys.modules])"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=EMBEDDED.parent.parent)
    assert ran.stdout.strip() == "[]"


def test_the_embedded_model_gives_unit_rows_and_zero_rows(embedded: Encoder) -> None:
    vectors = embedded.encode_passages([*TEXTS, "", "2023 —— 5.5%", "\n"])
    assert embedded.dimension == vectors.shape[1] == 256
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), [1] * len(TEXTS) + [0, 0, 0], atol=1e-5)


@pytest.mark.parametrize(
    ("text", "variant"),
    [
        ("GDP增长", "ｇｄｐ增长"),
        ("GDP增长", "gdp 增长"),
        ("粮食产量", "糧食產量"),
        ("粮食产量1.39万亿斤", "粮食产量２．４５万亿斤"),
        ("全国财政收入，", "全国财政收入"),
        ("ﬁscal deﬁcit", "Fiscal Deficit"),
    ],
)
def test_width_case_script_and_digits_make_no_difference(embedded: Encoder, text: str, variant: str) -> None:
    one, other = embedded.encode_queries([text, variant])
    assert float(one @ one) == pytest.approx(1.0, abs=1e-5)
    np.testing.assert_allclose(one, other, atol=1e-6)


@given(st.text(max_size=40))
@settings(max_examples=50, deadline=None)
def test_any_text_has_a_finite_vector_of_length_one_or_zero(text: str) -> None:
    length = float(np.linalg.norm(open_embedded().encode_queries([text])))
    assert length == pytest.approx(1.0, abs=1e-5) or length == 0.0


_OPEN: list[Encoder] = []


def open_embedded() -> Encoder:
    if not _OPEN:
        _OPEN.append(open_encoder(None))
    return _OPEN[0]


def test_texts_met_again_give_the_same_vectors(embedded: Encoder) -> None:
    first = embedded.encode_queries(["粮食产量", "新增就业"])
    kept = first.copy()
    again = embedded.encode_queries(["新增就业", "水渠", "粮食产量", "新增就业"])
    assert np.array_equal(again[[2, 0, 3]], kept[[0, 1, 1]])
    first[:] = 0.0
    assert np.array_equal(embedded.encode_queries(["粮食产量"]), kept[:1])


def test_the_embedded_model_knows_meanings(embedded: Encoder) -> None:
    question, english, right, wrong = embedded.encode_queries(
        [
            "去年新增了多少工作岗位？",
            "How many new urban jobs were created?",
            "全年城镇新增就业1206万人，城镇调查失业率平均为5.6%。",
            "粮食产量1.37万亿斤，增产74亿斤。",
        ]
    )
    assert float(question @ right) > float(question @ wrong) + 0.1
    assert float(english @ right) > float(english @ wrong) + 0.1


def test_model2vec_gives_the_same_vectors(embedded: Encoder) -> None:
    model = StaticModel.from_pretrained(EMBEDDED)
    np.testing.assert_allclose(embedded.encode_passages([*TEXTS, ""]), model.encode([*TEXTS, ""]), atol=1e-3)


@pytest.mark.slow
def test_sentence_transformers_gives_the_same_vectors(embedded: Encoder) -> None:
    encoder = open_encoder(str(EMBEDDED))
    assert encoder.dimension == 256
    np.testing.assert_allclose(embedded.encode_passages([*TEXTS, ""]), encoder.encode_passages([*TEXTS, ""]), atol=1e-3)


@pytest.mark.slow
def test_a_model_of_sentence_transformers_is_asked_with_its_prompts(tmp_path: Path) -> None:
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import StaticEmbedding

    module = StaticEmbedding(tokenizer(), embedding_weights=TABLE)
    model = SentenceTransformer(modules=[module], prompts={"query": "steel ", "document": "jobs "}, device="cpu")
    model.save(str(tmp_path / "tiny"))
    encoder = open_encoder(str(tmp_path / "tiny"))
    assert encoder.dimension == 2
    # query: steel + grain = (2, 4); document: jobs + grain = (3, 6).
    np.testing.assert_allclose(encoder.encode_queries(["grain"]), [[5**-0.5, 2 * 5**-0.5]], atol=1e-6)
    np.testing.assert_allclose(encoder.encode_passages(["steel"]), [[-(5**-0.5), 2 * 5**-0.5]], atol=1e-6)
    assert encoder.encode_passages([]).shape == (0, 2)
    assert encoder.name == open_encoder(str(tmp_path / "tiny")).name


@pytest.mark.slow
def test_a_model_that_is_not_here_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    with pytest.raises(EncoderError, match=r"is not on this machine.*give a folder"):
        open_encoder(str(tmp_path / "nowhere"))
