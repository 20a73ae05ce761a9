"""Many readers asking the served page at once: how long an answer takes and whether any fails. Bounded in number and time."""

import socket
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO

from corpus.errors import WenjuError
from eval.page_client import Asked, Visitor

MOST_USERS, MOST_QUESTIONS, MOST_SECONDS = 200, 1_000, 600.0
_START_SECONDS = 60.0


class LoadError(WenjuError):
    """A server that did not start, or a load that is too large."""


@dataclass(frozen=True, slots=True)
class Load:
    """What a load found; seconds of every answer, in order of their ends."""

    users: int
    asked: tuple[Asked, ...]
    seconds: float

    @property
    def errors(self) -> tuple[str, ...]:
        """What went wrong, one a failed answer."""
        return tuple(a.error for a in self.asked if a.error)


def load(
    address: str, questions: Sequence[str], *, users: int = 20, each: int = 10, think: float = 0.0, seconds: float = 120.0
) -> Load:
    """Let `users` ask `each` questions one after another, `think` seconds apart, and stop after `seconds`. Raises LoadError."""
    if (
        not 1 <= users <= MOST_USERS
        or not 1 <= each * users <= MOST_QUESTIONS
        or not 0 < seconds <= MOST_SECONDS
        or not questions
    ):
        raise LoadError(
            f"{users} users with {each} questions each in {seconds:g} s: at most {MOST_USERS} users, {MOST_QUESTIONS:,} questions "
            f"and {MOST_SECONDS:g} s are taken, and at least one of each"
        )
    visitors = [Visitor(address) for _ in range(users)]
    form = visitors[0].open()
    visitors[0].ask(form, questions[0])  # the first answer loads what is loaded late
    asked: list[Asked] = []
    started = time.perf_counter()

    def visit(number: int) -> None:
        for turn in range(each):
            if time.perf_counter() - started > seconds:
                return
            asked.append(visitors[number].ask(form, questions[(number + turn * users) % len(questions)]))
            time.sleep(think)

    threads = [threading.Thread(target=visit, args=(n,)) for n in range(users)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return Load(users, tuple(asked), time.perf_counter() - started)


def load_table(found: Load) -> str:
    """Return the result as a few lines of text."""
    whole, first = ([getattr(a, name) for a in found.asked if not a.error] for name in ("whole", "first"))
    lines = [
        f"{found.users} users, {len(found.asked)} questions in {found.seconds:.1f} s "
        f"({len(found.asked) / found.seconds:.1f} a second), {len(found.errors)} errors"
    ]
    lines += [
        f"  {name}: p50 {_share(v, 50):.2f} s, p95 {_share(v, 95):.2f} s, longest {max(v):.2f} s"
        for name, v in (("first words", first), ("whole answer", whole))
        if v
    ]
    lines += [f"  error: {error}" for error in dict.fromkeys(found.errors)]
    return "\n".join(lines)


def _share(values: Sequence[float], percent: int) -> float:
    return statistics.quantiles(values, n=100, method="inclusive")[percent - 1] if len(values) > 1 else values[0]


@contextmanager
def served(store: Path, *, read_only: bool = True) -> Iterator[str]:
    """Serve a store in a process of its own on this machine for a while, and give its address. Raises LoadError."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    command = [sys.executable, "-X", "utf8", "-m", "app", "serve", "--store", str(store), "--port", str(port)]
    command += ["--read-only"] if read_only else []
    with (
        TemporaryFile("w+", encoding="utf-8") as said,
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=said, text=True, encoding="utf-8") as process,
    ):
        try:
            yield _address(process, said)
        finally:
            process.terminate()
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()


def _address(process: "subprocess.Popen[str]", said: IO[str]) -> str:
    """Return the address that a server says it answers on."""
    timer = threading.Timer(_START_SECONDS, process.kill)
    timer.start()
    try:
        line = process.stdout.readline() if process.stdout else ""
    finally:
        timer.cancel()
    address = line.rpartition(" ")[2].strip()
    if not address.startswith("http"):
        said.seek(0)
        raise LoadError(f"the server did not start: {said.read().strip()[-300:] or 'it said nothing'}")
    return address
