import itertools
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.document import Block, Document, Table
from corpus.errors import UnreadableFileError
from corpus.readers import READERS, read_document
from corpus.readers.pages import no_page
from corpus.readers.tables import Named, caption_and_unit
from corpus.reading import read_report


def _read(folder: Path, name: str, text: str) -> Document:
    path = folder / name
    path.write_bytes(text.encode("utf-8"))
    return read_document(path)


def _lines(document: Document) -> list[tuple[str, int, str]]:
    return [(b.kind, b.level, document.text[b.start : b.end]) for b in document.blocks]


def test_each_line_of_a_text_is_a_paragraph_without_the_white_space_around_it(tmp_path: Path) -> None:
    text = "云岭县年报\n\n\u3000\u3000粮食增产。 \n \t\n收入增长。"
    assert _read(tmp_path, "a.txt", text) == Document(
        text, (Block("paragraph", 0, 5), Block("paragraph", 9, 14), Block("paragraph", 19, 24)), (), "utf-8", 0
    )


def test_lines_broken_inside_a_sentence_are_one_paragraph(tmp_path: Path) -> None:
    wrapped = (
        "全县坚持稳中求进的总基调，克服旱灾的影响，粮食总产量达到\n31.6万吨，比上年增长2.4%，农村居民的人均可支配收入达到\n"
        "1.9万元。\n一、工业\n规模以上工业企业实现的增加值比上年增长了6.1%，其中民营\n\n企业的贡献超过一半。\n"
    )
    document = _read(tmp_path, "a.txt", wrapped)
    assert [text.replace("\n", "/") for _, _, text in _lines(document)] == [
        "全县坚持稳中求进的总基调，克服旱灾的影响，粮食总产量达到/31.6万吨，比上年增长2.4%，农村居民的人均可支配收入达到/1.9万元。",
        "一、工业",
        "规模以上工业企业实现的增加值比上年增长了6.1%，其中民营//企业的贡献超过一半。",
    ]


def test_long_lines_are_paragraphs_whatever_they_end_with(tmp_path: Path) -> None:
    line = "全县坚持稳中求进的总基调，" * 6 + "粮食总产量"
    assert [text for _, _, text in _lines(_read(tmp_path, "a.txt", f"{line}\n{line}\n"))] == [line, line]


def test_markdown_has_headings_with_levels_and_tables_with_their_names(tmp_path: Path) -> None:
    text = (
        "# 云岭县公报\n\n## 一、农业 ##\n\n粮食增产。\n\n表1 主要产品产量\n单位：万吨\n\n"
        "| 产品 | 产量 | 增长（%） |\n|---|:---:|--:|\n| 稻谷 | 21.3 | 2.4 |\n| 油菜籽 | 1.8 |  |\n\n此后没有表格。\n"
    )
    document = _read(tmp_path, "a.md", text)
    assert _lines(document) == [
        ("heading", 1, "云岭县公报"),
        ("heading", 2, "一、农业"),
        ("paragraph", 0, "粮食增产。"),
        ("paragraph", 0, "表1 主要产品产量"),
        ("paragraph", 0, "单位：万吨"),
        ("row", 0, "稻谷 | 21.3 | 2.4"),
        ("row", 0, "油菜籽 | 1.8 |"),
        ("paragraph", 0, "此后没有表格。"),
    ]
    assert document.tables == (Table("表1 主要产品产量", "单位：万吨", ("产品", "产量", "增长（%）")),)
    assert document.text == text


@pytest.mark.parametrize(
    ("written", "seen"),
    [
        ("**就业。** 新增**48**人，*略有*增加。", "就业。 新增48人，略有增加。"),
        ("__Beds.__ It had `860` beds, see [table 2](b.md).", "Beds. It had 860 beds, see table 2."),
        ("**养老\n服务**", "养老\n服务"),
        ("![图1](a_(b).png)床位", "图1床位"),
        # What only looks like marks stays: products, footnotes, names with low lines, marks without their other half.
        ("3 * 4 * 5 和 3*4*5", "3 * 4 * 5 和 3*4*5"),
        ("*注：不含乡镇。", "*注：不含乡镇。"),
        ("a_b__c__d", "a_b__c__d"),
        ("增长**3%", "增长**3%"),
    ],
)
def test_markdown_is_read_without_the_marks_of_its_words(tmp_path: Path, written: str, seen: str) -> None:
    assert _read(tmp_path, "a.md", f"{written}\n").text == f"{seen}\n"


