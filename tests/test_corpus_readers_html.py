from pathlib import Path

import pytest

from corpus.readers import read_document

PAGE = """<html><head><meta charset="{charset}"><title>公报</title><script>var a = 1;</script></head><body>
<nav><a href="/">首页</a><a href="/x">公开</a></nav>
<div class="main"><h1>云栖县统计公报</h1>
<p>全年粮食产量<b>31.6</b>万吨，
比上年增长2.1%。</p><p style="display: none">看不见的字</p>
<table><tr><th rowspan="2">指标</th><th colspan="2">产量（万吨）</th></tr><tr><th>2021年</th><th>2022年</th></tr>
<tr><td>粮食</td><td>30.95</td><td>31.6</td></tr><tr><td>油料&nbsp;</td><td>2.9</td><td>2.85</td></tr></table>
<p>一行<br>两行</p></div>
<footer>版权所有</footer></body></html>"""


def read(tmp_path: Path, charset: str, encoding: str) -> list[tuple[str, int, str]]:
    path = tmp_path / "a.html"
    path.write_bytes(PAGE.format(charset=charset).encode(encoding))
    document = read_document(path)
    assert [t.header for t in document.tables] == [("指标", "产量（万吨） 2021年", "产量（万吨） 2022年")]
    return [(b.kind, b.level, document.text[b.start : b.end]) for b in document.blocks]


@pytest.mark.parametrize(
    ("charset", "encoding"), [("utf-8", "utf-8"), ("gb2312", "gb18030"), ("gb2312", "utf-8"), ("big5x", "gb18030")]
)
def test_the_main_text_is_read_in_the_encoding_that_it_is_in(tmp_path: Path, charset: str, encoding: str) -> None:
    assert read(tmp_path, charset, encoding) == [
        ("heading", 1, "云栖县统计公报"),
        ("paragraph", 0, "全年粮食产量31.6万吨，比上年增长2.1%。"),
        ("row", 0, "粮食 | 30.95 | 31.6"),
        ("row", 0, "油料 | 2.9 | 2.85"),
        ("paragraph", 0, "一行"),
        ("paragraph", 0, "两行"),
    ]


def test_a_table_that_lays_out_a_page_is_no_table(tmp_path: Path) -> None:
    path = tmp_path / "a.htm"
    inner = "<table><tr><th>产品</th><th>产量</th></tr><tr><td>稻谷</td><td>21.3</td></tr></table>"
    path.write_text(f"<table><tr><td><p>粮食增产。</p></td><td>{inner}</td></tr></table>", encoding="utf-8")
    document = read_document(path)
    assert [(b.kind, document.text[b.start : b.end]) for b in document.blocks] == [
        ("paragraph", "粮食增产。"),
        ("row", "稻谷 | 21.3"),
    ]


def test_what_stands_around_a_page_is_known_by_its_names(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text(
        "<body><div class='site-nav'>首页 公报</div><div id='cookie-banner'><p>本站使用Cookie，保存30天。</p></div>"
        "<div class='content'><h1>云岭县水情公报</h1><p>全年来水3.2亿立方米，比上年多一成；全县修渠46公里，新打机井28眼，灌溉农田二十万亩。</p></div>"
        "<div class='page-footer'>备案号12345678</div><div role='contentinfo'>邮编100000</div></body>",
        encoding="utf-8",
    )
    assert read_document(path).text.split("\n") == [
        "云岭县水情公报",
        "全年来水3.2亿立方米，比上年多一成；全县修渠46公里，新打机井28眼，灌溉农田二十万亩。",
    ]


def test_a_name_that_a_menu_could_have_hides_no_text(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text("<body><div class='nav-content'><p>全年来水3.2亿立方米，比上年多一成。</p></div></body>", encoding="utf-8")
    assert read_document(path).text == "全年来水3.2亿立方米，比上年多一成。"


def test_readings_of_characters_are_left_out_and_deleted_text_too(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text(
        "<body><p>全县<ruby>灌<rp>(</rp><rt>guàn</rt><rp>)</rp></ruby>区用水<del>2</del>3亿立方米。</p></body>", encoding="utf-8"
    )
    assert read_document(path).text == "全县灌区用水3亿立方米。"


def test_a_caption_names_its_table_and_cells_are_read_as_seen(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text(
        "<body><table><caption>表1 水质（单位：毫克/升）</caption><tr><th>站</th><th>氨氮<br>均值</th></tr>"
        "<tr><td>石桥</td><td>(<span>0.31</span>)</td></tr><tr><td>柳湾</td><td><b>0.42</b><sup>1</sup></td></tr></table></body>",
        encoding="utf-8",
    )
    document = read_document(path)
    assert document.text.split("\n") == ["表1 水质（单位：毫克/升）", "站 | 氨氮均值", "石桥 | (0.31)", "柳湾 | 0.42¹"]
    assert (document.tables[0].caption, document.tables[0].unit) == ("表1 水质（单位：毫克/升）", "单位：毫克/升")
