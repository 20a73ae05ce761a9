"""The models that a store is searched with."""

from dataclasses import dataclass
from pathlib import Path

from index.encoder import Encoder
from index.encoders import Choices, open_chosen, open_encoder
from index.model_choices import read_choices
from index.reranking import Reranking


@dataclass(frozen=True, slots=True)
class Models:
    """`passages` makes the vectors of passages and of the questions that are held against them; `words` compares words and sentences.

    The two are one unless another encoder than the embedded one was chosen: ranking and choosing were learnt with that one's cosines,
    and it is the only one quick enough for the hundreds of sentences that a question is compared with.
    """

    passages: Encoder
    words: Encoder
    reranking: Reranking | None = None
    choices: Choices | None = None


def alone(encoder: Encoder) -> Models:
    """Return an encoder as all that there is."""
    return Models(encoder, encoder)


def open_models(choices: Choices, known: Models | None = None) -> Models:
    """Open models as they were chosen; those of `known` that were chosen alike are taken from there. Raises EncoderError."""
    before = known.choices if known else None
    if known and before and before.encoder == choices.encoder:
        passages, words = known.passages, known.words
    else:
        passages = open_chosen(choices.encoder)
        words = passages if not choices.encoder.name else open_encoder(None)
    if known and before and before.reranker == choices.reranker:
        return Models(passages, words, known.reranking, choices)
    return Models(passages, words, _open_reranking(choices), choices)


def passage_encoder(folder: Path) -> Encoder:
    """Open the encoder that makes the vectors of a store: the chosen one, the embedded one for a store that is not there yet."""
    return open_chosen(read_choices(folder).encoder)


def _open_reranking(choices: Choices) -> Reranking | None:
    if choices.reranker is None:
        return None
    from index.encoders.cross_encoder import CrossEncoderReranker  # costs seconds: it brings torch

    return Reranking(CrossEncoderReranker.load(choices.reranker), choices.reranker.first)
