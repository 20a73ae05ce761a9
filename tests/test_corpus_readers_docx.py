import io
import re
import zipfile
from pathlib import Path

import docx
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from corpus.document import Document, Table
from corpus.errors import UnreadableFileError
from corpus.readers import read_document

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_STYLES = """<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/></w:style>
<w:style w:type="paragraph" w:styleId="a3"><w:name w:val="标题 2"/></w:style>
<w:style w:type="paragraph" w:styleId="a4"><w:name w:val="Title"/></w:style>
<w:style w:type="paragraph" w:styleId="a5"><w:name w:val="Body Text"/></w:style>"""


def _docx(body: str, *, part: str = "word/document.xml", before: str = "", extra: str = "") -> bytes:
    """Return the bytes of a docx without the parts that nobody needs: its document and its styles."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", f"<Types>{extra}</Types>")
        archive.writestr(part, f'{before}<w:document xmlns:w="{_W}"><w:body>{body}</w:body></w:document>')
        archive.writestr("word/styles.xml", f'<w:styles xmlns:w="{_W}">{_STYLES}</w:styles>')
    return data.getvalue()


def _p(text: str, style: str = "") -> str:
    told = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{told}<w:r><w:t>{text}</w:t></w:r></w:p>"


def _table(*rows: str) -> str:
    """Return a table; cells are parted by |, a cell "2>x" spans two columns."""
    return "<w:tbl>" + "".join("<w:tr>" + "".join(_cell(c) for c in row.split("|")) + "</w:tr>" for row in rows) + "</w:tbl>"


def _cell(text: str) -> str:
    wide = re.match(r"(\w+)>", text)
    span = f'<w:tcPr><w:gridSpan w:val="{wide[1]}"/></w:tcPr>' if wide else ""
    return f"<w:tc>{span}{_p(text[wide.end() :] if wide else text)}</w:tc>"


def _read(folder: Path, data: bytes, name: str = "报告.docx") -> Document:
    (folder / name).write_bytes(data)
    return read_document(folder / name)


def _lines(document: Document) -> list[tuple[str, int, str]]:
    return [(b.kind, b.level, document.text[b.start : b.end]) for b in document.blocks]


def test_a_report_made_by_a_library_is_read_whole(tmp_path: Path) -> None:
    made = docx.Document()
    made.add_heading("云岭县公报", 0)
    made.add_heading("一、农业", 1)
    made.add_paragraph("粮食增产。")
    made.add_paragraph("表1 产量")
    made.add_paragraph("单位：万吨")
    table = made.add_table(2, 3)
    for cell, text in zip(
        (c for row in table.rows for c in row.cells), ["产品", "产量", "增长（%）", "稻谷", "21.3", "2.4"], strict=True
    ):
        cell.text = text
    made.add_heading("（一）收入", 2)
    path = tmp_path / "a.docx"
    made.save(str(path))
    document = read_document(path)
    assert _lines(document) == [
        ("heading", 1, "云岭县公报"),
        ("heading", 1, "一、农业"),
        ("paragraph", 0, "粮食增产。"),
        ("paragraph", 0, "表1 产量"),
        ("paragraph", 0, "单位：万吨"),
        ("row", 0, "稻谷 | 21.3 | 2.4"),
        ("heading", 2, "（一）收入"),
    ]
    assert document.tables == (Table("表1 产量", "单位：万吨", ("产品", "产量", "增长（%）")),)
    assert (
        document.text
        == "云岭县公报\n一、农业\n粮食增产。\n表1 产量\n单位：万吨\n产品 | 产量 | 增长（%）\n稻谷 | 21.3 | 2.4\n（一）收入"
    )


def test_heading_styles_give_levels_and_long_styled_paragraphs_are_text(tmp_path: Path) -> None:
    long = "粮" * 81
    body = _p("总题", "a4") + _p("一级", "1") + _p("二级", "a3") + _p(long, "1") + _p("正文", "a5") + _p("无此样式", "x")
    assert _lines(_read(tmp_path, _docx(body))) == [
        ("heading", 1, "总题"),
        ("heading", 1, "一级"),
        ("heading", 2, "二级"),
        ("paragraph", 0, long),
        ("paragraph", 0, "正文"),
        ("paragraph", 0, "无此样式"),
    ]


def test_runs_breaks_tabs_and_revisions_are_read_as_they_are_seen(tmp_path: Path) -> None:
    body = (
        "<w:p><w:pPr><w:tabs><w:tab/></w:tabs></w:pPr><w:r><w:t>  粮食</w:t><w:tab/><w:t>31</w:t></w:r><w:r><w:t>.6万吨</w:t>"
        "<w:br/><w:t>第二行</w:t><w:noBreakHyphen/></w:r></w:p>"
        "<w:p><w:del><w:r><w:delText>旧</w:delText></w:r></w:del><w:ins><w:r><w:t>新</w:t></w:r></w:ins>"
        "<w:moveFrom><w:r><w:t>移走</w:t></w:r></w:moveFrom><w:r><w:fldChar/><w:instrText>PAGE</w:instrText></w:r></w:p>"
        f"<w:sdt><w:sdtContent>{_p('控件里的段落')}</w:sdtContent></w:sdt>"
    )
    document = _read(tmp_path, _docx(body))
    assert document.text == "  粮食\t31.6万吨\n第二行-\n新\n控件里的段落"
    assert [line for _, _, line in _lines(document)] == ["粮食\t31.6万吨", "第二行-", "新", "控件里的段落"]


def test_a_sentence_that_a_page_number_cuts_goes_on(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    first = "低保标准每人每月711元，全年支出农村低保"
    path.write_bytes(
        _docx("".join(_p(line) for line in [first, "", "—7—", "", "资金13.4亿元。", "下降12%，粮食", "— 8 —", "二、农业"]))
    )
    document = read_document(path)
    assert [text for _, _, text in _lines(document)] == [f"{first}\n资金13.4亿元。", "下降12%，粮食", "二、农业"]


def test_the_text_of_a_box_is_read_once_behind_its_paragraph(tmp_path: Path) -> None:
    mc = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    box = f"<w:txbxContent>{_p('框内一')}{_p('框内二')}</w:txbxContent>"
    choice = (
        f'<mc:AlternateContent xmlns:mc="{mc}"><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>'
    )
    body = f"<w:p><w:r><w:t>前</w:t></w:r><w:r>{choice}</w:r><w:r><w:t>后</w:t></w:r></w:p>{_p('下一段')}"
    assert _read(tmp_path, _docx(body)).text == "前后\n框内一\n框内二\n下一段"


def test_a_header_of_two_rows_is_joined_by_column(tmp_path: Path) -> None:
    table = _table("指标|单位|2>2022年|2>2023年", "||总量|增速|总量|增速", "粮食|万吨|30.8|1.1|31.6|2.6")
    document = _read(tmp_path, _docx(_p("表2 农业") + table))
    header = ("指标", "单位", "2022年 总量", "2022年 增速", "2023年 总量", "2023年 增速")
    assert document.tables == (Table("表2 农业", "", header),)
    assert _lines(document)[-1] == ("row", 0, "粮食 | 万吨 | 30.8 | 1.1 | 31.6 | 2.6")


def test_years_over_the_columns_are_a_header_and_numbers_are_not(tmp_path: Path) -> None:
    document = _read(tmp_path, _docx(_table("类别|2021年|2022", "食品|1.4|2.7") + _p("隔开。") + _table("合计|3|4", "其中|1|2")))
    assert document.tables == (Table("", "", ("类别", "2021年", "2022")), Table("", "", ()))
    assert [line for kind, _, line in _lines(document) if kind == "row"] == ["食品 | 1.4 | 2.7", "合计 | 3 | 4", "其中 | 1 | 2"]


def test_a_title_inside_the_table_is_its_caption_and_merged_cells_keep_their_columns(tmp_path: Path) -> None:
    table = _table("3>表3 就业（单位：人）", "地区|城镇|农村", "2>合计|9", "东乡|4|", "坏>北乡|1|2")
    document = _read(tmp_path, _docx(table))
    assert document.tables == (Table("表3 就业（单位：人）", "单位：人", ("地区", "城镇", "农村")),)
    assert [line for kind, _, line in _lines(document) if kind == "row"] == ["合计 |  | 9", "东乡 | 4", "北乡 | 1 | 2"]


def test_a_unit_repeated_for_rows_in_one_paragraph_stands_in_each_of_them(tmp_path: Path) -> None:
    names, values = ("".join(_p(t) for t in texts) for texts in (("服务中心", "服务站", "活动室"), ("2.9", "48.6", "5.2")))
    folded = f"<w:tr><w:tc>{names}</w:tc><w:tc>{_p('万个万个万个')}</w:tc><w:tc>{values}</w:tc></w:tr>"
    body = _table("指标|单位|合计").replace("</w:tbl>", f"{folded}</w:tbl>")
    lines = [text for _, _, text in _lines(_read(tmp_path, _docx(body)))]
    assert "\n".join(lines).split("\n")[-3:] == ["服务中心 | 万个 | 2.9", "服务站 | 万个 | 48.6", "活动室 | 万个 | 5.2"]


def test_rows_and_cells_inside_content_controls_are_read(tmp_path: Path) -> None:
    cell = f"<w:sdt><w:sdtContent>{_cell('21.3')}</w:sdtContent></w:sdt>"
    row = f"<w:sdt><w:sdtContent><w:tr>{_cell('稻谷')}{cell}</w:tr></w:sdtContent></w:sdt>"
    document = _read(tmp_path, _docx(_table("产品|产量").replace("</w:tbl>", f"{row}</w:tbl>")))
    assert _lines(document) == [("row", 0, "稻谷 | 21.3")]


def test_a_frame_around_text_holds_paragraphs_and_tables(tmp_path: Path) -> None:
    inner = _p("一、农业", "1") + _p("粮食增产。") + _table("产品|产量", "稻谷|21.3") + _p("")
    document = _read(tmp_path, _docx(f"<w:tbl><w:tr><w:tc>{inner}</w:tc></w:tr></w:tbl>"))
    assert _lines(document) == [("heading", 1, "一、农业"), ("paragraph", 0, "粮食增产。"), ("row", 0, "稻谷 | 21.3")]


def test_a_missing_part_that_others_name_does_no_harm(tmp_path: Path) -> None:
    extra = '<Override PartName="/word/media/image9.png" ContentType="image/png"/><Default Extension="rels"/>'
    data = _docx(_p("粮食增产。") + '<w:p><w:r><w:drawing xmlns:r="r" r:embed="rId99"/></w:r></w:p>', extra=extra)
    assert _read(tmp_path, data).text == "粮食增产。\n"


def test_the_main_part_may_have_a_number(tmp_path: Path) -> None:
    assert _read(tmp_path, _docx(_p("粮食增产。"), part="word/document2.xml")).text == "粮食增产。"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "报告.docx: the file is empty"),
        (bytes.fromhex("D0CF11E0A1B11AE1") + b"\x00" * 600, "报告.docx: an old Word file or an encrypted one; open it in Word"),
        (
            "云岭县公报\n粮食增产。".encode(),
            r"报告.docx: not a whole docx \(File is not a zip file\); save it again from Word, or as txt",
        ),
        (_docx(_p("粮食增产。"))[:-40], "报告.docx: not a whole docx"),
        (_docx(_p("粮食增产。"), part="word/other.xml"), "报告.docx: not a whole docx .*word/document.xml"),
        (_docx("<w:p>"), "报告.docx: not a whole docx .*mismatch"),
        (_docx(_p("粮食增产。")).replace(b"\x00word/document.xml", b"\x00word/document.xmX"), "报告.docx: not a whole docx"),
        (_docx(_p(" ") + _table("|")), "报告.docx: no text in it"),
    ],
    ids=["empty", "ole", "text", "truncated", "no document", "broken xml", "two names", "blank"],
)
def test_what_is_no_docx_is_refused_with_what_to_do(tmp_path: Path, data: bytes, message: str) -> None:
    with pytest.raises(UnreadableFileError, match=message):
        _read(tmp_path, data)


def test_a_docx_without_a_body_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFileError, match=r"报告\.docx: the docx has no body; save it again from Word, or as txt"):
        _read(tmp_path, _without_body())


def _without_body() -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("word/document.xml", f'<w:document xmlns:w="{_W}"/>')
    return data.getvalue()


def _laughs(use: str) -> bytes:
    entities = '<!ENTITY a0 "哈">' + "".join(f'<!ENTITY a{i} "{f"&a{i - 1};" * 12}">' for i in range(1, 10))
    return _docx(use, before=f"<!DOCTYPE w:document [{entities}]>")


@pytest.mark.parametrize("use", ["<w:p><w:r><w:t>前&a9;</w:t></w:r></w:p>", '<w:p w:x="&a9;"/>'], ids=["text", "attribute"])
def test_entities_that_grow_without_end_are_refused(tmp_path: Path, use: str) -> None:
    with pytest.raises(UnreadableFileError, match=r"报告\.docx: not a whole docx"):
        _read(tmp_path, _laughs(use))


def test_outside_files_are_not_read(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_bytes("密".encode())
    before = f'<!DOCTYPE w:document [<!ENTITY s SYSTEM "{(tmp_path / "secret.txt").as_uri()}">]>'
    assert _read(tmp_path, _docx("<w:p><w:r><w:t>前&s;</w:t></w:r></w:p>" + _p("后"), before=before)).text == "前\n后"


def test_a_part_that_unpacks_to_too_much_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    data = bytearray(_docx(_p("粮食增产。")))
    entry = data.rindex(b"word/document.xml") - 46
    assert data[entry : entry + 4] == b"PK\x01\x02"
    data[entry + 24 : entry + 28] = (300 * 2**20).to_bytes(4, "little")
    with pytest.raises(
        UnreadableFileError, match=r"报告\.docx: word/document.xml unpacks to more than 200 MB; split the document"
    ):
        _read(tmp_path, bytes(data))


_WHOLE = _docx(_p("一、农业", "1") + _p("粮食增产。") + _table("产品|产量", "稻谷|21.3"))


@settings(max_examples=150, deadline=None)
@example(0, b"MM\x00*")  # begins as a TIFF does
@given(st.integers(0, len(_WHOLE) - 1), st.binary(min_size=1, max_size=4))
def test_a_damaged_docx_is_read_or_refused(tmp_path_factory: pytest.TempPathFactory, place: int, damage: bytes) -> None:
    data = _WHOLE[:place] + damage + _WHOLE[place + len(damage) :]
    try:
        document = _read(tmp_path_factory.getbasetemp(), data)
    except UnreadableFileError:
        return
    assert all(document.text[b.start : b.end].strip() for b in document.blocks)


_NUMBERING = f"""<w:numbering xmlns:w="{_W}"><w:abstractNum w:abstractNumId="7">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="%1、"/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="（%2）"/></w:lvl>
<w:lvl w:ilvl="2"><w:start w:val="3"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%3"/></w:lvl>
<w:lvl w:ilvl="3"><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/></w:lvl></w:abstractNum>
<w:num w:numId="4"><w:abstractNumId w:val="7"/></w:num>
<w:num w:numId="5"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num></w:numbering>"""


def _listed(text: str, depth: int, number: int = 4) -> str:
    properties = f'<w:pPr><w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr></w:pPr>'
    return f"<w:p>{properties}<w:r><w:t>{text}</w:t></w:r></w:p>"


def _with_parts(data: bytes, parts: dict[str, str]) -> bytes:
    whole = io.BytesIO(data)
    with zipfile.ZipFile(whole, "a") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return whole.getvalue()


def test_the_numbers_that_word_makes_are_part_of_the_text(tmp_path: Path) -> None:
    lines = [
        _listed("农业生产", 0), _listed("粮食", 1), _listed("夏粮增产。", 2), _listed("秋粮增产。", 2), _listed("一项说明。", 3),
        _listed("畜牧", 1), _listed("（九）手写的号", 1), _listed("工业", 0), _listed("另起一列", 0, 5),
    ]  # fmt: skip
    document = _read(tmp_path, _with_parts(_docx("".join(lines)), {"word/numbering.xml": _NUMBERING}))
    assert document.text.split("\n") == [
        "一、农业生产", "（一）粮食", "3 夏粮增产。", "4 秋粮增产。", "一项说明。", "（二）畜牧", "（九）手写的号", "二、工业", "一、另起一列",
    ]  # fmt: skip


def test_footnotes_stand_behind_their_paragraph_and_their_table(tmp_path: Path) -> None:
    def noted(text: str, number: int) -> str:
        return f'<w:p><w:r><w:t>{text}</w:t></w:r><w:r><w:footnoteReference w:id="{number}"/></w:r><w:r><w:t>。</w:t></w:r></w:p>'

    footnotes = f"""<w:footnotes xmlns:w="{_W}"><w:footnote w:type="separator" w:id="0"><w:p/></w:footnote>
