"""A page of a PDF as a picture, as a printed report shows it."""

import io
import threading
from pathlib import Path

from corpus.errors import WenjuError

WIDTH = 1200  # pixels: legible at full width on a screen of two columns
_ALONE = threading.Lock()  # pdfium is one for all threads and not safe for two


class PictureError(WenjuError):
    """A page that cannot be drawn."""


def draw_page(path: Path, page: int) -> bytes:
    """Return a page (from 1) as a PNG of `WIDTH` pixels. Raises PictureError for a page that is not there or a file that is no PDF."""
    import pypdfium2 as pdfium

    with _ALONE:
        try:
            document = pdfium.PdfDocument(path)
        except (pdfium.PdfiumError, FileNotFoundError) as error:
            raise PictureError(f"{path.name}: no PDF that can be opened ({error})") from error
        try:
            if not 1 <= page <= len(document):
                raise PictureError(f"{path.name} has {len(document)} pages, there is no page {page}")
            drawn = document[page - 1]
            # A page as long as a scroll would fill the memory.
            scale = min(WIDTH / max(drawn.get_width(), 1), 4 * WIDTH / max(drawn.get_height(), 1))
            picture = drawn.render(scale=scale).to_pil().convert("RGB").quantize(64)
        finally:
            document.close()
    made = io.BytesIO()
    picture.save(made, "PNG")
    return made.getvalue()