def test_figures_of_markdown_are_read_without_marks(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text(
        "# 石桥县2022年工作总结\n\n**养老。** 全县有养老机构**14**家。\n\n| 类别 | 人数 |\n|---|---|\n| **合计** | **742** |\n",
        encoding="utf-8",
    )
    report = read_report(path, key="a.md")
    assert [(f.text, f.subject) for figures in report.figures for f in figures] == [
        ("14家", "全县有养老机构"),
        ("742", "合计 人数"),
    ]


def test_empty_cells_keep_their_columns_and_empty_rows_are_left_out(tmp_path: Path) -> None:
    document = _read(tmp_path, "a.md", "|甲|乙|丙|\n|--|--|--|\n||1|2|\n| | | |\n||||\n")
    assert (_lines(document), document.tables) == ([("row", 0, "|1|2")], (Table("", "", ("甲", "乙", "丙")),))


def test_two_tables_with_a_blank_line_between_them_have_their_own_headers(tmp_path: Path) -> None:
    text = "| 甲 | 乙 |\n| --- | --- |\n| 一 | 1 |\n\n| 丙 | 丁 |\n| --- | --- |\n| 二 | 2 |\n"
    document = _read(tmp_path, "a.md", text)
    assert [(document.text[b.start : b.end], document.tables[b.table or 0].header) for b in document.blocks] == [
        ("一 | 1", ("甲", "乙")),
        ("二 | 2", ("丙", "丁")),
    ]


@pytest.mark.parametrize("line", ["| 没有分隔线 | 1 |", "#没有空格", "####### 七个", "---", "a | b"])
def test_what_only_looks_like_markdown_is_a_paragraph(tmp_path: Path, line: str) -> None:
    assert _lines(_read(tmp_path, "a.md", f"{line}\n正文。\n")) == [("paragraph", 0, line), ("paragraph", 0, "正文。")]


@pytest.mark.parametrize(
    ("above", "named"),
    [
        (["（单位：万元）"], Named("", "单位：万元")),
        (["上面是一句话。", "计量单位: 吨"], Named("", "计量单位: 吨")),
        (["表3 财政收支（单位：亿元）"], Named("表3 财政收支（单位：亿元）", "单位：亿元")),
        (["表3 财政收支", "单位：亿元"], Named("表3 财政收支", "单位：亿元")),
        (["各乡镇粮食产量", "单位：吨"], Named("各乡镇粮食产量", "单位：吨")),
        (["附表2 就业", "说明如下"], Named("附表2 就业", "")),
        (["Table 4 Revenue", "in brief"], Named("Table 4 Revenue", "")),
        (["详见下表。"], Named("", "")),
        ([], Named("", "")),
    ],
)
def test_the_name_of_a_table_is_read_from_the_lines_above_it(above: list[str], named: Named) -> None:
    assert caption_and_unit(above) == named


@pytest.mark.parametrize(("name", "kind"), [("a.exe", r"\.exe"), ("报告", "a name without ending")])
def test_an_unknown_ending_is_refused_with_the_known_ones(tmp_path: Path, name: str, kind: str) -> None:
    (tmp_path / name).write_bytes("正文。".encode())
    with pytest.raises(UnreadableFileError, match=rf"{name}: {kind} is not read; save it as one of txt, md, docx, "):
        read_document(tmp_path / name)


def test_the_ending_may_be_in_capitals(tmp_path: Path) -> None:
    assert _lines(_read(tmp_path, "A.TXT", "正文。")) == [("paragraph", 0, "正文。")]


@pytest.mark.parametrize("suffix", [".txt", ".md"])
@pytest.mark.parametrize("text", ["\n", " \n\u3000\n\t"])
def test_a_file_without_text_is_refused(tmp_path: Path, suffix: str, text: str) -> None:
    with pytest.raises(UnreadableFileError, match=rf"a\{suffix}: no text in it"):
        _read(tmp_path, f"a{suffix}", text)


@given(
    st.lists(
        st.one_of(
            st.text(alphabet="云岭县粮食，。、1234567890.%| #-:　 \tＡａé😀\u0301\u2028\x0b\x0c", max_size=40),
            st.sampled_from(["", "# 标题", "| 甲 | 乙 |", "|---|---|", "| 一 | 2 |", "一、农业", "粮食总产量达到" * 4]),
        ),
        max_size=14,
    ),
    st.sampled_from([".txt", ".md"]),
)
def test_blocks_lie_in_order_and_hold_all_that_is_written(
    tmp_path_factory: pytest.TempPathFactory, lines: list[str], suffix: str
) -> None:
    path = tmp_path_factory.getbasetemp() / f"any{suffix}"
    text = "\n".join(lines)
    path.write_bytes(text.encode("utf-8"))
    try:
        document = READERS[suffix](path, no_page)
    except UnreadableFileError:
        assert "\x0b" in text
        return
    # A table drawn in plain text is written as a row's cells between bars.
    assert _without_drawing(document.text) == _without_drawing(text)
    spans = [(b.start, b.end) for b in document.blocks]
    assert all(0 <= start < end <= len(document.text) for start, end in spans)
    assert all(a[1] < b[0] for a, b in itertools.pairwise(spans))
    if suffix == ".txt" and document.text == text:
        covered = "".join(text[start:end] for start, end in spans)
        assert "".join(covered.split()) == "".join(text.split())


def _without_drawing(text: str) -> str:
    return "".join(text.split()).translate(dict.fromkeys(map(ord, "|-:")))


def test_a_table_without_outer_bars_a_heading_underlined_and_settings_at_the_head(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text(
        "---\ntitle: 石桥县2023年教育总结\n---\n\n石桥县2023年教育总结\n====\n\n一、情况\n---\n\n在校生2.3万人。\n\n表1 学生（单位：人）\n\n"
        "学段 | 2023年 | 2022年\n:--- | ---: | ---:\n小学 | 21,440 | 21,905\n**合计** | **32,472** | 32,775\n\n完了。\n",
        encoding="utf-8",
    )
    report = read_report(path, key="a.md")
    assert report.metadata.title == "石桥县2023年教育总结"
    assert [s.path[-1] for s in report.sections if s.path] == ["石桥县2023年教育总结", "一、情况"]
    cells = {f.text: f for figures in report.figures for f in figures}
    assert (cells["21,905"].period, cells["21,905"].subject, cells["21,905"].unit) == ("2022", "小学", "人")
    assert (cells["32,472"].value, cells["32,472"].subject) == (Decimal(32472), "合计")
