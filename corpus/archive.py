"""Zip archives of reports: each file inside is a report of its own, under the archive's name."""

import shutil
import zipfile
from pathlib import Path, PurePosixPath

from corpus.errors import UnreadableFileError
from corpus.folder import is_hidden
from corpus.zip_defects import ZIP_DEFECTS

_UTF8_NAME = 0x800
_ENCRYPTED = 0x1
_MOST_MEMBERS = 20_000
_LARGEST = 2 * 1024 * 1024 * 1024


def unpack(path: Path, folder: Path) -> dict[str, Path]:
    """Unpack the files of an archive into a folder; return them by name in the archive, folders and what systems add left out.

    Names that do not say that they are UTF-8 are read as such if they can be, else as GB18030, in which Chinese Windows writes them.
    Raises UnreadableFileError for an archive that is broken, empty, asks for a password or is larger than any set of reports.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            members = _members(archive, path.name)
            # Numbered folders: names of an archive may be of any length, and point anywhere.
            files = {name: folder / str(n) / PurePosixPath(name).name for n, name in enumerate(members)}
            for name, target in files.items():
                target.parent.mkdir(parents=True)
                with archive.open(members[name]) as source, target.open("wb") as file:
                    shutil.copyfileobj(source, file)
    except ZIP_DEFECTS as error:
        raise UnreadableFileError(f"{path.name}: not a whole zip ({error}); download it or pack it again") from error
    return files


def _members(archive: zipfile.ZipFile, name: str) -> dict[str, zipfile.ZipInfo]:
    infos = [info for info in archive.infolist() if not info.is_dir()]
    if any(info.flag_bits & _ENCRYPTED for info in infos):
        raise UnreadableFileError(f"{name}: the archive asks for a password; unpack it and give the folder")
    # The sizes that an archive states bind its reader: zipfile gives no byte more.
    whole = sum(info.file_size for info in infos)
    if len(infos) > _MOST_MEMBERS or whole > _LARGEST:
        raise UnreadableFileError(
            f"{name}: unpacks to {len(infos)} files of {whole // 2**20} MB, more than any set of reports; unpack it and give the folder"
        )
    members = {shown: info for info in infos if (shown := _shown_name(info)) and not is_hidden(PurePosixPath(shown))}
    if not members:
        raise UnreadableFileError(f"{name}: an archive with no file in it; pack the reports again")
    return dict(sorted(members.items()))


def _shown_name(info: zipfile.ZipInfo) -> str:
    name = info.filename
    if not info.flag_bits & _UTF8_NAME:
        raw = name.encode("cp437", errors="replace")
        try:
            name = raw.decode()
        except UnicodeDecodeError:
            name = raw.decode("gb18030", errors="replace")
    return "/".join(part for part in PurePosixPath(name.replace("\\", "/")).parts if part not in {"/", "..", "."})
