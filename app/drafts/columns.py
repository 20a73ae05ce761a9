"""The columns of a table of findings, for sheets: head and text of each cell."""

from collections.abc import Callable

from app.drafts.findings import Finding, quotes_of, source_lines, visible

COLUMNS: dict[str, Callable[[Finding], str]] = {
    "序号 No.": lambda f: str(f.n),
    "您的数字 Yours": lambda f: f.yours,
    "报告的数字 The report's": lambda f: f.theirs,
    "判定": lambda f: f.word.zh,
    "Verdict": lambda f: f.word.en,
    "您的原句 Your sentence": lambda f: f.claim,
    "章节 Section": lambda f: " › ".join(f.section),
    "算式 Formula": lambda f: f.formula,
    "出处 Source": lambda f: "；".join(source_lines(f)),
    "页 Page": lambda f: "；".join(str(s.page) for s in f.sources if s.page),
    "报告原文 Quote": lambda f: quotes_of(f.sources),
    "文件 File": lambda f: "；".join(s.report for s in f.sources),
    "起 Start": lambda f: str(f.start),
    "止 End": lambda f: str(f.end),
}


def cells_of(finding: Finding) -> list[str]:
    """Return the cells of a finding, in the order of COLUMNS."""
    return [visible(text(finding)) for text in COLUMNS.values()]
