"""Opening an encoder by name."""

from collections.abc import Callable
from pathlib import Path

from index.encoder import Encoder

EMBEDDED = Path(__file__).parent.parent / "model"


def open_encoder(name: str | None = None) -> Encoder:
    """Open the embedded model (None), a static one ("static:FOLDER") or any of sentence-transformers (name on its hub, or folder).

    Raises EncoderError where it is not to be had.
    """
    if name is None:
        return _open_static(str(EMBEDDED))
    kind, _, rest = name.partition(":")
    return _KINDS[kind](rest) if kind in _KINDS else _open_transformer(name)


def _open_static(folder: str) -> Encoder:
    from index.encoders.static import StaticEncoder

    return StaticEncoder.load(Path(folder))


def _open_transformer(name: str) -> Encoder:
    from index.encoders.transformer import TransformerEncoder  # costs seconds: it brings torch

    return TransformerEncoder.load(name)


_KINDS: dict[str, Callable[[str], Encoder]] = {"static": _open_static}
