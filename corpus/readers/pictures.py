"""Open picture files (png, jpeg, tiff, bmp) with Pillow."""

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageOps, ImageSequence, UnidentifiedImageError

from corpus.errors import UnreadableFileError

# Larger than an A3 page at 300 dots an inch only costs time; smaller than this no print can be read.
_LONGEST_SIDE = 5000


def read_pictures(path: Path) -> Iterator[tuple[NDArray[np.uint8], int]]:
    """Yield each picture of a file (height, width, 3 colours), turned upright, with how many there are.

    Raises UnreadableFileError for files that are no whole pictures.
    """
    try:
        with _open(path) as file:
            count = int(getattr(file, "n_frames", 1))
            for frame in ImageSequence.Iterator(file):
                upright = _upright(frame)
                upright.thumbnail((_LONGEST_SIDE, _LONGEST_SIDE))
                # Blue, green, red: the order in which pages of PDFs are drawn, too.
                yield np.asarray(upright)[:, :, ::-1].copy(), count
    except (UnidentifiedImageError, Image.DecompressionBombError, OSError, ValueError, SyntaxError) as error:
        raise UnreadableFileError(f"{path.name}: not a whole picture ({error}); save it again as png") from error


def _open(path: Path) -> Image.Image:
    with _without_notes_on_notes():
        return Image.open(path)


def _upright(frame: Image.Image) -> Image.Image:
    with _without_notes_on_notes():
        return ImageOps.exif_transpose(frame).convert("RGB")


@contextmanager
def _without_notes_on_notes() -> Iterator[None]:
    """Read without Pillow's warnings about torn notes on how a picture was taken: it is whole without them, or an error says that it is not."""
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="(?:Possibly )?[Cc]orrupt EXIF", category=UserWarning)
        yield
