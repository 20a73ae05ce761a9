from dataclasses import replace
from pathlib import Path

import pytest

from app.drafts.pieces import Own, Piece, split_pieces
from app.drafts.reading import read_text
from corpus.report import Metadata
from index.catalogue import ReportCard
from tests.checked_drafts import draft_file


def card(place: str) -> ReportCard:
    return ReportCard(id=1, key="a.txt", metadata=Metadata("报告", place=place), characters=1, passages=1, figures=1, notes=())


def asked(folder: Path, text: str, *places: str) -> list[str]:
    return [p.asked for p in split_pieces(draft_file(folder, text), [replace(card(p), id=i) for i, p in enumerate(places)])]


WORK = "# 青岚县2024年政府工作报告\n\n## 一、2023年工作回顾\n\n{}\n\n## 二、2024年目标任务\n\n新增就业1.2万人。\n"


def test_text_without_headings_is_asked_as_it_stands() -> None:
    draft = read_text("2023年新增就业5人。学校3所。\n道路2公里。", name="TEXT")
    assert split_pieces(draft, []) == [
        Piece("2023年新增就业5人。学校3所。", (Own(0, 0, 12), Own(12, 12, 17))),
        Piece("道路2公里。", (Own(0, 18, 24),)),
    ]


@pytest.mark.parametrize(
    ("paragraph", "told"),
    [
        ("新增就业5人。学校3所。", "2023年青岚县，新增就业5人。2023年青岚县，学校3所。"),
        # A sentence with a time of its own keeps it, and those behind it are not the heading's any more.
        ("2020年新增就业5人。学校3所。", "青岚县，2020年新增就业5人。青岚县，学校3所。"),
        ("全省新增就业5人。全县学校3所。", "2023年，全省新增就业5人。2023年青岚县，全县学校3所。"),
        ("白榆市新增就业5人。", "2023年，白榆市新增就业5人。"),
        ("我们认真工作。", "我们认真工作。"),
    ],
)
def test_headings_say_what_sentences_leave_out(paragraph: str, told: str, tmp_path: Path) -> None:
    pieces = asked(tmp_path, WORK.format(paragraph), "青岚县", "白榆市")
    assert pieces == [
        "青岚县2024年政府工作报告",
        "一、2023年工作回顾",
        told,
        "二、2024年目标任务",
        "2024年青岚县预期目标，新增就业1.2万人。",
    ]


def test_the_nearest_heading_that_begins_with_a_place_says_whose_sentences_are(tmp_path: Path) -> None:
    told = "# 2023年情况综述\n\n## 一、青岚县\n\n全年新增就业5人。学校3所。\n\n## 二、学习白榆市的做法\n\n新增就业4人。\n\n## 三、其他\n\n桥2座。\n"
    assert asked(tmp_path, told, "青岚县", "白榆市") == [
        "2023年情况综述",
        "一、青岚县",
        "2023年青岚县，全年新增就业5人。2023年青岚县，学校3所。",
        "二、学习白榆市的做法",
        "2023年，新增就业4人。",
        "三、其他",
        "2023年，桥2座。",
    ]


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        # Who is ranked in the province, or named by the nation, is the draft's place.
        ("收入8亿元，居全省第3位。", "2023年青岚县，收入8亿元，居全省第3位。"),
        ("新增国家高新技术企业12家。", "2023年青岚县，新增国家高新技术企业12家。"),
        ("全国新增就业5万人。", "2023年，全国新增就业5万人。"),
    ],
)
def test_what_is_named_in_passing_is_not_what_a_sentence_is_about(sentence: str, told: str, tmp_path: Path) -> None:
    assert asked(tmp_path, WORK.format(sentence), "青岚县", "全国")[2] == told


@pytest.mark.parametrize(
    ("heading", "told"),
    [
        ("二、2024年主要任务", "2024年预期目标，新增就业5人。"),
        ("二、下一步打算", "预期目标，新增就业5人。"),
        ("二、2024年主要任务完成情况", "2024年，新增就业5人。"),
        ("二、做好就业工作", "新增就业5人。"),
    ],
)
def test_a_heading_tells_a_plan_in_a_draft_of_any_sort(heading: str, told: str, tmp_path: Path) -> None:
    assert asked(tmp_path, f"# 汇报材料\n\n## {heading}\n\n新增就业5人。\n")[2] == told


