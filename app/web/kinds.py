"""What kind of report one is, in both languages: reports carry the Chinese name of their kind."""

from app.web.markup import Markup, both, escape

ENGLISH = {
    "政府工作报告": "government work report",
    "统计公报": "statistical communiqué",
    "统计分析报告": "statistical analysis",
    "党建工作报告": "report on Party building",
    "纪检监察报告": "report on discipline inspection",
    "人大工作报告": "work report of the people's congress",
    "政协工作报告": "work report of the CPPCC",
    "法院工作报告": "court work report",
    "检察院工作报告": "procuratorate work report",
    "部门决算": "final accounts",
    "预算": "budget",
    "计划报告": "plan",
    "信息公开年度报告": "report on information disclosure",
    "年度报告": "annual report",
    "审计报告": "audit report",
    "工作总结": "summary of work",
    "工作计划": "plan of work",
    "讲话": "speech",
    "白皮书": "white paper",
    "法规": "regulation",
    "英文摘要": "English summary",
    "其他": "other",
}


def render_kind(kind: str) -> Markup:
    """Return the name of a kind in both languages, one that is not known as it is."""
    return both(kind, ENGLISH[kind]) if kind in ENGLISH else escape(kind)
