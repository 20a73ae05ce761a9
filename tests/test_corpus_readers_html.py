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
