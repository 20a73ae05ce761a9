from array import array
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tokenizers import Tokenizer
from tokenizers.models import Unigram
from tokenizers.normalizers import Lowercase, Normalizer
from tokenizers.pre_tokenizers import Metaspace, PreTokenizer, WhitespaceSplit

from index.encoders.open import EMBEDDED
from index.encoders.tokens import AnyTokens, Tokens, open_tokens
from index.encoders.unigram import UnigramTokens
from index.training.tokenizer import normalizer as folding

SAMPLES = Path(__file__).parent.parent / "corpus" / "samples"
_FILE = EMBEDDED / "tokenizer.json"
_OPEN: list[Tokens] = []


def both() -> list[Tokens]:
    if not _OPEN:
        _OPEN.extend((open_tokens(_FILE), AnyTokens(_FILE)))
    return _OPEN


def known(tokens: Tokens, texts: list[str]) -> list[list[int]]:
    """Return the ids without the first, which is the unknown token of the embedded model."""
    return [[i for i in array("i", ids) if i] for ids in tokens.ids(texts)]


def test_the_embedded_tokenizer_is_run_by_sentencepiece() -> None:
    ours, theirs = both()
    assert isinstance(ours, UnigramTokens)
    assert ours.vocabulary() == theirs.vocabulary()
    assert [ours.vocabulary()[i] for i in known(ours, ["深圳市2023年ＧＤＰ增長6.2％， 万亿元"])[0]] == [
        "深圳市",
        "年",
        "gdp",
        "增长",
        "万亿元",
    ]


def test_reports_have_the_tokens_that_the_other_library_gives() -> None:
    texts = [
        line
        for path in sorted(SAMPLES.glob("**/*.txt"))
        for line in path.read_text(encoding="utf-8", errors="ignore").splitlines()
    ]
    assert len(texts) > 100
    ours, theirs = both()
    assert known(ours, texts) == known(theirs, texts)
    # More than are cut by one thread.
    assert known(ours, texts * (1 + 1_000 // len(texts))) == known(ours, texts) * (1 + 1_000 // len(texts))


@given(
    st.lists(
        st.sampled_from(["増加", "e\u0301", "ﬁn", "👩‍👩‍👧", "ｱ", "가", "\r\n", "\u3000", "①", "%", "人均", "GDP", "ß", "\u0000"]),
        max_size=8,
    )
)
@settings(max_examples=100, deadline=None, derandomize=True)
def test_rare_characters_are_folded_alike(parts: list[str]) -> None:
    ours, theirs = both()
    assert known(ours, ["".join(parts)]) == known(theirs, ["".join(parts)])


@pytest.mark.parametrize(
    ("normalizer", "before", "by_bytes"),
    [(Lowercase(), WhitespaceSplit(), False), (folding(), Metaspace(), False), (folding(), WhitespaceSplit(), True)],
)
def test_a_tokenizer_that_cuts_in_another_way_is_run_by_its_library(
    tmp_path: Path, normalizer: Normalizer, before: PreTokenizer, by_bytes: bool
) -> None:
    other = Tokenizer(Unigram([("[UNK]", 0.0), ("a", -1.0), ("▁a", -2.0)], 0, by_bytes))
    other.normalizer, other.pre_tokenizer = normalizer, before
    other.save(str(tmp_path / "tokenizer.json"))
    assert isinstance(open_tokens(tmp_path / "tokenizer.json"), AnyTokens)
