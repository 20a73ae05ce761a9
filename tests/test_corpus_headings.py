import pytest

from corpus.document import Block, Document
from corpus.headings import Heading, find_headings


def _document(*lines: str, kinds: str = "") -> Document:
    """Return a document of these lines; `kinds` has a digit (level of a heading) or p (paragraph) for each line, paragraphs without it."""
    blocks = []
    start = 0
    for number, line in enumerate(lines):
        kind = kinds[number] if kinds else "p"
        if line:
            level = int(kind) if kind.isdigit() else 0
            blocks.append(Block("heading" if level else "paragraph", start, start + len(line), level))
        start += len(line) + 1
    return Document("\n".join(lines), tuple(blocks))


def _levels(document: Document) -> list[tuple[int, str]]:
    return [(h.level, h.title) for h in find_headings(document)]


def test_each_family_has_the_level_at_which_it_was_first_met() -> None:
    lines = [
        "第一部分 回顾",
        "一、农业",
        "（一）粮食",
        "1. 稻谷",
        "（1）早稻",
        "①面积",
        "②产量",
        "（2）晚稻",
        "2. 小麦",
        "（二）油料",
        "二、工业",
        "第二部分 安排",
        "一、任务",
    ]
    assert _levels(_document(*lines)) == [
        (1, "第一部分 回顾"),
        (2, "一、农业"),
        (3, "（一）粮食"),
        (4, "1. 稻谷"),
        (5, "（1）早稻"),
        (6, "①面积"),
        (6, "②产量"),
        (5, "（2）晚稻"),
        (4, "2. 小麦"),
        (3, "（二）油料"),
        (2, "二、工业"),
        (1, "第二部分 安排"),
        (2, "一、任务"),
    ]


def test_the_highest_family_of_a_report_is_at_level_one_whatever_it_is() -> None:
    assert _levels(_document("（一）粮食", "1、稻谷", "2、小麦", "（二）油料")) == [
        (1, "（一）粮食"),
        (2, "1、稻谷"),
        (2, "2、小麦"),
        (1, "（二）油料"),
    ]


def test_chapters_and_sections_are_headings() -> None:
    assert _levels(_document("第一章 总则", "第1节 范围", "第二章：措施")) == [
        (1, "第一章 总则"),
        (2, "第1节 范围"),
        (1, "第二章：措施"),
    ]


def test_the_text_behind_a_run_in_heading_is_its_body() -> None:
    line = "一是夯实基础。" + "全县新建高标准农田2.4万亩，" * 4
    runin = "（一）夯实农业基础。" + "全县新建高标准农田2.4万亩，" * 4
    colon = "2、工业：" + "规模以上企业增加值增长6.1%，" * 4
    document = _document("一、工作", line, runin, "1、农业", colon)
    starts = [document.text.index(x) for x in ("一、工作", runin, "1、农业", colon)]
    assert find_headings(document) == [
        Heading(starts[0], starts[0] + 4, "一、工作", 1, starts[0] + 4),
        Heading(starts[1], starts[1] + len(runin), "（一）夯实农业基础", 2, starts[1] + 10),
        Heading(starts[2], starts[2] + 4, "1、农业", 3, starts[2] + 4),
        Heading(starts[3], starts[3] + len(colon), "2、工业", 3, starts[3] + 5),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "三、四线城市的住房库存下降",
        "一、二、三产业的比例为9∶41∶50",
        "一、二季度持续回升",
        "11.5.14.2的试验表明方法可行",
        "1998年全县粮食总产量",
        "1998年的工作",
        "2.4万亩高标准农田",
        "31.6万吨",
        "十分重要的工作",
        "2023 年主要指标",
        "一心一意谋发展",
        "（单位：万元）",
        "12345热线",
    ],
)
def test_what_only_begins_like_a_heading_is_text(line: str) -> None:
    assert _levels(_document("全县工作会议召开。", line, "会议结束。")) == []


def test_a_number_out_of_its_sequence_is_text() -> None:
    lines = ["一、农业", "二、工业", "七、八月份连续降雨", "三、服务业", "九、不在序列中", "五、缺了四也算"]
    assert _levels(_document(*lines)) == [(1, "一、农业"), (1, "二、工业"), (1, "三、服务业"), (1, "五、缺了四也算")]


def test_a_sequence_begins_again_below_a_new_parent() -> None:
    lines = ["一、农业", "（一）粮食", "（二）油料", "（三）畜牧", "二、工业", "（一）能源", "（三）不缺（二）", "（二）退后"]
    assert _levels(_document(*lines)) == [
        (1, "一、农业"),
        (2, "（一）粮食"),
        (2, "（二）油料"),
        (2, "（三）畜牧"),
        (1, "二、工业"),
        (2, "（一）能源"),
        (2, "（三）不缺（二）"),
    ]


