import io
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from PIL import Image

from corpus.readers.pdf_picture import WIDTH, PictureError, draw_page


@pytest.fixture
def pdf(tmp_path: Path) -> Path:
    document = pdfium.PdfDocument.new()
    for width, height in ((595, 842), (842, 595), (10, 14_400)):
        document.new_page(width, height)
    document.save(tmp_path / "甲.pdf")
    document.close()
    return tmp_path / "甲.pdf"


def test_a_page_is_drawn_at_one_width_and_a_very_long_one_smaller(pdf: Path) -> None:
    sizes = [Image.open(io.BytesIO(draw_page(pdf, page))).size for page in (1, 2, 3)]
    assert sizes == [(WIDTH, 1699), (WIDTH, 848), (4, 4 * WIDTH)]


@pytest.mark.parametrize("page", [0, 4])
def test_a_page_that_is_not_there_is_named(pdf: Path, page: int) -> None:
    with pytest.raises(PictureError, match=f"甲.pdf has 3 pages, there is no page {page}"):
        draw_page(pdf, page)


def test_what_is_no_pdf_is_named(tmp_path: Path) -> None:
    (tmp_path / "乙.pdf").write_text("text", encoding="utf-8")
    with pytest.raises(PictureError, match=r"乙\.pdf: no PDF that can be opened"):
        draw_page(tmp_path / "乙.pdf", 1)
    with pytest.raises(PictureError, match=r"丙\.pdf: no PDF that can be opened"):
        draw_page(tmp_path / "丙.pdf", 1)
