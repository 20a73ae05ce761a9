"""Write a model of sentence-transformers with its network in ONNX, for the backends onnx and openvino.

    python -m index.encoders.export NAME FOLDER

NAME is one of the hub or a folder. Needs onnxscript, of the extra `onnx`.
"""

import argparse
import sys
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from corpus.errors import WenjuError
from index.encoders.errors import EncoderError

_INPUTS = ("input_ids", "attention_mask", "token_type_ids")
_OUTPUT = "last_hidden_state"


def export(name: str, folder: Path) -> Path:
    """Save a model in a folder, its network in ONNX as well; return the file of the network.

    Raises EncoderError if the model or what exports it is missing.
    """
    missing = [package for package in ("onnx", "onnxscript") if find_spec(package) is None]
    if missing:
        raise EncoderError(f"exporting needs {' and '.join(missing)}, not installed: pip install {' '.join(missing)}")
    import torch

    from index.encoders.transformer import open_model

    model = open_model(name, "cpu")
    file = folder / "onnx" / "model.onnx"
    file.parent.mkdir(parents=True, exist_ok=True)
    model.save_pretrained(str(folder), create_model_card=False)
    given = model.preprocess(["一二三四五六", "one two"])
    names = [n for n in _INPUTS if n in given]
    network: Any = model[0].model
    network.eval()

    class _Tokens(torch.nn.Module):
        def forward(self, *values: torch.Tensor) -> torch.Tensor:
            found: torch.Tensor = network(**dict(zip(names, values, strict=True))).last_hidden_state
            return found

    sizes = tuple({0: torch.export.Dim.DYNAMIC, 1: torch.export.Dim.DYNAMIC} for _ in names)
    torch.onnx.export(
        _Tokens(),
        tuple(given[n].cpu() for n in names),
        str(file),
        input_names=names,
        output_names=[_OUTPUT],
        dynamic_shapes=(sizes,),
        dynamo=True,
        verbose=False,
    )
    return file


def main(argv: Sequence[str] | None = None) -> int:
    """Export a model; return 0, or 1 for a failure."""
    parser = argparse.ArgumentParser(
        prog="python -m index.encoders.export", description="Write a model with its network in ONNX."
    )
    parser.add_argument("name", metavar="NAME", help="a model of sentence-transformers: its name on the hub, or its folder")
    parser.add_argument("folder", type=Path, metavar="FOLDER", help="where it is written")
    args = parser.parse_args(argv)
    try:
        file = export(args.name, args.folder)
    except WenjuError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    sys.stderr.write(f"{file}: written\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
