"""Saving the model as a folder that model2vec and sentence-transformers load alike."""

from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
from model2vec import StaticModel
from tokenizers import Tokenizer

from index.encoder import Vectors

_FILES = ("config.json", "modules.json", "tokenizer.json", "model.safetensors")


def save_model(folder: Path, *, vectors: Vectors, tokenizer: Tokenizer) -> None:
    """Save at 16 bits a value. (8 bits would do for the vectors, but sentence-transformers averages no 8-bit table.)

    Files are replaced, never written over: a running process may have the old ones mapped.
    """
    model = StaticModel(vectors.astype(np.float16), tokenizer, config={}, normalize=True, max_length=None)
    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=folder.parent) as made:
        model.save_pretrained(made)
        for name in _FILES:
            path = Path(made) / name
            path.chmod(0o644)
            path.replace(folder / name)
