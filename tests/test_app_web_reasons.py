import ast
from pathlib import Path

import pytest

from app.web.reasons import both_reasons, reason_in_chinese
from corpus.readers import ocr

CORPUS = Path(__file__).parents[1] / "corpus"
SLOTS = {"ocr.INSTALL": ocr.INSTALL, "why": "12 pages without text"}


def reasons() -> list[str]:
    """Return every reason that a reader gives for not reading a file, as it is written in the code, its slots filled."""
    calls = (
        node.args[0]
        for file in sorted(CORPUS.rglob("*.py"))
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "UnreadableFileError"
    )
    # A message that depends on something is two.
    strings = (part for call in calls for part in ([call.body, call.orelse] if isinstance(call, ast.IfExp) else [call]))
    return ["".join(map(filled, part.values)) for part in strings if isinstance(part, ast.JoinedStr)]


def filled(value: ast.expr) -> str:
    if isinstance(value, ast.Constant):
        return str(value.value)
    assert isinstance(value, ast.FormattedValue)
    return SLOTS.get(ast.unparse(value.value), "7")


def test_every_reason_of_a_reader_is_known_in_chinese() -> None:
    found = reasons()
    assert len(found) > 30
    assert [reason for reason in found if not reason_in_chinese(reason)] == []


@pytest.mark.parametrize(
    ("reason", "chinese"),
    [
        ("甲.pdf: page 12 is broken (no stream); print the file to a new PDF", "第 12 页坏了，请重新打印成 PDF"),
        (
            "pages 2-5, 9: a picture without text, left out; install …",
            "第 2-5, 9 页是没有文字的图片，没有收；装好文字识别（make ocr）才能收",
        ),
        ("page 3: recognised from pictures, confidence 0.91; compare", "第 3 页由图片识别而来，把握 0.91，请和原件对照"),
        ("named .doc, but a docx file: read as that", "名字是 .doc，其实是 docx 文件，已照后者收"),
        ("disk on fire", ""),
    ],
)
def test_what_varies_is_kept(reason: str, chinese: str) -> None:
    assert reason_in_chinese(reason) == chinese


def test_both_languages_leave_the_name_of_the_file_out() -> None:
    assert both_reasons("空.txt: the file is empty", "甲/空.txt") == (
        '<span class="zh">文件是空的</span><span class="en" lang="en">the file is empty</span>'
    )
