"""Old and foreign office formats (doc, wps, rtf, odt, ppt …) through LibreOffice, where it is installed."""

import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from corpus.errors import UnreadableFileError

# What LibreOffice makes of a format: the new format of the same program.
TARGETS = {".doc": "docx", ".rtf": "docx", ".odt": "docx", ".ppt": "pptx", ".odp": "pptx", ".ods": "xlsx"}
_PROGRAMS = ("soffice", "libreoffice", "/Applications/LibreOffice.app/Contents/MacOS/soffice")
_SECONDS = 180


@contextmanager
def converted(path: Path, kind: str) -> Iterator[Path]:
    """Give a file of one of the formats of `TARGETS` in its new format for a while.

    Raises UnreadableFileError if LibreOffice is not there or cannot read the file.
    """
    program = next((found for name in _PROGRAMS if (found := shutil.which(name))), None)
    target = TARGETS[kind]
    if program is None:
        raise UnreadableFileError(
            f"{path.name}: reading {kind.removeprefix('.')} needs LibreOffice; install it, or save the file as {target}"
        )
    with tempfile.TemporaryDirectory(prefix="wenju-") as folder:
        # Its name may lie about what it is; the ending tells LibreOffice.
        source = shutil.copyfile(path, Path(folder) / f"{path.stem}{kind}")
        # A profile of its own: a LibreOffice that runs already would take the file over and give nothing back.
        command = [program, f"-env:UserInstallation={(Path(folder) / 'profile').as_uri()}", "--headless", "--norestore"]
        command += ["--convert-to", target, "--outdir", f"{folder}/out", str(source)]
        try:
            done = subprocess.run(command, capture_output=True, timeout=_SECONDS, check=False)
        except (subprocess.TimeoutExpired, OSError) as error:
            raise UnreadableFileError(f"{path.name}: LibreOffice could not convert it ({error}); save it as {target}") from error
        made = Path(folder) / "out" / f"{path.stem}.{target}"
        if not made.exists():
            said = (done.stderr or done.stdout).decode(errors="replace").strip().splitlines()
            raise UnreadableFileError(
                f"{path.name}: LibreOffice could not read it ({said[-1] if said else 'no reason given'}); save it as {target}"
            )
        yield made
