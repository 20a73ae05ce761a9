"""PDF files made by hand, for samples and tests: text in a Chinese font that is not embedded, and lines, at given places."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

WIDTH, HEIGHT = 595, 842


@dataclass(frozen=True)
class Text:
    """A text whose first character stands at x, y (from the top of the page)."""

    text: str
    x: float
    y: float
    size: float = 12


@dataclass(frozen=True)
class Rule:
    """A line from one point to another, y from the top of the page."""

    x1: float
    y1: float
    x2: float
    y2: float


Item = Text | Rule


def ruled_table(rows: Sequence[Sequence[str]], *, top: float = 200, width: float = 120) -> list[Item]:
    """Return the lines and the texts of a table with equal columns."""
    columns, left, height = len(rows[0]), 80, 24
    right, bottom = left + columns * width, top + len(rows) * height
    items: list[Item] = [Rule(left, top + i * height, right, top + i * height) for i in range(len(rows) + 1)]
    items += [Rule(left + i * width, top, left + i * width, bottom) for i in range(columns + 1)]
    items += [
        Text(cell, left + c * width + 4, top + r * height + 16, 10)
        for r, row in enumerate(rows)
        for c, cell in enumerate(row)
        if cell
    ]
    return items


def write_pdf(path: Path, pages: Sequence[Sequence[Item]]) -> Path:
    """Write a PDF of pages."""
    count = len(pages)
    kids = " ".join(f"{4 + 2 * i} 0 R" for i in range(count))
    descendant, descriptor = 4 + 2 * count, 5 + 2 * count
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {count} >>".encode(),
        f"<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [{descendant} 0 R] >>".encode(),
    ]
    for i, items in enumerate(pages):
        content = "\n".join(map(_drawn, items)).encode()
        page = f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] /Resources << /Font << /F 3 0 R >> >> /Contents {5 + 2 * i} 0 R >>"
        objects += [page.encode(), b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content)]
    objects += [
        f"<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> "
        f"/FontDescriptor {descriptor} 0 R /DW 1000 >>".encode(),
        b"<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 "
        b"/CapHeight 880 /StemV 93 >>",
    ]
    data, offsets = bytearray(b"%PDF-1.5\n"), []
    for number, body in enumerate(objects, 1):
        offsets.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = len(data)
    data += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    data += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    data += b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, table)
    path.write_bytes(bytes(data))
    return path


def _drawn(item: Item) -> str:
    if isinstance(item, Rule):
        return f"0.5 w {item.x1} {HEIGHT - item.y1} m {item.x2} {HEIGHT - item.y2} l S"
    return f"BT /F {item.size} Tf 1 0 0 1 {item.x} {HEIGHT - item.y} Tm <{item.text.encode('utf-16-be').hex()}> Tj ET"
