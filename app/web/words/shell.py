"""The texts of the header and those that several tabs share."""

from app.web.words.word import Word

WORDS = {
    "brand": Word("问据", "Wenju"),
    "pages": Word("页面", "Pages"),
    "ask": Word("问答", "Ask"),
    "find": Word("查找出处", "Find"),
    "store": Word("{reports} 份报告", "{reports} reports"),
    "store_years": Word("{reports} 份报告 · {first}—{last}", "{reports} reports · {first}–{last}"),
    "store_year": Word("{reports} 份报告 · {first}", "{reports} reports · {first}"),
    "theme": Word("明暗", "Light or dark"),
    "language": Word("EN", "中文"),
    "language_label": Word("切换到英文", "Switch to Chinese"),
    "year": Word("{year}年", "{year}"),
    "year_span": Word("{first}—{last}年", "{first}–{last}"),
    "failed": Word("没能完成", "This did not work"),
    "copied": Word("已复制", "Copied"),
    "copy_failed": Word("浏览器不允许复制", "The browser does not allow copying"),
    "quoted": Word("原文", "Quoted"),
    "converted": Word("换算", "Converted"),
    "derived": Word("推算", "Derived"),
    "quoted_line": Word("报告里的原样数字", "as it stands in the report"),
    "converted_line": Word("由报告里的数字换算单位", "a unit conversion of a reported figure"),
    "derived_line": Word("按算式从报告里的数字算出", "computed by the formula from reported figures"),
    "open": Word("在章节中查看", "Open in its section"),
    "page": Word("第 {n} 页", "p. {n}"),
    "years": Word("年份", "Year"),
    "reports": Word("报告", "Report"),
    "search_reports": Word("按名称、地区筛选", "Filter by name or place"),
    "more_reports": Word("还有 {n} 份，输入名称筛选", "{n} more: type a name"),
    "no_reports": Word("没有这样的报告", "No such report"),
    "remove": Word("移除", "Remove"),
    "unexpected": Word(
        "出了意外的差错，请再试一次；详情见服务的记录。",
        "Something unexpected went wrong: try again. The server's log says more.",
    ),
    "store_is_empty": Word(
        "资料库还是空的。请先到“资料库”添加报告，读完再试。",
        "The store is empty: add reports in the Library first, then try again.",
    ),
    "lost": Word(
        "服务没有回应，您写的还在这里。请过一会儿再试。",
        "The server does not answer. What you wrote is still here: try again in a moment.",
    ),
    "logged_out": Word("登录已经过期，请刷新页面重新登录。", "You are no longer logged in: reload the page to log in again."),
}
IN_SCRIPT: tuple[str, ...] = (
    "copied", "copy_failed", "quoted", "converted", "derived", "quoted_line", "converted_line", "derived_line", "remove", "search_reports", "lost", "logged_out", "unexpected", "year",
)  # fmt: skip
