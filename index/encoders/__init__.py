"""The encoders: the name or choice of a model comes in, an `index.encoder.Encoder` goes out; cross-encoders likewise."""

from index.encoders.choice import Choices as Choices
from index.encoders.choice import EncoderChoice as EncoderChoice
from index.encoders.choice import LanguageModelChoice as LanguageModelChoice
from index.encoders.choice import RerankerChoice as RerankerChoice
from index.encoders.errors import EncoderError as EncoderError
from index.encoders.open import open_chosen as open_chosen
from index.encoders.open import open_encoder as open_encoder
