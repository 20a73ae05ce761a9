"""What a report says about itself: title, issuer, place, type, year of issue, period, language.

Read from the title line, the lines below it and the file's name; such titles are built [place or issuer] [year] [kind].
"""

import re
from dataclasses import dataclass, replace

from corpus.company import read_company
from corpus.document import Document
from corpus.english_body import english_body
from corpus.figures.numerals import fold
from corpus.matching import is_chinese, simplified
from corpus.report import Metadata
from corpus.split_years import school_period, school_years
from corpus.title_years import Years, years_of

# Kinds of reports, with the words that name them in titles; the first that fits counts.
TYPES: dict[str, tuple[str, ...]] = {
    "政府工作报告": ("政府工作报告",),
    "统计公报": ("统计公报", "状况公报", "发展公报", "质量公报", "资源公报", "公报", "statistical communiqu"),
    "统计分析报告": ("统计分析", "运行分析", "分析报告", "运行情况"),
    "党建工作报告": ("党建", "党的建设", "组织工作", "基层组织", "党组织", "组织部"),
    "纪检监察报告": ("纪律检查", "纪检", "监察"),
    "人大工作报告": ("人大常委会", "人民代表大会常务委员会"),
    "政协工作报告": ("政协", "政治协商"),
    "法院工作报告": ("法院工作报告",),
    "检察院工作报告": ("检察院工作报告",),
    "部门决算": ("决算",),
    "预算": ("预算", "财政预算案", "budget"),
    "计划报告": ("计划执行", "国民经济和社会发展计划", "发展规划", "规划纲要"),
    "信息公开年度报告": ("信息公开",),
    "年度报告": ("年度报告", "年报", "annual report"),
    "审计报告": ("审计",),
    "工作总结": ("工作总结", "总结", "工作汇报", "情况汇报", "工作情况", "工作报告", "述职"),
    "工作计划": ("工作计划", "工作要点", "行动计划", "实施方案", "工作方案"),
    "讲话": ("讲话", "演讲", "致辞", "发言", "开幕式", "speech", "address"),
    "白皮书": ("白皮书", "蓝皮书"),
    "法规": ("条例", "规定", "办法", "意见", "通知"),
    "英文摘要": ("summary", "overview", "in brief"),
    "其他": (),
}
_NATION = "全国"
_NATIONAL = re.compile(r"中华人民共和国|国务院|国家统计局|全国人民代表大会|^全国|中共中央|中央政府")
_SUFFIX = "特别行政区|自治区|自治州|自治县|自治旗|省|地区|盟|市|县|区|旗|州|镇|乡|街道"
_PLACE = re.compile(
    rf"^(?:中共)?(?P<whole>[一-龥]{{2,8}}?(?:{_SUFFIX}))(?P<part>[一-龥]{{1,8}}?(?:自治县|市|县|区|旗|镇|乡|街道))?"
)
# Words that end like the name of a place.
_NO_PLACE = re.compile(
    "(?:城乡|社区|上市|城市|城镇|乡镇|村镇|园区|小区|校区|景区|库区|山区|牧区|灾区|辖区|片区)$|^全.?[城市县区].?[区镇]$"
)
_ISSUER = re.compile(
    r"(?:中共)?[一-龥]{0,16}?(?:委员会|人民政府|政府|统计局|财政局|教育局|民政局|卫生健康局|[一-龥]{2,6}局|[一-龥]{2,8}部|组织部|办公室|国务院|[一-龥]{2,8}厅|[一-龥]{2,8}院|公司|委"
    r"|[一-龥]{2,10}(?:学校|中学|小学|大学|幼儿园|图书馆|博物馆|文化馆|科技馆|体育馆|卫生服务中心|疾病预防控制中心|研究所|敬老院|福利院))(?=$|\s)"
)
_SALUTATION = re.compile(r"^(?:尊敬的|各位|女士们|先生们|同志们|老师们|朋友们|\*\*|-{3,}|[（(])")
_DATE = re.compile(
    r"((?:19|20)\d\d)\s*年\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?|((?:19|20)\d\d)-\d{1,2}-\d{1,2}"
    r"|\b\d{0,2}\s?(?:January|February|March|April|May|June|July|August|September|October|November|December)\s+((?:19|20)\d\d)\b"
)
_HAN_RUN, _LATIN_RUN = re.compile("[一-龥]+"), re.compile("[A-Za-z]+")
_HEAD_LETTERS = 400
_CHINESE_DATE = re.compile(r"[一二][零〇○一二三四五六七八九]{3}年[一二三四五六七八九十]{1,2}月")
_KIND_WORDS = re.compile(
    r"中华人民共和国|政府工作报告|国民经济和社会发展|统计公报|部门决算|年度|工作报告|工作总结|情况汇报|党建|组织工作|预算|决算|公报|报告|总结|汇报|[（(].*?[）)]|全文|节选|汇总|的|关于|在.*?上"
)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_YEAR_TEXT = re.compile(
    r"(?:19|20)\d\d\s?(?:[—~～\-–至到]\s?(?:19|20)?\d\d)?\s?(?:学?年)?度?|[一二][〇○零一二三四五六七八九]{3}年"
)
_LONGEST_TITLE = 60
# A company says its short name in the first pages of its report.
_NAMED_WITHIN = 20_000


