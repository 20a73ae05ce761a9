"""Models of sentence-transformers that were exported (ONNX, OpenVINO): run without torch, which takes seconds and a gigabyte to load.

Sentence-transformers runs these through optimum, and no release of optimum-onnx goes with the transformers that it needs itself (5). The
rest of a model, which is a tokenizer, a way of pooling and two prompts, is read here from its folder; what goes beyond that is refused.
"""

import hashlib
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from index.encoder import Vectors
from index.encoders.choice import EncoderChoice
from index.encoders.errors import EncoderError
from index.encoders.fetching import open_or_fetch
from index.encoders.runners import RUNNERS, Run, Runner

_BATCH = 32
_LONGEST = 512
_TINY = 1e-12
_SAMPLES, _SAMPLE = 512, 4096
_WANTED = ("*.json", "*/config.json")
# Where the weights lie that do not fit into the file of the network.
_BESIDE = (".data", "_data")
_OWN_PASSAGE_PROMPTS = ("document", "passage", "corpus")


@dataclass(frozen=True, slots=True)
class _Recipe:
    """What happens to a text before and after the network."""

    tokenizer: Tokenizer
    pool: Callable[[Vectors, NDArray[np.int64]], Vectors]
    query_prompt: str
    passage_prompt: str
    lower: bool


class ExportedEncoder:
    """An exported model: tokens in, the vectors of the tokens out of the network, one vector a text out of these."""

    def __init__(self, run: Run, recipe: _Recipe, *, name: str) -> None:
        self._run = run
        self._recipe = recipe
        self._name = name
        self._dimension = int(self._batch(["a"]).shape[1])

    @classmethod
    def load(cls, choice: EncoderChoice) -> "ExportedEncoder":
        """Load a model by its name on the hub or its folder. Raises EncoderError if it, its exported file or what runs it is missing."""
        runner = RUNNERS[choice.backend]
        folder = _folder(choice.name, runner)
        file = next((folder / f for f in runner.files if (folder / f).is_file()), None)
        if file is None:
            raise EncoderError(
                f"{choice.name}: nothing there for the backend {choice.backend} ({runner.files[0]} is missing); make a folder that "
                f"has it with: python -m index.encoders.export {choice.name} FOLDER, and choose that, or choose --backend torch"
            )
        recipe = _read_recipe(folder, choice)
        digest = _digest(file, recipe.passage_prompt)
        return cls(runner.start(file, choice.device), recipe, name=f"{choice.name}-{choice.backend}-{digest}")

    @property
    def name(self) -> str:
        """Name the model, with a hash drawn from the exported file."""
        return self._name

    @property
    def dimension(self) -> int:
        """Count the columns of a vector."""
        return self._dimension

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """Encode questions."""
        return self._encode([self._recipe.query_prompt + text for text in texts])

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        """Encode passages."""
        return self._encode([self._recipe.passage_prompt + text for text in texts])

    def _encode(self, texts: list[str]) -> Vectors:
        # Texts of a length together: the short ones need not be filled up to the longest.
        order = sorted(range(len(texts)), key=lambda i: len(texts[i]))
        vectors = np.zeros((len(texts), self._dimension), np.float32)
        for start in range(0, len(order), _BATCH):
            places = order[start : start + _BATCH]
            vectors[places] = self._batch([texts[i] for i in places])
        return vectors

    def _batch(self, texts: list[str]) -> Vectors:
        cut = [t.lower() for t in texts] if self._recipe.lower else texts
        encodings = self._recipe.tokenizer.encode_batch(cut)
        mask = np.array([e.attention_mask for e in encodings], np.int64)
        ids, kinds = np.array([e.ids for e in encodings], np.int64), np.array([e.type_ids for e in encodings], np.int64)
        tokens = self._run({"input_ids": ids, "attention_mask": mask, "token_type_ids": kinds})
        pooled = self._recipe.pool(tokens.astype(np.float32), mask)
        vectors: Vectors = pooled / np.maximum(np.linalg.norm(pooled, axis=1, keepdims=True), _TINY)
        vectors[~np.isfinite(vectors).all(axis=1)] = 0.0
        return vectors


def _folder(name: str, runner: Runner) -> Path:
    """Return the folder of a model; of one on the hub, only what is needed is fetched, and only if it is not on this machine."""
    if Path(name).is_dir():
        return Path(name)
    binaries = [f"{Path(file).with_suffix('.bin')}" for file in runner.files]
    wanted = [*_WANTED, *runner.files, *binaries, *(f"{file}{end}" for file in runner.files for end in _BESIDE)]
    from huggingface_hub import snapshot_download

    return open_or_fetch(name, lambda here: Path(snapshot_download(name, allow_patterns=wanted, local_files_only=here)))


