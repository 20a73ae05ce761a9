"""Why a file was not read, or not all of it, in Chinese: the readers say it in English, a reader of the page may not read that.

A test holds this table against every reason that the readers give.
"""

import re

from app.web.markup import Markup, both

_REASONS: tuple[tuple[str, str], ...] = (
    (r"the file is empty", "文件是空的"),
    (r"no text in it", "里面没有文字"),
    (r"an old Word file or an encrypted one", "是旧版的或加了密的 Word 文件，请用 Word 或 LibreOffice 另存为 docx"),
    (r"asks for a password", "要密码才能打开，请另存一份没有密码的"),
    (r"not a whole xlsx?\b", "表格不完整或有密码，请另存为没有密码的 xlsx"),
    (r"not a whole ", "文件不完整或已损坏，请重新导出或重新下载"),
    (r"the docx has no body", "docx 里没有正文，请用 Word 重新保存"),
    (r"unpacks to|is too large for a report", "文件太大，请拆成几份"),
    (r"an archive inside an archive", "压缩包里是压缩包，或者没有报告，请解开后再添加"),
    (r"an archive with no file in it", "压缩包里没有文件"),
    (r"is not read; save it as", "不收这种文件，请另存为 docx、pdf、xlsx、pptx、html、md 或 txt"),
    (r"needs LibreOffice; install it, or save the file as (\w+)", "读这种文件要先安装 LibreOffice，也可以另存为 {}"),
    (r"LibreOffice could not .*; save it as (\w+)", "LibreOffice 打不开，请另存为 {}"),
    (r"page (\d+) is broken", "第 {} 页坏了，请重新打印成 PDF"),
    (r"a PDF without pages", "PDF 里一页也没有，请重新导出"),
    (r"no web page in it", "里面没有网页，请用浏览器重新保存"),
    (r"pictures \(a scan\)|: a picture; install", "是扫描件或图片，要先装好文字识别（make ocr）"),
    (r"pages without text; export it again", "PDF 里没有文字，请从原来的程序重新导出"),
    (r"do not say which characters", "字体没有写明是哪些字，请重新打印成 PDF，或改用扫描件"),
    (r"pages? ([\d, -]+): a picture without text", "第 {} 页是没有文字的图片，没有收；装好文字识别（make ocr）才能收"),
    (r"pages? ([\d, -]+): recognised from pictures, confidence ([\d.]+)", "第 {} 页由图片识别而来，把握 {}，请和原件对照"),
    (r"no such file or folder", "没有这个文件"),
    (r"not a text file", "不是文本文件，请另存为 txt、md 或 docx"),
    (r"named (\S+), but a (\S+) file: read as that", "名字是 {}，其实是 {} 文件，已照后者收"),
)
# What a library says of a broken file helps nobody: not a whole PDF (Failed to load document (PDFium: Data format error).); …
_LIBRARY = re.compile(r"(not a whole \w+|could not convert it|no web page in it) \(.*\)(?=; |$)")
_PATTERNS = tuple((re.compile(pattern), chinese) for pattern, chinese in _REASONS)


def reason_in_chinese(reason: str) -> str:
    """Return a reader's reason in Chinese, "" for one that is not known.

    >>> reason_in_chinese("甲.pdf: not a whole PDF (no trailer); download it again")
    '文件不完整或已损坏，请重新导出或重新下载'
    """
    for pattern, chinese in _PATTERNS:
        if match := pattern.search(reason):
            return chinese.format(*match.groups())
    return ""


def both_reasons(reason: str, file: str = "") -> Markup:
    """Return a reader's reason in both languages, without the name of the file."""
    plain = _LIBRARY.sub(r"\1", reason.removeprefix(f"{file.rsplit('/', 1)[-1]}: "))
    return both(reason_in_chinese(reason) or plain, plain)