def test_numbers_above_ten_are_read() -> None:
    lines = [
        f"{n}、第{n}项" for n in ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二", "十三", "二十"]
    ]
    assert [title for _, title in _levels(_document(*lines))] == lines[:-1]


def test_styled_headings_keep_their_own_levels_and_numbered_lines_go_below_them() -> None:
    document = _document("公报", "一、农业", "（一）粮食", "二、工业", "正文。", "孤立一行", "", "三级", kinds="12p2ppp3")
    assert _levels(document) == [(1, "公报"), (2, "一、农业"), (3, "（一）粮食"), (2, "二、工业"), (3, "三级")]


def test_lines_set_off_by_blank_lines_are_headings_behind_the_first_sentence() -> None:
    lines = [
        "政府工作报告",
        "",
        "各位代表：",
        "现在报告工作。",
        "去年的成绩很大。",
        "",
        "",
        "农业生产",
        "",
        "粮食增产。",
        "油料增产。",
        "蔬菜增产。",
        "水果增产。",
        "",
        "",
        "今后的任务",
        "",
        "继续努力。",
        "再创佳绩。",
    ]
    assert _levels(_document(*lines)) == [(1, "农业生产"), (1, "今后的任务")]


@pytest.mark.parametrize("line", ["（掌声）", "2023年的农业", "继续努力，", "a | b", "很" * 31])
def test_a_line_set_off_is_no_heading_if_it_looks_like_text(line: str) -> None:
    lines = ["开头。", "正文。", "", "", line, "", "正文。", "正文。", "正文。"]
    assert _levels(_document(*lines)) == []


def test_where_every_line_is_set_off_none_is_a_heading() -> None:
    assert _levels(_document("开头。", "", "农业生产", "", "粮食增产。", "", "工业生产", "", "产值增加。")) == []


def test_the_titles_of_a_collection_open_its_documents() -> None:
    lines = [
        "白榆市2021年国民经济和社会发展统计公报",
        "一、综合",
        "正文。",
        "白榆市2022年国民经济和社会发展统计公报",
        "一、综合",
        "二、农业",
    ]
    assert _levels(_document(*lines)) == [
        (1, "白榆市2021年国民经济和社会发展统计公报"),
        (2, "一、综合"),
        (1, "白榆市2022年国民经济和社会发展统计公报"),
        (2, "一、综合"),
        (2, "二、农业"),
    ]


def test_datelines_open_the_documents_of_a_collection_without_titles() -> None:
    lines = ["2022年3月", "一、综合", "正文。", "2023年 3 月15日", "一、综合", "（一）农业"]
    assert _levels(_document(*lines)) == [
        (1, "2022年3月"),
        (2, "一、综合"),
        (1, "2023年 3 月15日"),
        (2, "一、综合"),
        (3, "（一）农业"),
    ]


def test_a_single_title_or_dateline_heads_no_section() -> None:
    lines = ["白榆市2021年国民经济和社会发展统计公报", "2022年3月", "一、综合", "正文。"]
    assert _levels(_document(*lines)) == [(1, "一、综合")]


def test_english_headings() -> None:
    lines = [
        "Chapter 2: Growth",
        "A. Public Finances",
        "II. Revenue",
        "Section 3",
        "A. Smith spoke at length.",
        "Part of the growth came from trade",
    ]
    assert [title for _, title in _levels(_document(*lines))] == [
        "Chapter 2: Growth",
        "A. Public Finances",
        "II. Revenue",
        "Section 3",
    ]


def test_a_sequence_goes_on_behind_one_that_usually_stands_higher() -> None:
    lines = ["（一）形势", "（二）方针", "一、农业", "二、工业", "（三）前景", "一、目标"]
    assert _levels(_document(*lines)) == [
        (1, "（一）形势"),
        (1, "（二）方针"),
        (2, "一、农业"),
        (2, "二、工业"),
        (1, "（三）前景"),
        (1, "一、目标"),
    ]


def test_a_sequence_below_another_of_its_own_family_is_told_by_the_number_behind_it() -> None:
    lines = ["一、回顾", "二、任务", "一、农业", "二、工业", "三、商业", "四、交通", "三、改革", "四、外交"]
    assert _levels(_document(*lines)) == [
        (1, "一、回顾"),
        (1, "二、任务"),
        (2, "一、农业"),
        (2, "二、工业"),
        (2, "三、商业"),
        (2, "四、交通"),
        (1, "三、改革"),
        (1, "四、外交"),
    ]


def test_a_sequence_that_begins_again_without_a_parent_stays_at_its_level() -> None:
    assert [level for level, _ in _levels(_document("（一）甲乙", "（二）丙丁", "（一）戊己", "（二）庚辛", "（三）壬癸"))] == [
        1
    ] * 5