def _read_recipe(folder: Path, choice: EncoderChoice) -> _Recipe:
    if not (folder / "tokenizer.json").is_file():
        raise EncoderError(f"{choice.name}: tokenizer.json is missing in {folder}; choose --backend torch")
    prompts = _json(folder / "config_sentence_transformers.json").get("prompts") or {}
    of_passages = next((prompts[kind] for kind in _OWN_PASSAGE_PROMPTS if prompts.get(kind)), "")
    lower = bool(_json(folder / "sentence_bert_config.json").get("do_lower_case"))
    return _Recipe(
        _tokenizer(folder),
        _POOLING[_pooling(folder, choice)],
        (prompts.get("query") or "") if choice.query_prompt is None else choice.query_prompt,
        of_passages if choice.passage_prompt is None else choice.passage_prompt,
        lower,
    )


def _tokenizer(folder: Path) -> Tokenizer:
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    own = _json(folder / "tokenizer_config.json")
    longest = _json(folder / "sentence_bert_config.json").get("max_seq_length") or own.get("model_max_length") or _LONGEST
    most = _json(folder / "config.json").get("max_position_embeddings") or _LONGEST
    padding = str(own.get("pad_token") or "[PAD]")
    tokenizer.enable_truncation(int(min(longest, most)))
    tokenizer.enable_padding(pad_id=tokenizer.token_to_id(padding) or 0, pad_token=padding)
    return tokenizer


def _pooling(folder: Path, choice: EncoderChoice) -> str:
    """Return how the vectors of tokens become one, from the list of a model's modules; raises EncoderError for what is not done here."""
    listed = _json(folder / "modules.json") or [{"type": "Transformer"}, {"type": "Pooling", "path": ""}]
    kinds = [module["type"].rpartition(".")[2] for module in listed]
    if kinds[:2] != ["Transformer", "Pooling"] or set(kinds[2:]) - {"Normalize"}:
        raise EncoderError(
            f"{choice.name}: its modules {', '.join(kinds)} are not all run by {choice.backend}; choose --backend torch"
        )
    own = _json(folder / listed[1]["path"] / "config.json") if listed[1]["path"] else {}
    old = [mode for key, mode in _OLD_NAMES.items() if own.get(key)]
    mode = own.get("pooling_mode") or (old[0] if len(old) == 1 else old) or "mean"
    if not isinstance(mode, str) or mode not in _POOLING or own.get("include_prompt") is False:
        raise EncoderError(f"{choice.name}: its pooling ({mode}) is not done by {choice.backend}; choose --backend torch")
    return mode


def _mean(tokens: Vectors, mask: NDArray[np.int64]) -> Vectors:
    weights = mask[:, :, None].astype(np.float32)
    means: Vectors = (tokens * weights).sum(axis=1) / np.maximum(weights.sum(axis=1), _TINY)
    return means


def _first(tokens: Vectors, mask: NDArray[np.int64]) -> Vectors:
    found: Vectors = tokens[np.arange(len(tokens)), mask.argmax(axis=1)]
    return found


def _last(tokens: Vectors, mask: NDArray[np.int64]) -> Vectors:
    found: Vectors = tokens[np.arange(len(tokens)), mask.shape[1] - 1 - mask[:, ::-1].argmax(axis=1)]
    return found


_POOLING: dict[str, Callable[[Vectors, NDArray[np.int64]], Vectors]] = {"mean": _mean, "cls": _first, "lasttoken": _last}
_OLD_NAMES = {
    "pooling_mode_mean_tokens": "mean",
    "pooling_mode_cls_token": "cls",
    "pooling_mode_lasttoken": "lasttoken",
    "pooling_mode_max_tokens": "max",
    "pooling_mode_mean_sqrt_len_tokens": "mean_sqrt_len_tokens",
    "pooling_mode_weightedmean_tokens": "weightedmean",
}


def _json(path: Path) -> Any:  # noqa: ANN401
    return json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}


def _digest(file: Path, passage_prompt: str) -> str:
    """Hash blocks of the exported file and of the weights beside it: all of two gigabytes would take seconds."""
    digest = hashlib.blake2b(passage_prompt.encode(), digest_size=8)
    for path in (file, *(file.with_name(f"{file.name}{end}") for end in _BESIDE), file.with_suffix(".bin")):
        if not path.is_file():
            continue
        size = path.stat().st_size
        digest.update(f"{size}".encode())
        with path.open("rb") as stream:
            for start in range(0, size, max(_SAMPLE, size // _SAMPLES)):
                stream.seek(start)
                digest.update(stream.read(_SAMPLE))
    return digest.hexdigest()
