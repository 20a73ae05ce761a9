"""What takes long to make of files that seldom change, kept beside the compiled code of this package, as compiled code is.

Where nothing can be written there it is made anew each time.
"""

import hashlib
from collections.abc import Callable, Sequence
from contextlib import suppress
from importlib.resources.abc import Traversable
from importlib.util import cache_from_source
from pathlib import Path
from tempfile import NamedTemporaryFile

_SIZE = 16


def kept(name: str, make: Callable[[], bytes], sources: Sequence[Traversable], *, folder: Path | None = None) -> bytes:
    """Return what was kept under a name if it is whole and of these sources as they are now, else make it and keep it.

    Sources are told by size and time of change, as Python tells whether compiled code is of the text beside it.
    """
    paths = [source for source in sources if isinstance(source, Path)]
    if len(paths) < len(sources):  # packed in an archive
        return make()
    path = (folder or Path(cache_from_source(__file__)).parent) / name
    of = "\n".join(f"{p} {p.stat().st_size} {p.stat().st_mtime_ns}" for p in paths).encode()
    found = _read(path, of)
    if found is None:
        found = make()
        _write(path, _mark(of, found) + found)
    return found


def _read(path: Path, of: bytes) -> bytes | None:
    with suppress(OSError), path.open("rb") as file:
        mark, made = file.read(_SIZE), file.read()
        return made if mark == _mark(of, made) else None
    return None


def _write(path: Path, whole: bytes) -> None:
    """Write a file at once: who reads meanwhile finds the old one or the new one."""
    with suppress(OSError):
        path.parent.mkdir(exist_ok=True)
        with NamedTemporaryFile(dir=path.parent, prefix=f"{path.name}.", delete=False) as file:
            file.write(whole)
        try:
            Path(file.name).replace(path)
        except OSError:
            Path(file.name).unlink()


def _mark(of: bytes, made: bytes) -> bytes:
    return hashlib.blake2b(made, digest_size=_SIZE, salt=hashlib.blake2b(of, digest_size=_SIZE).digest()).digest()