@dataclass(frozen=True, slots=True)
class _Head:
    """What the metadata is read from: the title, and the first and last lines of the text."""

    title: str
    first: tuple[str, ...]
    last: tuple[str, ...]


def read_metadata(document: Document, name: str) -> Metadata:
    """Return the metadata of a document; `name` is the file's name without its ending."""
    written = _head(document, name)
    # Kinds, places and offices are known in simplified characters, in which questions are read.
    head = _Head(simplified(written.title), tuple(map(simplified, written.first)), tuple(map(simplified, written.last)))
    company = read_company(written.first[:6], document.text[:_NAMED_WITHIN])
    if company is not None:
        written = head = replace(head, title=company.title)
    kind = _type(head.title, simplified(name), *head.first[:1])
    years = years_of(head.title, name)
    # A workbook's first lines are its sheet's name and rows; whose it is stands in the name of the file.
    place = _place(head, kind) or _named(_YEAR_TEXT.sub(" ", simplified(name)).strip())
    year = _year_of_issue(head, kind, years)
    return Metadata(
        title=written.title,
        issuer=company.company if company is not None else _issuer(head, place, kind),
        place=place,
        type=kind,
        year=year,
        period=_school_period(head.title, simplified(name)) or _period(kind, years, year),
        language=_language(document.text),
    )


def _head(document: Document, name: str) -> _Head:
    lines = [document.text[b.start : b.end] for b in document.blocks[:12]] if document.blocks else []
    lines = [line for line in (_visible(line) for line in lines) if line]
    if (over := _over_first_table(document)) and lines and not years_of(lines[0], "").first:
        lines = [over, *lines]
    last = [_visible(document.text[b.start : b.end]) for b in document.blocks[-3:]]
    # The first row of a table is no title.
    return _Head(
        _title(lines if document.blocks and document.blocks[0].kind != "row" else [], name), tuple(lines[:8]), tuple(last)
    )


def _over_first_table(document: Document) -> str:
    """Return the line over the first table of a workbook that names a year, "" for none: a sheet's name (季度统计) is less of a title."""
    if document.encoding != "xlsx" or [b.kind for b in document.blocks[:2]] != ["heading", "row"]:
        return ""
    between = document.text[document.blocks[0].end : document.blocks[1].start].splitlines()
    return next((line for raw in between if years_of(line := _visible(raw), "").first and len(line) <= _LONGEST_TITLE), "")


def _visible(line: str) -> str:
    return re.sub(r"[\u200b-\u200f\u202a-\u202e\u2060\ufeff]", "", line).strip().strip("#* ").strip()


def _title(lines: list[str], name: str) -> str:
    """Return the title line; the file's name where the text has none or the name says more (a year, a span of years)."""
    stem = re.sub(r"^\d{1,3}(?=[^\d年.])[-_.、]?", "", name)
    stem = re.sub(r"[-_]+", " ", stem).strip() if not is_chinese(stem) else stem
    stem = stem.title() if stem.islower() else stem
    first = lines[0] if lines else ""
    is_title = (
        first and len(first) <= _LONGEST_TITLE and not re.search(r"[。！？；，：:,]$", first) and not _SALUTATION.match(first)
    )
    if not is_title:
        return stem
    in_title, in_name = years_of(first, ""), years_of(stem, "")
    if in_name.first and (not in_title.first or in_name.last != in_name.first):
        return stem
    return re.sub(r"(?<=[一-龥\d])\s+(?=[一-龥\d])", "", first)


def _type(*texts: str) -> str:
    for text in (t.lower() for t in texts):
        for kind, words in TYPES.items():
            if any(w in text for w in words):
                return kind
    return "其他"


