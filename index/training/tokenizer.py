"""The tokenizer: folded letters, and a Unigram model whose best path stands in for jieba's."""

from functools import cache

from tokenizers import Tokenizer
from tokenizers.models import Unigram
from tokenizers.normalizers import Normalizer, Precompiled
from tokenizers.pre_tokenizers import WhitespaceSplit

from index.training.charsmap import build_charsmap, folding_rules
from index.training.vocabulary import Vocabulary


@cache
def normalizer() -> Normalizer:
    """Fold width, case and traditional script, and put a space for everything but letters."""
    return Precompiled(build_charsmap(folding_rules()))


def fold(text: str) -> str:
    """Fold `text` as the tokenizer will."""
    return normalizer().normalize_str(text)


def build_tokenizer(vocabulary: Vocabulary) -> Tokenizer:
    """Build the tokenizer."""
    tokenizer = Tokenizer(Unigram(vocabulary.pieces(), 0, False))
    tokenizer.normalizer = normalizer()
    tokenizer.pre_tokenizer = WhitespaceSplit()
    return tokenizer
