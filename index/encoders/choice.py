"""Which models a store uses and how they are run, as the user chose; kept with the store."""

import json
from dataclasses import asdict, dataclass

BACKENDS = ("torch", "onnx", "openvino")


@dataclass(frozen=True, slots=True)
class EncoderChoice:
    """An encoder: the embedded one (""), "static:FOLDER", or a name on the hub of sentence-transformers or a folder.

    A prompt of None is the model's own. `device` "auto" is a GPU if there is one.
    """

    name: str = ""
    query_prompt: str | None = None
    passage_prompt: str | None = None
    backend: str = "torch"
    device: str = "auto"


@dataclass(frozen=True, slots=True)
class RerankerChoice:
    """A cross-encoder that looks at the `first` passages of every search once more."""

    name: str
    first: int = 20
    device: str = "auto"


@dataclass(frozen=True, slots=True)
class LanguageModelChoice:
    """A language model behind an OpenAI-compatible address, which reads the likeliest figures of a question once more.

    `middle` and `spread` are of the log odds that it gave figures which answer a question and figures which do not, when it was tried.
    """

    address: str
    name: str
    middle: float
    spread: float


@dataclass(frozen=True, slots=True)
class Choices:
    """The models of a store; without a choice the embedded encoder, no reranker and no language model."""

    encoder: EncoderChoice = EncoderChoice()
    reranker: RerankerChoice | None = None
    language_model: LanguageModelChoice | None = None


def dump_choices(choices: Choices) -> str:
    """Return choices as JSON."""
    return json.dumps(asdict(choices), ensure_ascii=False)


def load_choices(text: str) -> Choices:
    """Return choices from JSON."""
    data = json.loads(text)
    reranker = RerankerChoice(**data["reranker"]) if data["reranker"] else None
    # A store that was written before there were any does not name it.
    language_model = LanguageModelChoice(**told) if (told := data.get("language_model")) else None
    return Choices(EncoderChoice(**data["encoder"]), reranker, language_model)
