"""The encoders: the name of a model comes in, an `index.encoder.Encoder` goes out."""

from index.encoders.errors import EncoderError as EncoderError
from index.encoders.open import open_encoder as open_encoder
