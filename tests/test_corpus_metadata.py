import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.metadata import TYPES, read_metadata
from corpus.report import Metadata
from corpus.title_years import Years, years_of
from tests.line_documents import document_of

_MINISTER = "Delivered by the Minister on 16 February 2024"
# lines of the text, name of the file, metadata
REPORTS = [
    (
        ["2024年云岭县政府工作报告"],
        "",
        Metadata("2024年云岭县政府工作报告", "云岭县人民政府", "云岭县", "政府工作报告", 2024, "2023"),
    ),
    (["政府工作报告", "2023年1月5日"], "", Metadata("政府工作报告", "", "", "政府工作报告", 2023, "2022")),
    (
        ["各位代表：", "现在报告。"],
        "2024年青岚政府工作报告",
        Metadata("2024年青岚政府工作报告", "", "青岚", "政府工作报告", 2024, "2023"),
    ),
    (
        ["各位代表：", "现在报告。"],
        "2024年岚州政府工作报告",
        Metadata("2024年岚州政府工作报告", "", "岚州", "政府工作报告", 2024, "2023"),
    ),
    (
        ["政府工作报告", "——2023年1月5日在云岭县第十届人民代表大会第二次会议上", "云岭县人民政府县长 李明"],
        "2023年云岭县政府工作报告",
        Metadata("2023年云岭县政府工作报告", "云岭县人民政府", "云岭县", "政府工作报告", 2023, "2022"),
    ),
    (
        ["云岭县2021年国民经济和社会发展统计公报", "云岭县统计局", "2022年3月18日"],
        "",
        Metadata("云岭县2021年国民经济和社会发展统计公报", "云岭县统计局", "云岭县", "统计公报", 2022, "2021"),
    ),
    (
        ["中华人民共和国2023年国民经济和社会发展统计公报", "国家统计局"],
        "",
        Metadata("中华人民共和国2023年国民经济和社会发展统计公报", "国家统计局", "全国", "统计公报", 2024, "2023"),
    ),
    (
        ["白榆市2021~2024年国民经济和社会发展统计公报汇总", "一、综合"],
        "",
        Metadata("白榆市2021~2024年国民经济和社会发展统计公报汇总", "", "白榆市", "统计公报", 2025, "2021-2024"),
    ),
    (
        ["2022-2023年青岚县卫生健康统计公报"],
        "",
        Metadata("2022-2023年青岚县卫生健康统计公报", "", "青岚县", "统计公报", 2024, "2022-2023"),
    ),
    (
        ["二〇二三年青岚县党建工作总结", "中共青岚县委组织部", "2024年1月10日"],
        "",
        Metadata("二〇二三年青岚县党建工作总结", "中共青岚县委组织部", "青岚县", "党建工作报告", 2024, "2023"),
    ),
    (
        ["青岚县住房和城乡建设局2023年度部门决算"],
        "",
        Metadata("青岚县住房和城乡建设局2023年度部门决算", "青岚县住房和城乡建设局", "青岚县", "部门决算", 2024, "2023"),
    ),
    (["2023年全市城区绿化工作总结"], "", Metadata("2023年全市城区绿化工作总结", "", "", "工作总结", 2024, "2023")),
    (["2023年度全国社区服务工作总结"], "", Metadata("2023年度全国社区服务工作总结", "", "", "工作总结", 2024, "2023")),
    (
        ["白榆市东城区2023年预算执行情况和2024年预算草案的报告"],
        "",
        Metadata("白榆市东城区2023年预算执行情况和2024年预算草案的报告", "", "白榆市东城区", "预算", 2024, "2023"),
    ),
    (
        ["青岚县教育局2023年度部门决算"],
        "",
        Metadata("青岚县教育局2023年度部门决算", "青岚县教育局", "青岚县", "部门决算", 2024, "2023"),
    ),
    (["白榆市2024年预算草案的报告"], "", Metadata("白榆市2024年预算草案的报告", "", "白榆市", "预算", 2024, "2024")),
    (
        ["关于白榆市2023年计划执行情况的报告"],
        "",
        Metadata("关于白榆市2023年计划执行情况的报告", "", "白榆市", "计划报告", 2023, "2023"),
    ),
    (
        ["白榆市人大常委会2023年工作报告"],
        "",
        Metadata("白榆市人大常委会2023年工作报告", "白榆市人大常委会", "白榆市", "人大工作报告", 2024, "2023"),
    ),
    (["白榆市2023年审计工作报告"], "", Metadata("白榆市2023年审计工作报告", "", "白榆市", "审计报告", 2024, "2023")),
    (
        ["青岚县2023年信息公开年度报告"],
        "",
        Metadata("青岚县2023年信息公开年度报告", "", "青岚县", "信息公开年度报告", 2024, "2023"),
    ),
    (
        ["在青岚县经济工作会议上的讲话", "2023年12月20日"],
        "",
        Metadata("在青岚县经济工作会议上的讲话", "", "青岚县", "讲话", 2023, ""),
    ),
    (
        ["正文很长，没有题目。"],
        "07-青岚县民政局2023年工作总结",
        Metadata("青岚县民政局2023年工作总结", "青岚县民政局", "青岚县", "工作总结", 2024, "2023"),
    ),
    (["\ufeff# 白 榆 市 2 0 2 3 年统计公报"], "", Metadata("白榆市2023年统计公报", "", "白榆市", "统计公报", 2024, "2023")),
    (
        ["Northland Budget 2024", _MINISTER, "Revenue rose."],
        "",
        Metadata("Northland Budget 2024", "", "Northland", "预算", 2024, "2024", "en"),
    ),
    (
        ["Mr Speaker, I beg to move."],
        "northland-budget-1985",
        Metadata("Northland Budget 1985", "", "Northland", "预算", 1985, "1985", "en"),
    ),
    (
        ["Northland in Brief 2023", "Growth was strong."],
        "",
        Metadata("Northland in Brief 2023", "", "Northland", "英文摘要", 2024, "2023", "en"),
    ),
]


