"""Opening an encoder by name."""

from functools import cache
from pathlib import Path

from index.encoder import Encoder
from index.encoders.choice import BACKENDS, EncoderChoice
from index.encoders.errors import EncoderError

EMBEDDED = Path(__file__).parent.parent / "model"
_STATIC = "static:"


def open_encoder(name: str | None = None) -> Encoder:
    """Open the embedded model (None), a static one ("static:FOLDER") or any of sentence-transformers (name on its hub, or folder).

    Raises EncoderError where it is not to be had.
    """
    return open_chosen(EncoderChoice(name or ""))


def open_chosen(choice: EncoderChoice) -> Encoder:
    """Open an encoder as it was chosen. Raises EncoderError where it is not to be had, or not in that way."""
    if choice.backend not in BACKENDS:
        raise EncoderError(f"{choice.backend}: no backend of that name; choose one of {', '.join(BACKENDS)}")
    if not choice.name or choice.name.startswith(_STATIC):
        return _open_static(choice)
    if choice.backend == "torch":
        from index.encoders.transformer import TransformerEncoder  # costs seconds: it brings torch

        return TransformerEncoder.load(choice)
    from index.encoders.exported import ExportedEncoder

    return ExportedEncoder.load(choice)


def _open_static(choice: EncoderChoice) -> Encoder:
    if choice != EncoderChoice(choice.name):
        raise EncoderError(
            f"{choice.name or 'the embedded encoder'}: a static encoder takes no prompts, backend or device; leave them out"
        )
    if not choice.name:
        return _open_embedded()
    from index.encoders.static import StaticEncoder

    return StaticEncoder.load(Path(choice.name.removeprefix(_STATIC)))


@cache
def _open_embedded() -> Encoder:
    """Open the embedded model, once for all stores of a process, and for the processes that are copies of it."""
    from index.encoders.static import StaticEncoder

    return StaticEncoder.load(EMBEDDED, keep=True)
