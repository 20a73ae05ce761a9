from pathlib import Path

import pytest

from app.drafts.errors import DraftError
from app.drafts.reading import LONGEST_DRAFT, read_draft, read_text
from app.errors import UsageError
from corpus.errors import UnreadableFileError


def test_a_text_is_a_draft_whose_paragraphs_are_its_lines() -> None:
    draft = read_text("新增就业5人。\n\n  学校3所。\n", name="TEXT")
    assert (draft.name, draft.path, draft.document.text) == ("TEXT", None, "新增就业5人。\n\n  学校3所。\n")
    assert [draft.document.text[b.start : b.end] for b in draft.document.blocks] == ["新增就业5人。", "学校3所。"]


def test_a_file_is_read_by_its_reader(tmp_path: Path) -> None:
    path = tmp_path / "稿.md"
    path.write_bytes("# 标题\r\n就业5人。".encode("gb18030"))
    draft = read_draft(path)
    assert (draft.name, draft.path, draft.document.text) == ("稿.md", path, "# 标题\n就业5人。")
    assert [b.kind for b in draft.document.blocks] == ["heading", "paragraph"]


@pytest.mark.parametrize("text", ["", " \n\t\u3000\n"])
def test_a_text_of_nothing_is_refused(text: str) -> None:
    with pytest.raises(DraftError, match=r"^TEXT: the text to check is empty: give a sentence with a figure$"):
        read_text(text, name="TEXT")


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("空.txt", b"", r"^空\.txt: the file is empty$"),
        ("白.txt", " \n\u3000".encode(), r"^白\.txt: no text in it$"),
        ("坏.docx", b"PK\x03\x04 broken", r"^坏\.docx: not a whole docx \(.*\); save it again from Word, or as txt$"),
    ],
)
def test_files_that_cannot_be_read_say_why(name: str, data: bytes, message: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(UnreadableFileError, match=message):
        read_draft(tmp_path / name)


def test_a_missing_file_and_a_folder_are_told_apart(tmp_path: Path) -> None:
    with pytest.raises(DraftError, match=r"没有\.txt: there is no such file; give the path of a draft$"):
        read_draft(tmp_path / "没有.txt")
    (tmp_path / "a.docx").mkdir()
    with pytest.raises(DraftError, match=r"a\.docx: not a file; give one draft"):
        read_draft(tmp_path / "a.docx")


@pytest.mark.parametrize(("name", "what"), [("a.pdf", r"\.pdf"), ("draft", "a name without ending")])
def test_another_ending_is_wrong_use(name: str, what: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text("就业5人。", encoding="utf-8")
    with pytest.raises(UsageError, match=rf"{name}: {what} is no draft; save it as one of txt, md, docx$"):
        read_draft(tmp_path / name)


def test_what_is_too_long_is_refused_at_once() -> None:
    with pytest.raises(
        DraftError, match=r"^TEXT: 2,000,001 characters, at most 2,000,000 are checked at once: check it part by part$"
    ):
        read_text("一" * (LONGEST_DRAFT + 1), name="TEXT")


@pytest.mark.parametrize("text", ["7" * 1_000_000, "一" * 1_666_000], ids=["digits", "one line of 5 MB"])
def test_what_holds_no_end_of_a_sentence_is_refused(text: str, tmp_path: Path) -> None:
    (tmp_path / "长.txt").write_text(text, encoding="utf-8")
    begin = text[:12]
    with pytest.raises(
        DraftError, match=rf"^长\.txt: {len(text):,} characters from “{begin}…” on hold no end of a sentence, at most 5,000 "
    ):
        read_draft(tmp_path / "长.txt")