@pytest.mark.parametrize(("lines", "name", "wanted"), REPORTS, ids=[w.title + n for _, n, w in REPORTS])
def test_a_report_says_what_it_is(lines: list[str], name: str, wanted: Metadata) -> None:
    assert read_metadata(document_of(lines), name or "a") == wanted


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("云岭县2023年经济运行情况", "统计分析报告"),
        ("云岭县基层组织建设情况汇报", "党建工作报告"),
        ("云岭县纪检监察工作报告", "纪检监察报告"),
        ("政协云岭县委员会工作报告", "政协工作报告"),
        ("云岭县人民法院工作报告", "法院工作报告"),
        ("云岭县人民检察院工作报告", "检察院工作报告"),
        ("云岭县民政局工作汇报", "工作总结"),
        ("云岭县气候变化白皮书", "白皮书"),
        ("云岭县防汛工作办法", "法规"),
        ("Annual Report of the Northland Bank", "年度报告"),
        ("云岭县大事记", "其他"),
    ],
)
def test_the_type_is_told_by_the_words_of_the_title(title: str, kind: str) -> None:
    assert read_metadata(document_of([title]), "a").type == kind


@pytest.mark.parametrize(
    ("title", "name", "years"),
    [
        ("2023年公报", "2022", Years(2023, 2023)),
        ("公报", "2022年", Years(2022, 2022)),
        ("2021~2024年公报", "", Years(2021, 2024)),
        ("2021—24年公报", "", Years(2021, 2024)),
        ("2021年至2023年公报", "", Years(2021, 2023)),
        ("2024-2021", "", Years(2024, 2024)),
        ("一九八五年报告", "", Years(1985, 1985)),
        ("二○○三年报告", "", Years(2003, 2003)),
        ("12023号文件", "", Years(None, None)),
        ("公报", "", Years(None, None)),
    ],
)
def test_the_years_of_a_title(title: str, name: str, years: Years) -> None:
    assert years_of(title, name) == years


@given(
    st.lists(st.text(alphabet="云岭县2023年政府工作报告统计局委员会、，。—~-（）一月日 \u200bAbc", max_size=40), max_size=8),
    st.text(max_size=20),
)
def test_any_text_has_metadata_of_a_known_type(lines: list[str], name: str) -> None:
    metadata = read_metadata(document_of(lines), name)
    assert metadata.type in TYPES
    assert metadata.language in {"zh", "en"}
    assert metadata.year is None or 1900 <= metadata.year <= 2101