<w:footnote w:id="2">{_p("按可比价计算。")}</w:footnote><w:footnote w:id="3">{_p("初步数。")}</w:footnote></w:footnotes>"""
    body = noted("产值增长5.2%", 2) + _table("产品|产量", "稻谷|21.3").replace(_p("21.3"), noted("21.3", 3)) + _p("完。")
    document = _read(tmp_path, _with_parts(_docx(body), {"word/footnotes.xml": footnotes}))
    assert document.text.split("\n") == [
        "产值增长5.2%[1]。", "[1] 按可比价计算。", "产品 | 产量", "稻谷 | 21.3[2]。", "[2] 初步数。", "完。",
    ]  # fmt: skip


def test_a_style_based_on_a_heading_and_an_outline_level_are_headings(tmp_path: Path) -> None:
    own = '<w:style w:type="paragraph" w:styleId="x"><w:name w:val="公报小标题"/><w:basedOn w:val="a3"/></w:style>'
    data = _docx(_p("工业", "x") + '<w:p><w:pPr><w:outlineLvl w:val="2"/></w:pPr><w:r><w:t>钢铁</w:t></w:r></w:p>' + _p("增产。"))
    (tmp_path / "a.docx").write_bytes(data)
    styles = f'<w:styles xmlns:w="{_W}">{_STYLES}{own}</w:styles>'
    remade = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(remade, "w") as target:
        for name in source.namelist():
            target.writestr(name, styles if name == "word/styles.xml" else source.read(name))
    assert _lines(_read(tmp_path, remade.getvalue())) == [
        ("heading", 2, "工业"),
        ("heading", 3, "钢铁"),
        ("paragraph", 0, "增产。"),
    ]


def test_a_table_in_a_cell_is_a_table_of_its_own_under_the_words_of_its_row(tmp_path: Path) -> None:
    inner = _table("项目|2023年|2022年", "河堤|1,260|980", "水闸|845|—")
    body = _p("单位：万元") + _table("类别|明细", "水利|X").replace(_p("X"), inner)
    document = _read(tmp_path, _docx(body))
    assert document.text.split("\n") == [
        "单位：万元", "类别 | 明细", "水利", "水利", "项目 | 2023年 | 2022年", "河堤 | 1,260 | 980", "水闸 | 845 | —",
    ]  # fmt: skip
    assert document.tables[-1] == Table("水利", "单位：万元", ("项目", "2023年", "2022年"))


def test_raised_digits_are_none_of_the_number_before_them(tmp_path: Path) -> None:
    raised = "<w:r><w:rPr><w:vertAlign w:val='superscript'/></w:rPr><w:t>2</w:t></w:r>"
    body = f"<w:p><w:r><w:t>职工4,318</w:t></w:r>{raised}<w:r><w:t>人，住房30m</w:t></w:r>{raised}</w:p>"
    assert _read(tmp_path, _docx(body)).text == "职工4,318²人，住房30m²"