RUNNING = "全县粮食总产量达到31.6万吨，比上年增长2.4%，农民收入持续增长。"


def test_short_lines_between_paragraphs_divide_a_report_without_numbers() -> None:
    lines = [
        "各位代表：",
        "2023年工作回顾",
        RUNNING,
        "（一）农业增产。" + RUNNING,
        "（二）工业增效。" + RUNNING,
        "2024年工作安排建议",
        RUNNING,
        "一、稳住农业",
        RUNNING,
        "二、做强工业",
        RUNNING,
        "加强政府自身建设",
        RUNNING,
    ]
    assert _levels(_document(*lines)) == [
        (1, "2023年工作回顾"),
        (2, "（一）农业增产"),
        (2, "（二）工业增效"),
        (1, "2024年工作安排建议"),
        (2, "一、稳住农业"),
        (2, "二、做强工业"),
        (1, "加强政府自身建设"),
    ]


def test_a_short_line_inside_a_numbered_sequence_is_below_it() -> None:
    lines = ["各位代表：", "一、工业", RUNNING, "先说能源", RUNNING, "再说材料", RUNNING, "二、农业", RUNNING, "结束语", RUNNING]
    assert _levels(_document(*lines)) == [
        (1, "一、工业"),
        (2, "先说能源"),
        (2, "再说材料"),
        (1, "二、农业"),
        (1, "结束语"),
    ]


def test_a_number_far_ahead_is_a_heading_where_the_line_stands_apart() -> None:
    lines = ["各位代表：", "（一）农业", RUNNING, "（四）工业", RUNNING, "（九）商业" + "，" + RUNNING]
    assert _levels(_document(*lines)) == [(1, "（一）农业"), (1, "（四）工业")]


def test_full_sentences_one_below_the_other_are_a_list() -> None:
    lines = ["一、农业", "1.新建高标准农田2万亩。", "2.改造管网12公里。", "3.新增学位800个。", "二、工业", "1.能源。", RUNNING]
    assert _levels(_document(*lines)) == [(1, "一、农业"), (1, "二、工业"), (2, "1.能源")]


def test_a_term_ends_at_its_colon() -> None:
    assert _levels(_document("1.两山：指绿水青山和金山银山。", RUNNING, "2.三农：" + RUNNING)) == [(1, "1.两山"), (1, "2.三农")]


def test_ordinals_and_items_are_headings_only_as_whole_lines() -> None:
    lines = [
        "一、任务",
        "第一，稳住农业",
        RUNNING,
        "第二，" + RUNNING,
        "第三，做强工业。",
        "一是扩大内需",
        RUNNING,
        "二是" + RUNNING,
    ]
    assert _levels(_document(*lines)) == [(1, "一、任务"), (2, "第一，稳住农业"), (3, "一是扩大内需")]


@pytest.mark.parametrize(
    "line",
    [
        "图3 粮食产量",
        "表2 财政收支",
        "单位：万元",
        "图片",
        "政府工作报告",
        "（掌声）",
        "一是",
        "第一，",
        "全县粮食产量达到31.6万吨",
        "—7—",
        "《农业法》",
        "贯彻《",
    ],
)
def test_captions_marks_and_figures_are_no_headings_between_paragraphs(line: str) -> None:
    assert _levels(_document("各位代表：", RUNNING, line, RUNNING)) == []


def test_lines_of_a_wrapped_text_are_no_headings() -> None:
    wrapped = ["各位代表：", "全县粮食总产量达到三十一万吨，农民收入持续增长，城乡面貌", "持续改善", RUNNING] * 5
    assert _levels(_document(*wrapped)) == []


def test_english_parts_stand_above_unnumbered_lines() -> None:
    running = "Revenue grew by 5.2 per cent and spending by 4.1 per cent."
    lines = [
        running,
        "PART I - INTRODUCTION",
        running,
        "Fiscal recovery",
        running,
        "PART II - TAXES",
        running,
        "Duties",
        running,
        "3.17 pm",
        running,
    ]
    assert _levels(_document(*lines)) == [
        (1, "PART I - INTRODUCTION"),
        (2, "Fiscal recovery"),
        (1, "PART II - TAXES"),
        (2, "Duties"),
    ]


def test_decimal_headings_go_below_each_other() -> None:
    lines = ["1. 总则", "1.1 范围", "1.1.1 对象", "1.2 原则", "2. 措施", "2.1 工作", "2.4 万亩高标准农田"]
    assert _levels(_document(*lines)) == [
        (1, "1. 总则"),
        (2, "1.1 范围"),
        (3, "1.1.1 对象"),
        (2, "1.2 原则"),
        (1, "2. 措施"),
        (2, "2.1 工作"),
    ]
