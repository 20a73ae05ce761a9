"""Contrastive training of a token table: a query's mean vector shall be nearer to its own passage than to the batch's others."""

import logging
from collections.abc import Iterable

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from index.encoder import Vectors
from index.training.batches import Batch, Tokens

_log = logging.getLogger(__name__)
_SCALE = 15.0  # similarity to logit
_NESTED = (256, 64)  # Matryoshka: the first 64 columns are a vector too (Kusupati et al. 2022)
_WARM_UP = 0.05
_LOGGED = 50


def train(vectors: Vectors, batches: Iterable[Batch], *, steps: int, rate: float) -> Vectors:
    """Train a copy of `vectors` (one row a token) with Adam, the rate rising over the first steps and then falling to zero."""
    bag = nn.EmbeddingBag.from_pretrained(torch.from_numpy(vectors.copy()), freeze=False, mode="mean")
    optimizer = torch.optim.Adam(bag.parameters(), lr=rate, fused=True)
    warm_up = max(1, int(steps * _WARM_UP))
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: min((step + 1) / warm_up, (steps - step) / steps))
    for step, batch in enumerate(batches):
        loss = _loss(_embed(bag, batch.queries), _embed(bag, batch.passages), batch)
        optimizer.zero_grad()
        torch.autograd.backward(loss)
        optimizer.step()
        schedule.step()
        if step % _LOGGED == 0:
            _log.info("step %d of %d, %s: loss %.3f", step, steps, batch.name, loss.item())
    trained = bag.weight.detach().numpy()
    trained[0] = 0.0  # the unknown token means nothing
    return np.asarray(trained, np.float32)


def _embed(bag: nn.EmbeddingBag, tokens: Tokens) -> Tensor:
    embedded: Tensor = bag(torch.from_numpy(tokens.ids.astype(np.int64)), torch.from_numpy(tokens.starts[:-1]))
    return embedded


def _loss(queries: Tensor, passages: Tensor, batch: Batch) -> Tensor:
    """Sum the cross entropy of finding the passage, at each of the nested widths, over the whole batch as candidates."""
    target, ignored = torch.from_numpy(batch.target), torch.from_numpy(batch.ignored)
    losses = []
    for width in _NESTED:
        left, right = functional.normalize(queries[:, :width]), functional.normalize(passages[:, :width])
        logits = (_SCALE * left @ right.T).masked_fill(ignored, float("-inf"))
        losses.append(functional.cross_entropy(logits, target))
    return torch.stack(losses).sum()
