"""What runs exported networks: onnxruntime and OpenVINO, each an optional dependency."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.encoders.errors import EncoderError

# Takes the inputs by name, of which a network may not want all, and returns the vectors of the tokens (texts, tokens, columns).
Run = Callable[[Mapping[str, NDArray[np.int64]]], NDArray[Any]]
_OUTPUTS = ("last_hidden_state", "token_embeddings")
_DEVICES = {
    "auto": ("CUDAExecutionProvider", "CPUExecutionProvider"),
    "cpu": ("CPUExecutionProvider",),
    "cuda": ("CUDAExecutionProvider",),
}


@dataclass(frozen=True, slots=True)
class Runner:
    """Where a backend's file lies in the folder of a model (the first that is there is taken), and how it is started on a device."""

    files: tuple[str, ...]
    start: Callable[[Path, str], Run]


def _start_onnx(file: Path, device: str) -> Run:
    try:
        import onnxruntime
    except ImportError as error:
        raise EncoderError(
            "the backend onnx needs onnxruntime, which is not installed: pip install onnxruntime (for a GPU onnxruntime-gpu)"
        ) from error
    providers = [p for p in _DEVICES.get(device, ()) if p in onnxruntime.get_available_providers()]
    if not providers:
        raise EncoderError(f"the device {device} is not to be had in onnxruntime here; use --device auto or cpu")
    session = onnxruntime.InferenceSession(str(file), providers=providers)
    wanted = [i.name for i in session.get_inputs()]
    output = _output([o.name for o in session.get_outputs()], file)
    return lambda given: np.asarray(session.run([output], _inputs(given, wanted, file))[0])


def _start_openvino(file: Path, device: str) -> Run:
    try:
        import openvino
    except ImportError as error:
        raise EncoderError("the backend openvino needs openvino, which is not installed: pip install openvino") from error
    where = {"auto": "AUTO", "cpu": "CPU"}.get(device, device.upper())
    try:
        # By default processors that can compute with 16 bits do so, and vectors were off by 0.08.
        compiled = openvino.Core().compile_model(str(file), where, {"INFERENCE_PRECISION_HINT": "f32"})
    except RuntimeError as error:
        raise EncoderError(
            f"{file}: OpenVINO could not start it on the device {device}; use --device auto or cpu ({error})"
        ) from error
    wanted = [i.any_name for i in compiled.inputs]
    output = _output([o.any_name for o in compiled.outputs], file)
    # A request of its own for every call: several threads may ask.
    return lambda given: np.array(compiled.create_infer_request().infer(_inputs(given, wanted, file))[output])


def _inputs(given: Mapping[str, NDArray[np.int64]], wanted: list[str], file: Path) -> dict[str, NDArray[np.int64]]:
    unknown = [name for name in wanted if name not in given]
    if unknown:
        raise EncoderError(f"{file}: wants {', '.join(unknown)}, which no text encoder takes; choose --backend torch")
    return {name: given[name] for name in wanted}


def _output(names: list[str], file: Path) -> str:
    found = next((name for name in _OUTPUTS if name in names), None)
    if found is None:
        raise EncoderError(f"{file}: gives {', '.join(names)}, not the vectors of tokens; choose --backend torch")
    return found


_ONNX = ("onnx/model.onnx", "model.onnx")
RUNNERS = {
    "onnx": Runner(_ONNX, _start_onnx),
    "openvino": Runner(("openvino/openvino_model.xml", "openvino_model.xml", *_ONNX), _start_openvino),
}