def test_a_sentence_with_a_time_of_its_own_is_no_plan_of_its_heading(tmp_path: Path) -> None:
    text = "# 汇报材料\n\n## 二、2024年主要任务\n\n2022年新增就业5人。学校3所。\n"
    assert asked(tmp_path, text)[2] == "2022年新增就业5人。学校3所。"


def test_a_place_without_reports_is_not_put_in(tmp_path: Path) -> None:
    assert asked(tmp_path, WORK.format("新增就业5人。"), "白榆市")[2] == "2023年，新增就业5人。"


def test_cells_become_clauses_with_the_unit_of_their_column_or_table(tmp_path: Path) -> None:
    text = (
        "# 附表\n\n单位：亿元\n\n| 指标 | 2023年 | 增长% |\n|---|---|---|\n| 生产总值 | 320.5 | 5.2 |\n| 财政收入 | 18 | -3.1 |\n"
        "| 新增就业（万人） | 1.28 | |\n"
    )
    draft = draft_file(tmp_path, text)
    pieces = split_pieces(draft, [])[2:]
    assert [p.asked for p in pieces] == [
        "2023年，生产总值320.5亿元。", "2023年，生产总值增长5.2%。", "2023年，财政收入18亿元。", "2023年，财政收入下降-3.1%。", "2023年，新增就业（万人）1.28万人。",
    ]  # fmt: skip
    assert [text[o.start : o.end] for p in pieces for o in p.own] == ["320.5", "5.2", "18", "-3.1", "1.28"]
    assert [p.asked[o.asked : o.asked + o.end - o.start] for p in pieces for o in p.own] == ["320.5", "5.2", "18", "-3.1", "1.28"]
    assert {text[slice(*p.claim)] for p in pieces if p.claim} == {
        "生产总值 | 320.5 | 5.2", "财政收入 | 18 | -3.1", "新增就业（万人） | 1.28 |",
    }  # fmt: skip


def test_an_english_draft_is_asked_in_english(tmp_path: Path) -> None:
    text = (
        "# Birch County in 2023\n\n## 1. Work in 2023\n\nSales were worth 6.8 billion yuan. We worked hard. In 2021 there were 4 schools.\n\n"
        "## 2. Aims for 2024\n\nWe build 5 schools.\n\n"
        "| Indicator | 2022 | 2023 |\n|---|---:|---:|\n| Tea output (tonnes) | 3,460 | 3,751 |\n| Visitors (million) | 2.4 | 2.5 |\n| Ratio | 2.05 | 1.99 |\n"
    )
    pieces = split_pieces(draft_file(tmp_path, text), [])
    assert [p.asked for p in pieces] == [
        "Birch County in 2023",
        "1. Work in 2023",
        "In 2023, Sales were worth 6.8 billion yuan. We worked hard. In 2021 there were 4 schools.",
        "2. Aims for 2024",
        "In 2024, We build 5 schools.",
        "In 2022, Tea output was 3,460 tonnes.",
        "In 2023, Tea output was 3,751 tonnes.",
        "In 2022, Visitors was 2.4 million visitors.",
        "In 2023, Visitors was 2.5 million visitors.",
        "In 2022, Ratio was 2.05.",
        "In 2023, Ratio was 1.99.",
    ]
    own = [text[o.start : o.end] for p in pieces[5:] for o in p.own]
    assert own == ["3,460", "3,751", "2.4", "2.5", "2.05", "1.99"]


def test_a_long_paragraph_is_asked_in_parts() -> None:
    text = "新增就业5人。" * 700
    pieces = split_pieces(read_text(text, name="TEXT"), [])
    assert [len(p.asked) for p in pieces] == [2002, 2002, 896]
    assert "".join(text[p.own[0].start : p.own[-1].end] for p in pieces) == text
    assert [p.own[0] for p in pieces] == [Own(0, 0, 7), Own(0, 2002, 2009), Own(0, 4004, 4011)]


def test_places_in_what_is_asked_are_places_of_the_draft() -> None:
    piece = Piece("2023年，甲5人。2023年，乙6人。", (Own(6, 10, 14), Own(16, 15, 19)))
    assert [piece.place(i) for i in (0, 6, 9, 10, 16, 19)] == [10, 10, 13, 15, 15, 18]
    assert [piece.is_own(i) for i in (5, 6, 9, 10, 15, 16, 19, 20)] == [False, True, True, False, False, True, True, False]
