"""The verb `model`: which models a store is searched with, shown or changed."""

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from app.errors import UsageError

# The index and the models are imported by the verb: `wenju --help` stays light.

EMBEDDED, NONE = "embedded", "none"
_OPTIONS = ("query_prompt", "passage_prompt", "backend", "device")
_FIRST = 20


def add_verb(verbs: "argparse._SubParsersAction[argparse.ArgumentParser]", parents: Sequence[argparse.ArgumentParser]) -> None:
    """Add `model` to the verbs."""
    model = verbs.add_parser(
        "model",
        parents=list(parents),
        help="show or change the models of the store",
        description="Without NAME and options: show. With them: make the vectors of the store anew with another encoder. A run that is ended "
        "goes on from there when it is started again; until it is done the old vectors serve.",
    )
    model.add_argument(
        "name",
        nargs="?",
        metavar="NAME",
        help=f"a model of sentence-transformers by its name on the hub or its folder, static:FOLDER, or {EMBEDDED}",
    )
    model.add_argument(
        "--query-prompt", metavar="TEXT", help='what goes before every question ("query: "; default: the model\'s own)'
    )
    model.add_argument(
        "--passage-prompt", metavar="TEXT", help='what goes before every passage ("passage: "; default: the model\'s own)'
    )
    model.add_argument("--backend", choices=("torch", "onnx", "openvino"), help="what runs the encoder (default torch)")
    model.add_argument("--device", metavar="D", help="auto (a GPU if there is one, the default), cpu, cuda, …")
    model.add_argument(
        "--reranker", metavar="NAME", help=f"a cross-encoder that looks at the first passages once more, or {NONE}"
    )
    model.add_argument("--first", type=int, metavar="N", help=f"how many passages the reranker looks at (default {_FIRST})")
    model.add_argument(
        "--llm",
        metavar="ADDRESS",
        help="a language model that reads the likeliest figures of a question once more, by the OpenAI-compatible address of its "
        f"server (http://localhost:8080/v1; a key in $WENJU_LLM_KEY), or {NONE}",
    )
    model.add_argument("--llm-name", metavar="NAME", help="what the server calls the model (default: the first that it serves)")
    model.set_defaults(run=run_model)


def run_model(store: Path, args: argparse.Namespace) -> int:
    """Change what is given, then show the models of the store."""
    from index.store import FILE, Store

    if args.first is not None and args.first < 1:
        raise UsageError(f"--first is {args.first}: give a number of passages from 1")
    given = [option for option in _OPTIONS if getattr(args, option) is not None]
    # Of a reranker alone, the device is meant for it.
    if args.name or (given and not (given == ["device"] and args.reranker)):
        _change_encoder(store, args)
    if args.reranker or args.first:
        _change_reranker(store, args)
    if args.llm is not None or args.llm_name:
        _change_language_model(store, args)
    if not (store / FILE).exists():
        Store.open(store)  # says what is missing
    shown = _shown(store)
    print(json.dumps(shown, ensure_ascii=False)) if args.json else _print(shown)
    return 0


def _change_encoder(store: Path, args: argparse.Namespace) -> None:
    from app.progress import show_count
    from index.encoders import EncoderChoice, open_chosen
    from index.model_choices import read_choices
    from index.opening import create_store
    from index.reembedding import reembed
    from index.store import FILE

    before = EncoderChoice(_full_name(args.name)) if args.name else read_choices(store).encoder
    choice = replace(before, **{option: v for option in _OPTIONS if (v := getattr(args, option)) is not None})
    encoder = open_chosen(choice)
    if not (store / FILE).exists():
        create_store(store, encoder).close()
    with show_count("passages") as on_passages:
        done = reembed(store, choice, encoder, on_passages=on_passages)
    said = "the vectors that are there are this model's as well and stay" if done.kept else f"{done.encoded} passages encoded"
    before_that = f", {done.resumed} by a run that was ended before" if done.resumed else ""
    print(f"{store}: {said}{before_that}", file=sys.stderr)


def _change_reranker(store: Path, args: argparse.Namespace) -> None:
    from index.encoders import RerankerChoice
    from index.model_choices import read_choices, write_reranker
    from index.store import Store

    Store.open(store).close()
    now = read_choices(store).reranker
    if args.reranker == NONE:
        write_reranker(store, None)
        return
    if args.reranker:
        now = RerankerChoice(_full_name(args.reranker), _FIRST, args.device or "auto")
        from index.encoders.cross_encoder import CrossEncoderReranker

        CrossEncoderReranker.load(now)
    if now is None:
        raise UsageError("--first counts for a reranker, and the store has none: give --reranker NAME as well")
    write_reranker(store, replace(now, first=args.first or now.first))


def _change_language_model(store: Path, args: argparse.Namespace) -> None:
    from app.progress import show_count
    from app.second_reading.attached import open_reader
    from app.second_reading.chat_reader import name_behind
    from app.second_reading.trial import try_reader
    from index.encoders import LanguageModelChoice
    from index.model_choices import read_choices, write_language_model
    from index.store import Store

    Store.open(store).close()
    now = read_choices(store).language_model
    if args.llm == NONE:
        write_language_model(store, None)
        return
    address = args.llm or (now.address if now else "")
    if not address:
        raise UsageError(
            f"no address of a language model is given: write --llm ADDRESS (http://localhost:8080/v1), or --llm {NONE}"
        )
    choice = LanguageModelChoice(address, args.llm_name or name_behind(address), 0.0, 1.0)
    with show_count("examples") as on_example:
        trial = try_reader(open_reader(choice), on_example=on_example)
    print(f"{choice.name}: told {trial.told:.0%} of the pairs of the trial apart", file=sys.stderr)
    write_language_model(store, replace(choice, middle=trial.middle, spread=trial.spread))


def _full_name(name: str) -> str:
    """Return a name as it is kept: that of a folder whole, for the command may be run from elsewhere next time."""
    if name == EMBEDDED:
        return ""
    kind, _, rest = name.rpartition(":")
    if (kind in {"", "static"}) and Path(rest).is_dir():
        return f"{'static:' if kind else ''}{Path(rest).resolve()}"
    return name


def _shown(store: Path) -> dict[str, Any]:
    from dataclasses import asdict

    from index.model_choices import read_choices
    from index.store import Store

    choices = read_choices(store)
    opened = Store.open(store)
    encoder = {
        **asdict(choices.encoder),
        "name": choices.encoder.name or EMBEDDED,
        "vectors": opened.encoder_name,
        "dimension": opened.dimension,
    }
    opened.close()
    others = {
        name: asdict(choice) if choice else None
        for name, choice in (("reranker", choices.reranker), ("llm", choices.language_model))
    }
    return {"encoder": encoder, **others}


def _print(shown: dict[str, Any]) -> None:
    encoder, reranker, llm = shown["encoder"], shown["reranker"], shown["llm"]
    said = [encoder["name"], f"{encoder['dimension']} columns"]
    if encoder["name"] != EMBEDDED and not encoder["name"].startswith("static:"):
        said += [encoder["backend"], f"device {encoder['device']}"]
    said += [
        f"{kind} prompt {encoder[f'{kind}_prompt']!r}" for kind in ("query", "passage") if encoder[f"{kind}_prompt"] is not None
    ]
    print(f"encoder   {', '.join(said)}")
    looks = f"{reranker['name']}, the first {reranker['first']} passages, device {reranker['device']}" if reranker else NONE
    print(f"reranker  {looks}")
    print(f"llm       {llm['name']} at {llm['address']}" if llm else f"llm       {NONE}")
