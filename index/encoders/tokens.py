"""The tokens of a tokenizer.json: by sentencepiece where it can cut so, else by tokenizers, the library that wrote it."""

from array import array
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from tokenizers import Tokenizer

from index.kept import kept

# A batch is shared out among threads: for a few texts waking them costs more than it saves.
_WORTH_THREADS = 32


class Tokens(Protocol):
    """Cuts texts into tokens; `unknown` is the id of what is no token, -1 if there is none."""

    unknown: int

    def vocabulary(self) -> list[str]:
        """Return the tokens in the order of their ids."""
        ...

    def ids(self, texts: Sequence[str]) -> list[bytes]:
        """Return the ids of the tokens of texts, 32 bits each."""
        ...


def open_tokens(path: Path, *, keep: bool = False) -> Tokens:
    """Open a tokenizer.json; with `keep` what is made of it is kept for the next time, which takes half as long."""
    from index.encoders.unigram import UnigramTokens, read_model

    def make() -> bytes:
        return read_model(path.read_bytes())

    model = kept("tokens.model", make, [path, Path(__file__).with_name("unigram.py")]) if keep else make()
    return UnigramTokens(model) if model else AnyTokens(path)


class AnyTokens:
    """Cuts texts as the library tokenizers does, which takes any tokenizer.json."""

    def __init__(self, path: Path) -> None:
        self._tokenizer = Tokenizer.from_file(str(path))
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        # (Our own model's unknown token has a zero row.)
        token = getattr(self._tokenizer.model, "unk_token", None)
        known = self._tokenizer.token_to_id(token) if token else None
        self.unknown = -1 if known is None else known

    def vocabulary(self) -> list[str]:
        """Return the tokens in the order of their ids."""
        return [token for token, _ in sorted(self._tokenizer.get_vocab().items(), key=lambda item: item[1])]

    def ids(self, texts: Sequence[str]) -> list[bytes]:
        """Return the ids of the tokens of texts, 32 bits each."""
        if len(texts) < _WORTH_THREADS:
            return [ids for text in texts for ids in self._batch([text])]
        return self._batch(list(texts))

    def _batch(self, texts: list[str]) -> list[bytes]:
        encodings = self._tokenizer.encode_batch_fast(texts, add_special_tokens=False)
        return [array("i", encoding.ids).tobytes() for encoding in encodings]
