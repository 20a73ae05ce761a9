"""Tiny models with random weights, as sentence-transformers saves them: real in all but size and sense."""

from pathlib import Path

LETTERS = "就业粮财学床路水新增产量万人公里"
_SPECIAL = ("[PAD]", "[UNK]", "[CLS]", "[SEP]")


def make_encoder(folder: Path, *, prompts: dict[str, str] | None = None, pooling: str = "mean") -> Path:
    """Save a Bert of two layers and 32 columns with a letter a token; the letters of 'qp' are tokens too, for prompts."""
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import Normalize, Pooling, Transformer
    from transformers import BertConfig, BertModel

    _save_network(folder / "network", BertModel, BertConfig, 0, {})
    modules = [Transformer(str(folder / "network")), Pooling(32, pooling_mode=pooling), Normalize()]
    SentenceTransformer(modules=modules, prompts=prompts, device="cpu").save(str(folder / "model"), create_model_card=False)
    return folder / "model"


def make_cross_encoder(folder: Path, *, labels: int = 1) -> Path:
    """Save a cross-encoder of two layers with so many scores a pair."""
    from transformers import BertConfig, BertForSequenceClassification

    return _save_network(folder / "cross", BertForSequenceClassification, BertConfig, 3, {"num_labels": labels})


def _save_network(folder: Path, network: type, config: type, seed: int, more: dict[str, int]) -> Path:
    import torch
    from tokenizers import Tokenizer, models, pre_tokenizers, processors
    from transformers import PreTrainedTokenizerFast

    vocabulary = {token: i for i, token in enumerate((*_SPECIAL, *LETTERS, "q", "p"))}
    tokenizer = Tokenizer(models.WordLevel(vocabulary, unk_token="[UNK]"))
    tokenizer.pre_tokenizer = pre_tokenizers.Split("", "isolated")
    marks = [("[CLS]", vocabulary["[CLS]"]), ("[SEP]", vocabulary["[SEP]"])]
    tokenizer.post_processor = processors.TemplateProcessing("[CLS] $A [SEP]", "[CLS] $A [SEP] $B:1 [SEP]:1", marks)
    whole = PreTrainedTokenizerFast(  # type: ignore[no-untyped-call]
        tokenizer_object=tokenizer,
        model_max_length=48,
        unk_token="[UNK]",
        pad_token="[PAD]",
        cls_token="[CLS]",
        sep_token="[SEP]",
    )
    whole.save_pretrained(str(folder))
    torch.manual_seed(seed)
    sizes = {"hidden_size": 32, "num_hidden_layers": 2, "num_attention_heads": 2, "intermediate_size": 64}
    made = config(vocab_size=len(vocabulary), max_position_embeddings=64, initializer_range=0.5, **sizes, **more)
    network(made).eval().save_pretrained(str(folder))
    return folder


def make_static(folder: Path) -> Path:
    """Save a static encoder with a random vector for each letter of LETTERS."""
    import numpy as np
    from safetensors.numpy import save_file
    from tokenizers import Tokenizer, models, pre_tokenizers

    vocabulary = {token: i for i, token in enumerate(("[UNK]", *LETTERS))}
    tokenizer = Tokenizer(models.WordLevel(vocabulary, unk_token="[UNK]"))
    tokenizer.pre_tokenizer = pre_tokenizers.Split("", "isolated")
    folder.mkdir(parents=True, exist_ok=True)
    table = np.random.default_rng(0).normal(size=(len(vocabulary), 12)).astype(np.float32)
    save_file({"embeddings": table}, folder / "model.safetensors")
    tokenizer.save(str(folder / "tokenizer.json"))
    return folder
