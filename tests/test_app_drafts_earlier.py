from pathlib import Path

import docx
from docx.document import Document
from docx.oxml.ns import qn
from docx.shared import Mm

from app.drafts.earlier import take_out_findings
from app.drafts.findings import findings_of, summary_of
from app.drafts.reading import Draft, read_draft
from app.drafts.report_docx import render_docx
from tests.checked_drafts import check_of, claim, draft_file, figure

SENTENCE = "城镇新增就业1.28万人，失业率5.6%。"


def returned(draft: Draft, folder: Path) -> Path:
    """Write what comes back of a checked draft."""
    check = check_of(
        draft.document.text,
        claim(
            draft.document.text, SENTENCE,
            figure(draft.document.text, "1.28万人", "rounded", citations=(1,)), figure(draft.document.text, "5.6%", "not_found"),
        ),
    )  # fmt: skip
    path = folder / "核对过.docx"
    path.write_bytes(render_docx(draft, findings_of(draft, check), summary_of(check)))
    return path


def grounds(document: Document) -> list[str]:
    return [str(s.get(qn("w:fill"))) for s in document.element.body.iter(qn("w:shd")) if s.getparent().tag == qn("w:rPr")]


def word_draft(folder: Path) -> Draft:
    document = docx.Document()
    document.sections[0].page_width, document.sections[0].page_height = Mm(210), Mm(297)
    first = document.add_paragraph(SENTENCE)
    document.add_comment(first.runs, text="请再看看", author="王五", initials="王")
    document.save(str(folder / "稿.docx"))
    return read_draft(folder / "稿.docx")


def test_what_was_found_before_is_no_part_of_the_draft(tmp_path: Path) -> None:
    again = read_draft(returned(draft_file(tmp_path), tmp_path))
    assert again.document.text.rstrip().endswith("粮食产量 | 31.6")
    assert "核对结果" not in again.document.text


def test_a_draft_that_comes_again_goes_back_with_one_set_of_findings(tmp_path: Path) -> None:
    once = returned(word_draft(tmp_path), tmp_path)
    twice = docx.Document(str(returned(read_draft(once), tmp_path)))
    assert [p.text for p in twice.paragraphs].count("核对结果 Findings") == 1
    assert (len(twice.tables), len(twice.sections)) == (1, 2)
    assert [(c.author, c.text.partition(" ")[0]) for c in twice.comments] == [
        ("王五", "请再看看"), ("问据 Wenju", "1."), ("问据 Wenju", "2."),
    ]  # fmt: skip


def test_what_is_taken_out_leaves_the_document_of_its_writer(tmp_path: Path) -> None:
    document = docx.Document(str(returned(word_draft(tmp_path), tmp_path)))
    assert len(grounds(document)) == 2
    take_out_findings(document)
    section = document.sections[0]
    assert section.page_width is not None and section.page_height is not None
    assert ([p.text for p in document.paragraphs], document.tables, grounds(document)) == ([SENTENCE], [], [])
    assert (len(document.sections), section.page_width < section.page_height) == (1, True)
    assert [c.author for c in document.comments] == ["王五"]
    assert [m.tag.rpartition("}")[2] for m in document.element.body.iter() if "comment" in m.tag] == [
        "commentRangeStart", "commentRangeEnd", "commentReference",
    ]  # fmt: skip


def test_a_document_that_was_not_checked_before_stays_as_it_is(tmp_path: Path) -> None:
    written = word_draft(tmp_path)
    document = docx.Document(str(written.path))
    before = document.element.xml
    take_out_findings(document)
    assert document.element.xml == before