def _place(head: _Head, kind: str) -> str:
    title = re.sub("^(?:关于|在)", "", _YEAR_TEXT.sub(" ", head.title).strip())
    if _NATIONAL.search(title) and not re.search(rf"[一-龥]{{2,}}(?:{_SUFFIX})", title.replace("中华人民共和国", "")):
        return _NATION
    if not is_chinese(title):
        return english_body(title)
    for piece in (p.strip() for p in title.split()):
        named = _named(piece)
        if named:
            return named
    residue = _KIND_WORDS.sub("", title).strip()
    if kind in {"政府工作报告", "信息公开年度报告"} and re.fullmatch(r"[一-龥]{2,8}", residue.split(" ")[0] if residue else ""):
        return residue.split(" ")[0].removesuffix("政府")
    lines = " ".join(line for line in head.first[1:5] if len(line) <= _LONGEST_TITLE) if kind != "讲话" else ""
    if _NATIONAL.search(lines):
        return _NATION
    below = next((named for line in head.first[1:4] if (named := _named(line))), "")
    return below or (_NATION if kind == "统计公报" else "")


def _named(text: str) -> str:
    """Return the place that a text begins with: 省, 市 or 县, and a part of it, as far as each is a name."""
    match = _PLACE.match(text)
    if not match or _NO_PLACE.search(match["whole"]):
        return ""
    return match["whole"] if _NO_PLACE.search(match["part"] or "") else match["whole"] + (match["part"] or "")


def _issuer(head: _Head, place: str, kind: str) -> str:
    if "国务院" in head.title:
        return "国务院"
    cleaned = _YEAR_TEXT.sub(" ", head.title)
    for text in (*cleaned.split(), *head.first[1:6], *head.last):
        match = _ISSUER.match(text)
        if match and len(text) <= 30:
            return match[0]
    match = (
        re.match(rf"{re.escape(place)}[一-龥]{{0,10}}?(?:委员会|常委会|局|组织部|部|委|办公室|厅)", cleaned.strip())
        if place
        else None
    )
    if match:
        return match[0]
    # 广州 is a city without its suffix, 黔南州 a prefecture with it.
    whole = re.search(f"(?:{_SUFFIX})$", place) and not re.fullmatch(".州", place)
    return f"{place}人民政府" if kind == "政府工作报告" and whole else ""


def _year_of_issue(head: _Head, kind: str, years: Years) -> int | None:
    dated = next((year for line in (*head.first[1:], *head.last) if len(line) <= 60 and (year := _dated(line)) is not None), None)
    if kind == "政府工作报告" and years.last:
        # One named after the year that it reviews is given at the beginning of the next: 2030年…, 2031年1月9日在….
        return dated if dated == years.last + 1 else years.last
    if dated is not None and (not years.last or years.last <= dated <= years.last + 2):
        return dated
    if not years.last:
        return dated
    if kind in {"预算", "讲话", "计划报告", "工作计划"}:
        # 2023年预算执行情况和2024年预算草案 is given in 2024.
        return max(int(y) for y in _YEAR.findall(head.title) or [years.last])
    return years.last + 1


def year_given(text: str) -> int | None:
    """Return the year of the date at the head of a text, None without one: a budget for 1965 is given in 1964."""
    lines = (line for line in text[:_HEAD_LETTERS].splitlines() if len(line) <= 60)
    return next((year for line in lines if (year := _dated(line)) is not None), None)


def _dated(line: str) -> int | None:
    """Return the year of a date in a line: 2022年7月5日, ２０２２年７月, 二〇二二年七月五日, 2022-07-05, 5 July 2022."""
    match = _DATE.search(fold(line))
    if match:
        return int(match[1] or match[2] or match[3])
    return years_of(line, "").last if _CHINESE_DATE.search(line) else None


def _period(kind: str, years: Years, year: int | None) -> str:
    if not years.last:
        return str(year - 1) if kind == "政府工作报告" and year else ""
    if years.first != years.last:
        return f"{years.first}-{years.last}"
    return str(year - 1 if kind == "政府工作报告" and year else years.last)


def _school_period(title: str, name: str) -> str:
    """Return the school year that a title names, or a file's name if the title names no year, "" for none."""
    told = school_years(fold(title)) or ([] if _YEAR.search(title) else school_years(fold(name)))
    return school_period(int(told[-1]["first"])) if told else ""


def _language(text: str) -> str:
    sample = text[:20_000]
    han, latin = (sum(map(len, runs.findall(sample))) for runs in (_HAN_RUN, _LATIN_RUN))
    return "zh" if han * 4 >= latin else "en"
