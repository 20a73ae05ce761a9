"""A verb of `wenju` as users run it: in a process of its own."""

import subprocess
import sys

from corpus.errors import WenjuError


class CommandError(WenjuError):
    """A command that failed."""


def run_wenju(*arguments: str) -> str:
    """Run `wenju` with arguments, the verb first, and return what it prints. Raises CommandError."""
    command = [sys.executable, "-m", "app", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    if done.returncode:
        last = done.stderr.strip().rpartition("\n")[2]
        raise CommandError(f"`wenju {arguments[0]}` failed with {done.returncode} ({last}); run it by itself to see why")
    return done.stdout
